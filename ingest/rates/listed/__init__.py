"""Rates in the tables and lists of documents."""
