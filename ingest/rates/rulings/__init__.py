"""What decisions did to the amounts of their items: approved, changed, replaced, not adopted."""
