"""What a sentence says itself, without what is reported, hypothetical or only describes."""

import re

# Reported or hypothetical: what somebody said, wished or will see, and not what was decided.
_REPORTED = re.compile(
    r"\b(?:ser|så|havde\s+set)\s+(?:\w+\s+)?gerne\b[^.,;]*|\b(?:konstater|bemærke|nævn|oplys|gør\w*\s+opmærksom|gjorde\s+opmærksom|ønsk(?!\w*\s+ikke)|understreg"
    r"|opfordr|pege|fremhæv|udtryk|efterspurg|efterspørg|spurgt|foresl|forudsæt|konkluder\w*\s+at\s+der"
    r"|svare(?:de|r)|tilkendegav|tilkendegiv|gjorde\s+rede|redegjorde|anførte|anmod|bad\s+om|beder\s+om)\w*\b"
    r"[^.;]*?(?:,\s*|\s)(?:at|om|hvor|hvordan|hvorvidt)\b[^.;]*"
)
_CONDITIONAL = re.compile(
    r"\b(?:når|hvis|såfremt|efter\s+at|indtil|førend|inden|hvorefter|hvornår|tidligere)\b(?:(?!\s[–-]\s)[^,.;])*"
)
_ADJECTIVE = re.compile(
    r"\b(?:det|den|de|af|allerede|endnu\s+ikke|tidligere|nyligt|senest|ikke\s+endeligt)\s+"
    r"(?:godkendt|vedtagn|bevilge(?:d|t)|udsatt|anbefaled|afvist|drøfted|tiltrådt)e?\b(?!\s*\.)"
    r"|\b(?:socialt|særligt?|mest|meget|børn\s+og\s+unge\s+er)\s+udsatt?e?\b"
    r"|\budsatte\s+(?:børn|unge|familier|borgere|grupper|mennesker|voksne|boligområder|patienter)"
    r"|\b(?:er\s+)?udsat\s+fra\b[^.;]*"
)

_RELATIVE = re.compile(
    r",\s+(?:der|som)\s+(?:\w+\s+){0,4}?(?:er|blev|bliver|var|har|havde)\b[^,.;]*(?=,)"
)
_SUBJECT_OF_DEBATE = re.compile(
    r"(?<=drøftede),?\s+(?:at|om|hvor\w*|hvad|hvilke\w*)\b[^.;]*?(?=,\s+(?:og|men)\b|[.;]|$)"
)


def main_clause(sentence: str) -> str:
    """Return a lower-case sentence without what is only reported, conditional or an adjective."""
    said = re.sub(r"\s+", " ", sentence)
    for pattern in (_RELATIVE, _SUBJECT_OF_DEBATE, _ADJECTIVE, _CONDITIONAL, _REPORTED):
        said = pattern.sub(" ", said)
    return said
