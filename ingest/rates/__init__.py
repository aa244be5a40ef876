"""Rates read: from tables that staff keep, and as candidates from the words of documents."""
