"""Questions as they are typed: without capitals, without æ, ø and å, with a slip of the finger."""

import pytest

from bot.questions.typed.meant import Typed, as_meant
from index.danish.glossary import Glossary
from tests.words_of import WordsOf

PAPERS = WordsOf(
    """
    Havneudvalget besluttede, at broen ved Skarreklint males. I Skarreklint er der en kiosk.
    Der er sand på stranden, og Ole Sand bor i Tangbjerg. Efter mødet ringede Ole Sand hjem.
    Formanden bor på Kirkebakken, og Bo Tangvad bor ved siden af. Alle bor godt.
    Udvalget hørte Bo Tangvad om lystbådene. Medlemmerne fik en mail fra HLU om mågerne.
    Sagen blev drøftet af HLU i Tangbjerg Kommune, og Tangbjerg Kommune gav et tilskud.
    Tilsynet førtes af Kaj Drejby, og siden har Pia Ros gjort det.
    """,
    names=("Vejlebro",),
)
GLOSSARY = Glossary.load()


def meant(text: str) -> Typed:
    return as_meant(text, PAPERS, GLOSSARY)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("hvad skete der med kiosken i skarreklint", "hvad skete der med kiosken i Skarreklint"),
        ("what happened to the kiosk in skarreklint", "what happened to the kiosk in Skarreklint"),
        ("Hvad skrev hlu om mågerne?", "Hvad skrev HLU om mågerne?"),
        ("hvad sagde bo tangvad om bådene", "hvad sagde Bo Tangvad om bådene"),
        ("fik tangbjerg kommune et tilskud", "fik Tangbjerg Kommune et tilskud"),
        ("hvornår stoppede kaj drejby", "hvornår stoppede Kaj Drejby"),
        ("hvad laver pia ros", "hvad laver Pia Ros"),
        ("HVAD SKETE DER I SKARREKLINT?", "hvad skete der i Skarreklint?"),
        ("Hvad Skete Der Med Broen I Skarreklint?", "hvad skete der med broen i Skarreklint?"),
        ("What Happened to the Kiosk at Skarreklint", "what happened to the kiosk at Skarreklint"),
        ("hvad skrev Hlu om kiosken i skarreklint", "hvad skrev Hlu om kiosken i skarreklint"),
    ],
)
def test_names_that_are_typed_like_any_word_are_read_as_the_papers_write_them(
    typed: str, read: str
) -> None:
    assert meant(typed) == Typed(read, guessed=False)


@pytest.mark.parametrize(
    "typed",
    [
        "hvor meget sand er der på stranden",  # a name as well, and no name for the most part
        "hvor bor formanden",
        "rate for HLU?",  # in either language, and "råte" in one
        "Hvad besluttede HLU om broen i Skarreklint?",
        "HLU",
        "HLU 2024",
    ],
)
def test_a_word_that_may_be_no_name_and_a_question_with_capitals_stay_as_typed(typed: str) -> None:
    assert meant(typed) == Typed(typed, guessed=False)


def test_papers_may_be_called_by_a_name_that_stands_in_none_of_them() -> None:
    assert meant("hvad koster en plads i vejlebro").text == "hvad koster en plads i Vejlebro"


def test_a_word_that_nothing_knows_is_a_name_where_a_place_stands() -> None:
    assert meant("hvad skete der i grimmerup").text == "hvad skete der i Grimmerup"
    assert meant("hvad sagde grimmerup om det").text == "hvad sagde grimmerup om det"
    assert meant("hvad blev der gjort i haven").text == "hvad blev der gjort i haven"


def test_letters_of_a_case_number_are_capitals() -> None:
    asked = "hvad skete der i sag 27.12.16-p22-9-22?"
    assert meant(asked).text == "hvad skete der i sag 27.12.16-P22-9-22?"


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("hvornar modtes havneudvalget", "hvornår mødtes havneudvalget"),
        ("hvad blev der droftet om magerne", "hvad blev der drøftet om mågerne"),
        ("hvornaar blev der droeftet noget", "hvornaar blev der droeftet noget"),
    ],
)
def test_letters_that_a_keyboard_lacks_are_put_back_and_not_told_of(typed: str, read: str) -> None:
    assert meant(typed) == Typed(read, guessed=False)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Hvad skete der i Skarreklnit?", "Hvad skete der i Skarreklint?"),  # swapped
        ("Hvad skete der i Skarrreklint?", "Hvad skete der i Skarreklint?"),  # doubled
        ("Hvad skete der i Skarrklint?", "Hvad skete der i Skarreklint?"),  # left out
        ("Hvad blev besluttt om lystbbådene?", "Hvad blev besluttet om lystbådene?"),
        ("what was decided on 3 Mrch 2021", "what was decided on 3 March 2021"),
    ],
)
def test_a_slip_of_the_finger_is_read_as_the_one_word_it_can_be_and_told(
    typed: str, read: str
) -> None:
    assert meant(typed) == Typed(read, guessed=True)


@pytest.mark.parametrize(
    "typed",
    [
        "Hvad skete der i Skarreklunt?",  # another letter is another name
        "Hvad sagde Ib Tangvaad?",  # nobody is called so in the papers
        "Hvad skrev HLV om det?",  # a short form is one letter from every other
        "Hvad skete der i sag 2024-19876?",
        "Hvad siger § 90-årig?",
    ],
)
def test_what_may_be_another_name_or_number_is_not_guessed_at(typed: str) -> None:
    assert not meant(typed).guessed
    assert meant(typed).text == typed


class CountedWords(WordsOf):
    """Papers that count how often they are asked whether they know a word."""

    asked = 0

    def knows(self, word: str) -> bool:
        self.asked += 1
        return super().knows(word)


@pytest.mark.parametrize("letter", ["q", "Q", "ø", "ﷺ"])
def test_no_slips_are_tried_in_what_is_longer_than_any_word(letter: str) -> None:
    # Of 1,900 letters there are 100,000, each as long: an hour's work, and a gigabyte.
    asked = f"Hvad skete der i {letter * 1_900}?"
    papers = CountedWords("Mødet var i Bredlund.")
    read = as_meant(asked, papers, GLOSSARY)
    assert (read.text.lower(), read.guessed) == (asked.lower(), False)
    assert papers.asked < 10_000


def test_a_name_between_two_is_neither() -> None:
    asked = "Hvad skete der i Bredllund?"
    papers = WordsOf("Mødet var i Bredlund, og der er en mølle i Bredlund.")
    assert as_meant(asked, papers, GLOSSARY) == Typed("Hvad skete der i Bredlund?", guessed=True)
    papers = WordsOf("Mødet var i Bredlund, og der er en mølle i Bredelund.")
    assert as_meant(asked, papers, GLOSSARY) == Typed(asked, guessed=False)


def test_a_name_beside_another_is_read_as_the_one_that_stands_beside_it() -> None:
    assert meant("Hvad sagde Bo Tangvaad om det?").text == "Hvad sagde Bo Tangvad om det?"


@pytest.mark.parametrize("name", ["Nilsen", "Jenssen", "Petterson"])
def test_names_of_persons_that_are_spelt_in_many_ways_are_somebody_elses(name: str) -> None:
    papers = WordsOf("Det sagde Ida Nielsen til Kaj Jensen og Ulf Peterson i salen.")
    asked = f"Hvad sagde Ida {name}?"
    assert as_meant(asked, papers, GLOSSARY) == Typed(asked, guessed=False)
