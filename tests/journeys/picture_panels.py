"""A content folder with a gallery and a comparison, for visitors of tests."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor

from kiosk.journey.comfort import Comfort
from tests.journeys.standing import begin_again
from tests.journeys.visitor import Visitor
from tests.look.picture_bytes import plain, written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.app import App
    from kiosk.exhibit.place import Place
    from tests.exhibit.sound_content import Content

SIZES = [(1920, 1080), (1080, 1920), (3840, 2160), (1280, 1024)]
COMFORTS = [Comfort(), Comfort(text_size=3), Comfort(low_reach=True)]
COLORS = ("red", "lime", "blue", "yellow", "cyan")
_PICTURE = """\
  - file: hall-{number}.jpg
    alternative: {{en: View {number} of the great hall, zh-Hant: 大廳的第{number}個景觀, \
zh-Hans: 大厅的第{number}个景观, pt: Vista {number} do grande salão}}
    caption: {{en: The hall in its year {number}, zh-Hant: 大廳第{number}年, \
zh-Hans: 大厅第{number}年, pt: O salão no seu ano {number}}}
    credit: Wong Mei
    licence: CC BY 4.0
"""
LONG = {
    "en": "The tunnel before the lamps were hung, on the last evening on which only the engineers "
    "and their families came to see how far the beam would have to fly",
    "zh-Hant": "安裝照明前的隧道，最後一晚只有工程師和家人前來，看看束流要飛行多遠",
    "zh-Hans": "安装照明前的隧道，最后一晚只有工程师和家人前来，看看束流要飞行多远",
    "pt": "O túnel antes de serem penduradas as lâmpadas, na última noite em que só os engenheiros "
    "e as suas famílias vieram ver até onde o feixe teria de voar",
}
"""The caption of the fifth picture, of one sentence."""
_SIDE = """\
  {key}:
    label: {{en: {en}, zh-Hant: {hant}, zh-Hans: {hans}, pt: {pt}}}
    at: {at}
    picture:
      file: hall-{number}.jpg
      alternative: {{en: The river bank seen from the bridge, zh-Hant: 從橋上看河岸, \
zh-Hans: 从桥上看河岸, pt: A margem do rio vista da ponte}}
      credit: {credit}
      licence: CC BY 4.0
"""
PANELS = (
    "- id: hall\n  kind: gallery\n"
    "  title: {en: The great hall, zh-Hant: 大廳, zh-Hans: 大厅, pt: O grande salão}\n  pictures:\n"
    + "".join(_PICTURE.format(number=number) for number in range(1, 5))
    + re.sub(
        "caption: .*", f"caption: {json.dumps(LONG, ensure_ascii=False)}", _PICTURE.format(number=5)
    )
    + "  source: peoples-daily-2024-06-16\n"
    "- id: bank\n  kind: comparison\n"
    "  title: {en: The bank, zh-Hant: 河岸, zh-Hans: 河岸, pt: A margem}\n"
    "  text: {en: Towers were built., zh-Hant: 高樓建成。, zh-Hans: 高楼建成。,"
    " pt: Construíram-se torres.}\n"
    + _SIDE.format(
        key="before",
        en="The pier",
        hant="碼頭",
        hans="码头",
        pt="O cais",
        at=2003,
        number=1,
        credit="Wong Mei",
    )
    + _SIDE.format(
        key="after",
        en="The quarter",
        hant="新區",
        hans="新区",
        pt="O bairro",
        at=2024,
        number=3,
        credit="Joana Silva",
    )
    + "  source: peoples-daily-2024-06-16\n"
)


def with_picture_panels(content: Content) -> Content:
    """The folder with both panels behind the story of Shenzhen, and their photographs."""
    for number, name in enumerate(COLORS, 1):
        photograph = plain(QColor(name), 3_000, 2_250)
        content.write(f"pictures/hall-{number}.jpg", written(photograph, "jpg", 60))
    content.change("zones/shenzhen.yaml", "inset:\n", PANELS + "inset:\n")
    return content


def visitor_at(app: App, place: Place) -> Visitor:
    """Somebody who has just come, and has opened a panel."""
    app.stage.resize(*SIZES[0])
    begin_again(app)
    visitor = Visitor(app)
    go(visitor, place)
    return visitor


def go(visitor: Visitor, place: Place) -> None:
    """Open a place, and let it come to rest."""
    visitor.app.journey.go(place)
    visitor.app.stage.finish()
    visitor.take_a_moment()


def shown_in_all_languages(
    visitor: Visitor, place: Place, size: tuple[int, int], comfort: Comfort
) -> Iterator[str]:
    """Stand at a place in a window of that size, with a comfort, in one language after another."""
    app = visitor.app
    app.stage.resize(*size)
    for language in ("en", "zh-Hant", "zh-Hans", "pt"):
        app.journey.set_comfort(
            Comfort(language, text_size=comfort.text_size, low_reach=comfort.low_reach, still=True)
        )
        go(visitor, place)
        yield language
