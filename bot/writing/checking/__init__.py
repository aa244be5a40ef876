"""What a sentence of a model's must stand up to before anybody sees it."""
