"""What council sites put around a text and what is scraped with it: buttons, menus, notices.

Only whole lines go, and only lines that say nothing else. The list is general: what Danish
municipalities, regions and agenda systems write; nothing in it belongs to one site.
"""

import re
from collections.abc import Iterator

from ingest.cleaning.edits import Edit
from ingest.reading.extraction import Extraction

CHROME = "web page furniture"
MAX_LINE = 80
"""Characters; furniture is short, but for notices about cookies."""
MAX_NOTICE = 600
LONGEST_PHRASE = 7
"""Words."""
NEAR = 2
"""Lines with text; so close to certain furniture, a doubtful line is furniture as well."""

_CERTAIN = re.compile(
    r"""
    (?:gå\s)?til(?:bage\stil)?\s(?:sidens\s)?top(?:pen)?(?:\saf\ssiden)?|back\sto\stop
    |(?:gå|spring|hop)\s(?:direkte\s)?til\s(?:sidens\s|side|hoved)?indhold(?:et)?
    |skip\sto\s(?:main\s)?content|spring\s(?:menu|navigation)(?:en)?\sover
    |abonn[eé]r(?:\spå\s(?:nyheder|dagsordener|siden|denne\sside|nyhedsbrev(?:et)?))?
    |tilmeld\s(?:dig\s)?(?:vores\s)?nyhedsbrev(?:et)?|rss(?:-feed)?
    |søg\s(?:i|på|efter|blandt)\s(?:alle\s)?(?:dagsordener(?:ne)?(?:\sog\sreferater(?:ne)?)?
        |referater(?:ne)?|arkivet|hele\s(?:siden|sitet)|dokumenter(?:ne)?|siden|hjemmesiden|sitet)
    |avanceret\ssøgning|ryd\ssøgning|vis\ssøgefelt|luk\ssøgning|indtast\ssøgeord
    |(?:udskriv|print)\s(?:siden?|denne\sside|dagsorden(?:en)?|referat(?:et)?|punkt(?:et)?)
    |printvenlig\s(?:version|udgave)|få\s(?:siden|teksten)\slæst\s(?:op|højt)|adgang\smed\stale
    |(?:del|share|send)\s(?:siden\s|artiklen\s|punktet\s)?(?:på|via|med|on|som)\s
        (?:facebook|linkedin|twitter|x|e-?mail|mail|instagram|bluesky|sms)
    |kopi[eé]r\slink(?:et)?|tip\sen\sven|følg\sos\spå\s\w+
    |(?:luk|åbn|vis|skjul)\s(?:hoved)?menu(?:en)?|fold\s(?:alle\s)?(?:punkter\s)?(?:ud|ind|sammen)
    |(?:vis|åbn|luk|skjul)\salle\spunkter|sitemap|sideoversigt
    |tilgængelighedserklæring(?:en)?|privatlivspolitik(?:ken)?|cookie-?politik(?:ken)?
    |(?:acceptér|accepter|tillad|godkend|afvis|afslå|ok\stil|administr[eé]r|skift|om|brug\saf)\s
        (?:alle\s|kun\s)?(?:nødvendige\s|valgte\s)?cookies|kun\snødvendige\scookies
    |cookie-?(?:indstillinger|samtykke|deklaration)
    |(?:gå\s)?tilbage\stil\s(?:oversigt(?:en)?|listen|søgning(?:en)?|søgeresultat(?:et|er)?
        |forsiden|mødeoversigten|mødelisten)
    |save\sthis\spdf\sas\s?:?|(?:word\s)?png\stxt\sjpg|størrelse\s?:\spx|starte\svisningen\sfra\sside\s?:?
    |(?:hent|download|vis|åbn|gem)\ssom\spdf|(?:link(?:et)?\s)?åbner\si\s(?:et\s)?nyt\svindue
    """,
    re.I | re.X,
)
_DOUBTFUL = re.compile(
    r"""
    søg|search|menu|luk|del|print|udskriv|læs\shøjt|læs\sop|lyt|hovedmenu|selvbetjening|log\s?ind|log\s?af
    |facebook|linkedin|twitter|instagram|youtube|x|mail|e-mail|subscribe|følg\sos|kontakt|kontakt\sos
    |forrige|næste|tilbage|vis\smere|vis\smindre|vis\salle|læs\smere|forside|forsiden|cookies|english
    |(?:forrige|næste)\s(?:side|punkt)|(?:hent|download)\spdf|kun\snødvendige|afvis\salle|accepter\salle|ok
    """,
    re.I | re.X,
)
_NOTICE = re.compile(
    r"\b(vi|(denne\s)?(hjemme)?siden?|hjemmesiden|websitet|we)\b.{0,40}"
    r"\b(bruger|anvender|benytter|use)\b.{0,40}\bcookies\b",
    re.I,
)
_BREADCRUMB = re.compile(
    r"(du er her|you are here)\s*:?\s*\S.*|(gå til )?forsiden?\s*[>›»/→|]\s*\S.*", re.I
)
_UNFOLDS = re.compile(
    r"(?<=[^\s])[ \t]*\bKlik her for at (?:folde ud|læse mere|se mere|åbne)\b[^\n]*"
    r"|(?<=[a-zæøå)])Klik her for at (?:folde ud|læse mere|se mere|åbne)\b[^\n]*"
)
"""What a button says to those who hear the page, behind the heading that it unfolds."""
_ORNAMENT = " \t\xa0•·|>›»«‹<-–—:.…^↑⇧▲▼↓×✕+"


def furniture(extraction: Extraction) -> Iterator[Edit]:
    """Yield the removal of each line that is furniture of a web page.

    Words that may as well be a heading ("Menu", "Kontakt") go only where other furniture stands
    beside them or where the text begins or ends, and never from paged formats.
    """
    lines = [line for line in _lines(extraction.text) if line[2]]
    certain = [_is_certain(bare) for _, _, bare in lines]
    for index, (start, end, bare) in enumerate(lines):
        near = any(certain[max(0, index - NEAR) : index + NEAR + 1]) or not index
        near = near or index == len(lines) - 1
        doubtful = near and not extraction.pages and _DOUBTFUL.fullmatch(bare)
        if certain[index] or doubtful:
            yield Edit(start, end, "", CHROME)
        elif (tail := _UNFOLDS.search(extraction.text, start, end)) is not None:
            yield Edit(*tail.span(), "", CHROME)


def _lines(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield start, end (line break included) and bare text of each line."""
    start = 0
    for line in text.split("\n"):
        end = min(start + len(line) + 1, len(text))
        yield start, end, " ".join(line.split()).strip(_ORNAMENT)
        start = end


def _is_certain(bare: str) -> bool:
    if len(bare) <= MAX_LINE and (
        _CERTAIN.fullmatch(bare) or _BREADCRUMB.fullmatch(bare) or _is_button_row(bare)
    ):
        return True
    return len(bare) <= MAX_NOTICE and _NOTICE.search(bare) is not None


def _is_button_row(bare: str) -> bool:
    """Tell whether a line is a row of buttons: "Hent som PDF Udskriv Luk"."""
    words = bare.split()
    certain = False
    while words:
        # The longest phrase first: "Del på Facebook" before "Del".
        for length in range(min(len(words), LONGEST_PHRASE), 0, -1):
            phrase = " ".join(words[:length]).strip(_ORNAMENT)
            if not phrase or _CERTAIN.fullmatch(phrase) or _DOUBTFUL.fullmatch(phrase):
                certain = certain or _CERTAIN.fullmatch(phrase) is not None
                words = words[length:]
                break
        else:
            return False
    return certain
