"""PDF: pages through pypdf, lines by their places, paragraphs, tables, repeated headers."""
