"""The accessible tree as assistive technology gets it from Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible

from kiosk.screen.assistive.control_interface import ControlInterface
from kiosk.screen.assistive.text_interface import TextInterface
from kiosk.screen.assistive.view_interface import ViewInterface

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QObject, QRect
    from PySide6.QtGui import (
        QAccessibleActionInterface,
        QAccessibleAttributesInterface,
        QAccessibleInterface,
    )


@dataclass(frozen=True)
class Told:
    """What is told of one item of the tree."""

    role: QAccessible.Role
    name: str
    description: str
    locale: str
    rect: QRect
    state: QAccessible.State
    actions: tuple[str, ...]
    items: tuple[Told, ...]
    what: QObject

    def __iter__(self) -> Iterator[Told]:
        """This and everything below it, as it is read."""
        yield self
        for item in self.items:
            yield from item

    def find(self, role: QAccessible.Role, name: str | None = None) -> Told:
        """The one item of that role, and of that name if one is given."""
        found = [each for each in self if each.role == role and name in (None, each.name)]
        assert len(found) == 1, f"{role} {name!r} stands {len(found)} times in\n{self.drawn()}"
        return found[0]

    def words(self) -> list[str]:
        """Everything that can be read."""
        return [words for each in self for words in (each.name, each.description) if words]

    def drawn(self, depth: int = 0) -> str:
        """The tree in lines, for whoever looks for a fault."""
        kind = type(self.what).__name__
        own = f"{'  ' * depth}{self.role.name} {self.name!r} [{self.locale}] {kind}"
        if self.description:
            own += f" -- {self.description!r}"
        return "\n".join((own, *(item.drawn(depth + 1) for item in self.items)))


def tree_of(root: QObject) -> Told:
    """What Qt tells of an object and all below it."""
    interface = QAccessible.queryAccessibleInterface(root)
    assert interface is not None
    return _told(interface)


def _told(interface: QAccessibleInterface) -> Told:
    attributes: QAccessibleAttributesInterface | None = interface.attributesInterface()
    locale = None
    if attributes is not None:
        locale = attributes.attributeValue(QAccessible.Attribute.Locale)
    actions: QAccessibleActionInterface | None = interface.actionInterface()
    items = []
    for number in range(interface.childCount()):
        child = interface.child(number)
        assert child is not None
        assert interface.indexOfChild(child) == number
        items.append(_told(child))
    return Told(
        role=interface.role(),
        name=interface.text(QAccessible.Text.Name),
        description=interface.text(QAccessible.Text.Description),
        locale="" if locale is None else locale.name(),
        rect=interface.rect(),
        state=interface.state(),
        actions=() if actions is None else tuple(actions.actionNames()),
        items=tuple(items),
        what=_object_of(interface),
    )


def _object_of(interface: QAccessibleInterface) -> QObject:
    """What it tells of.  To ask the interface itself would have PySide take it for its child."""
    assert isinstance(interface, ControlInterface | TextInterface | ViewInterface)
    told = interface.told.get()
    assert told is not None
    return told
