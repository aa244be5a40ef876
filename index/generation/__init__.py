"""A generation of the index: an immutable folder, made as a draft and published by one rename."""
