"""What the archive is and how it is found.

The values (documents, passages, decisions), Danish, embedding, and an index generation: the
catalogue that is the truth, and the vector and word indexes built from it. Imports nothing of
`bot` and `ingest`: those two meet here.
"""
