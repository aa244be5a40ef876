"""What was answered, kept for a while: to show its passages, to go on in a thread, to learn from.

It knows nothing of Slack or Teams, and holds what people wrote: its file is for this user only, and
what is older than the settings allow is dropped from it.
"""
