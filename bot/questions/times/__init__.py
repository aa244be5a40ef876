"""The times that a question names, as days."""
