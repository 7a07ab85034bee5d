"""The panels' and the controls' colours, at points that are known from the layout."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QSizeF

from kiosk.look.look import read_look
from kiosk.screen.panel.flow import INSET_U
from kiosk.shipped import shipped
from tests.exhibit.sound_content import sound_content
from tests.journeys.standing import begin_again, close_exhibit, open_exhibit
from tests.journeys.visitor import Visitor
from tests.pictures.picture import Picture, grabbed

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QColor
    from PySide6.QtWidgets import QWidget

    from kiosk.app import App
    from kiosk.look.look import Look
    from tests.pictures.conftest import InTheme, Seen


def test_the_panel_is_a_page_with_square_corners(seen: Seen, exhibit: App, look: Look) -> None:
    picture = seen("qianhai")
    assert exhibit.stage.sheet is not None
    page = exhibit.stage.sheet.geometry().adjusted(2, 2, -2, -2)

    for corner in (page.topLeft(), page.topRight(), page.bottomLeft(), page.bottomRight()):
        assert picture.pixelColor(corner.x(), corner.y()) == look.theme.panel
    assert picture.pixelColor(page.left() - 8, page.center().y()) != look.theme.panel


def test_the_share_bar_is_split_at_691_of_1195(seen: Seen, exhibit: App, look: Look) -> None:
    picture = seen("qianhai")
    facts = Visitor(exhibit).sees("FactsView")
    corner = facts.mapTo(exhibit.stage, QPoint(0, 0))
    left, width = corner.x() + round(look.px(INSET_U)), facts.width() - round(look.px(INSET_U))
    longest = max(
        (
            _run(picture, y, left, look.theme.accent)
            for y in range(corner.y(), corner.y() + facts.height())
        ),
        key=lambda run: run[1] - run[0],
    )

    assert longest[0] == left
    gap = look.px(4)
    assert longest[1] == pytest.approx(left + width * 691 / 1195 - gap, abs=2)


def test_the_first_dot_of_the_waffle_is_kapok_and_the_last_is_not(
    seen: Seen, exhibit: App, look: Look
) -> None:
    picture = seen("qianhai/six-in-ten")
    chart = Visitor(exhibit).sees("WaffleChart")
    corner = chart.mapTo(exhibit.stage, QPoint(0, 0))
    area = picture.copy(corner.x(), corner.y(), chart.width(), chart.height())
    row = next(y for y in range(area.height()) if _dots(area, y, look.theme.accent) >= 8)
    filled = [x for x in range(area.width()) if area.pixelColor(x, row) == look.theme.accent]

    assert filled[0] < look.px(24), "the first dot of the first row"
    ground = look.theme.panel
    drawn = [x for x in range(area.width()) if area.pixelColor(x, row) != ground]
    assert drawn[0] <= filled[0] <= drawn[0] + look.px(12)


@pytest.mark.parametrize(
    ("language", "name"),
    [("en", "English"), ("zh-Hant", "繁體中文"), ("zh-Hans", "简体中文"), ("pt", "Português")],
)
def test_the_chosen_language_is_pearl_and_no_other(
    seen: Seen, exhibit: App, look: Look, language: str, name: str
) -> None:
    picture = seen("", language)
    visitor = Visitor(exhibit)
    pearls = []
    for each in ("English", "繁體中文", "简体中文", "Português"):
        at = visitor.middle_of(visitor.control(each)) + QPoint(0, -18)
        if picture.color_at(at) == look.theme.pearl:
            pearls.append(each)

    assert pearls == [name]


def test_the_chosen_tab_is_pearl_and_no_other(seen: Seen, exhibit: App, look: Look) -> None:
    picture = seen("qianhai/six-in-ten")
    visitor = Visitor(exhibit)
    pearls = [
        name
        for name in ("Facts", "Charts", "Stories")
        if picture.color_at(visitor.middle_of(visitor.control(name)) + QPoint(0, -18))
        == look.theme.pearl
    ]

    assert pearls == ["Charts"]


def test_the_thread_leads_from_the_marker_to_the_panels_sign(
    seen: Seen, exhibit: App, look: Look
) -> None:
    picture = seen("qianhai")
    point = exhibit.stage.map_view.chosen_point()
    assert point is not None
    assert exhibit.stage.sheet is not None
    sign = exhibit.stage.sheet.sign_point + exhibit.stage.sheet.pos()
    near_marker = picture.pixelColor(round(point.x() + 60), round(point.y() - 60))
    near_sign = picture.pixelColor(round(sign.x() - 40), round(sign.y()))

    assert _near(near_marker, look.theme.accent)
    assert _near(near_sign, look.theme.accent)


def test_the_ground_of_a_story_is_its_picture(seen: Seen, exhibit: App, look: Look) -> None:
    story = seen("qianhai/dream-campus")
    facts = seen("qianhai")

    assert story.pixelColor(300, 300) != facts.pixelColor(300, 300)
    assert len({story.pixel(x, 540) for x in range(0, 1100, 10)}) > 10


@pytest.mark.parametrize("theme", ["light", "hc"])
def test_the_panel_follows_the_theme(in_theme: InTheme, theme: str) -> None:
    app = in_theme(theme, 960, 540)
    Visitor(app).touch_place("qianhai")
    picture = grabbed(app.stage)
    look = read_look(shipped("assets"), theme).sized(QSizeF(960, 540))

    assert picture.pixelColor(955, 4) == look.theme.panel
    assert (look.theme.panel.lightness() > 200) == (theme == "light")


def test_a_text_in_another_language_shows_a_small_tag(tmp_path: Path, qapp: object) -> None:
    """The same words with and without a Portuguese text: only a fallback has more behind them."""
    same = "introduction: {en: A zone, zh-Hant: A zone, zh-Hans: A zone, pt: A zone}"
    reaches = {}
    for name, words in (("translated", same), ("fallen back", "introduction: {en: A zone}")):
        content = sound_content(tmp_path / name)
        content.change(
            "zones/qianhai.yaml",
            "introduction: {en: A zone, zh-Hant: 一區, zh-Hans: 一区, pt: Uma zona}",
            words,
        )
        app = open_exhibit(content.folder, language="pt")
        begin_again(app, "pt")
        app.stage.zone_touched.emit("qianhai")
        app.stage.finish()
        facts = Visitor(app).sees("FactsView")
        reaches[name] = _ink_right(facts, rows=range(120, 180))
        close_exhibit(app)

    assert reaches["fallen back"] > reaches["translated"] + 20


def _ink_right(widget: QWidget, *, rows: range) -> int:
    """The rightmost pixel in these rows that is not the panel's ground."""
    parent = widget.parentWidget()
    assert parent is not None
    picture = grabbed(parent)
    corner = widget.mapTo(parent, QPoint(0, 0))
    ground = picture.pixel(2, 2)
    return max(
        x
        for y in rows
        for x in range(widget.width())
        if picture.pixel(corner.x() + x, corner.y() + y) != ground
    )


def _run(picture: Picture, y: int, left: int, color: QColor) -> tuple[int, int]:
    """The longest unbroken run of a colour in a row, from its first pixel to past its last."""
    wanted = color.rgb()
    best, x = (left, left), left
    for same, pixels in groupby(
        picture.pixel(x, y) == wanted for x in range(left, picture.width())
    ):
        length = len(list(pixels))
        if same and length > best[1] - best[0]:
            best = (x, x + length)
        x += length
    return best


def _dots(area: Picture, y: int, color: QColor) -> int:
    """How many separate runs of a colour stand in a row."""
    wanted = color.rgb()
    runs = groupby(area.pixel(x, y) == wanted for x in range(area.width()))
    return sum(same for same, _ in runs)


def _near(one: QColor, other: QColor) -> bool:
    """Whether a line's antialiased middle has the line's colour."""
    return (
        max(
            abs(one.red() - other.red()),
            abs(one.green() - other.green()),
            abs(one.blue() - other.blue()),
        )
        < 40
    )
