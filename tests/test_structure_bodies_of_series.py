"""Pages over the papers of one body: "Dagsordener og referater fra …"."""

import pytest

from tests.structure_layouts import read

PAPER = """{title}
til
mødet i
den 3. maj 2021 kl. 11:00
i Havnehuset, lokale 2
1. Godkendelse af dagsorden
Det indstilles,
at | dagsordenen godkendes. |
Beslutning
Godkendt.
2. Nye fendere
Beslutning
Udsat.
"""


@pytest.mark.parametrize(
    ("title", "name"),
    [
        (
            "Dagsordener og referater fra midlertidigt udvalg vedrørende grøn fart",
            "Midlertidigt udvalg vedrørende grøn fart",
        ),
        ("Dagsordner og referater Faglig gruppe Lindby-klyngen", "Faglig gruppe Lindby-klyngen"),
        ("Dagsordener og referater fra Havneudvalget", "Havneudvalget"),
        ("Havneklyngen Syd, referat 3. maj 2021", "Havneklyngen Syd"),
    ],
)
def test_the_body_is_what_the_papers_are_from(title: str, name: str) -> None:
    body = read(PAPER.format(title=title)).body
    assert body is not None
    assert body.name == name


def test_initials_keep_whose_committee_it_is() -> None:
    paper = "Referat\ntil\nmødet i LMU - HAV\nden 3. maj 2021 kl. 11:30\ni M4\n\n1. Nyt\n\n"
    paper += "Beslutning\n\nGodkendt.\n"
    body = read(paper).body
    assert body is not None
    assert body.name == "LMU - HAV"
