"""Rates that somebody has decided on in a review: which of them a generation still has."""

from collections.abc import Mapping
from contextlib import closing

from index.catalogue.rates import all_rates
from index.catalogue.reading import Catalogue
from index.errors import ReferentError
from index.generation.home import GenerationFolder, IndexHome
from index.rates.reviews import Reviews, fingerprint


def decided_rates(generation: GenerationFolder | None, home: IndexHome) -> Mapping[str, str]:
    """Return what is told of each by its fingerprint; nothing where no review can be read."""
    if generation is None or not home.reviews.exists():
        return {}
    try:
        choices = Reviews(home.reviews).choices()
    except ReferentError:
        return {}  # `referent doctor` says what is wrong with it
    with closing(Catalogue(generation.catalogue)) as catalogue, catalogue.connection() as rows:
        return {
            key: f"{source}: {rate.name}, {rate.printed}"
            for source, rate in all_rates(rows)
            for key in [fingerprint(rate)]
            if key in choices
        }
