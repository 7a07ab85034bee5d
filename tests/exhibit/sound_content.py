"""A small content folder in which nothing is wrong, for tests that then spoil it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.exhibit.reading.exhibit_reading import read_exhibit

if TYPE_CHECKING:
    from pathlib import Path

EXHIBIT = """\
format: 1
title: {en: The Bay, zh-Hant: 灣區, zh-Hans: 湾区, pt: A Baía}
welcome: {en: Touch a place, zh-Hant: 輕觸一處, zh-Hans: 轻触一处, pt: Toque num lugar}
languages: [en, zh-Hant, zh-Hans, pt]
map: bay.svg
map_approval: {missing: the tests are on show nowhere}
"""

SOURCES = """\
peoples-daily-2024-06-16:
  title: People's Daily overseas edition
  publisher: {en: People's Daily, zh-Hant: 人民日報, zh-Hans: 人民日报, pt: Diário do Povo}
  date: 2024-06-16
"""

UNITS = """\
teams:
  kind: count
  phrase: {en: "{n} teams", zh-Hant: "{n} 個團隊", zh-Hans: "{n} 个团队", pt: "{n} equipas"}
yuan:
  kind: measure
  phrase: {en: "{n} yuan", zh-Hant: "{n}元", zh-Hans: "{n}元", pt: "{n} yuan"}
day:
  kind: date
  phrase: {en: "{n}", zh-Hant: "{n}", zh-Hans: "{n}", pt: "{n}"}
"""

QIANHAI = """\
id: qianhai
kind: innovation-zone
in: [shenzhen]
map: {marker: qianhai, label_at: left, chip: [-40, 12.5]}
name: {en: Qianhai, zh-Hant: 前海, zh-Hans: 前海, pt: Qianhai}
introduction: {en: A zone, zh-Hant: 一區, zh-Hans: 一区, pt: Uma zona}
panels:
- id: teams
  kind: facts
  source: peoples-daily-2024-06-16
  as_of: 2024-06
  facts:
  - id: all
    lead: true
    value: 1195
    unit: teams
    label: {en: teams, zh-Hant: 團隊, zh-Hans: 团队, pt: equipas}
  - id: hong-kong
    part_of: all
    value: 691
    unit: teams
    label: {en: from Hong Kong, zh-Hant: 香港, zh-Hans: 香港, pt: de Hong Kong}
  - id: raised
    value: 4.2 billion
    bound: more-than
    unit: yuan
    label: {en: raised, zh-Hant: 融資, zh-Hans: 融资, pt: angariados}
- id: six-in-ten
  kind: chart
  chart: waffle
  headline: {en: Six in ten, zh-Hant: 六成, zh-Hans: 六成, pt: Seis em dez}
  sentence: {en: Six in ten., zh-Hant: 六成。, zh-Hans: 六成。, pt: Seis em dez.}
  unit: teams
  of: 1195
  rest: {en: others, zh-Hant: 其他, zh-Hans: 其他, pt: outras}
  series:
  - {id: hong-kong, value: 691, label: {en: HK, zh-Hant: 港, zh-Hans: 港, pt: HK}}
  source: peoples-daily-2024-06-16
  as_of: 2024-06
- id: growth
  kind: chart
  chart: line
  headline: {en: Growth, zh-Hant: 增長, zh-Hans: 增长, pt: Crescimento}
  sentence: {en: It grows., zh-Hant: 增長。, zh-Hans: 增长。, pt: Cresce.}
  unit: teams
  series:
  - id: teams
    label: {en: teams, zh-Hant: 團隊, zh-Hans: 团队, pt: equipas}
    data: {file: teams.csv, at: year, value: teams}
  breaks:
  - {before: 2024, note: {en: New, zh-Hant: 新, zh-Hans: 新, pt: Novo}}
  source: peoples-daily-2024-06-16
  as_of: 2024-06
"""

SHENZHEN = """\
id: shenzhen
kind: city
name: {en: Shenzhen, zh-Hant: 深圳, zh-Hans: 深圳, pt: Shenzhen}
introduction: {en: A city, zh-Hant: 城市, zh-Hans: 城市, pt: Uma cidade}
panels:
- id: steel
  kind: story
  title: {en: Steel, zh-Hant: 鋼, zh-Hans: 钢, pt: Aço}
  summary: {en: Strong, zh-Hant: 強, zh-Hans: 强, pt: Forte}
  pages:
  - heading: {en: One, zh-Hant: 一, zh-Hans: 一, pt: Um}
    text:
      en: A strong steel.
      zh-Hant: 鋼很強。
      zh-Hans: 钢很强。
      pt: Um aço forte.
    picture:
      file: steel.svg
      alternative: {en: A coil of steel, zh-Hant: 工廠裏的鋼卷,\
 zh-Hans: 工厂里的钢卷, pt: Uma bobina de aço}
    places: [qianhai]
    figure:
      id: opened
      value: 2014-12-07
      unit: day
      label: {en: opened, zh-Hant: 啟用, zh-Hans: 启用, pt: abertura}
    source: peoples-daily-2024-06-16
  - heading: {en: Two, zh-Hant: 二, zh-Hans: 二, pt: Dois}
    text: {en: More of it., zh-Hant: 更多。, zh-Hans: 更多。, pt: Mais.}
    source: peoples-daily-2024-06-16
inset:
  picture:
    file: town.svg
    alternative: {en: A town with two parks, zh-Hant: 城市和兩個公園,\
 zh-Hans: 城市和两个公园, pt: Uma cidade com dois parques}
  labels:
  - {at: [40, 50], zone: shenzhen}
"""

TEAMS = """\
year,teams
2018,348
2022,601
2024,"1,195"
"""

MAP = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">
<path id="shenzhen" d="M0 0 L50 0 L50 50 Z"/>
<circle id="qianhai" cx="10" cy="10" r="2"/>
</svg>
"""

HOME_VIEW = '<rect id="home-view" fill="none" x="381" y="354" width="947" height="630"/></svg>'
"""The land is beyond the upper left of the map home, as a map of another make may have it."""

OWN_WATERLINES = '<g id="waterlines"><path d="M0 60 H50"/></g></svg>'
"""With a line of its own, none has to be worked out, which takes seconds of the processor."""

FILES = {
    "exhibit.yaml": EXHIBIT,
    "sources.yaml": SOURCES,
    "units.yaml": UNITS,
    "zones/qianhai.yaml": QIANHAI,
    "zones/shenzhen.yaml": SHENZHEN,
    "data/teams.csv": TEAMS,
    "pictures/steel.svg": MAP,
    "pictures/town.svg": MAP,
    "map/bay.svg": MAP.replace("</svg>", HOME_VIEW).replace("</svg>", OWN_WATERLINES),
}


@dataclass(frozen=True)
class Content:
    """A folder with sound content and the ways to spoil it."""

    folder: Path

    def write(self, name: str, content: str | bytes) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)

    def change(self, name: str, old: str, new: str) -> None:
        """Replace the first `old`, which has to be there."""
        before = (self.folder / name).read_text(encoding="utf-8")
        assert old in before
        self.write(name, before.replace(old, new, 1))

    def messages(self) -> list[str]:
        """What reading it complains of."""
        return [str(message) for message in read_exhibit(self.folder).messages]


def sound_content(folder: Path) -> Content:
    """Write all the files."""
    content = Content(folder)
    for name, text in FILES.items():
        content.write(name, text)
    return content
