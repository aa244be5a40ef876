"""What is asked: a question's language, kind, body, period, case numbers and subject."""
