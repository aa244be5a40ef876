"""The formulas in which minutes state an outcome: "til efterretning", "tiltrådt", "udsat"."""

import re

from index.danish.calendar import MONTH_PATTERN
from index.decisions import Outcome

_ADOPTS = (
    rf"tiltræder(?!\s+(?:i\s+(?:{MONTH_PATTERN}|\d{{4}}|foråret|efteråret|sommeren|næste)|(?:den|d\.|pr\.)\s*\d"
    r"|som\s|sin\s|stillingen|jobbet|embedet))"
)
"""Who "tiltræder i januar" takes up an office, and adopts nothing."""
APPROVES = (
    r"godkendt(?!e)|godkendes|godkendte|godkender|tiltrådt|tiltrædes|tiltrådte|"
    + _ADOPTS
    + r"|vedtaget|vedtages"
    r"|vedtog|vedtager|bevilget|bevilges|bevilgede|bevilger|bevilligede|bevilliget|bevilliges"
    r"|imødekommet|imødekommes|imødekom|imødekommer|tilsluttede\s+sig|tilslutter\s+sig|tiltrådtes"
    r"|tilsluttes|tilslutning|bevilgedes|bevilligedes|imødekommedes|accepteret|accepteres|accepterede|frigivet|frigives|frigav"
    r"|indstillingens\s+(?:[^\s;]+\s+){1,6}?(?:følges|blev\s+fulgt|fulgt)"
    r"|indstillingen\s+(?:følges|blev\s+fulgt|fulgt)|fulgte\s+indstillingen|som\s+(?:indstillet|foreslået)"
    r"|\w*tilbud(?:det|dene)?\s+(?:fra\s+[^,.;]{2,40}?\s+)?(?:antages|antoges|(?:blev\s+)?antaget)|antog\s+\w*tilbud\w*"
    r"|efter\s+indstillingen|i\s+overensstemmelse\s+med\s+indstillingen|godkendtes|vedtoges|approved"
    r"|(?:beslut\w*|besluttede|valgte|enige?\s+om|enighed\s+om)\s*,?\s*(?:at\s+)?[^.;]{0,80}?\bat\s+"
    r"(?:godkende|tiltræde|bevilge|imødekomme|vedtage|følge\s+indstillingen)"
    r"|(?:besluttede|valgte|enige\s+om|enighed\s+om|besluttet)\s*,?\s*at\s+"
    r"(?:godkende|tiltræde|bevilge|imødekomme|vedtage|følge\s+indstillingen|tilslutte)"
    r"|vi\s+(?:siger|sagde)\s+ja|^\s*ja\s+tak|^\s*alle\s+(?:var\s+|er\s+)?enige(?=\s*\.?$)"
)
"""A pattern of the words that approve, lower case."""

_CHAIR = r"(?:\w*formanden|\w*borgmesteren|dirigenten|mødelederen)"

_PROPOSAL = (
    r"(?:forslaget|sagen|punktet|planen|projektet|ansøgningen|indstillingen|id[eé]en|initiativet|emnet"
    r"|klagen|henvendelsen)"
)
_ENDED = (
    r"(?:henlagt|henlægges|droppet|droppes|opgivet|opgives|skrinlagt|skrinlægges|frafaldet"
    r"|frafaldes)"
)
_GIVEN_UP = (
    rf"^\s*{_ENDED}(?=\s*(?:[.,;]|$))"
    rf"|{_PROPOSAL}\s+(?:(?:blev|bliver|er|dermed|derfor|herefter|hermed)\s+)*{_ENDED}"
    rf"|(?:henlagde|droppede|opgav|skrinlagde|frafaldt)\s+(?:\w+\s+)?{_PROPOSAL}"
    rf"|(?:lader|lod|lade)\s+(?:{_PROPOSAL}|den|det)\s+(?:falde|ligge)\b"
    rf"|at\s+(?:henlægge|droppe|opgive|skrinlægge|frafalde)\s+(?:{_PROPOSAL}|den\b|det\b)"
    rf"|{_PROPOSAL}\s+(?:(?:blev|bliver|er)\s+ikke\s+fremmet|fremmes\s+ikke"
    r"|(?:nyder|nød)\s+ikke\s+fremme|ikke\s+fremmet)"
)
"""What becomes of a proposal that nobody goes on with; money that is put aside is "henlagt" too."""

FORMULAS: tuple[tuple[Outcome, re.Pattern[str]], ...] = tuple(
    (outcome, re.compile(rf"(?<![\wæøå-])(?:{words})(?![\wæøå])"))
    for outcome, words in (
        (
            Outcome.VOTE,
            r"for\s+(?:forslaget\s+|indstillingen\s+|ændringsforslaget\s+)?(?:stemte|stemmer)"
            r"|stemte\s+(?:\S+\s+){0,6}?for\b[^.]*?\b(?:imod|mod)|\d+\s+(?:stemmer\s+|stemte\s+)?for\s+og\s+"
            r"\d+\s+(?:stemmer\s+|stemte\s+)?imod|\d+\s+stemmer\s+(?:for|imod|mod)|\d+\s+stemmer\s+for\s*[,:]"
            r"|med\s+\d+\s+(?:stemmer\s+)?(?:mod|imod)\s+\d+|stemmer\s+for\b[^.]*?\bstemmer\s+imod"
            r"|\d+\s+for\s*,\s*(?:og\s+)?\d+\s+i?mod\b|\bstemmerne\s+\d+\s+(?:for\b|i?mod\s+\d)"
            r"|\d+\s+for\s*\([^()]{1,200}\)\s*,?\s*(?:og\s+)?\d+\s+i?mod\b"
            r"|(?:ja|nej|for|imod|godkendt|tiltrådt|vedtaget|afvist|forkastet)\s*:\s*\d+(?![\d.,]*\d|\s*(?:kr|mio|t\.|%|\.\s*\w))"
            r"|imod\s+(?:forslaget\s+|indstillingen\s+|ændringsforslaget\s+)?stemte[^.]*"
            # A chair's casting vote tells that the sides were even.
            rf"|(?:ved|med)\s+{_CHAIR}s\s+(?:\w+\s+)?stemme(?!ret)\w*|{_CHAIR}s\s+stemme\s+(?:var|blev|er|gjorde|afgjorde)\b[^.]*"
            r"|(?:udslagsgivende|afgørende)\s+stemme|stemmen?\s+(?:var|blev)\s+(?:udslagsgivende|afgørende)|stemmelighed"
            r"|stemmerne\s+stod\s+lige|stemte\s+om\s+(?:forslag|indstilling|sag|punkt)\w*|^\s*i?mod\s*:\s+[a-zæøå]",
        ),
        (
            Outcome.SENT_BACK,
            r"tilbagesendt|tilbagesendes|tilbagesendte|sendt\s+tilbage|sendes\s+tilbage|sendte\s+\S+\s+tilbage"
            r"|(?:sendt|sendes|sendte|sender|går|gik)\s+(?:(?:sagen|punktet|forslaget|indstillingen|den|det)\s+)?retur"
            r"|at\s+sende\s+(?:sagen|punktet|forslaget|indstillingen|den|det)\s+retur"
            r"|hjemvist|hjemvises|hjemviste|hjemvise|hjemvistes|tilbagesendtes|tilbagevist|tilbagevises|returneret|returneres|returnerede"
            r"|(?:taget|tages|tog\s+\S+|udgår|udgik|udgået|trukket|trækkes)\s+(?:\S+\s+)?af\s+(?:mødets\s+)?"
            r"dagsordenen|(?:taget|tages)\s+af(?=\s*\.?$)|udgik|udgår|udgået|trukket\s+tilbage|trækkes\s+tilbage"
            r"|(?:punktet|sagen|forslaget)\s+(?:blev\s+|er\s+)?(?:trukket|trækkes)|trukket(?=\s*\.?$)|^\s*trukket\s+af(?=\s)"
            r"|at\s+(?:sende\s+\S+\s+tilbage|tilbagesende|hjemvise|trække\s+\S+|tage\s+\S+\s+af\s+dagsordenen)"
            r"|(?:sagen|punktet|forslaget|spørgsmålet|ændring(?:en)?|indstillingen)\s+(?:blev\s+|er\s+)?"
            r"(?:henvist|henvises)\s+til"
            r"|tilbage\s+til\s+(?:administrationen|forvaltningen|fornyet\s+behandling|fagudvalget)"
            r"|(?:over)?sendes?t?\s+(?:\S+\s+){0,4}?til\s+fornyet\s+\w*behandling",
        ),
        (
            Outcome.DEFERRED,
            r"udsat|udsættes|udsattes|udskudt|udskydes|udskødes|udskød|udskyder|udsætter|genoptages|genfremsættes"
            r"|udsatte\s+(?:sin\s+)?(?:sagen|punktet|behandling\w*|beslutning\w*|stillingtagen|dette|drøftelsen|at)"
            r"|vi\s+vente(?:r|de)\s+med\s+at|at\s+(?:udsætte|udskyde)|at\s+(?:genoptage|genbehandle)\s+(?:sagen|punktet|emnet|spørgsmålet|forslaget|drøftelsen)|genfremlægges|genbehandles"
            r"|(?:sagen|punktet|emnet|spørgsmålet|forslaget|beslutningen|behandlingen|drøftelsen|indstillingen)"
            r"\s[^.]{0,60}?(?:behandles|drøftes|tages\s+op|optages|forelægges|sættes\s+på|overføres|flyttes|kommer"
            r"|genoptage\s+\w+)\s+(?:igen\s+)?(?:på|til|ved)\s+(?:et\s+|det\s+|udvalgets\s+|dagsordenen\s+"
            r"(?:til|på)\s+)?(?:næste|senere|kommende|førstkommende|efterfølgende|nyt)[^.]{0,40}?møde\w*"
            r"|(?:stillet|stilles|lagt|lægges)\s+i\s+bero|sat\s+i\s+bero|sættes\s+i\s+bero|deferred"
            r"|^\s*(?:(?:sagen|punktet)\s+)?afventer(?=\s*\.?$)",
        ),
        (
            Outcome.REJECTED,
            r"afvist|afvises|afviste|afviser|forkastet|forkastes|forkastede|forkastedes|afvistes|nægtedes|nedstemt|nedstemtes|afslag|afslået"
            r"|afslås|afslog|bortfaldt|bortfalder|bortfaldet|forslaget\s+faldt|faldt\s+(?:dermed|derved|hermed)"
            r"|at\s+(?:afvise|forkaste|give\s+afslag|afslå)|vi\s+(?:siger|sagde)\s+nej|^\s*nej\s+tak"
            r"|bevil(?:get|liget|ling)(?:\s+beløb)?\s*:\s*(?:kr\.?\s*)?0(?:,00|,-)?(?=\s*(?:kr|\.|;|$))"
            r"|(?:sagde|siger)\s+nej(?:\s+tak)?\s+til\s+(?:indstilling|(?:\w+)?forslag|ansøgning|anmodning)"
            r"(?:en|et|erne|ene)?|ikke\s+flertal|intet\s+flertal|rejected"
            rf"|{_GIVEN_UP}",
        ),
        (
            Outcome.RECOMMENDED,
            r"anbefales|anbefaler|anbefalede|anbefaledes|indstilledes|anbefalet|anbefale|indstillet\s+til|indstilles|indstiller|indstillede"
            r"|indstille\s+til\s+\S+,\s+at"
            r"|med\s+(?:udvalgets\s+|sin\s+)?anbefaling|med\s+indstilling\s+om|(?<!as\s)(?<!was\s)(?<!not\s)(?<!been\s)recommended(?!\s+by\b)",
        ),
        (Outcome.APPROVED, APPROVES),
        (
            Outcome.NOTED,
            r"(?:tage[trs]?|tages|tog|toges|taget)\s+(?:\S+\s+){0,12}?(?:til\s+(?:efterretning|orientering)|ad\s+notam)"
            r"|til\s+(?:efterretning|orientering)|orientering(?:en|erne)?\s+(?:blev\s+|er\s+)?"
            r"(?:givet|gennemført|modtaget|foretaget)|givet\s+orientering|orienterede[s]?|orienteret|noteret"
            r"|noteredes|noterede\s+sig|taget\s+ad\s+notam|noted",
        ),
        (
            Outcome.DISCUSSED,
            r"drøftet|drøftes|drøftedes|drøftede|drøfter|debatteret|debatterede|diskuteret|diskuterede"
            r"|drøftelsen?\s+(?:blev\s+)?(?:gennemført|afholdt|fandt\s+sted)|temadrøftelse\w*|discussed",
        ),
    )
)
"""Outcomes and what states them; of several in one sentence, the first counts."""
