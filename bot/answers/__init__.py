"""Answers: one module a kind of question, and the four kinds of no."""
