"""What a form shows besides its fields: the state of translations, messages, what can be named."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kiosk.text.messages import Severity, cause_first

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from kiosk.exhibit.editing.form import Form
    from kiosk.exhibit.editing.named_things import Surroundings
    from kiosk.exhibit.translating.translations import State
    from kiosk.look.interface_style import InterfaceStyle
    from kiosk.text.messages import PlacedMessage
    from kiosk.text.yaml_source import Location


@dataclass(frozen=True)
class FormContext:
    """Everything that the rows of one form are shown with.

    `states` are those of the translations in its file, by the text and the language; `messages`
    what the check says, by the place in the file that it means.
    """

    style: InterfaceStyle
    form: Form
    languages: tuple[str, ...]
    around: Surroundings
    states: Mapping[tuple[Location, str], State] = field(default_factory=dict)
    messages: Mapping[Location, tuple[PlacedMessage, ...]] = field(default_factory=dict)
    everywhere: tuple[PlacedMessage, ...] = ()
    """What the check says of all files."""
    came_from: tuple[str, Location] | None = None
    """The file and the place in it from which this form was opened."""
    content_of: Callable[[str], bytes | None] | None = None
    """What is in a file as it is edited."""
    folder: Path | None = None
    """Where the files are on the disk."""
    is_kept: bool = False
    """Whether the exhibit shows the file as it was before something in it was wrong."""
    beside_original: str | None = None
    """The only language whose words are shown beside the original's; None for all of them."""

    @property
    def original(self) -> str:
        """The language that the others are translated from."""
        return self.languages[0] if self.languages else "en"

    @property
    def shown_languages(self) -> tuple[str, ...]:
        """The languages whose words are shown, the original first."""
        if self.beside_original is None:
            return self.languages
        return tuple(tag for tag in self.languages if tag in (self.original, self.beside_original))

    @property
    def first_error(self) -> PlacedMessage | None:
        """What keeps something of the file off the screen, the first of it; None where nothing."""
        errors = [each for each in self.said_of((), deep=True) if each.severity is Severity.ERROR]
        return min(errors, key=cause_first, default=None)

    def said_of(self, location: Location, *, deep: bool = False) -> tuple[PlacedMessage, ...]:
        """What is said of a place, and if `deep` of what is in it."""
        if not deep:
            return self.messages.get(location, ())
        return tuple(
            message
            for place, messages in self.messages.items()
            if place[: len(location)] == location
            for message in messages
        )
