"""Which committees a question names, whatever it calls them."""
