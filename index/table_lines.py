"""How a row of a table stands in the text of a document: a line, its values named and parted."""

BETWEEN = " · "
"""What parts the values of a row."""
