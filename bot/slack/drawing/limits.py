"""What Slack takes, in one place, each limit with where it stands.

"docs" is the Block Kit reference at docs.slack.dev; characters are counted as Slack's own SDK does,
by code points. Where Slack says nothing, the limit is below what others measured, and says so.
"""

MESSAGE_BLOCKS = 50
"""Blocks of a message (docs, chat.postMessage)."""
VIEW_BLOCKS = 100
"""Blocks of a modal or an App Home (docs, views)."""

MESSAGE_BYTES = 10_500
BYTES_OF_A_BLOCK = 125
"""All strings of a message's blocks together, in UTF-8, and so many more for each block.

The docs name no such limit, but a longer message fails with `msg_blocks_too_long`: of plain blocks
13,297 characters were accepted and 125 fewer beside one more block, of rich text 11,341 were not
(slackapi/bolt-js, issues 2509 and 2867), and streamed messages broke at 10,600–11,300 bytes.
"""
VIEW_BYTES = 60_000
"""The same of a view; Slack refuses one of 250 kB with all its JSON (docs, views.open)."""

FALLBACK = 3_500
"""Characters of the text beside the blocks, which notifications and screen readers use. Slack cuts
at 40,000 and recommends 4,000 (docs, chat.postMessage)."""

BUTTON_TEXT = 75
BUTTON_VALUE = 2_000
OPTIONS = 100
"""Options of one menu."""
OPTION_TEXT = 75
PLACEHOLDER = 150
HEADER = 150
MODAL_TITLE = 24
"""Of a modal's title and of the word on its button to close (docs, block elements and views)."""

RICH_TEXT = 3_000
"""Characters of one rich-text block of ours. The docs set no limit; this is that of a section."""
