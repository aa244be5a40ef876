"""A reply while it is being written: places, people and decisions in its words."""
