"""What Slack delivers: checked, understood as questions, and kept before it is acknowledged."""
