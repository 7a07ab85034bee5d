"""Translations that are changed together with their original, by the same deed, stay as they were.

Whoever has 812 written for 796 in every language has changed no translation's meaning: what was
confirmed is confirmed of the new words as well, and what was not is not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.exhibit.editing.edits import SetTexts
from kiosk.exhibit.editing.refusals import EditRefused
from kiosk.exhibit.translating.translation_record import RECORD_FILE, hash_of
from kiosk.exhibit.translating.translations import State

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kiosk.exhibit.editing.draft import Draft
    from kiosk.exhibit.editing.edits import Edit
    from kiosk.exhibit.translating.translations import TranslatedText
    from kiosk.text.yaml_source import Location


def still_confirmed(
    files: Draft, texts: Iterable[TranslatedText], edits: Iterable[Edit]
) -> tuple[Edit, ...]:
    """The edit of the record that goes with edits which write texts in several languages at once.

    Nothing where nothing was confirmed.  `texts` are all of the folder as they are before.
    """
    written: dict[tuple[str, Location], dict[str, str]] = {}
    for edit in edits:
        if isinstance(edit, SetTexts):
            for location, words in edit.words.items():
                if location:
                    text = (edit.file, location[:-1])
                    written.setdefault(text, {})[str(location[-1])] = words
    try:
        record = files.yaml(RECORD_FILE).document.root
    except EditRefused:
        return ()
    hashes: dict[Location, str] = {}
    for each in texts:
        new = written.get((each.file, each.location), {})
        if each.original not in new:
            continue
        for language in new:
            place = (each.address.file, each.address.path, language)
            node = record.at(place)
            is_confirmed = each.states.get(language) is State.CURRENT
            if is_confirmed and node is not None and node.kind == "text":
                hashes[place] = hash_of(new[each.original])
    return (SetTexts(RECORD_FILE, hashes),) if hashes else ()
