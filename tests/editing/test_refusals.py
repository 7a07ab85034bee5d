"""Each reason why an edit is refused is said in every language of the interface."""

from __future__ import annotations

import pytest

from kiosk.exhibit.editing.refusals import EditRefusal, EditRefused
from kiosk.languages.words import read_words
from kiosk.shipped import shipped
from kiosk.text.multilingual import LANGUAGES


@pytest.mark.parametrize("refusal", EditRefusal)
def test_a_refusal_is_said_in_every_language(refusal: EditRefusal) -> None:
    words = read_words(shipped("assets") / "words")
    error = EditRefused(refusal, "zones/a.yaml", name="own", limit="1 MiB")
    said = [words.say(error.word, language, **error.values) for language in LANGUAGES]
    assert len(set(said)) == len(LANGUAGES)
    assert all(words.say(error.word, "en", **EditRefused(refusal).values) for _ in said)
