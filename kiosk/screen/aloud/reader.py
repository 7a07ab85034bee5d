"""The reader: goes from item to item of the screen, and says each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QAbstractButton

from kiosk.screen.aloud.items import Item, items_of
from kiosk.screen.aloud.position import Position
from kiosk.screen.aloud.reading_mark import ReadingMark
from kiosk.screen.aloud.utterances import Sentence, Utterances
from kiosk.screen.aloud.written_places import places_of
from kiosk.screen.board.letter_key import LetterKey
from kiosk.screen.control.button import Button
from kiosk.screen.control.pager import Pager
from kiosk.screen.control.switch import Switch

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from PySide6.QtCore import QRectF

    from kiosk.look.interface_style import InterfaceStyle
    from kiosk.screen.stage import Stage

_ARRIVING_MS = 300
"""What a touch brings is on the screen by then; a state that is set ahead comes within it."""
_LOOKING_MS = 60
"""How often it is looked then whether everything has arrived."""
_MOST_WAITS = 50
"""What has not come to rest by then is read as it is."""
_FIRST_TEXTS = 3
"""What is said by itself where somebody arrives: what it is, its title and its finding."""
_TURNS = {1: "on", -1: "back"}
"""The keys of the buttons that turn pages."""


class Reader(QObject):
    """Holds which item is read, and moves nothing but the mark and the focus.

    At either end of the items one press says so, and the next goes on from the other end.  By a
    keypad somebody goes from item to item; for who reads along, all texts of a screen are said.
    """

    told = Signal(object)
    """A tuple of `Sentence`s is to be spoken, one after the other."""

    def __init__(self, stage: Stage, style: Callable[[], InterfaceStyle]) -> None:
        super().__init__(stage)
        self._stage, self._style = stage, style
        self._mark = ReadingMark(stage)
        self._position = Position()
        self._is_on = self._by_keypad = False
        self._said: tuple[Sentence, ...] = ()
        self._utterances = Utterances(None)
        self.arriving_ms = _ARRIVING_MS
        """After so long it is looked what a touch or a key has brought."""
        self._waited = 0
        self._done = False
        """Whether an item was done, and what that brought is still to be said."""
        self._arriving = QTimer(self)
        self._arriving.setSingleShot(True)
        self._arriving.timeout.connect(self._arrive)

    @property
    def is_on(self) -> bool:
        """Whether the screen is read."""
        return self._is_on

    @property
    def is_arriving(self) -> bool:
        """Whether it waits for what a touch brings, to say it."""
        return self._arriving.isActive()

    @property
    def by_keypad(self) -> bool:
        """Whether somebody goes through the screen item by item."""
        return self._is_on and self._by_keypad

    @property
    def mark(self) -> ReadingMark:
        """What lies over everything on the stage."""
        return self._mark

    @property
    def item(self) -> Item | None:
        """What is read."""
        return self._position.item

    def begin(self, *, by_keypad: bool) -> None:
        """Begin with what is on the screen; to a keypad belongs a sentence on how to go on."""
        self._is_on, self._by_keypad = True, by_keypad
        self._position = Position()
        self._take_items()
        greeting = self._own("aloud_begin") if by_keypad else self._own("aloud_on_touch")
        self._tell(*greeting, *self._arrival())

    @Slot()
    def stop_marking(self) -> None:
        """Nothing is spoken any more: only where somebody stands is still marked."""
        if self._is_on:
            self._stand_on(self.item)

    def take_keypad(self) -> None:
        """A key was pressed: from now on somebody goes from item to item."""
        self._by_keypad = True

    def end(self) -> None:
        """Leave the screen alone."""
        self._is_on = False
        self._arriving.stop()
        self._said = ()
        self._mark.hide()

    def step(self, by: int) -> None:
        """Go to the item after or before."""
        self._take_items()
        if self._position.items:
            self._go(by, moves=self._position.step(by))

    def turn(self, by: int) -> None:
        """Turn a page; where there is none, go to the part of the screen after or before."""
        self._take_items()
        for item in self._position.items:
            control = item.widget
            if isinstance(control, Button) and control.key == _TURNS[by]:
                self._click(control)
                return
        if self._position.items:
            self._go(by, moves=self._position.step_part(by))

    def _go(self, by: int, *, moves: bool) -> None:
        """Say what was gone to, or that there is nothing after, or before."""
        if moves:
            self._tell(*self._now())
        else:
            self._tell(*self._own("aloud_last" if by > 0 else "aloud_first"))

    def do(self) -> None:
        """Do what the item does; from a text on, read all that follow it."""
        item = self.item
        if item is None:
            return
        if not item.widget.isVisibleTo(self._stage):
            # Something else has come, and is about to be told.
            self.change()
            return
        control = item.widget
        if not isinstance(control, QAbstractButton):
            further = self._position.items[self._position.at :]
            texts = [each for each in further if not each.is_control]
            self._tell(*(sentence for each in texts for sentence in self._sentences(each)))
        elif not control.isEnabled():
            self._tell(*self._sentences(item), *self._own("aloud_unavailable"))
        else:
            self._click(control)

    def _click(self, control: QAbstractButton) -> None:
        self._done = True
        control.click()
        self._arriving.start(self.arriving_ms)

    @Slot()
    def change(self) -> None:
        """Something else may be on the screen: say what, once it has come."""
        if self._is_on:
            self._arriving.start(self.arriving_ms)

    def start_over(self) -> None:
        """Say what is on the screen as to somebody who has just come, whatever it is."""
        self._position = Position()
        self.change()

    def say_again(self) -> None:
        """Say the same again."""
        self._tell(*self._said)

    def say_where(self) -> None:
        """Say which screen this is, and which item of how many."""
        self._take_items()
        items = self._position.items
        if items:
            number, count = str(self._position.at + 1), str(len(items))
            position = self._own("aloud_position", item=number, items=count)
            texts = [each for each in items if not each.is_control][:_FIRST_TEXTS] or items[:1]
            where = [sentence for each in texts for sentence in self._sentences(each)]
            item = self.item
            here = () if item is None or item in texts else self._sentences(item)
            self._stand_on(item)
            self._tell(*where, *position, *here)

    def say(self, key: str, **values: str) -> None:
        """Say something of the interface's own."""
        self._tell(*self._own(key, **values))

    @Slot(object)
    def mark_sentence(self, sentence: Sentence) -> None:
        """Mark what is spoken now, where it is written."""
        item = sentence.item
        if not self._is_on or item is None or not item.widget.isVisibleTo(self._stage):
            return
        if item.is_control:
            self._mark.hide()
            return
        spoken, areas = places_of(sentence.written, item.widget), self._areas(item)
        if not (areas or self._by_keypad or item.is_picture):
            # Who reads along is not shown a whole panel for a text that is not written on it.
            self._mark.hide()
            return
        self._mark.show_around(item.widget, areas, spoken, self._style().look)

    @Slot()
    def _arrive(self) -> None:
        """Say what is new; of what was done and brought nothing new, how it stands."""
        if self._stage.is_on_its_way and self._waited < _MOST_WAITS:
            self._waited += 1
            self._arriving.start(_LOOKING_MS)
            return
        self._waited = 0
        before, known = self.item, {each.words for each in self._position.items}
        kept = self._take_items()
        done, self._done = self._done, False
        if not kept:
            self._position.begin()
            self._mark.hide()
            arrival = self._arrival()
            self._tell(*arrival, *self._return())
            return
        new = [
            each for each in self._position.items if not each.is_control and each.words not in known
        ]
        new.sort(key=_is_no_page_number)
        if new:
            is_typing = done and before is not None and isinstance(before.widget, LetterKey)
            self._tell(*self._brought(new, stays=is_typing))
        elif done and before is not None and (now := self.item) is not None:
            self._tell(*self._sentences(now), *self._standing(now))

    def _standing(self, item: Item) -> Iterable[Sentence]:
        return self._state(item, of_off=True) or self._own("aloud_done")

    def _state(self, item: Item, *, of_off: bool = False) -> list[Sentence]:
        """Whether a switch is on, or one of several is chosen; `of_off` where it is not as well.

        What a button of the dock leads to is no state of it.
        """
        control = item.widget
        if isinstance(control, Switch):
            is_on = control.isChecked()
            return self._own("aloud_on" if is_on else "aloud_off") if is_on or of_off else []
        is_chosen = isinstance(control, Button) and item.count > 1 and control.isChecked()
        return self._own("aloud_chosen") if is_chosen and item.is_one_of_several else []

    def _take_items(self) -> bool:
        """Take what is on the screen; gives whether it is the one that was read."""
        return self._position.take(items_of(*self._stage.read(), self._style().language))

    def _arrival(self) -> Iterable[Sentence]:
        """What is said where somebody arrives."""
        return self._brought([each for each in self._position.items if not each.is_control])

    def _return(self) -> Iterable[Sentence]:
        """Where somebody comes back to, they are at what led away from there."""
        item = self._position.return_to_left() if self._by_keypad else None
        self._stand_on(item or self.item)
        return () if item is None else self._sentences(item)

    def _brought(self, texts: Sequence[Item], *, stays: bool = False) -> Iterable[Sentence]:
        """The first of these texts to a keypad, which goes on from there; all of them to others.

        Who types `stays` at the key.
        """
        said = (texts[:_FIRST_TEXTS] if self._by_keypad else texts) or self._position.items[:1]
        if said and self._by_keypad and not stays:
            self._position.be_at(said[-1])
            self._stand_on(self.item)
        return [sentence for each in said for sentence in self._sentences(each)]

    def _now(self) -> Iterable[Sentence]:
        """What is said of the item, with the mark or the focus on it."""
        item = self.item
        self._stand_on(item)
        if item is None:
            return ()
        said = list(self._sentences(item))
        control = item.widget
        if isinstance(control, QAbstractButton):
            said += self._state(item)
            if item.count > 1:
                said += self._own("aloud_position", item=str(item.number), items=str(item.count))
        return said

    def _stand_on(self, item: Item | None) -> None:
        if item is None or not self._by_keypad:
            self._mark.hide()
        elif item.is_control:
            self._mark.hide()
            item.widget.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._stage.setFocus(Qt.FocusReason.OtherFocusReason)
            self._mark.show_around(item.widget, self._areas(item), (), self._style().look)

    def _areas(self, item: Item) -> list[QRectF]:
        return [
            area for each in self._sentences(item) for area in places_of(each.written, item.widget)
        ]

    @property
    def utterances(self) -> Utterances:
        """How the exhibit of the moment says its texts."""
        exhibit = self._stage.state.exhibit
        if self._utterances.exhibit is not exhibit:
            self._utterances = Utterances(exhibit)
        return self._utterances

    def _sentences(self, item: Item) -> tuple[Sentence, ...]:
        return self.utterances.of_item(item)

    def _own(self, key: str, **values: str) -> list[Sentence]:
        style = self._style()
        return list(self.utterances.of_text(style.say(key, **values), style.language))

    def _tell(self, *sentences: Sentence) -> None:
        if not self._is_on:
            return
        self._said = sentences
        if sentences:
            self.told.emit(sentences)


def _is_no_page_number(item: Item) -> bool:
    """Where a page was turned, its number comes first."""
    return not isinstance(item.widget, Pager)
