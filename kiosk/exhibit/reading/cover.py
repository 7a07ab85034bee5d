"""The cover of the exhibit: what the first picture needs, read in milliseconds.

Nothing here imports pydantic or reads a panel.  Files that are not sound are left out silently;
`read_exhibit` says later what is wrong with them.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, get_args

from kiosk.exhibit.model.dated import is_shown
from kiosk.exhibit.model.landmark import KINDS, LABEL_SIDES, Landmark
from kiosk.exhibit.model.map_meanings import AS_DRAWN, Meanings, written_meanings
from kiosk.exhibit.model.map_point import MapPoint
from kiosk.exhibit.model.own_words import OF_THE_MAP, OWN_WORDS, own_words
from kiosk.exhibit.model.place_signs import PlaceSign
from kiosk.exhibit.model.values import WrittenDate
from kiosk.exhibit.reading.interface_words import read_interface
from kiosk.plain_file import is_plain
from kiosk.text.folder import FILES_LIMIT, ContentFolder
from kiosk.text.ids import is_id
from kiosk.text.languages import is_language, is_right_to_left
from kiosk.text.messages import UnreadableFile
from kiosk.text.multilingual import LANGUAGES, LONGEST_TEXT, Text, long_word
from kiosk.text.yaml_source import Node, parse_document

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from kiosk.exhibit.model.exhibit import Exhibit

PATIENCE_SECONDS = 3.0
"""How long beginnings of files are read; the shipped ones take a fiftieth of it."""
_NOTHING = Node("mapping", {}, 1, 1)


@dataclass(frozen=True)
class Cover:
    """Title, languages and landmarks: the home screen before any zone has been opened."""

    title: Text
    welcome: Text
    languages: tuple[str, ...]
    map_file: Path | None
    landmarks: tuple[Landmark, ...]
    approval: tuple[str, Text] | None = None
    """The number under which the map was approved, and who holds it."""
    meanings: Meanings = AS_DRAWN
    """What exhibit.yaml says of the map's groups."""
    interface: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """The interface's words in languages that the program does not speak."""
    own_words: Mapping[str, Text] = field(default_factory=dict)
    """What exhibit.yaml says in place of the interface's words, by their keys."""
    kinds: tuple[str, ...] = ()
    """The kinds of places that exhibit.yaml names."""
    notices: tuple[Text, ...] = ()
    """What is to be known on the day."""
    has_layers: bool = False
    """Whether there are files of data layers; what is in them comes with the exhibit."""

    def on_our_map(self) -> Cover:
        """The same where ours stands in for a map that can't be read: with the credit of ours."""
        said = {key: text for key, text in self.own_words.items() if key not in OF_THE_MAP}
        # A point in another drawing would be anywhere on ours.
        landmarks = tuple(replace(each, at=None) for each in self.landmarks)
        return replace(self, approval=None, own_words=said, landmarks=landmarks)


def cover_of(exhibit: Exhibit) -> Cover:
    """The same for an exhibit that has been read: only what can be opened is on its map."""
    return Cover(
        title=exhibit.title,
        welcome=exhibit.welcome,
        languages=exhibit.languages,
        map_file=exhibit.map_file if is_plain(exhibit.map_file) else None,
        landmarks=exhibit.landmarks,
        approval=exhibit.approval,
        meanings=exhibit.meanings,
        own_words=exhibit.own_words,
        interface=exhibit.interface,
        notices=tuple(each.text for each in exhibit.notices),
        has_layers=bool(exhibit.layers),
    )


@dataclass(frozen=True)
class _Days:
    """The first and the last day of a zone or a notice, as far as they can be read."""

    shown_from: WrittenDate | None
    until: WrittenDate | None


def read_cover(
    folder: Path,
    *,
    day: datetime.date | None = None,
    clock: Callable[[], float] = time.monotonic,
) -> Cover:
    """Read the beginnings of the files; never raises for what is in them.

    Places that are not shown on the `day` are left out; without one, all are there.  Of files that
    take longer than a first picture may wait, the places come with the exhibit.
    """
    content = ContentFolder.at(folder)
    settings = _head(content, "exhibit.yaml", None)
    map_name = _words(settings.at(("map",)))
    map_file = content.map_file(map_name) if map_name else None
    languages = tuple(tag for tag in _list(settings.at(("languages",))) if _is_shown(tag))
    landmarks: dict[str, Landmark] = {}
    until = clock() + PATIENCE_SECONDS
    for name in content.names("zones")[:FILES_LIMIT]:
        if clock() > until:
            break
        landmark = _landmark(content, name, day) if name.endswith(".yaml") else None
        if landmark is not None:
            landmarks.setdefault(landmark.id, landmark)
    signs = _signs(settings)
    landmarks = {
        each.id: replace(each, sign=signs.get(each.kind, "")) for each in landmarks.values()
    }
    if map_file is not None and map_file.is_relative_to(content.root):
        landmarks = {each.id: each.on_own_map() for each in landmarks.values()}
    listed = _list(settings.at(("zones",)))
    first = [landmarks.pop(zone_id) for zone_id in listed if zone_id in landmarks]
    return Cover(
        title=_text(settings.at(("title",))) or Text({}),
        welcome=_text(settings.at(("welcome",))) or Text({}),
        languages=languages or LANGUAGES,
        map_file=map_file,
        landmarks=(*first, *landmarks.values()),
        approval=_approval(settings.at(("map_approval",))),
        meanings=_meanings(settings.at(("map_groups",))),
        interface=read_interface(content, languages),
        own_words=_own_words(settings, map_file, content),
        kinds=tuple(kind for kind in KINDS if settings.at(("kinds", kind)) is not None),
        notices=tuple(_notices(settings.at(("notices",)), day)),
        has_layers=any(name.endswith(".yaml") for name in content.names("layers")),
    )


def _is_shown(tag: str) -> bool:
    return is_language(tag) and not is_right_to_left(tag)


def _head(content: ContentFolder, name: str, stop_at: str | None) -> Node:
    try:
        return parse_document(content.text(name), name, stop_at=stop_at).root
    except UnreadableFile:
        return _NOTHING


def _landmark(content: ContentFolder, name: str, day: datetime.date | None) -> Landmark | None:
    head = _head(content, name, "panels")
    if head.at(("name",)) is None:
        head = _head(content, name, None)
    zone_id, kind = _words(head.at(("id",))), _words(head.at(("kind",)))
    words = _text(head.at(("name",)))
    if words is None or not is_id(zone_id) or kind not in KINDS or kind == "region":
        return None
    if not _is_shown_on(head, day):
        return None
    side = _words(head.at(("map", "label_at")))
    return Landmark.placed(
        id=zone_id,
        kind=kind,
        within=tuple(_list(head.at(("in",)))),
        name=words,
        label=_text(head.at(("map", "label"))),
        shape=_words(head.at(("map", "shape"))) or None,
        marker=_words(head.at(("map", "marker"))) or None,
        label_at=side if side in LABEL_SIDES else None,
        chip=_pair(head.at(("map", "chip"))),
        named_with=tuple(_list(head.at(("map", "named_with")))),
        district=_text(head.at(("map", "district"))),
        at=_point(head.at(("map", "at"))),
    )


def _notices(node: Node | None, day: datetime.date | None) -> Iterator[Text]:
    for entry in node.value if node is not None and node.kind == "list" else ():
        text = _text(entry.at(("text",)))
        if text is not None and _is_shown_on(entry, day):
            yield text


def _is_shown_on(node: Node, day: datetime.date | None) -> bool:
    days = _Days(_date(node.at(("from",))), _date(node.at(("until",))))
    return day is None or is_shown(days, day)


def _date(node: Node | None) -> WrittenDate | None:
    try:
        return WrittenDate.parse(_words(node))
    except ValueError:
        return None


def _approval(node: Node | None) -> tuple[str, Text] | None:
    if node is None or node.kind != "mapping":
        return None
    number, holder = _words(node.at(("number",))), node.at(("holder",))
    named = _words(holder)
    # A name may be written once for all languages.
    text = Text(dict.fromkeys(LANGUAGES, named)) if named else _text(holder)
    return (number, text) if number and text is not None else None


def _meanings(node: Node | None) -> Meanings:
    if node is None or node.kind != "mapping":
        return AS_DRAWN
    entries = node.value.items()
    groups = {word: tuple(_list(entry)) for word, entry in entries}
    views = {word: _words(entry) for word, entry in entries if _words(entry)}
    return written_meanings(groups, views, views.get("waterlines"))


def _own_words(settings: Node, map_file: Path | None, content: ContentFolder) -> Mapping[str, Text]:
    texts = {way: _text(settings.at(way)) for way in OWN_WORDS}
    said = {way: text for way, text in texts.items() if text is not None}
    has_own_map = map_file is not None and map_file.is_relative_to(content.root)
    return own_words(said, has_own_map=has_own_map)


def _signs(settings: Node) -> Mapping[str, str]:
    written = {kind: _words(settings.at(("kinds", kind, "sign"))) for kind in KINDS}
    return {kind: sign for kind, sign in written.items() if sign in get_args(PlaceSign)}


def _words(node: Node | None) -> str:
    return node.value.strip() if node is not None and node.kind == "text" else ""


def _list(node: Node | None) -> Sequence[str]:
    if node is None or node.kind != "list":
        return ()
    return [entry.value for entry in node.value if entry.kind == "text"]


def _text(node: Node | None) -> Text | None:
    if node is None or node.kind != "mapping":
        return None
    versions = {tag: _words(entry) for tag, entry in node.value.items() if is_language(tag)}
    # What the reading refuses would hold up the first picture as well.
    if any(len(words) > LONGEST_TEXT or long_word(words) for words in versions.values()):
        return None
    return Text(versions) if any(versions.values()) else None


def _point(node: Node | None) -> MapPoint | None:
    try:
        return None if node is None else MapPoint.parse(node.plain())
    except ValueError:
        return None


def _pair(node: Node | None) -> tuple[float, float] | None:
    try:
        x, y = (float(number) for number in _list(node))
    except ValueError:
        return None
    return x, y
