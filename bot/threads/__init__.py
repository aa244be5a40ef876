"""What a thread is about, asked before the whole archive is."""
