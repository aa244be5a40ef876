"""What the archive holds, chosen and listed: shared by commands, pages, the API and tools."""
