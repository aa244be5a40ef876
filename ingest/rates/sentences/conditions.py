"""Words behind a figure under which alone it holds: "i weekenden", "for gruppe 1-sikrede"."""

import re

from ingest.rates.sentences.qualifiers import read_anywhere

_LEADS = re.compile(r"[\s,]*(?:dog\s+)?", re.IGNORECASE)
_WHEN = re.compile(
    r"(?:i|om|på|ved|under|uden\s+for|udenfor|inden\s+for|efter|mellem|at|on|in|during|outside)\s+(?:the\s+)?"
    r"(?:\w*weekend\w*|\w*aften\w*|\w*nat(?:ten|tetimer\w*)?|\w*dagtid\w*|dagtimer\w*|hverdag\w*|lørdag\w*|søndag\w*"
    r"|søn-\s*og\s*helligdag\w*|\w*helligdag\w*|ferie\w*|(?:alle\s+)?(?:andre|øvrige)\s+(?:tidspunkter|tider|dage)|other\s+times|(?:normal\s+)?åbningstid\w*|arbejdstid\w*|vagttid\w*"
    r"|(?:kl\.?|klokken)\s*\d\d?(?:[.:]\d\d)?(?:\s*(?:-|–|til|og)\s*\d\d?(?:[.:]\d\d)?)?"
    r"|nights?|evenings?|weekends?|weekdays?|holidays?|office\s+hours)\b",
    re.IGNORECASE,
)
_WHO = re.compile(
    r"(?:for|til|hos|i\s+(?=(?:kommune|region|gruppe|zone|kategori|klasse)\b))\s*"
    r"(?P<who>(?!(?:at|det|den|dette|hver|perioden|året|årene|første|andet|tredje)\b)[^.,;:()]{2,60})",
    re.IGNORECASE,
)
_WHO_ENDS = re.compile(
    r"\s+(?:og|samt|mens|men|and|while)\s*$|\s+(?:der|som|hvis|når|såfremt|mens|men|jf|fra|pr|med|er|var"
    r"|ydes|betales)\b.*$",
    re.IGNORECASE | re.DOTALL,
)
_SPANS = re.compile(
    r"(?:op\s+til|indtil|over|under|ud\s+over|udover|derover|herudover|de\s+første|for\s+de\s+første"
    r"|up\s+to|above|thereafter)\b[^.,;:()]{0,40}",
    re.IGNORECASE,
)


def condition_of(rest: str, *, alone: bool) -> str | None:
    """Return the words right behind a figure that say when or for whom it holds.

    Args:
        rest: What follows the figure and its unit and time, up to the next figure.
        alone: Whether no other figure of the sentence is of the same: then whom it is for may be
            part of what it is for, and only a time of the week or the day, or a limit, is
            returned.
    """
    words = read_anywhere(rest)[1]
    start = _LEADS.match(words).end()  # type: ignore[union-attr]
    if when := _WHEN.match(words, start) or _SPANS.match(words, start):
        return " ".join(when[0].split())
    if alone:
        return None
    if who := _WHO.match(words, start):
        named = _WHO_ENDS.sub("", who["who"]).strip()
        return " ".join(named.split()) or None
    return None
