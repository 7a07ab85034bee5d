"""What an entry or a group begins as: every key that it needs, with something to be replaced."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.exhibit.editing.edited_yaml import free_id
from kiosk.exhibit.editing.form import FieldKind, form_at
from kiosk.exhibit.editing.named_things import named_things, words_of
from kiosk.exhibit.skeletons import UNWRITTEN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.exhibit.editing.form import Field, Form
    from kiosk.exhibit.editing.named_things import Surroundings
    from kiosk.text.yaml_source import Location, Node
    from kiosk.text.yaml_writing import YamlValue

_MIDDLE = ["50", "50"]
"""Two numbers in hundredths of a drawing, and on most maps a place that is seen."""


def blank_group(
    file: str, location: Location, around: Surroundings, languages: Sequence[str], month: str
) -> YamlValue | None:
    """A group of keys; with none that it needs it has its first. None where there can be no group.

    `month` is today's, as 2024-06.
    """
    root = around.roots[file]
    form = form_at(file, root, location)
    if form is None or form.location != location:
        return None
    return _blank(form, root, around, languages, month)


def blank_entry(
    file: str, entries: Location, around: Surroundings, languages: Sequence[str], month: str
) -> YamlValue | None:
    """An entry of a list of forms, or None where its entries are something else."""
    found = around.roots[file].at(entries)
    count = len(found.value) if found is not None and found.kind == "list" else 0
    return blank_group(file, (*entries, count), around, languages, month)


def _blank(
    form: Form, root: Node, around: Surroundings, languages: Sequence[str], month: str
) -> YamlValue:
    needed = [field for field in form.fields if field.required] or list(form.fields[:1])
    return {field.key: _value(field, form, root, around, languages, month) for field in needed}


def _value(
    field: Field,
    form: Form,
    root: Node,
    around: Surroundings,
    languages: Sequence[str],
    month: str,
) -> YamlValue:
    kind = field.kind
    if kind in (FieldKind.TEXT, FieldKind.NAME):
        return dict.fromkeys(languages, UNWRITTEN)
    if kind is FieldKind.NAMED:
        found = named_things(field.names, around, form, languages[0] if languages else "en")
        first = found[0].written if found else UNWRITTEN
        return [first] if field.many else first
    if kind is FieldKind.ID:
        return _free_id(form, root)
    if kind is FieldKind.CHOICE:
        return field.choices[0]
    if kind is FieldKind.CHOICES:
        return list(field.choices[:1])
    if kind in (FieldKind.ENTRIES, FieldKind.TABLE):
        entry = blank_entry(form.file, field.location, around, languages, month)
        return [] if entry is None else [entry]
    if kind is FieldKind.GROUP:
        group = blank_group(form.file, field.location, around, languages, month)
        return UNWRITTEN if group is None else group
    return _PLAIN.get(kind, month if kind is FieldKind.DATE else UNWRITTEN)


_PLAIN: dict[FieldKind, YamlValue] = {
    FieldKind.FIGURE: "0",
    FieldKind.TRUTH: "false",
    FieldKind.PAIR: _MIDDLE,
    FieldKind.LIST: [UNWRITTEN],
}


def _free_id(form: Form, root: Node) -> str:
    """An id that no other entry of the list has, called like the list."""
    entries = root.at(form.location[:-1])
    taken = [
        words_of(entry.at(("id",)), "en")
        for entry in (entries.value if entries is not None and entries.kind == "list" else ())
    ]
    names = [step for step in form.location if isinstance(step, str)]
    wanted = names[-1].removesuffix("s").replace("_", "-") if names else "new"
    return free_id(wanted, taken)
