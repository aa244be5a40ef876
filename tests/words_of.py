"""The words of a text, as a view tells them: no index, and nothing kept."""

import re
from collections import Counter

from index.archive import Written
from index.danish.folding import fold
from index.danish.stems import stem
from index.danish.words import tokens


class WordsOf:
    """What a text has of words; `names` are what papers are called by beside it."""

    def __init__(self, text: str, names: tuple[str, ...] = ()) -> None:
        self._text = text
        self._names = {fold(name): name for name in names}

    def knows(self, word: str) -> bool:
        return word in {token.folded for token in tokens(self._text)} or word in self._names

    def holds(self, word: str) -> bool:
        return self.knows(word) or stem(word) in {stem(t.folded) for t in tokens(self._text)}

    def is_name_of_papers(self, word: str) -> bool:
        return word in self._names

    def written(self, words: str) -> Written:
        found, typed = tokens(self._text), words.split()
        inside: Counter[str] = Counter()
        anywhere: Counter[str] = Counter()
        for at in range(len(found) - len(typed) + 1):
            run = found[at : at + len(typed)]
            if [token.folded for token in run] != typed:
                continue
            way = " ".join(token.text for token in run)
            anywhere[way] += 1
            inside[way] += re.search(r"\w,?[ ]\Z", self._text[: run[0].span.start]) is not None
        if not anywhere and words in self._names:
            anywhere[self._names[words]] += 1
        return Written(+inside, anywhere)
