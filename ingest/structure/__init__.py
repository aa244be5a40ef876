"""Structure: what an extracted text says about itself, as a `Document`.

Kind, head, attendance, agenda items with their parts, decisions; `understand` tells the story.
"""

from ingest.structure.understanding import document_id, understand

__all__ = ["document_id", "understand"]
