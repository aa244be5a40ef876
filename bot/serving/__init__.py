"""One process for all surfaces: what listens, what answers, and how it tells that it is well."""
