"""The languages: Danish as minutes are written in it, and the English that questions come in."""
