"""The catalogue: SQLite, the truth that the other stores are built from. All SQL is in here."""
