"""The messages that `tests/data/slack/` holds: how every kind of reply looks, in both languages.

`python -m tests.slack_messages` writes the files anew. Look at what changed before it is committed:
a test compares the files with what is drawn, and only a person sees whether that is good.
"""

import json
import shutil
import tempfile
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from datetime import date
from io import StringIO
from pathlib import Path

from bot.asked import Asked
from bot.chat.welcome import AtHome, at_home
from bot.cli.door import Answering, Door
from bot.cli.failures import run
from bot.replies import Language, Reply
from bot.slack.drawing.blocks import message
from bot.slack.drawing.home import home as home_tab
from bot.slack.drawing.modals import passage_modal
from bot.slack.drawing.notices import error_message, help_text
from bot.slack.drawing.one_line import one_line
from index.documents import OPEN
from referent import app
from tests.slack_rules import OUR_PAGE, Json

EXAMPLES = Path(__file__).parents[1] / "examples"
FILES = Path(__file__).parent / "data" / "slack"
TODAY = date(2026, 11, 21)

DRAFT = """\
Udkast til referat
Kvalitetsudvalget for Almen Praksis (KVAP)
Møde den 9. september 2026 kl. 15:30

1. Godkendelse af dagsorden
Beslutning
Godkendt.

2. Tilskud til tolkebistand i klinikkerne
Sagsnr.: 26/11234
Indstilling
Administrationen indstiller, at der afsættes 90.000 kr. til tolkebistand i 2027.
Beslutning
Indstillingen blev godkendt, idet beløbet højst må udgøre 60.000 kr.
"""

MEMO = """\
Notat om kørsel
14. januar 2026

Kørsel i egen bil godtgøres med 3,79 kr. pr. km.

Leje af mødelokale koster 410 kr. pr. time.
"""


@dataclass(frozen=True, slots=True)
class Case:
    """A question, and when it is asked."""

    question: str
    on: date = TODAY


CASES = {
    "decision_with_reservation_da": Case("Hvad besluttede KVAP om mentorordningen i marts 2024?"),
    "decision_with_reservation_en": Case(
        "Was the one shared phone number for municipal acute nursing approved?"
    ),
    "draft_da": Case("Hvad besluttede KVAP om tilskud til tolkebistand?"),
    "draft_en": Case("what did KVAP decide on interpreting assistance (tolkebistand)?"),
    "rate_in_force_da": Case("Hvad er mødehonoraret?"),
    "rate_in_force_en": Case("How much does a mentor get paid per hour?"),
    "rate_expired_da": Case(
        "Hvad er satsen til læringskredse pr. gruppe 1-sikret?", date(2027, 3, 1)
    ),
    "rate_expired_en": Case("What was the rate for learning circles in year 2 of AL24?"),
    "rate_undated_da": Case("Hvad er satsen for leje af mødelokale?"),
    "rate_conflict_da": Case("Kørselsgodtgørelse pr. km?"),
    "rate_conflict_en": Case("What is the mileage rate per km for driving in one's own car?"),
    "fact_da": Case("Hvor mange klinikker var med i en læringskreds i maj 2025?"),
    "fact_en": Case("how many people live on Lyngø?"),
    "definition_da": Case("Hvad er en satellitklinik?"),
    "list_en": Case("list the decisions of the SNS meeting on 15 May 2024"),
    "list_da": Case("Hvilke sager er blevet udsat i KVAP?"),
    "case_da": Case("Hvad handler sag 23/10417 om?"),
    "case_en": Case("What happened in case 25/13950?"),
    "people_da": Case("Hvem havde meldt afbud til KVAP 20. september 2023?"),
    "people_en": Case("Who attended SNS on 22 April 2026?"),
    "intro_da": Case("Jeg er nyt medlem af SNS. Fortæl mig om rådet."),
    "intro_en": Case("I have just joined KVAP, can you introduce it to me?"),
    "changes_da": Case("Hvad er der sket i KVAP siden januar 2026?"),
    "changes_en": Case("What has changed in SNS since January 2026?"),
    "not_decided_da": Case("hvad skete der med mentor ordning på mødet 20/9 2023"),
    "not_decided_en": Case("Why was the mentoring item put off in September 2023?"),
    "closed_da": Case("Hvad blev der besluttet om klagen over en praksis i Brokøbing?"),
    "closed_en": Case("what did SNS decide on the lease for the satellite clinic?"),
    "not_in_archive_da": Case("Hvad besluttede KVAP på mødet den 6. december 2023?"),
    "not_in_archive_en": Case("What was decided at the KVAP meeting on 10 June 2026?"),
    # Near ties by vector alone would be told in an order that differs between processors.
    "not_found_da": Case("opskrift på brunsviger"),
    "not_found_en": Case("Is there a swimming pool for the mentors?"),
}


def replies(home: Path) -> tuple[dict[str, Reply], AtHome]:
    """Ask every question of the sample archive, with two papers and a table of rates more.

    The other value is what the Home tab tells of that archive.
    """
    folder = home.parent / "arkiv"
    shutil.copytree(EXAMPLES / "archive", folder)
    shutil.copy(EXAMPLES / "takster-nordvang.csv", folder / "takster.csv")
    (folder / "kvap" / "2026-09-09-udkast.txt").write_text(DRAFT, encoding="utf-8")
    (folder / "notater" / "2026-01-14-koersel.txt").write_text(MEMO, encoding="utf-8")
    home.mkdir()
    shutil.copy(EXAMPLES / "settings.toml", home)
    with redirect_stdout(StringIO()), redirect_stderr(StringIO()):
        assert run(app, ["ingest", str(folder), "--home", str(home), "--json"]) in {0, 3}
    with Door().assistant(home) as assistant:
        made = {name: _ask(assistant, name, case) for name, case in CASES.items()}
    with Door().view(home, frozenset({OPEN})) as view:
        return made, at_home(view, TODAY)


def _ask(assistant: Answering, name: str, case: Case) -> Reply:
    language: Language = "da" if name.endswith("_da") else "en"
    return assistant.reply(Asked(case.question, on=case.on, language=language))


def drawn(made: dict[str, Reply], archive: AtHome) -> dict[str, Json]:
    """Return what each file holds: an answer in a channel, one in a meeting, and a passage."""
    files: dict[str, Json] = {}
    for name, reply in made.items():
        files[name] = {
            "question": reply.question,
            "kind": reply.kind.value,
            "message": message(reply, f"q-{name}", OUR_PAGE),
            "one_line": one_line(reply, f"q-{name}", OUR_PAGE),
        }
        if reply.citations:
            modal = passage_modal(reply.citations[0], reply.language, OUR_PAGE)
            files[name]["passage"] = modal
    said: tuple[tuple[str, Callable[[Language], Json]], ...] = (
        ("error", lambda language: error_message("R-7QF3", language)),
        ("help", help_text),
    )
    languages: tuple[Language, ...] = ("da", "en")
    for language in languages:
        files[f"home_{language}"] = {"view": home_tab(archive, language)}
    for key, notice in said:
        for language in languages:
            files[f"{key}_{language}"] = {"message": notice(language)}
    return files


def written(value: Json) -> str:
    """Return what a file holds, as it is compared and as a person reads it."""
    return json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def main() -> None:
    """Write the files."""
    FILES.mkdir(parents=True, exist_ok=True)
    for old in FILES.glob("*.json"):
        old.unlink()
    with tempfile.TemporaryDirectory() as folder:
        for name, value in drawn(*replies(Path(folder) / "home")).items():
            (FILES / f"{name}.json").write_text(written(value), encoding="utf-8")


if __name__ == "__main__":
    main()
