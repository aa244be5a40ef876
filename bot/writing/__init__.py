"""A model's prose, sentence by sentence held against the sources that it was given.

`sources` is what the model may see and cite, `drafts` what it writes, `checks` what a sentence must
stand up to, `writer` the whole story: a quoted reply in, the same reply with checked prose out.
"""
