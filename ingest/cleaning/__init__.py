"""Chrome removed, broken text repaired, text that is no language recognised."""
