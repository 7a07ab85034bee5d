"""Place: where in the exhibit a visitor is."""

from __future__ import annotations

from dataclasses import dataclass, replace

LIST = "list"
CREDITS = "credits"
PLACES = "~places"
"""The panel of a zone that lists the places within it; no curator's id begins like this."""

_SCREENS = frozenset({"", LIST, CREDITS})
_SCREEN_SIGN = "#"
_VIEW_SIGN = "@"
_VIEW_JOINT = "+"


@dataclass(frozen=True)
class Place:
    """The map home, a panel of a zone at one of its pages (counted from 1), or another screen.

    `view` names the zones that the map frames instead of its own choice, or `home` or `bay` alone.
    A place reads and writes as one short string, such as `qianhai/teams`, `csns/super-steel/2`,
    `#list` or `@qianhai+hetao`, which tours, counts and tests use; the map home is the empty one.
    """

    zone: str = ""
    panel: str = ""
    page: int = 1
    screen: str = ""
    view: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.page < 1:
            raise ValueError(f"pages count from 1, not {self.page}")
        if self.panel and not self.zone:
            raise ValueError(f"the panel {self.panel!r} needs a zone")
        if self.screen not in _SCREENS:
            raise ValueError(f"there is no screen {self.screen!r}")
        if self.screen and self.zone:
            raise ValueError(f"the screen {self.screen!r} has no zones")

    @property
    def is_home(self) -> bool:
        """Whether this is the map home."""
        return not self.zone and not self.screen and not self.view

    def at_panel(self, panel: str, page: int = 1) -> Place:
        """Another panel of the same zone."""
        return replace(self, panel=panel, page=page)

    def at_page(self, page: int) -> Place:
        """Another page of the same panel or screen."""
        return replace(self, page=page)

    @classmethod
    def parse(cls, text: str) -> Place:
        """Read what `str` wrote; raises ValueError for anything else."""
        if not text:
            return HOME
        text, sign, framed = text.partition(_VIEW_SIGN)
        if sign:
            view = tuple(framed.split(_VIEW_JOINT))
            if not all(view):
                raise ValueError(f"{framed!r} is no view: write zones with + between them")
            return replace(cls.parse(text), view=view)
        first, panel, page, *rest = (*text.split("/"), "", "")
        if first.startswith(_SCREEN_SIGN):
            page, panel = panel, ""
        if any(rest) or first in ("", _SCREEN_SIGN) or (page and not page.isdecimal()):
            raise ValueError(f"{text!r} is not a place: write zone/panel/page")
        number = int(page or 1)
        if first.startswith(_SCREEN_SIGN):
            return cls(page=number, screen=first.removeprefix(_SCREEN_SIGN))
        return cls(first, panel, number)

    def __str__(self) -> str:
        if self.view:
            bare = replace(self, view=())
            return f"{bare}{_VIEW_SIGN}{_VIEW_JOINT.join(self.view)}"
        page = str(self.page) if self.page > 1 else ""
        if self.screen:
            return f"{_SCREEN_SIGN}{self.screen}/{page}".rstrip("/")
        if page and self.zone and not self.panel:
            return f"{self.zone}//{page}"
        return "/".join((self.zone, self.panel, page)).rstrip("/")


HOME = Place()
"""The map home."""
