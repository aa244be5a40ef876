"""The words for months, seasons and parts of a year, Danish and English."""

from index.danish.number_words import ORDINALS

MONTHS = {
    "da": (
        "januar",
        "februar",
        "marts",
        "april",
        "maj",
        "juni",
        "juli",
        "august",
        "september",
        "oktober",
        "november",
        "december",
    ),
    "en": (
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
}
"""Month names as they are written in a sentence of the language."""

_SHORT = {
    "jan": 1,
    "feb": 2,
    "febr": 2,
    "mar": 3,
    "apr": 4,
    "jun": 6,
    "jul": 7,
    "aug": 8,
    "sep": 9,
    "sept": 9,
    "okt": 10,
    "oct": 10,
    "nov": 11,
    "dec": 12,
}

MONTH_NUMBERS = {
    name.lower(): number + 1 for names in MONTHS.values() for number, name in enumerate(names)
} | _SHORT
"""Lower-case month name or its abbreviation (without the full stop) → 1–12."""

MONTH_PATTERN = "|".join(sorted(MONTH_NUMBERS, key=len, reverse=True))
"""Alternatives for a regular expression, longest first."""

SEASONS = {
    "foråret": (3, 5),
    "forår": (3, 5),
    "spring": (3, 5),
    "sommeren": (6, 8),
    "sommer": (6, 8),
    "summer": (6, 8),
    "efteråret": (9, 11),
    "efterår": (9, 11),
    "autumn": (9, 11),
    "fall": (9, 11),
    "vinteren": (12, 2),
    "vinter": (12, 2),
    "winter": (12, 2),
}
"""Season → its first and last month; winter ends in the following year."""

PARTS_OF_A_YEAR = {
    **{word: place for word, place in ORDINALS.items() if place <= 4},
    **dict(zip(("1", "2", "3", "4", "1st", "2nd", "3rd", "4th"), (1, 2, 3, 4) * 2, strict=True)),
}
"""Which half or quarter of a year."""
