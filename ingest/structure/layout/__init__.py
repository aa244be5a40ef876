"""A text as lines, whatever a format or a typist did to them, and the headings of parts."""
