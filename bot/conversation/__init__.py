"""Conversations: what a thread was about, and follow-ups as questions that stand alone."""
