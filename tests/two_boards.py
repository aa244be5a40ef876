"""Papers of two boards and a council, whose matters come back under other titles."""


def minutes(body: str, day: str, people: str, *items: tuple[str, str, str]) -> str:
    """Write minutes: each item a title, a presentation and a decision."""
    parts = [
        f"{number}. {title}\n\nSagsfremstilling\n{case}\n\nBeslutning\n{decision}\n"
        for number, (title, case, decision) in enumerate(items, start=1)
    ]
    return "\n\n".join((f"Referat af møde i {body}\nden {day} kl. 19.00\n\n{people}", *parts))


BATH, STAGE = "Havnebadets bestyrelse", "Teaterrådet"
PAPERS = {
    "bad/1.txt": minutes(
        BATH,
        "9. marts 2021",
        "Til stede: Vibe Torm (formand), Ejnar Kolding, Aksel Bro\nAfbud: Ida Lyng",
        (
            "Saunaen på molen",
            "En sauna koster 410.000 kr. Åbningstiden for badegæster i saunaen er fra kl. 7.",
            "Udsat, til naboerne er hørt.",
        ),
        (
            "Kiosk",
            "En forpagter vil sælge is for 30.000 kr. om året.",
            "Afvist. Aksel Bro var for.",
        ),
        ("Bænke", "Tre bænke opstilles ved bro 2.", "Godkendt. Ejnar Kolding stemte imod."),
    ),
    "bad/2.txt": minutes(
        BATH,
        "14. september 2021",
        "Til stede: Ejnar Kolding (formand), Vibe Torm, Ida Lyng\nAfbud: Aksel Bro",
        (
            "Varme ved vandet",
            "Naboerne er hørt om saunaen til 455.000 kr. Klubben Isbjørn står for driften.",
            "Godkendt. Vibe Torm stemte imod.",
        ),
        ("Bundprøver", "Dykkere har hentet 14 prøver.", "Taget til efterretning."),
    ),
    "bad/3.txt": minutes(
        BATH,
        "8. marts 2022",
        "Til stede: Ejnar Kolding (formand), Vibe Torm, Ida Lyng, Aksel Bro",
        (
            "Indvielse af saunaen",
            "Indvielsen blev holdt den 5. februar 2022. Der blev brugt 12.000 kr. til to telte. "
            "85 deltog, og borgmesteren talte.",
            "Taget til efterretning. Ida Lyng har ansvaret for bookingen.",
        ),
    ),
    "teater/1.txt": minutes(
        STAGE,
        "20. april 2021",
        "Til stede: Solveig Munk (formand), Kaj Rime, Tyra Holm",
        ("Ny lyskaster", "En lyskaster koster 22.000 kr.", "Godkendt."),
        ("Reparation af kulissen", "Tømrer Hans Ravn reparerer kulissen.", "Godkendt."),
    ),
    "teater/2.txt": minutes(
        STAGE,
        "11. maj 2022",
        "Til stede: Kaj Rime (formand), Solveig Munk, Tyra Holm",
        ("Billetpriser 2022", "En billet koster 140 kr. Et årskort koster 600 kr.", "Godkendt."),
    ),
}
PAPERS |= {
    "teater/0.txt": minutes(
        STAGE,
        "3. marts 2015",
        "Til stede: Solveig Munk (formand), Kaj Rime",
        ("Uddannelse i sminkning", "Der afsættes 40.000 kr. til en sminkeuddannelse.", "Godkendt."),
    ),
    "teater/3.txt": minutes(
        STAGE,
        "8. november 2022",
        "Til stede: Kaj Rime (formand), Tyra Holm",
        (
            "Dagen hos parykmageren",
            "Uddannelse i sminkning blev holdt den 1. oktober 2022. Sytten elever fik bevis.",
            "Rådet gentager dagen i 2024.",
        ),
        ("Vagtplan", "Vagtplanen er trykt.", "Taget til efterretning."),
    ),
}
