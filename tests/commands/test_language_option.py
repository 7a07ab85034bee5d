"""Every command takes any language that the exhibit has, and names those where it has not."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pikepdf
import pytest
from PySide6.QtCore import QSizeF

from kiosk.__main__ import main
from kiosk.exhibit.translating.translations import read_translations
from kiosk.languages.words import read_words
from kiosk.look.interface_style import InterfaceStyle
from kiosk.look.look import read_look
from kiosk.settings.settings_file import read_settings
from kiosk.shipped import shipped
from tests.exhibit.sound_content import Content, sound_content
from tests.workshop.translation.bench import Bench

if TYPE_CHECKING:
    from pathlib import Path

TOUR = """\
id: talk
title: {en: Talk, fr: Visite}
steps:
- {id: begin, place: home, duration: "1:00", notes: {en: Hello., fr: Bonjour.}}
"""
ASKED = {
    "run": ["run", "--language"],
    "present": ["present", "talk", "--language"],
    "notes": ["present", "talk", "--notes-language"],
    "preview": ["preview", "--language"],
    "render": ["render", "--out", "OUT", "--languages"],
    "handout": ["handout", "all", "--out", "OUT", "--language"],
    "translations": ["translations", "--language"],
}
BY_FOLDER = ("preview", "translations")


@pytest.fixture
def french(tmp_path: Path) -> Content:
    content = sound_content(tmp_path / "content")
    content.change("exhibit.yaml", "languages: [en, zh-Hant, zh-Hans, pt]", "languages: [en, fr]")
    content.change("exhibit.yaml", "title: {", "title: {fr: La Baie, ")
    content.write("tours/talk.yaml", TOUR)
    return content


def called(name: str, content: Content, language: str) -> list[str]:
    folder, out = str(content.folder), str(content.folder.parent / "out.pdf")
    verb, *words = [out if word == "OUT" else word for word in ASKED[name]]
    named = [folder] if verb in BY_FOLDER else []
    return [verb, *named, *words, language, *([] if named else ["--content", folder])]


@pytest.mark.parametrize("name", ASKED)
def test_a_language_that_the_exhibit_has_not_is_told_with_those_it_has(
    french: Content, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(called(name, french, "de")) == 2
    said = capsys.readouterr().err
    verb = ASKED[name][0]
    assert said == f"kiosk {verb}: the exhibit does not speak de: it speaks en and fr\n"


@pytest.mark.parametrize("name", ASKED)
@pytest.mark.parametrize("tag", ["French", "ar", "zh-CN"])
def test_what_is_no_language_of_an_exhibit_is_wrong_use(
    french: Content, name: str, tag: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(called(name, french, tag)) == 2
    assert f"'{tag}' is not the tag of a language here" in capsys.readouterr().err


def test_screens_are_drawn_in_french(qapp: object, french: Content, tmp_path: Path) -> None:
    out = tmp_path / "screens"
    words = ["--content", str(french.folder), "--out", str(out), "--size", "640x360"]
    assert main(["render", *words, "--languages", "fr", "--only", "home.fr.png"]) == 0

    assert [entry["file"] for entry in json.loads((out / "index.json").read_text())] == [
        "home.fr.png"
    ]
    assert (out / "home.fr.png").is_file()


def test_a_handout_is_in_the_first_language_of_the_exhibit(
    qapp: object, french: Content, tmp_path: Path
) -> None:
    french.change("exhibit.yaml", "languages: [en, fr]", "languages: [fr, en]")
    out = tmp_path / "handout.pdf"
    assert main(["handout", "talk", "--content", str(french.folder), "--out", str(out)]) == 0
    with pikepdf.open(out) as document:
        assert str(document.Root.Lang) == "fr"


def test_settings_of_a_machine_can_name_it_too(tmp_path: Path) -> None:
    file = tmp_path / "settings.yaml"
    file.write_text("language: fr\n", encoding="utf-8")
    assert read_settings(file).settings.language == "fr"
    file.write_text("language: ar\n", encoding="utf-8")
    assert read_settings(file).settings.language is None


def test_translations_into_french_are_counted_and_confirmed(
    french: Content, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["translations", str(french.folder), "--language", "fr", "--missing"]) == 1
    assert "missing" in capsys.readouterr().out
    confirm = ["--language", "fr", "--confirm", "exhibit/title"]
    assert main(["translations", str(french.folder), *confirm]) == 0

    (title,) = (
        text
        for text in read_translations(french.folder).texts
        if text.address.path == "title" and text.address.file == "exhibit.yaml"
    )
    assert title.states["fr"].name == "CURRENT", title.states


def test_the_table_of_translations_has_a_column_for_french(qapp: object, french: Content) -> None:
    look = read_look(shipped("assets")).sized(QSizeF(1440, 900))
    words = read_words(shipped("assets") / "words")
    bench = Bench(french.folder, InterfaceStyle(look, words, "en"))
    view = bench.view
    view.resize(900, 600)
    view.show()
    bench.read()
    try:
        view.grab()
        assert view.table.rows.columnCount() == 2
    finally:
        bench.leave()
