"""Referent in a browser, and as an API for programs."""
