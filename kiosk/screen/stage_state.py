"""The state of the stage: everything that it shows follows from this one frozen value."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from functools import cached_property
from typing import TYPE_CHECKING

from kiosk.exhibit.place import HOME, SEARCH, Place
from kiosk.screen.locale import Locale

if TYPE_CHECKING:
    from kiosk.exhibit.model.exhibit import Exhibit
    from kiosk.exhibit.place import PanelPage
    from kiosk.exhibit.reading.cover import Cover
    from kiosk.journey.comfort import Comfort
    from kiosk.languages.words import Words
    from kiosk.look.look import Look
    from kiosk.screen.map.map_world import MapWorld

_SMALL = frozenset(
    {"comfort", "usual", "place", "highlight", "origin", "spoken_languages", "is_paused"}
)
"""Fields that are compared by value; the others are large and replaced as a whole."""


_THEMES = {"dark": "hc", "light": "hc-light", "low": "low"}
"""The theme of each contrast but the exhibit's own."""


@dataclass(frozen=True, eq=False)
class StageState:
    """A place in a language, and all that it is drawn from.

    The first picture has no `exhibit` yet, only its `cover`.  `look` is for no size of window in
    particular; `highlight` names the zones that a tour lights besides the place.  `origin` is
    where the place or the board was opened from, if that is a data layer or the search.
    """

    look: Look
    words: Words
    cover: Cover
    world: MapWorld
    comfort: Comfort
    exhibit: Exhibit | None = None
    place: Place = HOME
    highlight: tuple[str, ...] = ()
    origin: Place | None = None
    usual: Comfort | None = None
    """How the exhibit begins for each visitor; None on a stage that nobody touches."""
    spoken_languages: frozenset[str] = frozenset()
    """In which languages something could be heard."""
    is_paused: bool = False
    """Whether what is read aloud waits."""

    def theme_of(self, contrast: str) -> str:
        """The name of the theme that a contrast means here."""
        return _THEMES.get(contrast, self.look.theme.name)

    @property
    def language(self) -> str:
        """The tag of the language."""
        return self.comfort.language

    @property
    def can_speak(self) -> bool:
        """Whether the screen can be read aloud in the language."""
        return self.language in self.spoken_languages

    @cached_property
    def comfortable_look(self) -> Look:
        """The look that the comfort asks for, with the names that the exhibit has."""
        comfort, look = self.comfort, self.look
        look = look.themed(self.theme_of(comfort.contrast))
        if comfort.text_size:
            look = look.text_sized(comfort.text_size)
        if comfort.text_size or comfort.low_reach:
            look = replace(look, divides_texts=True)
        if comfort.still:
            look = look.still()
        return look if self.exhibit is None else replace(look, names=self.exhibit.names)

    @cached_property
    def locale(self) -> Locale | None:
        """How the exhibit is said in the language; None before it has been read."""
        if self.exhibit is None:
            return None
        names = {name.id: name.words_in(self.language) for name in self.world.names}
        return Locale(self.language, self.words, self.exhibit, names)

    @cached_property
    def opened(self) -> PanelPage | None:
        """The page of a panel that the place opens."""
        return self.place.resolve(self.exhibit) if self.exhibit is not None else None

    @property
    def zone(self) -> str:
        """The id of the open zone, empty without one."""
        return self.opened.zone.id if self.opened is not None else self.place.zone

    @property
    def origin_title(self) -> str:
        """What that is called from which this was opened: a data layer, or what was found."""
        if self.origin is None or self.exhibit is None:
            return ""
        if self.origin.screen == SEARCH:
            return "" if self.place.screen == SEARCH else self.words.say("found", self.language)
        layer = self.exhibit.layer(self.origin.layer)
        return "" if layer is None else layer.title.words_in(self.language)

    @property
    def way_back(self) -> str:
        """What the way back is called for those who hear it."""
        title = self.origin_title
        if not title or self.origin is None:
            return self.words.say("back_to_map", self.language)
        if self.origin.screen == SEARCH:
            return self.words.say("back_to_found", self.language)
        return self.words.say("back_to_layer", self.language, layer=title)

    def changes(self, before: StageState) -> frozenset[str]:
        """The names of the fields that are not as they were."""
        changed = set()
        for name in (field.name for field in fields(self)):
            one, other = getattr(self, name), getattr(before, name)
            if one is not other and not (name in _SMALL and one == other):
                changed.add(name)
        return frozenset(changed)
