"""What a language model is told, as Markdown files that a person can read and change.

Empty until a model can be configured as a writer; the quoting writer needs no prompt.
"""
