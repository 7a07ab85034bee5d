"""The translation view: what curators see in it, choose in it and confirm with it."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from kiosk.exhibit.translating.translations import TranslatedText
from kiosk.look.interface_style import InterfaceStyle
from kiosk.look.typesetting import Setting, set_text
from kiosk.shipped import shipped
from kiosk.text.multilingual import LANGUAGES
from kiosk.workshop.translation import cell_texts
from kiosk.workshop.translation.translation_rows import FILTERS, Heading
from tests.journeys.visitor import wait_until
from tests.workshop.translation.bench import Bench
from tests.workshop.translation.translation_table import (
    _COUNTED,
    QIANHAI,
    button,
    choose,
    paths,
    row_of,
    said,
)

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.languages.words import Words
    from kiosk.look.look import Look
    from kiosk.workshop.translation.translation_view import TranslationView
    from tests.exhibit.sound_content import Content


def test_texts_stand_below_the_names_of_their_places(view: TranslationView) -> None:
    headings = [row.title for row in view.table.rows.rows if isinstance(row, Heading)]

    assert headings == ["Exhibit: The Bay", "Sources", "Units", "Qianhai", "Shenzhen"]
    assert len(paths(view)) == 30


def test_the_original_stands_left_of_its_translations(view: TranslationView) -> None:
    row = row_of(view, "introduction")
    shown = [view.table.rows.index(row, column).data() for column in range(4)]

    assert shown == ["A new zone", "一區", "一区", "Uma zona"]


@pytest.mark.parametrize(
    ("kept", "shown"),
    [("missing", ["panels/teams/facts/all/label"]), ("older", ["introduction"])],
)
def test_a_filter_shows_only_what_has_to_be_done(
    view: TranslationView, kept: str, shown: list[str]
) -> None:
    assert button(view, kept).text().endswith("  1")
    button(view, kept).click()

    assert paths(view) == shown
    button(view, "all").click()
    assert len(paths(view)) == 30


def test_an_empty_filter_says_so(view: TranslationView, monkeypatch: pytest.MonkeyPatch) -> None:
    button(view, "unconfirmed").click()

    assert paths(view) == []
    assert "No text to show" in said(view, monkeypatch)


@pytest.mark.parametrize(
    ("language", "marks"),
    [
        ("en", {"Missing", "Older", "Up to date"}),
        ("zh-Hant", {"未有譯文", "比原文舊", "已是最新"}),
        ("zh-Hans", {"缺译文", "比原文旧", "已是最新"}),
        ("pt", {"Em falta", "Por atualizar", "Atualizada"}),
    ],
)
def test_what_is_wrong_is_said_in_words_in_every_language(
    view: TranslationView,
    look: Look,
    monkeypatch: pytest.MonkeyPatch,
    language: str,
    marks: set[str],
) -> None:
    view.show_look(look, language)
    view.table.scrollTo(view.table.rows.index(row_of(view, "introduction"), 0))
    view.table.verticalScrollBar().setValue(
        view.table.verticalHeader().sectionPosition(row_of(view, "introduction"))
    )

    assert marks <= set(said(view, monkeypatch))


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_its_scroll_bar_is_of_the_colours_of_the_theme(
    view: TranslationView, look: Look, theme: str
) -> None:
    themed = look.themed(theme)
    view.show_look(themed)
    bar = view.table.verticalScrollBar()

    picture = bar.grab().toImage()

    column = (picture.pixelColor(picture.width() // 2, y) for y in range(picture.height()))
    assert {each.name() for each in column if each.alpha()} == {themed.theme.control_border.name()}


def test_a_language_can_be_put_away_but_not_the_last_one(view: TranslationView) -> None:
    button(view, "zh-Hant").click()
    button(view, "zh-Hans").click()
    assert view.table.rows.columns == ("en", "pt")

    button(view, "pt").click()
    assert view.table.rows.columns == ("en", "pt")
    assert button(view, "pt").isChecked()
    button(view, "zh-Hant").click()
    assert [*view.table.rows.columns] == ["en", "zh-Hant", "pt"]


def test_who_reads_a_text_stays_at_it_when_the_content_is_read_again(
    bench: Bench, view: TranslationView, content: Content
) -> None:
    row = row_of(view, "panels/steel/summary", "zones/shenzhen.yaml")
    choose(view, row, 3)
    content.change(QIANHAI, "panels:\n", "panels:\n- {id: more, title: {en: New}}\n")
    bench.read()

    assert row_of(view, "panels/steel/summary", "zones/shenzhen.yaml") == row + 1
    current = view.table.currentIndex()
    assert (current.row(), current.column()) == (row + 1, 3)


def test_a_file_that_can_t_be_read_is_named(
    bench: Bench, view: TranslationView, content: Content, monkeypatch: pytest.MonkeyPatch
) -> None:
    content.write(QIANHAI, "id: [")
    bench.read()

    assert f"{QIANHAI} can’t be read: the check says why" in said(view, monkeypatch)


def test_markup_in_a_text_is_shown_as_it_is_written(
    bench: Bench, view: TranslationView, content: Content, monkeypatch: pytest.MonkeyPatch
) -> None:
    content.change("exhibit.yaml", "en: The Bay", 'en: "<img src=x> **Bay**"')
    bench.read()

    assert "<img src=x> **Bay**" in said(view, monkeypatch)


@pytest.mark.parametrize("width", [700, 1200, 1900])
def test_no_text_in_view_is_cut(look: Look, words: Words, tmp_path: Path, width: int) -> None:
    folder = tmp_path / "shipped"
    shutil.copytree(shipped("content"), folder)
    bench = Bench(folder, InterfaceStyle(look, words, "en"))
    view = bench.view
    view.resize(width, 800)
    view.show()
    bench.read()
    table = view.table
    bar = table.verticalScrollBar()
    for value in range(0, bar.maximum(), bar.maximum() // 7):
        bar.setValue(value)
        wait_until(lambda: table.is_settled)
        last = table.rowAt(table.viewport().height() - 1)
        assert last > 0
        for number in range(table.rowAt(0), last + 1):
            row = table.rows.rows[number]
            for column, language in enumerate(table.rows.columns):
                if isinstance(row, TranslatedText):
                    room = table.visualRect(table.rows.index(number, column))
                    needed = view._cells.texts.height(row, (language,), room.width(), view.texts)
                    assert room.height() >= needed - 1
    bench.leave()


def test_of_thousands_of_texts_only_those_in_view_are_set(
    bench: Bench, view: TranslationView, content: Content, monkeypatch: pytest.MonkeyPatch
) -> None:
    facts = "".join(
        f"  - {{id: fact-{number}, label: {{en: Fact {number}, pt: Facto {number}}}}}\n"
        for number in range(4000)
    )
    content.write("zones/long.yaml", f"id: long\npanels:\n- id: facts\n  facts:\n{facts}")
    count = 0

    def counted(*arguments: object, **options: object) -> Setting:
        nonlocal count
        count += 1
        return set_text(*arguments, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(cell_texts, "set_text", counted)
    bench.read()
    view.table.verticalScrollBar().setValue(view.table.verticalScrollBar().maximum() // 2)
    bench.settle()
    view.grab()

    assert len(paths(view)) > 4000
    assert 0 < count < 600


def test_every_filter_has_its_words(words: Words) -> None:
    for kept in FILTERS:
        assert all(words.say(f"translation_{kept}", language) for language in LANGUAGES)


def test_an_exhibit_in_one_language_has_nothing_to_translate(
    bench: Bench, view: TranslationView, content: Content
) -> None:
    content.change("exhibit.yaml", "[en, zh-Hant, zh-Hans, pt]", "[en]")
    bench.read()

    assert view.table.rows.columns == ("en",)
    assert len(paths(view)) == 30
    assert not view.grab().isNull()


def test_chinese_is_counted_in_characters_and_the_rest_in_words(
    view: TranslationView, monkeypatch: pytest.MonkeyPatch
) -> None:
    button(view, "older").click()

    counts = [words for words in said(view, monkeypatch) if words.split(":")[0] in _COUNTED]
    assert counts == [
        "Words: 3 / 50",
        "Characters: 2 / 80",
        "Characters: 2 / 80",
        "Words: 2 / 50",
    ]
