"""Where a text stands is said in the words of the form, never by keys."""

from __future__ import annotations

import pytest

from kiosk.exhibit.editing.text_places import BETWEEN, text_place
from kiosk.exhibit.translating.translations import read_translations
from kiosk.shipped import shipped
from kiosk.text.multilingual import LANGUAGES
from kiosk.text.yaml_source import parse_document

ZONE = """\
id: qianhai
name: {en: Qianhai, pt: Qianhai}
panels:
- {id: teams, kind: facts, facts: [{id: all, label: {en: teams, pt: equipas}}]}
- id: port
  kind: story
  title: {en: The port, pt: O porto}
  pages:
  - {heading: {en: Cranes, pt: Guindastes}, text: {en: They lift., pt: Levantam.}}
"""


@pytest.mark.parametrize(
    ("location", "language", "place"),
    [
        (("name",), "en", "Name"),
        (("panels", 0, "facts", 0, "label"), "en", "Facts 1 › Facts 1 › Label"),
        (("panels", 1, "title"), "pt", "História 2 › Título"),
        (("panels", 1, "pages", 0, "text"), "en", "The port › Cranes › Text"),
        (("panels", 1, "pages", 0, "heading"), "pt", "O porto › Páginas 1 › Título"),
    ],
)
def test_a_place_is_named(location: tuple[str | int, ...], language: str, place: str) -> None:
    root = parse_document(ZONE, "zones/qianhai.yaml").root
    assert BETWEEN.join(text_place("zones/qianhai.yaml", root, location, language)) == place


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_of_the_exhibit_has_a_place_without_keys(language: str) -> None:
    folder = shipped("content")
    roots = {}
    for text in read_translations(folder).texts:
        if text.file not in roots:
            written = (folder / text.file).read_text("utf-8")
            roots[text.file] = parse_document(written, text.file).root
        place = text_place(text.file, roots[text.file], text.location, language)
        assert place
        assert not any("_" in name or "/" in name for name in place[-1:]), place
