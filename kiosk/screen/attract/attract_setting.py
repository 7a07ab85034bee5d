"""What the attract loop says in all scenes, set for one look and one window."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

from kiosk.screen.attract.attract_words import Placed, set_invitation, set_subtitles, set_titles
from kiosk.screen.attract.scene_words import SceneWords
from kiosk.screen.map.map_marker import marker_reach

if TYPE_CHECKING:
    from collections.abc import Generator

    from kiosk.look.look import Look
    from kiosk.screen.attract.attract_frame import AttractFrame
    from kiosk.screen.attract.scene import AttractTexts


@dataclass(frozen=True)
class AttractSetting:
    """Titles and the lines above them by language, the invitation, and the words of scenes.

    `sign` is the middle of the marker that invites to touch.
    """

    look: Look
    frame: AttractFrame
    titles: dict[str, Placed]
    subtitles: dict[str, Placed]
    sign: QPointF
    invitation: tuple[Placed, ...]
    words: SceneWords


def set_attract(
    look: Look, frame: AttractFrame, texts: AttractTexts
) -> Generator[None, None, AttractSetting]:
    """Set everything for these rooms; no step sets more than one text."""
    sign, invitation = yield from set_invitation(look, tuple(texts.invitations.items()), frame)
    titles = yield from set_titles(look, texts.titles, frame)
    subtitles = yield from set_subtitles(look, texts.subtitles, frame)
    lasting = (*titles.values(), *subtitles.values(), *invitation)
    reach = marker_reach(look)
    round_sign = QRectF(sign.x() - reach, sign.y() - reach, 2 * reach, 2 * reach)
    taken = [round_sign, *(each.rect for each in lasting)]
    return AttractSetting(
        look=look,
        frame=frame,
        titles=titles,
        subtitles=subtitles,
        sign=sign,
        invitation=invitation,
        words=SceneWords(look, frame, tuple(texts.invitations), taken),
    )
