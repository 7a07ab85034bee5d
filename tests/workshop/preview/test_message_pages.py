"""A click on a message opens the page on which it is seen, be it the second one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.text.messages import PlacedMessage
from kiosk.workshop.preview.quoted_messages import quoted_messages
from tests.journeys.picture_panels import with_picture_panels
from tests.journeys.visitor import wait_until
from tests.workshop.preview.desk import QIANHAI, Desk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.exhibit.sound_content import Content

SHENZHEN = "zones/shenzhen.yaml"
FACT = """\
  - id: fact-{0}
    value: {1}
    unit: teams
    label: {{en: counted in part {0}, zh-Hant: 第{0}部, zh-Hans: 第{0}部, pt: na parte {0}}}
"""
FACTS = "".join(FACT.format(number, 1000 + number) for number in range(30))


@pytest.fixture
def desk(qapp: object, content: Content) -> Iterator[Desk]:
    """A desk at which a panel of facts takes several pages, and one of pictures has five."""
    with_picture_panels(content)
    content.change(QIANHAI, "  - id: raised\n", FACTS + "  - id: raised\n")
    desk = Desk(content)
    wait_until(lambda: SHENZHEN in desk.preview.editing.roots)
    yield desk
    desk.leave()


def choose(desk: Desk, file: str, written: str) -> None:
    """Choose a message in the list that is about the line on which this is written."""
    lines = (desk.content.folder / file).read_text(encoding="utf-8").splitlines()
    line = next(number for number, each in enumerate(lines, 1) if written in each)
    column = lines[line - 1].index(written) + 1
    reading = desk.preview.rereading._reading
    assert reading is not None
    message = PlacedMessage(file, line, column, "something")
    (quoted,) = quoted_messages([message], reading, desk.content.folder)
    desk.window.message_chosen.emit(quoted)


@pytest.mark.parametrize(
    ("file", "written", "place"),
    [
        (SHENZHEN, "en: Two", "shenzhen/steel/2"),
        (SHENZHEN, "en: One", "shenzhen/steel"),
        (SHENZHEN, "The hall in its year 4", "shenzhen/hall/4"),
    ],
)
def test_a_message_of_a_written_page_opens_that_page(
    desk: Desk, file: str, written: str, place: str
) -> None:
    choose(desk, file, written)

    wait_until(lambda: desk.place == place)


@pytest.mark.parametrize("written", ["counted in part 29", "value: 1029", "fact-29"])
def test_a_message_of_a_figure_opens_the_page_that_has_it(desk: Desk, written: str) -> None:
    choose(desk, QIANHAI, written)

    wait_until(lambda: desk.place.startswith("qianhai/teams/"))
    stage = desk.app.stage
    wait_until(lambda: not stage.is_on_its_way)
    assert stage.sheet is not None
    shown = stage.sheet.written_on_pages()[desk.app.journey.place.page - 1]
    assert "29" in shown
    assert "counted in part 29" in shown.replace("\n", " ")


def test_the_first_page_comes_back_with_a_message_of_its_own(desk: Desk) -> None:
    choose(desk, QIANHAI, "counted in part 29")
    wait_until(lambda: desk.place.startswith("qianhai/teams/"))

    choose(desk, QIANHAI, "en: from Hong Kong")

    wait_until(lambda: desk.place == "qianhai/teams")
