"""What a language model is told, as Markdown files that a person can read and change.

The quoting writer needs none. What assistants of others are told of our tools stands here as well.
"""
