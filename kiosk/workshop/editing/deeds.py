"""What a change did, kept as data: said in the language of whoever looks at it, also years later.

It stands where the label of a change stands, in the history of saves too; a label of another kind
is shown as it is written.
"""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING, Any

from kiosk.exhibit.editing.named_things import title_of
from kiosk.text.languages import SPOKEN
from kiosk.workshop.editing.moment_words import moment_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kiosk.look.interface_style import InterfaceStyle
    from kiosk.text.yaml_source import Node

CHANGED, ADDED, DELETED, COPIED = "deed_changed", "deed_added", "deed_deleted", "deed_copied"
BROUGHT_BACK, NOT_TAKEN = "earlier_brought", "edit_not_taken"
_DEEDS = frozenset({CHANGED, ADDED, DELETED, COPIED, BROUGHT_BACK, NOT_TAKEN})
_BETWEEN = ", "
_ORIGINAL = "en"


def names_of(node: Node | None, otherwise: str) -> dict[str, str]:
    """What a thing is called, in each language of the window."""
    return {language: title_of(node, language) or otherwise for language in SPOKEN}


def deed(word: str, name: Mapping[str, str] | str) -> str:
    """What was done to a thing of that name."""
    names = name if isinstance(name, str) else dict(name)
    if isinstance(names, dict) and len(set(names.values())) == 1:
        names = next(iter(names.values()))
    return json.dumps({"did": word, "name": names}, ensure_ascii=False, separators=(",", ":"))


def deed_of_moment(word: str, moment: datetime) -> str:
    """What was done with the content as it was then."""
    written = moment.isoformat(timespec="seconds")
    return json.dumps({"did": word, "time": written}, separators=(",", ":"))


def deed_words(label: str, style: InterfaceStyle) -> str:
    """A label in the language of the window; of several deeds one after the other."""
    said: list[str] = []
    decoder, at = json.JSONDecoder(), 0
    while at < len(label):
        try:
            found, end = decoder.raw_decode(label, at)
            said.append(_said(found, style))
        except (ValueError, KeyError, TypeError, RecursionError):
            # Words: an earlier version of the program wrote them, or somebody else.
            said.append(label[at:])
            break
        at = end + (len(_BETWEEN) if label.startswith(_BETWEEN, end) else 0)
    return _BETWEEN.join(dict.fromkeys(said))


def _said(found: Any, style: InterfaceStyle) -> str:
    word = found["did"]
    if word not in _DEEDS:
        raise KeyError(word)
    if "time" in found:
        return style.say(word, when=moment_words(datetime.fromisoformat(found["time"]), style))
    name = found["name"]
    if isinstance(name, dict):
        name = name.get(style.language) or name[_ORIGINAL]
    if word == CHANGED:
        return str(name)
    return style.say(word, **{"file" if word == NOT_TAKEN else "name": str(name)})
