"""A sound chart of each kind, added to a zone as it is or with one thing wrong in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.exhibit.reading.exhibit_reading import read_exhibit
from kiosk.exhibit.rules.map_rules import check_exhibit
from tests.exhibit.sound_content import QIANHAI

if TYPE_CHECKING:
    from tests.exhibit.sound_content import Content

FILE = "zones/qianhai.yaml"

HEAD = """\
- id: new
  kind: chart
  headline: {en: A, zh-Hant: 甲, zh-Hans: 甲, pt: A}
  sentence: {en: B, zh-Hant: 乙, zh-Hans: 乙, pt: B}
  source: peoples-daily-2024-06-16
  as_of: 2024-06
"""

LABEL = "label: {en: L, zh-Hant: 丙, zh-Hans: 丙, pt: L}"

SHARE = f"""\
  chart: share
  unit: teams
  of: 1195
  rest: {{en: others, zh-Hant: 其他, zh-Hans: 其他, pt: outras}}
  series:
  - {{id: hong-kong, value: 691, {LABEL}}}
  - {{id: macao, value: 100, {LABEL}}}
"""

RANKING = f"""\
  chart: ranking
  unit: teams
  series:
  - id: all
    {LABEL}
    points:
    - {{zone: qianhai, value: 691}}
    - {{zone: shenzhen, value: 1195, bound: more-than}}
    - {{value: 12, {LABEL}}}
"""

TIMELINE = f"""\
  chart: timeline
  series:
  - id: all
    {LABEL}
    points:
    - {{at: 2024-06-16, {LABEL}}}
    - {{at: 2014-12-07, {LABEL}}}
    - {{at: 2018, {LABEL}}}
"""

PLACE = f"{FILE}:{len(QIANHAI.splitlines()) + 1}:3"
"""Where the chart begins; its own keys begin seven lines further down."""


def line(number: int, column: int) -> str:
    """The place of a line of the chart's own keys, counted from 1."""
    return f"{FILE}:{len(QIANHAI.splitlines()) + len(HEAD.splitlines()) + number}:{column}"


def of_the_whole(content: Content) -> list[str]:
    """What is wrong with the zones taken together."""
    zone_files = read_exhibit(content.folder).zone_files
    return [
        str(message) for message in check_exhibit(zone_files, {"shenzhen", "qianhai", "peng-cheng"})
    ]


def add(content: Content, chart: str) -> None:
    content.write(FILE, QIANHAI + HEAD + chart)


def add_spoiled(content: Content, panel: str, right: str, wrong: str) -> None:
    """Add a panel with one thing wrong in it."""
    assert right in panel
    add(content, panel.replace(right, wrong, 1))
