"""What of the archive a question is about: the searches, and what is near but beside it."""
