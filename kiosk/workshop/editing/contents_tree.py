"""Everything that an exhibit has, as a tree: places with their panels, layers, tours, sources."""

from __future__ import annotations

import datetime
from collections import Counter
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from kiosk.exhibit.authoring.key_names import choice_name
from kiosk.exhibit.editing.named_things import title_of, words_of
from kiosk.exhibit.reading.exhibit_reading import (
    EXHIBIT_FILE,
    SOURCES_FILE,
    TERMS_FILE,
    UNITS_FILE,
)
from kiosk.exhibit.reading.names_reading import GLOSSARY_FILE
from kiosk.exhibit.rules.usage_rules import Used
from kiosk.workshop.editing.day_of_node import is_shown_on
from kiosk.workshop.editing.menu_button import MenuButton
from kiosk.workshop.editing.pane_style import pane_font, pane_sheet

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from PySide6.QtGui import QAction

    from kiosk.exhibit.editing.named_things import Surroundings
    from kiosk.look.interface_style import InterfaceStyle
    from kiosk.text.yaml_source import Location, Node

_PLACE = Qt.ItemDataRole.UserRole
_HEARD = Qt.ItemDataRole.AccessibleTextRole
"""Without the sign, for those who are told anyway whether it is unfolded."""
_FOLDED, _UNFOLDED = "▸ ", "▾ "
NEW_THINGS = ("zone", "layer", "tour", "source", "unit", "term")
"""What can be begun anew from here."""
_GROUPS = (
    ("edit_places", "zones/"),
    ("edit_layers", "layers/"),
    ("edit_tours", "tours/"),
    ("edit_sources", SOURCES_FILE),
    ("edit_units", UNITS_FILE),
    ("edit_terms", TERMS_FILE),
)


class ContentsTree(QWidget):
    """Lists what there is; a line of letters finds something in it."""

    opened = Signal(str, object)
    wanted = Signal(str)
    """Something new of a kind."""
    search_wanted = Signal()
    """Something is looked for in all texts."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._roots: dict[str, Node] = {}
        self._around: Surroundings | None = None
        self._day: datetime.date | None = datetime.date.today()
        self._style: InterfaceStyle | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        above = QHBoxLayout()
        self._find = QLineEdit(self)
        self._find.setClearButtonEnabled(True)
        self._find.textChanged.connect(self._filter)
        self._menu = QMenu(self)
        self._new = MenuButton(self, self._menu)
        self._menu.triggered.connect(self._want)
        self._search = QPushButton(self)
        self._search.clicked.connect(self.search_wanted)
        above.addWidget(self._find, 1)
        above.addWidget(self._search)
        above.addWidget(self._new)
        layout.addLayout(above)
        self._tree = QTreeWidget(self)
        self._tree.setHeaderHidden(True)
        self._tree.setFrameShape(QFrame.Shape.NoFrame)
        self._tree.setUniformRowHeights(True)
        self._tree.itemClicked.connect(self._open)
        self._tree.itemActivated.connect(self._open)
        self._tree.setRootIsDecorated(False)
        self._tree.itemExpanded.connect(self._unfold)
        self._tree.itemCollapsed.connect(self._fold)
        layout.addWidget(self._tree, 1)
        self._nothing = QLabel(self)
        self._nothing.setObjectName("note")
        self._nothing.setTextFormat(Qt.TextFormat.PlainText)
        self._nothing.setWordWrap(True)
        self._nothing.hide()
        layout.insertWidget(1, self._nothing)

    def show_day(self, day: datetime.date | None) -> None:
        """Mark what is not shown on that day; None is every day."""
        if day != self._day and self._around is not None and self._style is not None:
            around, style = self._around, self._style
            self._day, self._style = day, None
            self.show_contents(around, style)
        self._day = day

    def show_contents(self, around: Surroundings, style: InterfaceStyle) -> None:
        """Show what there is; what was unfolded stays so."""
        if style == self._style and _are_same(around.roots, self._roots):
            return
        # What is given goes on changing with every edit.
        self._roots, self._style, self._around = dict(around.roots), style, around
        self._say(style)
        self._menu.clear()
        for kind in NEW_THINGS:
            self._menu.addAction(style.say(f"edit_new_{kind}")).setData(kind)
        unfolded = {_key(item) for item in self._items() if item.isExpanded()}
        self._tree.clear()
        self._fill(around, style)
        for item in self._items():
            item.setExpanded(_key(item) in unfolded)
        self._filter(self._find.text())
        if not self._nothing.isHidden():
            # What was found is gone, and nobody looks for it any more.
            self._find.clear()

    def wait(self, style: InterfaceStyle) -> None:
        """Say that the content is being read, until there is something to show."""
        if self._around is None:
            self._say(style)
            self._tree.clear()
            reading = QTreeWidgetItem([style.say("reading_content")])
            reading.setFlags(Qt.ItemFlag.NoItemFlags)
            reading.setData(0, _PLACE, ["", []])
            self._tree.addTopLevelItem(reading)
            self._new.setEnabled(False)

    def _say(self, style: InterfaceStyle) -> None:
        self.setFont(pane_font(style.look, style.language))
        self.setStyleSheet(pane_sheet(style.look, style.language))
        self._find.setPlaceholderText(style.say("edit_find"))
        self._find.setAccessibleName(style.say("edit_find"))
        self._search.setText(style.say("find_open"))
        self._search.setAccessibleDescription(style.say("find_open_hint"))
        self._search.setToolTip(style.say("find_open_hint"))
        self._nothing.setText(style.say("found_nothing"))
        self._new.setText(style.say("edit_new"))
        self._new.setEnabled(True)
        self._tree.setAccessibleName(style.say("edit_contents"))

    def _fill(self, around: Surroundings, style: InterfaceStyle) -> None:
        language = style.language
        root = around.roots.get(EXHIBIT_FILE)
        if root is not None:
            title = title_of(root, language) or EXHIBIT_FILE
            self._add(None, f"{style.say('edit_exhibit')}: {title}", EXHIBIT_FILE, ())
        used = Used.by(each for name, each in around.roots.items() if name != GLOSSARY_FILE)
        named = {SOURCES_FILE: used.sources, UNITS_FILE: used.units}
        for word, files in _GROUPS:
            group = self._add(None, style.say(word), "", ())
            for name in (name for name in _ordered(around) if name.startswith(files)):
                node = around.roots[name]
                if files.endswith("/"):
                    title = title_of(node, language) or name
                    item = self._add(group, f"{_FOLDED}{title}", name, ())
                    item.setData(0, _HEARD, title)
                    is_there = self._mark_day(item, node, style)
                    self._add_inside(item, name, node, style, is_there=is_there)
                    continue
                for key, entry in node.value.items():
                    title = title_of(entry, language)
                    publisher = words_of(entry.at(("publisher",)), language)
                    said = ": ".join(filter(None, (publisher, title))) or key
                    entry_item = self._add(group, said, name, (key,))
                    if key not in named.get(name, (key,)):
                        self._mark_pale(entry_item, style.say("edit_unused"), style)
            _tell_apart(group)
            said = f"{style.say(word)}  {group.childCount()}"
            group.setText(0, f"{_FOLDED}{said}")
            group.setData(0, _HEARD, said)

    def _mark_day(
        self, item: QTreeWidgetItem, node: Node, style: InterfaceStyle, *, is_there: bool = True
    ) -> bool:
        """Pale and in words where visitors don't see it on the day; give whether they do."""
        is_there = is_there and (self._day is None or is_shown_on(node, self._day))
        if not is_there:
            self._mark_pale(item, style.say("edit_not_on_day"), style)
        return is_there

    def _mark_pale(self, item: QTreeWidgetItem, words: str, style: InterfaceStyle) -> None:
        item.setText(0, f"{item.text(0)}  ({words})")
        item.setToolTip(0, item.text(0))
        item.setData(0, _HEARD, item.text(0).removeprefix(_FOLDED))
        item.setForeground(0, style.look.theme.muted)
        font = item.font(0)
        font.setItalic(True)
        item.setFont(0, font)

    def _add_inside(
        self,
        item: QTreeWidgetItem,
        name: str,
        node: Node,
        style: InterfaceStyle,
        *,
        is_there: bool,
    ) -> None:
        language = style.language
        for key in ("panels", "steps"):
            entries = node.at((key,))
            for number, entry in enumerate(entries.value if entries is not None else ()):
                kind = words_of(entry.at(("kind",)), language)
                title = title_of(entry, language) or str(number + 1)
                said = f"{choice_name(kind, language)}: {title}" if kind else title
                inner = self._add(item, said, name, (key, number))
                self._mark_day(inner, entry, style, is_there=is_there)
        _tell_apart(item)

    def _add(
        self, around: QTreeWidgetItem | None, title: str, file: str, location: Location
    ) -> QTreeWidgetItem:
        item = QTreeWidgetItem([title])
        item.setToolTip(0, title)
        item.setData(0, _PLACE, [file, list(location)])
        if around is None:
            self._tree.addTopLevelItem(item)
        else:
            around.addChild(item)
        return item

    def _items(self) -> Iterator[QTreeWidgetItem]:
        waiting = [self._tree.topLevelItem(at) for at in range(self._tree.topLevelItemCount())]
        while waiting:
            item = waiting.pop()
            if item is not None:
                yield item
                waiting += [item.child(number) for number in range(item.childCount())]

    @Slot(object)
    def _unfold(self, item: QTreeWidgetItem) -> None:
        item.setText(0, item.text(0).replace(_FOLDED, _UNFOLDED, 1))

    @Slot(object)
    def _fold(self, item: QTreeWidgetItem) -> None:
        item.setText(0, item.text(0).replace(_UNFOLDED, _FOLDED, 1))

    @Slot(str)
    def _filter(self, letters: str) -> None:
        """Show what has these letters, and what that is in."""
        wanted = letters.casefold().strip()
        for item in self._items():
            item.setHidden(bool(wanted))
        for item in self._items() if wanted else ():
            if wanted in item.text(0).casefold():
                around: QTreeWidgetItem | None = item
                while around is not None:
                    around.setHidden(False)
                    if around is not item:
                        around.setExpanded(True)
                    around = around.parent()
        self._nothing.setVisible(bool(wanted) and all(each.isHidden() for each in self._items()))

    @Slot(object)
    def _open(self, item: QTreeWidgetItem) -> None:
        file, place = item.data(0, _PLACE)
        if file:
            self.opened.emit(file, tuple(place))
        else:
            item.setExpanded(not item.isExpanded())

    @Slot(object)
    def _want(self, action: QAction) -> None:
        self.wanted.emit(str(action.data()))


def _tell_apart(group: QTreeWidgetItem) -> None:
    """Say of several that are called alike which is which: by its id, its file or its number."""
    children = (group.child(number) for number in range(group.childCount()))
    items = [item for item in children if item is not None]
    said = Counter(item.text(0).removeprefix(_FOLDED) for item in items)
    for item in items:
        own = item.text(0).removeprefix(_FOLDED)
        if said[own] > 1:
            file, place = item.data(0, _PLACE)
            last = place[-1] if place else PurePosixPath(file).stem
            which = str(last + 1) if isinstance(last, int) else last
            item.setText(0, f"{item.text(0)}  ({which})")
            item.setToolTip(0, item.text(0))
            item.setData(0, _HEARD, f"{own}  ({which})")


def _ordered(around: Surroundings) -> list[str]:
    """The files, those of places in the order of the exhibit."""
    root = around.roots.get(EXHIBIT_FILE)
    zones = None if root is None else root.at(("zones",))
    order = [str(each.value) for each in zones.value] if zones and zones.kind == "list" else []
    places = {zone: number for number, zone in enumerate(order)}

    def rank(name: str) -> tuple[int, str]:
        own = words_of(around.roots[name].at(("id",)), "en")
        return places.get(own, len(places)), name

    return sorted(around.roots, key=rank)


def _are_same(roots: Mapping[str, Node], before: Mapping[str, Node]) -> bool:
    return roots.keys() == before.keys() and all(
        root is before[name] for name, root in roots.items()
    )


def _key(item: QTreeWidgetItem) -> tuple[str, str]:
    file, place = item.data(0, _PLACE)
    return (file, str(place)) if file else ("", item.text(0)[len(_FOLDED) :].split("  ")[0])
