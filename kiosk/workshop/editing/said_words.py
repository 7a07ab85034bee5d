"""What the exhibit says by the fields of its files: by these words a drawn text is traced back.

A text is drawn as it is written, cut into sentences, or made up of fields by a phrase of the
interface: "Figures as of April 2024" is a date.  Where only that speaks, nothing is found.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from operator import itemgetter
from string import Formatter
from typing import TYPE_CHECKING, NamedTuple

from kiosk.exhibit.model.values import WrittenDate
from kiosk.exhibit.reading.exhibit_reading import EXHIBIT_FILE, TERMS_FILE, UNITS_FILE
from kiosk.languages.numbers import date_in_year, date_words
from kiosk.languages.words import for_visitors
from kiosk.look.markdown import paragraphs
from kiosk.screen.panel.divided_text import sentences
from kiosk.text.wordings import WrittenFile
from kiosk.workshop.check.written_texts import bare

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kiosk.languages.words import Words
    from kiosk.text.wordings import PlacedText
    from kiosk.text.yaml_source import Location, Node

_DIGITS = re.compile(r"\d")
_ONE_FIGURE = re.compile(r"\D{0,4}\d[\d.,\s]*\D{0,14}")
"""A number with its unit or currency, and no second one."""
_COUNT = re.compile(r"\d[\d.,]*\D{0,3}")
"""A number, or which one of several."""
_FIGURES = frozenset({"value", "of", "steps"})
"""Keys of numbers."""
_DATES = frozenset({"as_of", "date", "at", "value", "checked", "before"})
_STATUSES = {
    "reported": ("reported", "reported_explained", "reported_means"),
    "calculated": ("calculated", "calculated_explained"),
}
"""What the interface says where a fact has such a key."""
_SPOKEN_FIGURES = frozenset({"figure", "number", "lower", "upper"})
_COUNTED = frozenset({"page", "pages", "rank", "count", "step", "steps", "item", "items"})
"""What is filled into phrases and written nowhere."""
_ELLIPSIS = "…"
_LEAST_PIECE = 5
"""With so many letters at least, what is drawn may be a piece of a text."""
_MOST_PIECES = 40
_LEAST_SHARE = 0.25
"""So much of what is drawn must be in a field at least."""


class Owner(NamedTuple):
    """A field, by its file and its place there."""

    file: str
    location: Location


class FilePart(NamedTuple):
    """A part of a file, all of which may be shown together.

    A `name` is meant only where it stands alone: sentences have names in them.
    """

    file: str
    location: Location = ()
    is_name: bool = False


@dataclass
class _Phrases:
    """What a part of a file says in one language."""

    texts: dict[str, list[Owner]] = field(default_factory=dict)
    made: dict[str, list[Owner]] = field(default_factory=dict)
    """Dates, names and the like, as the exhibit words them."""
    units: dict[str, list[Owner]] = field(default_factory=dict)
    figures: dict[str, list[Owner]] = field(default_factory=dict)
    """By their digits."""
    templates: list[tuple[re.Pattern[str], Owner]] = field(default_factory=list)
    """Texts in which the exhibit fills something in."""

    def written(self, wanted: str) -> list[Owner]:
        """The fields that say just that."""
        found = self.texts.get(wanted)
        if found is None and wanted.endswith(_ELLIPSIS) and len(wanted) > _LEAST_PIECE:
            start = wanted.removesuffix(_ELLIPSIS)
            found = next((own for said, own in self.texts.items() if said.startswith(start)), None)
        if found is None:
            found = [own for pattern, own in self.templates if pattern.fullmatch(wanted)]
        return found

    def around(self, wanted: str) -> list[Owner]:
        """The fields of which that is a piece."""
        if len(wanted) < _LEAST_PIECE:
            return []
        found = (said for said in self.texts if wanted in said)
        nearest = min(found, key=len, default="")
        return self.texts[nearest] if 0 < len(nearest) <= len(wanted) * _MOST_PIECES else []

    def inside(self, wanted: str) -> list[Owner]:
        """The fields whose words are a good part of that."""
        least = max(2, len(wanted) * _LEAST_SHARE)
        found = (
            (len(said), owners)
            for phrases in (self.texts, self.units)
            for said, owners in phrases.items()
            if len(said) >= least and said in wanted
        )
        return max(found, key=itemgetter(0), default=(0, []))[1]


class SaidWords:
    """Finds the fields of drawn words, in one language, among all files of a content folder."""

    def __init__(self, roots: Mapping[str, Node], language: str, words: Words) -> None:
        self._roots, self._language, self._words = roots, language, words
        self._texts: dict[str, tuple[PlacedText, ...]] = {}
        self._phrases: dict[FilePart, _Phrases] = {}
        self._known: dict[tuple[str, tuple[FilePart, ...]], list[Owner]] = {}
        self._templates = _templates(words.templates.get(language) or words.templates["en"])

    def whole(self, drawn: str, parts: Sequence[FilePart]) -> list[Owner]:
        """The fields that say just these words."""
        return self._whole(bare(drawn), parts)

    def written(self, drawn: str, parts: Sequence[FilePart]) -> list[Owner]:
        """The texts that say just these words."""
        wanted = bare(drawn)
        found = (self._of(part).texts.get(wanted) for part in parts)
        return next(filter(None, found), [])

    def owners(self, drawn: str, parts: Sequence[FilePart]) -> list[Owner]:
        """The fields that the words are made from, of the first of these parts that has any."""
        key = drawn, tuple(parts)
        if key not in self._known:
            self._known[key] = self._found(bare(drawn), key[1])
        return self._known[key]

    def _found(self, wanted: str, parts: Sequence[FilePart]) -> list[Owner]:
        found = self._whole(wanted, parts)
        own = [part for part in parts if not part.is_name]
        for phrases in () if found else map(self._of, own):
            found = found or phrases.around(wanted)
        if found:
            return found
        filled, is_whole = self._filled(wanted, own)
        if is_whole:
            return filled
        for phrases in map(self._of, own):
            found = found or phrases.inside(wanted)
        return found or filled or self._figures(wanted, own)

    def _whole(self, wanted: str, parts: Sequence[FilePart]) -> list[Owner]:
        """What is written so comes before what is worded so: a name before what names it."""
        known = [self._of(part) for part in parts]
        found = (each.written(wanted) for each in known)
        made = (each.made.get(wanted) or each.units.get(wanted, []) for each in known)
        return next(filter(None, found), []) or next(filter(None, made), [])

    def _figures(self, wanted: str, parts: Sequence[FilePart]) -> list[Owner]:
        figure = _figure(wanted) if _ONE_FIGURE.fullmatch(wanted) else ""
        found = (self._of(part).figures.get(figure, []) for part in parts)
        owners = next(filter(None, found), []) if figure else []
        same = [own for own in owners if _digits(self._written(own)) == _digits(wanted)]
        return same or owners

    def _written(self, owner: Owner) -> str:
        node = self._roots[owner.file].at(owner.location)
        return str(node.value) if node is not None else ""

    def _filled(
        self, wanted: str, parts: Sequence[FilePart], depth: int = 2
    ) -> tuple[list[Owner], bool]:
        """The fields that are filled into a phrase of the interface, and whether all of what is
        filled in was found: nothing is to be, where it only counts."""
        some: list[Owner] = []
        for pattern, names, longest in self._templates:
            match = pattern.fullmatch(wanted) if longest in wanted else None
            if match is None:
                continue
            if _is_counting(names, match.groups()):
                return [], True
            found: list[list[Owner]] = []
            for name, said in zip(names, match.groups(), strict=True):
                owners = self._whole(said, parts)
                if not owners and name in _SPOKEN_FIGURES:
                    owners = self._figures(said, parts)
                if not owners and depth and said != wanted and name not in _COUNTED:
                    owners = self._filled(said, parts, depth - 1)[0]
                found.append(owners)
            together = _together([each for each in found if each])
            if all(found):
                return together, True
            some = some or together
        return some, False

    def _of(self, part: FilePart) -> _Phrases:
        known = self._phrases.get(part)
        if known is None:
            known = self._phrases[part] = _Phrases()
            node = self._roots[part.file].at(part.location) if part.file in self._roots else None
            if node is not None:
                self._take_texts(known, part)
                self._take_scalars(known, part, node)
        return known

    def _take_texts(self, phrases: _Phrases, part: FilePart) -> None:
        if part.file not in self._texts:
            file = WrittenFile(part.file, self._roots[part.file], ())
            self._texts[part.file] = tuple(file.texts())
        for text in self._texts[part.file]:
            if text.location[: len(part.location)] != part.location:
                continue
            owner = Owner(part.file, text.location)
            for said in self._said(text):
                for piece in _pieces(said, text.key, part.file):
                    phrases.texts.setdefault(piece, []).append(owner)
                if part.file == EXHIBIT_FILE and "{" in said:
                    phrases.templates.append((_pattern(said)[0], owner))

    def _said(self, text: PlacedText) -> list[str]:
        """The words in the language, or in those that stand in for it."""
        own = text.wordings.get(self._language)
        return [each.words for each in (text.wordings.values() if own is None else (own,))]

    def _take_scalars(self, phrases: _Phrases, part: FilePart, node: Node) -> None:
        for location, written in _scalars(node, part.location):
            owner = Owner(part.file, location)
            made = phrases.units if _key(location) == "unit" else phrases.made
            for said in filter(None, map(bare, self._made(location, written))):
                made.setdefault(said, []).append(owner)
            if _key(location) in _FIGURES and _figure(written):
                phrases.figures.setdefault(_figure(written), []).append(owner)
        for location, key in _statuses(node, part.location):
            for word in _STATUSES[key]:
                said = bare(self._words.say(word, self._language))
                phrases.made.setdefault(said, []).append(Owner(part.file, location))

    def _made(self, location: Location, written: str) -> Iterator[str]:
        """What the exhibit says for a name, a date or an address."""
        key = _key(location)
        if key in _DATES:
            try:
                date = WrittenDate.parse(written)
            except ValueError:
                return
            # Where there is room for two lines, the year stands on one of its own.
            yield date_words(date, self._language)
            yield date_words(WrittenDate(date.year), self._language)
            yield date_in_year(date, self._language)
        elif key == "address":
            yield written
            yield written.partition("://")[2].partition("/")[0]
        elif key in ("kind", "status") and len(location) == 1:
            word = written.replace("-", "_")
            if word in self._words.templates["en"]:
                yield self._words.say(word, self._language)
        elif key in ("in", "zone"):
            yield from self._names_of(written)
        elif key == "unit":
            for text in self._texts_of(UNITS_FILE, (written,)):
                yield from (said.replace("{n}", "") for said in self._said(text))

    def _names_of(self, zone: str) -> Iterator[str]:
        for file, root in self._roots.items():
            own = root.at(("id",)) if file.startswith("zones/") else None
            if own is not None and own.value == zone:
                for text in self._texts_of(file, ("name",)):
                    yield from self._said(text)

    def _texts_of(self, file: str, location: Location) -> Iterator[PlacedText]:
        root = self._roots.get(file)
        if root is None:
            return
        if file not in self._texts:
            self._texts[file] = tuple(WrittenFile(file, root, ()).texts())
        for text in self._texts[file]:
            if text.location[: len(location)] == location:
                yield text


def _pieces(said: str, key: str, file: str) -> list[str]:
    """A text as a whole, and the pieces in which it may be drawn."""
    pieces = [bare(said)]
    if file == TERMS_FILE and key == "forms":
        pieces += [bare(each) for each in re.split("[,，、]", said)]
    if key in ("text", "about"):
        for spans in paragraphs(said):
            words = "".join(span.text for span in spans)
            pieces += [bare(words), *map(bare, sentences(words))]
    return [piece for piece in dict.fromkeys(pieces) if piece]


def _scalars(node: Node, location: Location) -> Iterator[tuple[Location, str]]:
    """Everything below a node that is no mapping and no list."""
    if node.kind == "text":
        yield location, str(node.value)
        return
    inner = enumerate(node.value) if node.kind == "list" else node.value.items()
    for step, entry in inner:
        yield from _scalars(entry, (*location, step))


def _statuses(node: Node, location: Location) -> Iterator[tuple[Location, str]]:
    if node.kind == "text":
        return
    inner = enumerate(node.value) if node.kind == "list" else node.value.items()
    for step, entry in inner:
        if step in _STATUSES:
            yield (*location, step), str(step)
        yield from _statuses(entry, (*location, step))


def _key(location: Location) -> str:
    return next((step for step in reversed(location) if isinstance(step, str)), "")


def _figure(words: str) -> str:
    """The digits of a number without the zeros at its end: 42億 and 4.2 billion have the same."""
    return _digits(words).rstrip("0")


def _digits(words: str) -> str:
    return "".join(_DIGITS.findall(words))


def _templates(words: Mapping[str, str]) -> list[tuple[re.Pattern[str], tuple[str, ...], str]]:
    """The phrases into which something is filled, each with the longest of its own words; those
    first that say most of their own."""
    found = []
    for template in for_visitors(dict(words)).values():
        pattern, names, length = _pattern(template)
        if names and length:
            own = max(map(bare, re.split("{[^}]*}", template)), key=len)
            found.append((length, pattern, names, own))
    found.sort(key=itemgetter(0), reverse=True)
    return [(pattern, names, own) for _, pattern, names, own in found]


def _pattern(template: str) -> tuple[re.Pattern[str], tuple[str, ...], int]:
    """What a phrase looks like when it is filled, its fields, and how many letters are its own."""
    pattern, names, length = "", [], 0
    try:
        for literal, name, _, _ in Formatter().parse(template):
            own = bare(literal)
            pattern, length = pattern + re.escape(own), length + len(own)
            if name is not None:
                pattern += "(.+)"
                names.append(name)
    except ValueError:
        return re.compile(re.escape(bare(template))), (), 0
    return re.compile(pattern), tuple(names), length


def _is_counting(names: Sequence[str], said: Sequence[str]) -> bool:
    """Whether a phrase has nothing but numbers filled in, such as "2 of 4"."""
    return _COUNTED.issuperset(names) and all(map(_COUNT.fullmatch, said))


def _together(found: list[list[Owner]]) -> list[Owner]:
    """The fields of the first that stand together with some of each other one."""
    if not found:
        return []
    first, *others = found
    near = [
        own
        for own in first
        if all(any(_entry(own) == _entry(each) for each in other) for other in others)
    ]
    return near or first


def _entry(owner: Owner) -> tuple[str, Location]:
    return owner.file, owner.location[:-1]
