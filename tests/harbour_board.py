"""Papers of a harbour committee and its neighbours, for what is told of a whole body or time."""

from datetime import date

from bot.replies import Reply

PAPERS = {
    "havn/2021-02-03.txt": """\
Referat af møde i Havneudvalget (HAU)
den 3. februar 2021 kl. 13.00
Godkendt referat

Til stede: Rigmor Tang (formand), Aksel Brun
Afbud: Birthe Sand

1. Godkendelse af dagsorden

Beslutning
Godkendt.

2. Ny mole ved Nordhavnen

Sagsfremstilling
Molen skal bygges af sten.

Indstilling
Forvaltningen indstiller, at molen bygges.

Beslutning
Godkendt.

3. Kran på kajen

Indstilling
Forvaltningen indstiller, at kranen købes.

Beslutning
Punktet udsat.
""",
    "havn/2021-09-08-dagsorden.txt": """\
Dagsorden for møde i Havneudvalget (HAU)
den 8. september 2021 kl. 13.00

1. Bådplads til gæster

Indstilling
Forvaltningen indstiller, at der laves ti pladser.
""",
    "havn/2021-09-08-udkast.txt": """\
UDKAST
Referat af møde i Havneudvalget (HAU)
den 8. september 2021 kl. 13.00

Til stede: Rigmor Tang (formand), Aksel Brun, Birthe Sand

1. Bådplads til gæster

Indstilling
Forvaltningen indstiller, at der laves ti pladser.

Beslutning
Godkendt med otte pladser.
""",
    "havn/2021-09-08-referat.txt": """\
Referat af møde i Havneudvalget (HAU)
den 8. september 2021 kl. 13.00
Godkendt referat

Til stede: Rigmor Tang (formand), Aksel Brun, Birthe Sand

1. Bådplads til gæster

Indstilling
Forvaltningen indstiller, at der laves ti pladser.

Beslutning
Godkendt med ni pladser.
""",
    "havn/kommissorium.txt": """\
Kommissorium for Havneudvalget (HAU)
Vedtaget den 5. januar 2020

Formål
Havneudvalget skal sørge for, at kommunens havne er trygge og velholdte.

Medlemmer
Udvalget har tre medlemmer.
""",
    "skov/2021-05-04.txt": """\
Referat af møde i Skovrådet
den 4. maj 2021 kl. 10.00
Godkendt referat

Til stede: Palle Eg (formand)

1. Stier i plantagen

Indstilling
Sekretariatet indstiller, at stierne mærkes.

Beslutning
Godkendt.
""",
    "havn/takster.csv": """\
Navn;Beløb;Enhed;Gyldig fra;Gyldig til
Bådplads i Havneudvalgets havne;400;kr. pr. måned;2020-01-01;2020-12-31
Bådplads i Havneudvalgets havne;425;kr. pr. måned;2021-01-01;2021-12-31
""",
}
ASKED = date(2021, 10, 1)


def under(reply: Reply, heading: str) -> list[str]:
    """Return the points below a heading of a reply."""
    blocks = reply.text.split("\n\n")
    at = blocks.index(f"**{heading}**")
    return [line.removeprefix("- ") for line in blocks[at + 1].splitlines()]


def has(reply: Reply, heading: str) -> bool:
    """Tell whether a reply has a part."""
    return f"**{heading}**" in reply.text.split("\n\n")
