"""One reader a format, each turning a file into an `Extraction`, and the process they run in."""
