"""What Referent costs in time and memory, measured: `python -m benchmarks` writes RESULTS.md.

The archive it measures on is made up: texts from templates, and, where a hundred thousand real
embeddings would take more than an hour, vectors scattered about real ones.
"""
