"""The order of names in lists: letters with an accent stand beside those without."""

from __future__ import annotations

import unicodedata


def by_letters(name: str) -> tuple[str, str]:
    """What names are sorted by: É stands beside E and not behind Z; the accent decides last."""
    apart = unicodedata.normalize("NFKD", name.casefold())
    bare = "".join(sign for sign in apart if not unicodedata.combining(sign))
    return bare, apart
