"""Who was at a meeting and who was not, for all of it or for single items."""
