"""Referent in Slack: what a message looks like, and (beside it) how one comes in and goes out."""
