"""The items of an agenda: their headings, how far each reaches, and which are closed."""
