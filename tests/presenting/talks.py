"""A tour over the real content, a clock that stands still, and a talk that goes by both."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from kiosk.presenting.talk import Talk
from kiosk.shipped import shipped

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.app import App

TOUR = """\
# A tour of a test's own.
id: talk
title: {en: A talk, zh-Hant: 講解, zh-Hans: 讲解, pt: Uma visita}
steps:
- id: opening
  highlight: [qianhai]
  notes: {en: Welcome., zh-Hant: 歡迎。, zh-Hans: 欢迎。, pt: Boas-vindas.}
  duration: 1:00
- id: steel
  place: csns/super-steel/2
  notes: {en: "Ask **them**.", zh-Hant: 提問。, zh-Hans: 提问。, pt: Pergunte.}
  duration: "2:00" # as long as it takes
- id: framed
  place: home
  view: [qianhai, hetao]
  heading: {en: Two zones, zh-Hant: 兩區, zh-Hans: 两区, pt: Duas zonas}
  notes: {en: Point., zh-Hant: 指出。, zh-Hans: 指出。, pt: Aponte.}
  duration: 1:00
- id: said
  statement: {en: One bay, zh-Hant: 一個灣區, zh-Hans: 一个湾区, pt: Uma só baía}
  notes: {en: Wait., zh-Hant: 停頓。, zh-Hans: 停顿。, pt: Espere.}
  duration: 0:30
- id: coil
  picture:
    file: steel-coil.svg
    alternative: {en: A coil of steel, zh-Hant: 鋼卷, zh-Hans: 钢卷, pt: Uma bobina de aço}
  notes: {en: Thanks., zh-Hant: 謝謝。, zh-Hans: 谢谢。, pt: Obrigado.}
  duration: 0:30
"""


class Clock:
    """Stands still until a test turns it on."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def content_with_tour(folder: Path, tour: str = TOUR) -> Path:
    """A copy of the shipped content with one tour, `talk`."""
    content = folder / "content"
    shutil.copytree(shipped("content"), content, ignore=shutil.ignore_patterns("tours"))
    (content / "tours").mkdir()
    (content / "tours" / "talk.yaml").write_text(tour, encoding="utf-8")
    return content


def talk_in(
    app: App,
    clock: Clock,
    *,
    notes_language: str = "",
    autoplay: bool = False,
    loop: bool = False,
) -> Talk:
    """A talk along the tour, not begun yet."""
    host = app.talk_host()
    assert host is not None
    tour = host.exhibit.tour("talk")
    assert tour is not None
    return Talk(
        host, tour, notes_language=notes_language, autoplay=autoplay, loop=loop, clock=clock
    )
