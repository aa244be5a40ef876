"""Short papers of bodies, for questions on who and how many sit on them."""


def minutes(body: str, day: str, chair: str, more: str = "") -> str:
    """Return minutes at which the chair and one other were, with more text if given."""
    return (
        f"{body}\nReferat af møde den {day}\n\nDeltagere: {chair} (formand), Ivar Krog\n\n"
        f"1. Budget\nSagsfremstilling\n{more}Budgettet er på 40.000 kr.\nBeslutning: Godkendt.\n"
    )


RESCUE = (
    "Kommissorium for Arbejdsgruppen for Redning og Is\n\nVedtaget den 4. januar 2022\n\n"
    "Formål\nGruppen skal sikre redningen på isen. Den kan beslutte, når tre medlemmer er til "
    "stede.\n\nMedlemmer\n- Redningsleder Tove Bang\n- Havnefoged Aksel Friis\n"
)
"""Terms of reference of a group that has not met."""
