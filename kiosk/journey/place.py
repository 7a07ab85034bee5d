"""Place: where in the exhibit a visitor is."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Place:
    """The map home, or a panel of a zone at one of its pages (counted from 1).

    It reads and writes as one short string, such as `qianhai/teams` or `csns/super-steel/2`, which
    tours, counts and tests use; the map home is the empty string.
    """

    zone: str = ""
    panel: str = ""
    page: int = 1

    def __post_init__(self) -> None:
        if self.page < 1:
            raise ValueError(f"pages count from 1, not {self.page}")
        if self.panel and not self.zone:
            raise ValueError(f"the panel {self.panel!r} needs a zone")

    @property
    def is_home(self) -> bool:
        """Whether this is the map home."""
        return not self.zone

    def at_panel(self, panel: str, page: int = 1) -> Place:
        """Another panel of the same zone."""
        return replace(self, panel=panel, page=page)

    def at_page(self, page: int) -> Place:
        """Another page of the same panel."""
        return replace(self, page=page)

    @classmethod
    def parse(cls, text: str) -> Place:
        """Read what `str` wrote; raises ValueError for anything else."""
        if not text:
            return HOME
        zone, panel, page, *rest = (*text.split("/"), "", "")
        if any(rest) or (page and not page.isdecimal()):
            raise ValueError(f"{text!r} is not a place: write zone/panel/page")
        return cls(zone, panel, int(page or 1))

    def __str__(self) -> str:
        parts = [self.zone, self.panel, str(self.page) if self.page > 1 else ""]
        return "/".join(parts).rstrip("/")


HOME = Place()
"""The map home."""
