"""Danish or English: decided by the small words, which every question has some of."""

from bot.replies import Language
from index.danish.folding import fold
from index.danish.glossary import Glossary
from index.danish.stopwords import SMALL
from index.danish.words import tokens


def language_of(
    text: str, glossary: Glossary | None = None, *, otherwise: Language = "da"
) -> Language:
    """Return the language of a question; when nothing tells, `otherwise`, the archive's own.

    Danish letters tell nothing: an English question may name a Danish committee. Without small
    words ("parking charge, outcome?") the glossary tells, which knows the words of both.
    """
    folded = [fold(token.text) for token in tokens(text)]
    only_danish = SMALL["da"] - SMALL["en"]
    only_english = SMALL["en"] - SMALL["da"]
    danish = sum(word in only_danish for word in folded)
    english = sum(word in only_english for word in folded)
    if danish == english and glossary is not None:
        danish += len(glossary.into_english(folded))
        english += len(glossary.into_danish(folded))
    if danish == english:
        return otherwise
    return "en" if english > danish else "da"
