"""The recipe that a file is read by."""

from index.settings import Settings
from ingest.recipe import reading_recipe


def test_the_recipe_changes_with_the_limits_and_with_ocr() -> None:
    limits = Settings.load().limits
    recipes = {
        reading_recipe(limits, None),
        reading_recipe(limits, "dan"),
        reading_recipe(limits.model_copy(update={"seconds": 5}), None),
    }
    assert len(recipes) == 3
    assert reading_recipe(limits, None) in recipes
