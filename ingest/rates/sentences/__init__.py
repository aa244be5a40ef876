"""Rates in sentences: figures, what each is for, per what, and from when to when."""
