"""The items of a screen in the order in which they are read: its texts, then what can be done."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from kiosk.screen.assistive.reading_order import in_reading_order
from kiosk.screen.assistive.reading_texts import letters_of, read_texts
from kiosk.screen.assistive_role import AssistiveRole
from kiosk.screen.control.button import Button
from kiosk.screen.control.control import Control
from kiosk.screen.control.segments import SegmentBar
from kiosk.screen.panel.kicker import Kicker

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from PySide6.QtWidgets import QWidget

_SPACE = re.compile(r"[\s\u2028]+")
_UNNAMED = (AssistiveRole.CHART, AssistiveRole.STAGE, AssistiveRole.MAP)
"""What is there for its parts: its name would only be in the way of them."""


class Told(NamedTuple):
    """Words and the language that they are in."""

    words: str
    language: str


@dataclass(frozen=True)
class Item:
    """Something that can be heard: a line of a text, or a control with what it is and does.

    `widget` is what the ring is drawn around; `line` is which line of its text this is.  A control
    is number `number` of the `count` that belong together.
    """

    widget: QWidget
    told: tuple[Told, ...]
    line: int = 0
    number: int = 0
    count: int = 0

    @property
    def is_control(self) -> bool:
        """Whether it can be done."""
        return isinstance(self.widget, Control)

    @property
    def is_picture(self) -> bool:
        """Whether all of it is what is told."""
        return getattr(self.widget, "assistive_role", None) is AssistiveRole.PICTURE

    @property
    def is_one_of_several(self) -> bool:
        """Whether one of those that belong together is chosen."""
        return isinstance(self.widget.parentWidget(), SegmentBar)

    @property
    def words(self) -> str:
        """All its words."""
        return "\n".join(each.words for each in self.told)


def items_of(
    texts: Iterable[QWidget], controls: Iterable[Sequence[Control]], language: str
) -> tuple[Item, ...]:
    """The lines of the texts, each once, then the controls, part after part.

    What says nothing is left out; `language` is that of the interface.
    """
    found: dict[str, Item] = {}
    waiting: list[tuple[str, Item]] = []
    for widget in texts:
        if isinstance(widget, SegmentBar):
            # Each of its segments says to what it belongs.
            continue
        for number, told in enumerate(_lines(widget, language)):
            key, item = letters_of(told.words), Item(widget, (told,), number)
            if isinstance(widget, Kicker) and number:
                # Which page this is comes behind the title that stands below it.
                waiting.append((key, item))
                continue
            found.setdefault(key, item)
            if not isinstance(widget, Kicker):
                found.update(each for each in waiting if each[0] not in found)
                waiting = []
    found.update(each for each in waiting if each[0] not in found)
    for part in controls:
        for item in _control_items(part, language):
            found[f"{len(found)} control"] = item
    return tuple(found.values())


def _lines(widget: QWidget, language: str) -> Iterator[Told]:
    """The texts that are on a widget, its name first where it is not one of them."""
    found = read_texts(widget)
    # What is said but not written has no place of its own: it is said last.
    written = [text for text in found if text.area.toRect() != widget.rect()]
    if getattr(widget, "assistive_role", None) is not AssistiveRole.CHART:
        written = [written[number] for number in in_reading_order([each.area for each in written])]
    ordered = [*written, *(text for text in found if text not in written)]
    texts = [Told(_words(text.words), text.language or language) for text in ordered]
    name = _words(widget.accessibleName())
    role = getattr(widget, "assistive_role", None)
    if name and role not in _UNNAMED and not any(name in told.words for told in texts):
        yield Told(name, language)
    yield from texts


def _control_items(controls: Sequence[Control], language: str) -> Iterator[Item]:
    """The controls of a part; those of a bar of segments belong together, and all others."""
    groups: dict[SegmentBar | None, list[Control]] = {}
    for control in controls:
        if control.accessibleName():
            bar = control.parentWidget()
            groups.setdefault(bar if isinstance(bar, SegmentBar) else None, []).append(control)
    for bar, group in groups.items():
        for number, control in enumerate(group, 1):
            told = _control_told(control, bar, language)
            yield Item(control, told, number=number, count=len(group))


def _control_told(control: Control, bar: SegmentBar | None, language: str) -> tuple[Told, ...]:
    """What a control is called, with what it belongs to, and what it tells besides."""
    own = control.language if isinstance(control, Button) else language
    told = [Told(control.accessibleName(), own)]
    described = control.accessibleDescription().split("\n")
    # What opens a place says no more than its name, where it says that.
    told += [Told(line, language) for line in described if told[0].words not in line]
    if bar is not None:
        told.insert(0, Told(bar.accessibleName(), language))
    cleaned = (each._replace(words=_words(each.words)) for each in told)
    return tuple(each for each in cleaned if each.words)


def _words(text: str) -> str:
    return _SPACE.sub(" ", text).strip()
