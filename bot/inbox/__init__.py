"""The durable inbox: what was accepted is answered or apologised for, once, whatever happens.

It knows nothing of Slack or Teams: a surface hands in bytes that it understands itself.
"""
