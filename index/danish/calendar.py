"""The words for months, seasons and parts of a year, Danish and English."""

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

ORDINALS = {
    "første": 1,
    "andet": 2,
    "anden": 2,
    "tredje": 3,
    "fjerde": 4,
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "1": 1,
    "2": 2,
    "3": 3,
    "4": 4,
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
}
"""Which half or quarter of a year."""

NUMBER_WORDS = {
    "to": 2,
    "tre": 3,
    "fire": 4,
    "fem": 5,
    "seks": 6,
    "syv": 7,
    "otte": 8,
    "ni": 9,
    "ti": 10,
    "tolv": 12,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "twelve": 12,
}
