"""Says below a form what else in the exhibit still says what was just changed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from kiosk.exhibit.editing.changed_values import changed_values
from kiosk.exhibit.editing.said_elsewhere import SaidElsewhere, rewritten, said_elsewhere
from kiosk.jobs import Answer, Jobs
from kiosk.workshop.editing.place_lines import PlaceLine, PlaceLines
from kiosk.workshop.editing.place_words import language_names, place_words, sentence_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from kiosk.exhibit.editing.changed_values import ChangedValue
    from kiosk.look.interface_style import InterfaceStyle
    from kiosk.text.yaml_source import Location, Node
    from kiosk.workshop.editing.edit_pane import EditPane
    from kiosk.workshop.editing.editing import Editing

_SETTLES_AFTER_MS = 900
"""A figure that is being typed is another one at every letter."""
_HIGHEST_PX = 190
_SHOW, _WRITE = "show", "write"
_HEADINGS = {"unit": "said_beside_unit", "picture": "said_of_picture"}
"""What stands above the list, where that is not that something is still written."""


class ElsewhereNote(QFrame):
    """The list below the form; hidden where there is nothing to tell."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 0)
        layout.setSpacing(4)
        line = QFrame(self)
        line.setObjectName("line")
        layout.addWidget(line)
        head = QHBoxLayout()
        self.heading = QLabel(self)
        self.heading.setObjectName("wrong")
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        self.heading.setWordWrap(True)
        self.write_all = QPushButton(self)
        self.close_it = QPushButton(self)
        for button in (self.write_all, self.close_it):
            button.setObjectName("fix")
        head.addWidget(self.heading, 1)
        head.addWidget(self.write_all, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.close_it, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(head)
        self.lines = PlaceLines(self)
        layout.addWidget(self.lines)
        self.hide()

    def show_lines(self, heading: str, lines: Sequence[PlaceLine]) -> None:
        """Show what is told, as high as it needs to be."""
        self.heading.setText(heading)
        self.setAccessibleName(heading)
        self.lines.show_lines(lines)
        self.show()
        self.lines.be_as_high_as_lines(_HIGHEST_PX)


class Elsewhere(QObject):
    """Follows what is changed, and looks beside the GUI thread where else it is said."""

    def __init__(self, editing: Editing, pane: EditPane, style: InterfaceStyle) -> None:
        super().__init__(editing)
        self._editing, self._pane, self._style = editing, pane, style
        self.note = ElsewhereNote(pane)
        layout = pane.layout()
        assert layout is not None
        layout.addWidget(self.note)
        self._before: dict[str, Node] = {}
        self._changes: tuple[ChangedValue, ...] = ()
        self._found: tuple[tuple[SaidElsewhere, ...], ...] = ()
        """What is said elsewhere, by the text; of each one place for a language."""
        self._told: ChangedValue | None = None
        self._is_late = False
        """Whether the list waits, so that it comes up under nobody's pointer."""
        editing.steady.rested.connect(self._show_late)
        self._jobs = Jobs(self)
        self._jobs.answered.connect(self._take)
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(_SETTLES_AFTER_MS)
        self._settling.timeout.connect(self._settle)
        editing.opened.connect(self._begin)
        editing.changed.connect(self._wait)
        pane.left.connect(self._settle_now)
        self.note.lines.chosen.connect(self._do)
        self.note.write_all.clicked.connect(self._write_all)
        self.note.close_it.clicked.connect(self._forget)

    def speak(self, style: InterfaceStyle) -> None:
        """Say it in the language of that style from now on."""
        self._style = style
        self._show()

    def stop(self) -> None:
        """Look no further."""
        self._settling.stop()
        self._jobs.rest()

    @Slot()
    def _begin(self) -> None:
        if not self._before:
            self._before = dict(self._editing.roots)
        self._show_late()

    @Slot()
    def _wait(self) -> None:
        if self._before:
            self._settling.start()

    @Slot()
    def _settle_now(self) -> None:
        if self._settling.isActive():
            self._settling.stop()
            self._settle()

    @Slot()
    def _settle(self) -> None:
        before, self._before = self._before, dict(self._editing.roots)
        look = partial(_look, before, self._before, self._changes)
        self._jobs.ask("elsewhere", look)

    @Slot(object)
    def _take(self, answer: Answer) -> None:
        if answer.error is not None:
            return
        self._changes, self._told, self._found = answer.value
        if self._editing.steady.is_in_use and self._told is not None:
            self._is_late = True
            self._editing.steady.wait()
        else:
            self._show()

    @Slot()
    def _show_late(self) -> None:
        if self._is_late:
            self._show()

    def _show(self) -> None:
        self._is_late = False
        told = self._told
        if told is None:
            self.note.hide()
            return
        say = self._style.say
        key = _HEADINGS.get(told.kind, "said_still")
        old = self._found[0][0].written if told.kind == "unit" else told.before
        self.note.write_all.setText(say("said_write_all", new=told.after).replace("&", "&&"))
        can_write = [each for each in self._found if any(one.instead for one in each)]
        self.note.write_all.setVisible(len(can_write) > 1)
        close = "said_of_picture_right" if told.kind == "picture" else "said_close"
        self.note.close_it.setText(say(close))
        self.note.show_lines(say(key, old=old), [self._line(each) for each in self._found])
        # It takes its room from the form, whose field is still being written in.
        QTimer.singleShot(0, self._pane, self._pane.keep_focus_in_sight)

    def _line(self, places: tuple[SaidElsewhere, ...]) -> PlaceLine:
        first = places[0]
        place = place_words(self._style, self._editing.roots, first.file, first.location)
        languages = language_names(each.language for each in places)
        actions = [(_SHOW, self._style.say("said_show"))]
        instead = next((each.instead for each in places if each.instead), "")
        if instead:
            actions.append((_WRITE, self._style.say("said_write", new=instead)))
        own = [each for each in places if each.language == self._style.language]
        shown = own[0] if own else first
        said = sentence_of(shown.words, shown.begin, len(shown.written))
        if languages:
            place = self._style.say("said_in", place=place, languages=languages)
        return PlaceLine(place, said, tuple(actions))

    @Slot(int, str)
    def _do(self, line: int, action: str) -> None:
        places = self._found[line]
        if action == _WRITE:
            self._write(places)
            return
        own = [each for each in places if each.language == self._style.language]
        shown = own[0] if own else places[0]
        self._editing.open_from_here(shown.file, shown.location)

    @Slot()
    def _write_all(self) -> None:
        self._write(tuple(place for places in self._found for place in places))

    def _write(self, places: Sequence[SaidElsewhere]) -> None:
        told = self._told
        edits = rewritten(self._editing.roots, places)
        if edits and told is not None:
            label = self._style.say("said_label", old=told.before, new=told.after)
            self._editing.change_in_all_languages(label, edits)
            self._settle_now()

    @Slot()
    def _forget(self) -> None:
        """Tell no more of it: it is right as it stands.  What else was changed is told then."""
        told = self._told
        self._changes = tuple(each for each in self._changes if each != told)
        self._told, self._found = None, ()
        self._show()
        if told is not None and told.kind == "picture":
            label = self._style.say("said_of_picture_right")
            self._editing.confirm_of_picture(label, told.file, told.location)
        if self._changes:
            self._settle()


def _look(
    before: Mapping[str, Node], now: Mapping[str, Node], known: tuple[ChangedValue, ...]
) -> tuple[tuple[ChangedValue, ...], ChangedValue | None, tuple[tuple[SaidElsewhere, ...], ...]]:
    """What was changed and is still so, the last of it that is said elsewhere, and where."""
    changes = _joined(known, tuple(changed_values(before, now)))
    kept = tuple(each for each in changes if _is_so(each, now))
    for changed in reversed(kept):
        by_text: dict[tuple[str, Location], list[SaidElsewhere]] = {}
        for each in said_elsewhere(now, changed):
            text = each.location[:-1] if each.language else each.location
            by_text.setdefault((each.file, text), []).append(each)
        if by_text:
            return kept, changed, tuple(map(tuple, by_text.values()))
    return kept, None, ()


def _joined(known: Sequence[ChangedValue], new: Sequence[ChangedValue]) -> tuple[ChangedValue, ...]:
    """A value that was changed twice was changed once."""
    found = {(each.file, each.location): each for each in known}
    for each in new:
        earlier = found.pop((each.file, each.location), None)
        whole = each if earlier is None else each._replace(before=earlier.before)
        if whole.before != whole.after:
            found[(each.file, each.location)] = whole
    return tuple(found.values())


def _is_so(changed: ChangedValue, now: Mapping[str, Node]) -> bool:
    root = now.get(changed.file)
    node = None if root is None else root.at(changed.location)
    return node is not None and node.kind == "text" and node.value.strip() == changed.after
