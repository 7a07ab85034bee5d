"""The start page: what was open, another folder, a copy, a new exhibit, and a map of one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPushButton, QWidget

from kiosk.exhibit.reading.exhibit_reading import read_exhibit
from kiosk.settings.settings import Settings
from kiosk.workshop.starting.memory import (
    MEMORY_FILE,
    DeskMemory,
    Recent,
    read_memory,
    write_memory,
)
from kiosk.workshop.starting.session import Session
from tests.journeys.visitor import wait_until
from tests.project import PROJECT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kiosk.exhibit.model.exhibit import Exhibit
    from kiosk.workshop.starting.start_page import StartPage
    from tests.exhibit.sound_content import Content

    W = TypeVar("W", bound=QWidget)

INKSCAPE = PROJECT / "tests" / "geography" / "drawings" / "inkscape.svg"


class Sitting:
    """Somebody in front of the start page, whose memory lies in a folder of its own."""

    def __init__(self, state: Path, content: Path) -> None:
        self.file = state / MEMORY_FILE
        self._settings = Settings(content=content, state=state)
        self.session = Session(self._settings)

    def begin(self, language: str = "en", *recent: Recent) -> StartPage:
        write_memory(self.file, DeskMemory(language, recent))
        self.session = Session(self._settings)
        self.session.ask()
        self.session.page.activateWindow()
        wait_until(self.session.page.isActiveWindow)
        return self.session.page

    def shown(self) -> Exhibit:
        """The exhibit that the preview has come to show."""
        wait_until(lambda: self.session.preview is not None)
        preview = self.session.preview
        assert preview is not None
        wait_until(lambda: preview.app.exhibit is not None)
        assert preview.window.isVisible()
        assert not self.session.page.isVisible()
        exhibit = preview.app.exhibit
        assert exhibit is not None
        return exhibit

    def leave(self) -> None:
        self.session.stop()
        if self.session.preview is not None:
            self.session.preview.put_away()
        self.session.page.deleteLater()


@pytest.fixture
def sitting(qapp: object, tmp_path: Path, content: Content) -> Iterator[Sitting]:
    sitting = Sitting(tmp_path / "state", content.folder)
    yield sitting
    sitting.leave()


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def press(page: QWidget, name: str) -> None:
    """Press the button of that name."""
    found = [
        each
        for each in page.findChildren(QPushButton)
        if each.isVisible() and name in (each.accessibleName(), each.text())
    ]
    assert len(found) == 1, name
    click(found[0])


def choose_in_dialog(page: QWidget, path: Path) -> None:
    """Paste a path into the dialog that has opened, and press Enter."""
    wait_until(lambda: any(each.isVisible() for each in page.findChildren(QFileDialog)))
    dialog = next(each for each in page.findChildren(QFileDialog) if each.isVisible())
    line = dialog.findChild(QLineEdit)
    assert line is not None
    line.selectAll()
    QApplication.clipboard().setText(str(path))
    QTest.keyClick(line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert not dialog.isVisible()


def words_on(page: QWidget) -> str:
    return "\n".join(
        f"{each.accessibleName()} {each.accessibleDescription()}"
        for each in page.findChildren(QPushButton)
        if each.isVisible()
    )


def test_what_was_open_is_opened_again_and_what_is_gone_can_not_be(
    sitting: Sitting, content: Content, tmp_path: Path
) -> None:
    page = sitting.begin(
        "en", Recent(tmp_path / "gone", "Young teams"), Recent(content.folder, "The Bay")
    )
    wait_until(lambda: not page.cards[0].isEnabled())
    assert "is not there any more" in page.cards[0].accessibleDescription()
    assert page.cards[1].isEnabled()

    press(page, "The Bay")
    assert sitting.shown().title.words_in("en") == "The Bay"
    wait_until(lambda: read_memory(sitting.file).recent[0].folder == content.folder)


def test_a_folder_is_taken_off_the_list(sitting: Sitting, tmp_path: Path) -> None:
    page = sitting.begin("en", Recent(tmp_path / "gone", "Young teams"))
    forget = next(each for each in page._forget if each.isVisible())
    assert forget.accessibleName() == "Take off this list: Young teams"
    click(forget)
    assert not page.cards[0].isVisible()
    wait_until(lambda: read_memory(sitting.file).recent == ())


@pytest.mark.parametrize("inside", ["", "zones"])
def test_a_folder_is_chosen_and_opened(sitting: Sitting, content: Content, inside: str) -> None:
    page = sitting.begin("pt")
    press(page, "Abrir uma pasta…")
    choose_in_dialog(page, content.folder / inside)
    assert sitting.shown().title.words_in("pt") == "A Baía"
    assert sitting.session.preview is not None
    assert sitting.session.preview.window.windowTitle() == "Pré-visualização"


def test_a_folder_without_an_exhibit_is_told_and_the_page_stays(
    sitting: Sitting, tmp_path: Path
) -> None:
    (tmp_path / "photographs").mkdir()
    page = sitting.begin("zh-Hant")
    press(page, "打開資料夾…")
    choose_in_dialog(page, tmp_path / "photographs")
    wait_until(lambda: bool(page.told))
    assert page.told == (
        f"{tmp_path / 'photographs'} 裏沒有展覽：請選擇放有 exhibit.yaml 的資料夾。"
    )
    assert page.isVisible()
    assert sitting.session.preview is None


def keep_in(page: StartPage, folder: Path, button: str) -> None:
    press(page, button)
    choose_in_dialog(page, folder)


def test_a_copy_of_what_came_along_is_made_and_opened(sitting: Sitting, tmp_path: Path) -> None:
    page = sitting.begin()
    press(page, "A copy of the shipped exhibit…")
    keep_in(page, tmp_path, "Choose a folder…")
    folder = page.form.folder
    folder.selectAll()
    QTest.keyClicks(folder, "our bay")
    press(page, "Make it and open it")

    exhibit = sitting.shown()
    assert {each.id for each in exhibit.zones} >= {"qianhai", "hetao"}
    shipped = PROJECT / "content" / "zones" / "qianhai.yaml"
    copied = tmp_path / "our bay" / "zones" / "qianhai.yaml"
    assert copied.read_bytes() == shipped.read_bytes()
    copied.write_bytes(copied.read_bytes())


def test_a_new_exhibit_has_its_title_and_its_languages(sitting: Sitting, tmp_path: Path) -> None:
    page = sitting.begin("pt")
    press(page, "Uma exposição nova…")
    assert QApplication.focusWidget() is page.form.title
    press(page, "Criar e abrir")
    assert page.told == "Escreva primeiro um título."

    QTest.keyClicks(page.form.title, "O rio: agua")
    assert page.form.folder.text() == "o-rio-agua"
    for tag in ("zh-Hant", "zh-Hans"):
        QTest.keyClick(page.form.languages[tag], Qt.Key.Key_Space)
    keep_in(page, tmp_path, "Escolher uma pasta…")
    QTest.keyClick(page.form.title, Qt.Key.Key_Return)

    exhibit = sitting.shown()
    assert exhibit.title.words_in("pt") == "O rio: agua"
    assert exhibit.languages == ("pt", "en")
    assert (tmp_path / "o-rio-agua" / "exhibit.yaml").is_file()


def test_a_folder_with_something_in_it_is_never_written_to(
    sitting: Sitting, tmp_path: Path
) -> None:
    page = sitting.begin()
    press(page, "A new exhibit…")
    QTest.keyClicks(page.form.title, "Rivers")
    keep_in(page, tmp_path, "Choose a folder…")
    wait_until(lambda: page.form.folder.text() == "rivers")
    (tmp_path / "rivers").mkdir()
    (tmp_path / "rivers" / "letter.txt").write_text("mine")
    press(page, "Make it and open it")

    wait_until(lambda: "is not empty" in page.told)
    assert [each.name for each in (tmp_path / "rivers").iterdir()] == ["letter.txt"]
    assert page.form.make.isEnabled()


def test_of_a_map_what_was_found_is_shown_before_anything_is_written(
    sitting: Sitting, tmp_path: Path
) -> None:
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 900 900">'
        '<path id="cote" data-name="Côte" d="M0 0h300v300h-300z"/>'
        '<path id="hong-kong" d="M300 0h300v300h-300z"/>'
        '<path d="M600 0h100v100h-100z"/>'
        '<path id="broken" d="M0 600 nonsense"/></svg>'
    )
    drawing = tmp_path / "our-town.svg"
    drawing.write_text(svg, "utf-8")
    page = sitting.begin()
    press(page, "From a map of your own…")
    press(page, "Make it and open it")
    assert page.told == "Choose a drawing first."
    press(page, "Choose a drawing…")
    choose_in_dialog(page, drawing)

    names = page.form.places.names
    wait_until(lambda: names.count() == 2)
    assert [names.item(number).text() for number in range(2)] == ["Côte", "Hong Kong"]
    assert names.accessibleName() == "Places with a name: 2"
    said = [each.text() for each in page.form.places.findChildren(type(page._said))]
    assert "Shapes without a name, which become no place: 1" in said
    assert any("broken" in each for each in said)
    assert sorted(each.name for each in tmp_path.iterdir() if each.suffix == ".svg") == [
        "our-town.svg"
    ]

    keep_in(page, tmp_path, "Choose a folder…")
    wait_until(lambda: page.form.folder.text() == "our-town")
    press(page, "Make it and open it")
    assert {zone.id for zone in sitting.shown().zones} == {"cote", "hong-kong"}
    assert read_exhibit(tmp_path / "our-town").exhibit is not None


def test_a_drawing_that_is_none_is_told_in_words(sitting: Sitting, tmp_path: Path) -> None:
    drawing = tmp_path / "photo.svg"
    drawing.write_bytes(b"\x89PNG\r\n\x1a\n")
    page = sitting.begin("zh-Hans")
    press(page, "用自己的地图…")
    press(page, "选择图…")
    choose_in_dialog(page, drawing)
    wait_until(lambda: bool(page.told))
    assert "photo.svg" in page.told
    assert sitting.session.preview is None


def test_the_language_is_chosen_and_remembered(sitting: Sitting, content: Content) -> None:
    page = sitting.begin("en", Recent(content.folder, "The Bay"))
    click(page.languages["zh-Hant"])
    assert page.windowTitle() == "你想製作哪個展覽？"
    assert "複製隨附的展覽… 隨附的全部內容" in words_on(page)
    wait_until(lambda: read_memory(sitting.file).language == "zh-Hant")

    press(page, "The Bay")
    sitting.shown()
    preview = sitting.session.preview
    assert preview is not None
    assert preview.window.windowTitle() == "預覽"
    assert preview.app.journey.comfort.language == "en"


def test_the_colours_of_the_windows_are_chosen_in_the_preview_and_kept(
    sitting: Sitting, content: Content
) -> None:
    page = sitting.begin("en", Recent(content.folder, "The Bay"))
    assert page.style_of_page.look.theme.name == "dark"
    press(page, "The Bay")
    sitting.shown()
    preview = sitting.session.preview
    assert preview is not None
    choices = preview.window.toolbar.window_menu.choices
    action = next(each for each in choices.actions() if each.data() == "hc-light")
    action.trigger()

    assert preview.window.style_of_desk.look.theme.name == "hc-light"
    assert page.style_of_page.look.theme.name == "hc-light"
    # The exhibit keeps its own: how it looks is chosen beside its screen and its language.
    assert preview.app.interface_style().look.theme.name == "dark"
    wait_until(lambda: read_memory(sitting.file).colours == "hc-light")


def test_the_preview_speaks_another_language_at_once_and_leads_back(
    sitting: Sitting, content: Content
) -> None:
    page = sitting.begin("en", Recent(content.folder, "The Bay"))
    press(page, "The Bay")
    sitting.shown()
    preview = sitting.session.preview
    assert preview is not None
    wait_until(lambda: bool(preview.editing.roots))
    preview.editing.open("zones/qianhai.yaml", ("introduction",))
    action = next(
        each for each in preview.window.toolbar.window_menu.choices.actions() if each.data() == "pt"
    )
    action.trigger()
    assert preview.window.windowTitle() == "Pré-visualização"
    assert preview.window.toolbar.undo.accessibleName() == "Anular"
    row = preview.window.pane.row("introduction")
    assert row is not None
    assert row.accessibleName() == "Introdução"
    assert preview.app.journey.comfort.language == "en"
    wait_until(lambda: read_memory(sitting.file).language == "pt")

    click(preview.window.toolbar.exhibits)
    wait_until(page.isVisible)
    assert sitting.session.preview is None
    assert page.windowTitle() == "Em que exposição quer trabalhar?"
    press(page, "The Bay")
    assert sitting.shown().title.words_in("en") == "The Bay"


def test_everything_is_reached_by_keys(sitting: Sitting, content: Content) -> None:
    page = sitting.begin("en", Recent(content.folder, "The Bay"))
    page.ways["start_open"].setFocus()
    reached = []
    for _ in range(12):
        widget = QApplication.focusWidget()
        assert widget is not None
        reached.append(widget.accessibleName() or getattr(widget, "text", str)())
        QTest.keyClick(widget, Qt.Key.Key_Tab)
    for name in (
        *("Open a folder…", "A copy of the shipped exhibit…", "A new exhibit…"),
        *("From a map of your own…", "The Bay", "Take off this list: The Bay"),
    ):
        assert name in reached

    page.cards[0].setFocus()
    QTest.keyClick(page.cards[0], Qt.Key.Key_Space)
    sitting.shown()
