"""The sentences that answer a fact: found, weighed, held against the time asked about, quoted."""
