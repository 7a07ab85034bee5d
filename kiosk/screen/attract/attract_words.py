"""The words of the attract loop, set to fit their rooms in every language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF

from kiosk.languages.phrases import phrase_ends
from kiosk.look.span import Span
from kiosk.look.typesetting import Setting, set_text, set_whole_words, width_of

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Mapping, Sequence

    from kiosk.look.look import Look
    from kiosk.screen.attract.attract_frame import AttractFrame
    from kiosk.screen.attract.scene import Scene

_SMALLER = 0.96
_LEAST_TITLE_U = 56
_MOST_LINES = 3
_LEAST_SUBTITLE = 0.78
_SIGN_U = 60
"""From the left of the column to the middle of the sign that invites to touch."""
_WORDS_U = 156
_BETWEEN_U = 32
_HEADING_GAP_U = 6
_FIRST_SCALE = 1.24
_FIRST_WEIGHT = 600


class Measure(NamedTuple):
    """How wide the words of a scene may be, in u, and the type role of their sentence."""

    width: float
    role: str


MEASURES = (
    Measure(460, "lead"),
    Measure(400, "lead"),
    Measure(340, "lead"),
    Measure(290, "lead"),
    Measure(420, "secondary"),
    Measure(380, "secondary"),
    Measure(340, "secondary"),
    Measure(280, "secondary"),
)
"""The best first."""


@dataclass(frozen=True)
class Placed:
    """A text and where its top left corner stands, in pixels of the window."""

    setting: Setting
    at: QPointF

    @property
    def rect(self) -> QRectF:
        """What it covers."""
        return self.setting.rect(self.at.x(), self.at.y())


@dataclass(frozen=True)
class Callout:
    """A name and one sentence about it."""

    heading: Setting
    sentence: Setting | None
    gap: float

    @property
    def size(self) -> QSizeF:
        """What they cover, one below the other."""
        width, height = self.heading.ink, self.heading.size.height()
        if self.sentence is not None:
            width = max(width, self.sentence.ink)
            height += self.gap + self.sentence.size.height()
        return QSizeF(width, height)

    def placed(self, corner: QPointF) -> Iterator[Placed]:
        """Both, from that top left corner on."""
        yield Placed(self.heading, corner)
        if self.sentence is not None:
            down = self.heading.size.height() + self.gap
            yield Placed(self.sentence, corner + QPointF(0, down))


def set_titles(
    look: Look, titles: Mapping[str, str], frame: AttractFrame
) -> Generator[None, None, dict[str, Placed]]:
    """The titles, all in the largest size at which each fits; they stand in the middle of its room.

    One size for all: the title stays as it is while its language changes.  No step sets more than
    one text.
    """
    style = look.style("attract")
    scale, least = 1.0, _LEAST_TITLE_U / style.size
    room = frame.title
    for language, words in titles.items():
        while scale > least and not _fits(look, words, language, scale, room):
            scale *= _SMALLER
            yield
        yield
    settings = {}
    for language, words in titles.items():
        settings[language] = _title(look, words, language, scale, room.width())
        yield
    tallest = max((each.size.height() for each in settings.values()), default=0.0)
    top = room.top() if frame.portrait else room.center().y() - tallest / 2
    return {
        language: Placed(setting, QPointF(room.left(), round(max(room.top(), top))))
        for language, setting in settings.items()
    }


def _title(look: Look, words: str, language: str, scale: float, width: float) -> Setting:
    return set_text(
        look, words, language=language, role="attract", width=width, balanced=True, scale=scale
    )


def _fits(look: Look, words: str, language: str, scale: float, room: QRectF) -> bool:
    setting = _title(look, words, language, scale, room.width())
    if setting.line_count > _MOST_LINES or _divides_words(setting):
        return False
    return setting.ink <= room.width() and setting.size.height() <= room.height()


def _divides_words(setting: Setting) -> bool:
    """Whether a line begins in the middle of a word, in Chinese in the middle of a phrase."""
    text = setting.text
    starts = (setting.layout.lineAt(number).textStart() for number in range(1, setting.line_count))
    inside = [start for start in starts if text[start - 1].isalnum()]
    return bool(inside) and (text.isascii() or not phrase_ends(text).issuperset(inside))


def set_subtitles(
    look: Look, subtitles: Mapping[str, str], frame: AttractFrame
) -> Generator[None, None, dict[str, Placed]]:
    """The lines above the titles, all in the size in which each fits on one line.

    No step sets more than one text.
    """
    widest = 1.0
    for tag, words in subtitles.items():
        widest = max(widest, width_of(look, words, language=tag, role="body"))
        yield
    scale = max(_LEAST_SUBTITLE, min(1.0, frame.column / widest * 0.99))
    placed = {}
    for tag, words in subtitles.items():
        if words:
            setting = set_text(
                look, words, language=tag, role="body", width=frame.column, scale=scale
            )
            placed[tag] = Placed(setting, frame.subtitle)
            yield
    return placed


def set_invitation(
    look: Look, invitations: Sequence[tuple[str, str]], frame: AttractFrame
) -> Generator[None, None, tuple[QPointF, tuple[Placed, ...]]]:
    """Where the sign of the invitation stands, and the invitations: pairs of language and words.

    The first is the largest, and the others follow below it in as many lines as they need.  No
    step sets more than one text.
    """
    room = frame.invitation
    left, right = room.left() + look.px(_WORDS_U), room.right()
    settings: list[Setting] = []
    for language, words in invitations:
        is_first = not settings
        settings.append(
            set_text(
                look,
                [Span(words, weight=_FIRST_WEIGHT if is_first else None)],
                language=language,
                role="lead" if is_first else "body",
                scale=_FIRST_SCALE if is_first else 1.0,
            )
        )
        yield
    x, y = left, 0.0
    height = 0.0
    flowed: list[Placed] = []
    for index, setting in enumerate(settings):
        if index == 1 or (index > 1 and x + setting.ink > right):
            x, y = left, y + height
        flowed.append(Placed(setting, QPointF(x, y)))
        x, height = x + setting.ink + look.px(_BETWEEN_U), setting.size.height()
    top = room.center().y() - (y + height) / 2
    down = QPointF(0, min(top, room.bottom() - y - height))
    sign = QPointF(room.left() + look.px(_SIGN_U), room.center().y())
    return sign, tuple(Placed(each.setting, each.at + down) for each in flowed)


def set_callout(look: Look, scene: Scene, language: str, measure: Measure) -> Callout | None:
    """What is said of a scene, in that measure; None where nothing is."""
    width = look.px(measure.width)
    heading, sentence = scene.headings.get(language), scene.sentences.get(language)
    if not heading:
        return None
    return Callout(
        set_whole_words(look, heading, language=language, role="heading", width=width),
        set_text(look, sentence, language=language, role=measure.role, width=width, balanced=True)
        if sentence
        else None,
        look.px(_HEADING_GAP_U),
    )
