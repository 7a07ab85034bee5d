"""What an interface tells of, without asking Qt for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

_Object = TypeVar("_Object", bound="QObject")


class ToldObject(Generic[_Object]):
    """Holds an object until Qt has destroyed it.

    While Qt destroys something that a screen reader has heard of, PySide lets go of its Python side
    once too often: held by nobody else that is gone too early, and the exhibit ends.  And what
    `object` and `widget` of an interface return, PySide takes for a child of that interface.
    """

    def __init__(self, told: _Object) -> None:
        self._told: _Object | None = told
        told.destroyed.connect(self._forget)

    def get(self) -> _Object | None:
        """The object, or None once it is gone."""
        return self._told

    def _forget(self) -> None:
        self._told = None
