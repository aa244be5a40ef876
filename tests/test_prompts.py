"""Prompts are strict about what they are told and what they tell."""

from importlib import resources

import pytest

from prompts import BadPrompt, Prompt, parsed, prompt_named

SOUND = "---\nversion: 2\nvariables: a, b\n---\n# System\nBe {{a}}.\n\n# User\n{{b}}?\n"


def test_a_prompt_file_gives_its_version_variables_and_two_parts() -> None:
    prompt = parsed("short", SOUND)
    assert prompt == Prompt("short", 2, frozenset({"a", "b"}), "Be {{a}}.", "{{b}}?")


def test_every_variable_is_put_in_its_place() -> None:
    told = parsed("short", SOUND).filled(a="brief", b="why")
    assert (told.system, told.user) == ("Be brief.", "why?")


def test_what_looks_like_a_place_in_a_value_is_left_alone() -> None:
    told = parsed("short", SOUND).filled(a="{{b}}", b="{{a}}")
    assert (told.system, told.user) == ("Be {{b}}.", "{{a}}?")


@pytest.mark.parametrize(
    ("values", "wrong"),
    [({"a": "x"}, "needs a value for 'b'"), ({"a": "x", "b": "y", "c": "z"}, "no place for 'c'")],
)
def test_values_must_fit_the_variables_both_ways(values: dict[str, str], wrong: str) -> None:
    with pytest.raises(BadPrompt, match=wrong):
        parsed("short", SOUND).filled(**values)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (SOUND.replace("{{a}}", "{{c}}"), "uses 'c', which it does not declare"),
        (SOUND.replace("a, b", "a, b, c"), "declares 'c' and does not use it"),
        (SOUND.replace("version: 2", "version: two"), "a whole number"),
        (SOUND.replace("version: 2\n", ""), "must begin with a version"),
        (SOUND.replace("# User\n", ""), "the headings System and User"),
        (SOUND.replace("version: 2", "version"), "is no setting"),
        ("Be brief.", "does not begin"),
    ],
)
def test_a_file_that_does_not_say_what_it_must_is_refused_by_name(text: str, wrong: str) -> None:
    with pytest.raises(BadPrompt, match=rf"short\.md.*{wrong}"):
        parsed("short", text)


def test_other_words_are_another_edition_though_the_version_was_forgotten() -> None:
    one, other = (parsed("short", SOUND.replace("Be", be)).edition for be in ("Be", "Stay"))
    assert one.startswith("short 2 (")
    assert one != other


def prompt_files() -> list[str]:
    names = (file.name for file in resources.files("prompts").iterdir())
    return sorted(n.removesuffix(".md") for n in names if n.endswith(".md"))


NOT_FOR_A_MODEL_OF_OURS = {"README", "other_assistants"}


@pytest.mark.parametrize("name", sorted(set(prompt_files()) - NOT_FOR_A_MODEL_OF_OURS))
def test_every_prompt_file_is_sound_and_has_its_line_in_the_readme(name: str) -> None:
    prompt_named(name)
    readme = resources.files("prompts").joinpath("README.md").read_text("utf-8")
    assert f"`{name}.md`" in readme
