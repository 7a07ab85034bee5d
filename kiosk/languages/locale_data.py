"""What Babel keeps of CLDR for each locale, without the parts that nobody here asks for.

A locale takes a megabyte, and four languages load nine of them with those that they inherit from.
Half of that are the names of currencies, of time zones and of units such as "miles per hour".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_NEVER_ASKED = (
    "compact_currency_formats",
    "compound_unit_patterns",
    "currency_formats",
    "currency_names",
    "currency_names_plural",
    "currency_symbols",
    "currency_unit_patterns",
    "date_fields",
    "interval_formats",
    "meta_zones",
    "time_zones",
    "unit_display_names",
    "unit_patterns",
    "zone_formats",
)
"""Parts of a locale by Babel's names for them."""


def forget_the_unasked(locale: str) -> None:
    """Drop what is never asked for of a locale and of those that it inherits from."""
    from babel.localedata import load

    for name in _lineage(locale):
        # The very dictionary that Babel keeps, as its documentation says.
        data = load(name)
        for part in _NEVER_ASKED:
            data.pop(part, None)


def _lineage(locale: str) -> Iterator[str]:
    """The locale and what it inherits from, up to the root, as Babel finds them."""
    from babel.core import get_global

    exceptions = get_global("parent_exceptions")
    while locale != "root":
        yield locale
        locale = exceptions.get(locale) or locale.rpartition("_")[0] or "root"
    yield locale
