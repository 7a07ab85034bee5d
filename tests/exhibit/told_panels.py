"""Panels of people, of a quote and of events, for the small sound content."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.exhibit.sound_content import Content

SHENZHEN = "zones/shenzhen.yaml"
PEOPLE = """\
- id: who
  kind: people
  title: {en: Who began, zh-Hant: 誰開始的, zh-Hans: 谁开始的, pt: Quem começou}
  source: peoples-daily-2024-06-16
  people:
  - name: {en: Chen Fu-Rong, zh-Hant: 陳福榮, zh-Hans: 陈福荣, pt: Chen Fu-Rong}
    role: {en: engineer, zh-Hant: 工程師, zh-Hans: 工程师, pt: engenheiro}
    text:
      en: He built a lens. It is small.
      zh-Hant: 他造了一塊鏡片。它很小。
      zh-Hans: 他造了一块镜片。它很小。
      pt: Fez uma lente. É pequena.
    portrait:
      file: steel.svg
      alternative: {en: A man beside a lens, zh-Hant: 鏡片旁的男子,\
 zh-Hans: 镜片旁的男子, pt: Um homem ao lado de uma lente}
  - name: Zhou Yunxian
    role: {en: founder, zh-Hant: 創辦人, zh-Hans: 创办人, pt: fundadora}
    text: {en: She sells it., zh-Hant: 她出售鏡片。, zh-Hans: 她出售镜片。, pt: Vende-a.}
"""
QUOTE = """\
- id: said
  kind: quote
  words: {en: We began with five., zh-Hant: 我們由五人開始。, zh-Hans: 我们由五人开始。, pt: Cinco.}
  name: {en: Chen Fu-Rong, zh-Hant: 陳福榮, zh-Hans: 陈福荣, pt: Chen Fu-Rong}
  role: {en: engineer, zh-Hant: 工程師, zh-Hans: 工程师, pt: engenheiro}
  at: 2024-04
  source: peoples-daily-2024-06-16
"""
EVENTS = """\
- id: history
  kind: events
  title: {en: How it grew, zh-Hant: 如何成長, zh-Hans: 如何成长, pt: Como cresceu}
  source: peoples-daily-2024-06-16
  events:
  - at: 2021
    heading: {en: It grows, zh-Hant: 擴展, zh-Hans: 扩展, pt: Cresce}
    text: {en: More come., zh-Hant: 更多人加入。, zh-Hans: 更多人加入。, pt: Vêm mais.}
  - at: 2014-12-07
    heading: {en: It opens, zh-Hant: 啟用, zh-Hans: 启用, pt: Abre}
    text: {en: Teams move in., zh-Hant: 團隊進駐。, zh-Hans: 团队入驻。, pt: Entram equipas.}
    picture:
      file: steel.svg
      alternative: {en: Eight new houses, zh-Hant: 八座新房子在海邊,\
 zh-Hans: 八座新房子在海边, pt: Oito casas novas}
"""


def with_told_panels(content: Content) -> Content:
    """The content with all three at Shenzhen, behind its story."""
    content.change(SHENZHEN, "inset:\n", f"{PEOPLE}{QUOTE}{EVENTS}inset:\n")
    return content


def many_people(count: int) -> str:
    """A panel of so many people, each with two whole sentences."""
    words = "This person has worked beside the bay for more than ten years. The others know why."
    people = "".join(
        f"  - name: Person {chr(ord('A') + number)}\n"
        "    role: {en: engineer, zh-Hant: 工程師, zh-Hans: 工程师, pt: engenheiro}\n"
        f"    text: {{en: {words}, zh-Hant: 此人在此工作多年。, zh-Hans: 此人在此工作多年。,"
        " pt: Trabalha há anos junto da baía.}\n"
        for number in range(count)
    )
    head = PEOPLE.partition("  people:\n")[0]
    return f"{head}  people:\n{people}"
