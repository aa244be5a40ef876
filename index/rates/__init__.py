"""Rates (*takster*, *satser*): what is paid for what, a unit, and from when to when."""
