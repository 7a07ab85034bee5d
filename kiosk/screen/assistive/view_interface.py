"""A widget with texts and controls on it, as a part of the accessible tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, QTimer, Slot
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAccessibleWidget, QGraphicsView, QWidget

from kiosk.screen.assistive.language_told import NOTHING, LanguageTold, language_on
from kiosk.screen.assistive.reading_order import in_reading_order
from kiosk.screen.assistive.reading_texts import read_texts
from kiosk.screen.assistive.text_interface import TextItem
from kiosk.screen.assistive_role import AssistiveRole
from kiosk.screen.control.control import Control
from kiosk.screen.map.map_view import MapView

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QAccessibleInterface

_ROLES = {
    AssistiveRole.STAGE: QAccessible.Role.Window,
    AssistiveRole.MODAL: QAccessible.Role.Dialog,
    AssistiveRole.DIALOG: QAccessible.Role.Dialog,
    AssistiveRole.CARD: QAccessible.Role.Dialog,
    AssistiveRole.SCREEN: QAccessible.Role.Dialog,
    AssistiveRole.PICTURE: QAccessible.Role.Graphic,
    AssistiveRole.CHART: QAccessible.Role.Chart,
    AssistiveRole.MAP: QAccessible.Role.Canvas,
    AssistiveRole.RADIO_GROUP: QAccessible.Role.Grouping,
    AssistiveRole.TABS: QAccessible.Role.PageTabList,
    AssistiveRole.GROUP: QAccessible.Role.Grouping,
}
_COVERS = frozenset({AssistiveRole.MODAL, AssistiveRole.DIALOG, AssistiveRole.SCREEN})
_DESCRIBED = frozenset({AssistiveRole.MAP, AssistiveRole.CHART})
"""What no text of its own says all of."""
_REFRESH_MS = 200


class ViewInterface(QAccessibleWidget):
    """Tells the texts of a widget and what lies on it, in the order of reading.

    What is hidden or covered is not told.  Each text is an item of its own, which is built once and
    holds other words later: Qt's binding for Python keeps every interface until the end.
    """

    def __init__(self, widget: QWidget) -> None:
        role = _role(widget)
        super().__init__(widget, _ROLES[role or AssistiveRole.GROUP])
        self._is_named = role is not None
        self._is_modal = role is AssistiveRole.MODAL
        self._language = LanguageTold()
        self._texts = _TextItems(widget)

    @property
    def _shown(self) -> QWidget | None:
        widget = self.object()
        return widget if isinstance(widget, QWidget) else None

    def text(self, kind: QAccessible.Text) -> str:
        widget = self._shown
        if widget is None:
            return ""
        if kind == QAccessible.Text.Name:
            name = widget.accessibleName()
            texts = (item.text.words for item in self._texts.items() if item.text is not None)
            return name if self._is_named or name not in texts else ""
        if kind == QAccessible.Text.Description and _role(widget) in _DESCRIBED:
            return widget.accessibleDescription()
        return ""

    def state(self) -> QAccessible.State:
        state = super().state()
        if self._is_modal:
            state.modal = True
        return state

    def _told(self) -> list[QObject]:
        widget = self._shown
        return [] if widget is None else children_told(widget, self._texts.items())

    def childCount(self) -> int:
        return len(self._told())

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        told = self._told()
        if not 0 <= index < len(told):
            return None
        return QAccessible.queryAccessibleInterface(told[index])

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        told, wanted = self._told(), child.object()
        return told.index(wanted) if wanted in told else -1

    def actionNames(self) -> list[str]:
        return []

    def interface_cast(self, kind: QAccessible.InterfaceType) -> object:  # type: ignore[override]
        if kind == QAccessible.InterfaceType.AttributesInterface:
            widget = self._shown
            if widget is not None:
                self._language.language = language_on(widget)
            return self._language
        if kind == QAccessible.InterfaceType.ActionInterface:
            return NOTHING
        found: object = super().interface_cast(kind)
        return NOTHING if found is None else found


class _TextItems(QObject):
    """Holds an item for each text of a widget, and keeps them up to date while it is painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._items: list[TextItem] = []
        self._used = 0
        self._is_fresh = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_REFRESH_MS)
        self._soon.timeout.connect(self._refresh)
        widget.installEventFilter(self)

    def items(self) -> Sequence[TextItem]:
        """An item for each text that is on the widget now."""
        if not self._is_fresh:
            self._refresh()
            self._is_fresh = True
            QTimer.singleShot(0, self._forget)
        return self._items[: self._used]

    @Slot()
    def _forget(self) -> None:
        self._is_fresh = False

    @Slot()
    def _refresh(self) -> None:
        widget = self._widget
        has_texts = not (isinstance(widget, MapView) or widget.isWindow())
        texts = read_texts(widget) if has_texts else ()
        while len(self._items) < len(texts):
            self._items.append(TextItem(widget))
        for number, item in enumerate(self._items):
            item.hold(texts[number] if number < len(texts) else None)
        self._used = len(texts)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and not self._soon.isActive():
            self._soon.start()
        return False


def children_told(widget: QWidget, texts: Iterable[TextItem]) -> list[QObject]:
    """What is on a widget, in the order of reading."""
    shown = [each for each in _uncovered(widget) if is_told(each)]
    modal = [each for each in shown if _role(each) is AssistiveRole.MODAL]
    if modal:
        return [modal[-1]]
    told: list[QObject] = [*texts, *shown]
    if _role(widget) is AssistiveRole.CHART:
        # Each figure is drawn beside its label, wherever its bar ends.
        return told
    order = in_reading_order([_area(each) for each in told])
    return sorted((told[number] for number in order), key=_turn if widget.isWindow() else _first)


def is_told(widget: QWidget) -> bool:
    """Whether a widget has something to say, or something upon it has."""
    if not widget.isVisible():
        return False
    if isinstance(widget, Control):
        return bool(widget.accessibleName())
    if widget.accessibleName() or _role(widget) is not None:
        return True
    return any(is_told(child) for child in _child_widgets(widget))


def _role(widget: QWidget) -> AssistiveRole | None:
    role = getattr(widget, "assistive_role", None)
    return role if isinstance(role, AssistiveRole) else None


def _child_widgets(widget: QWidget) -> list[QWidget]:
    children = widget.children()
    return [
        each
        for each in children
        if isinstance(each, QWidget)
        # What a plot draws on is a part of its chart.
        and not (each.isWindow() or isinstance(each, QGraphicsView))
    ]


def _uncovered(widget: QWidget) -> list[QWidget]:
    """The visible children that no solid one above them covers."""
    found: list[QWidget] = []
    covers: list[QWidget] = []
    for child in reversed(_child_widgets(widget)):
        if not child.isVisible():
            continue
        role = _role(child)
        is_covered = any(cover.geometry().contains(child.geometry()) for cover in covers)
        if role is AssistiveRole.MAP:
            is_covered = is_covered or any(_hides_map(each) for each in found)
        if not is_covered:
            found.append(child)
        if role in _COVERS:
            covers.append(child)
    return found[::-1]


def _hides_map(widget: QWidget) -> bool:
    return _role(widget) in (AssistiveRole.SCREEN, AssistiveRole.PICTURE)


def _area(told: QObject) -> QRectF:
    """What something covers of the widget that it lies on."""
    if isinstance(told, TextItem):
        assert told.text is not None
        return told.text.area
    assert isinstance(told, QWidget)
    return QRectF(told.geometry())


def _first(_told: QObject) -> int:
    return 0


def _turn(told: QObject) -> int:
    """On the stage, what is told of a place comes before the map, and the dock comes last."""
    role = getattr(told, "assistive_role", None)
    if isinstance(told, Control) or role is AssistiveRole.RADIO_GROUP:
        return 2
    return 1 if role is AssistiveRole.MAP else 0
