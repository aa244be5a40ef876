"""Questions into cited replies, and the surfaces that show them."""
