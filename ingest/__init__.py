"""Files into the index: sources, one reader a format, cleaning, structure, passages, the job."""
