"""How Referent looks in Slack: answers, windows, the Home tab, within what Slack takes."""
