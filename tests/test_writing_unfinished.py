"""A sentence of a model's does not end before the verb of its last clause."""

import pytest

from tests.prose_papers import fault
from tests.structure_layouts import read

HARBOUR = """\
Referat af møde i Havnerådet
den 14. november 2022

1. Vinterpladser

Sagsfremstilling
Havnerådet finder det vigtigt, at bådene ved nordmolen sikres før vinteren. Fiskerne ved kajen \
betaler samme leje som sejlerne. Kranen bruges af klubben i marts. Rådet mener, at lejen \
dækker udgifterne til vagt. Den lange bro for gæster og lystsejlere foreslås malet. \
Tallene for bådene kommer i maj. Denne gang indgår også tallene for kajakker. Er vejret godt, skal \
kranen flyttes til kajen.

Beslutning
Taget til efterretning.
"""
MINUTES = read(HARBOUR, source="havn/2022-11-14.txt")


@pytest.mark.parametrize(
    "sentence",
    [
        "Havnerådet finder det vigtigt, at bådene ved nordmolen [1].",
        "At bådene ved nordmolen sikres før vinteren [1].",
        "Som klubben bruger i marts [1].",
        "Den lange bro for gæster [1].",
        "Skal kranen flyttes til kajen [1].",
        "Kranen bruges af klubben, og [1].",
        "Fiskerne ved kajen [1].",
    ],
)
def test_what_ends_before_its_verb_falls(sentence: str) -> None:
    assert fault(sentence, ["1"], "da", MINUTES) in {"cut", "swapped", "unborne"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Havnerådet finder det vigtigt, at bådene ved nordmolen sikres før vinteren [1].",
        "Havnerådet finder det vigtigt, at bådene ved nordmolen sikres [1].",
        "Kranen bruges af klubben [1].",
        "Bådene ved nordmolen sikres før vinteren [1].",
        "Kranen bruges i marts [1].",
    ],
)
def test_what_has_its_verb_may_leave_out_what_follows(sentence: str) -> None:
    assert fault(sentence, ["1"], "da", MINUTES) is None


def test_what_is_told_of_this_time_is_not_told_of_what_stood_before() -> None:
    assert fault("Bådene omfatter også tallene for kajakker [1].", ["1"], "da", MINUTES)
    assert fault("Denne gang indgår tallene for kajakker [1].", ["1"], "da", MINUTES) is None
