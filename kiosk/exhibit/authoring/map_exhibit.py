"""A content folder made from a map: a place for every shape that has a name."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final, NamedTuple

from kiosk.exhibit.authoring import new_piece_messages
from kiosk.exhibit.authoring.new_pieces import NewPiece, NotWritten, last_steps, write_folder
from kiosk.exhibit.place import SCREENS
from kiosk.exhibit.skeletons import UNWRITTEN, filled
from kiosk.shipped import shipped
from kiosk.shipped_yaml import shipped_yaml
from kiosk.text.alphabet import by_letters
from kiosk.text.folder import FILES_LIMIT
from kiosk.text.ids import DEVICES, LONGEST_ID, is_id
from kiosk.text.message_words import one_of
from kiosk.text.yaml_writing import in_brackets, wrapped, written

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path
    from typing import Any

_NEIGHBOURS: Final = 6
"""So many names a sentence holds; a small map shows them."""
_WIDTH: Final = 88
_LETTERS: Final = str.maketrans(
    {**dict.fromkeys("øØ", "o"), **dict.fromkeys("łŁ", "l"), **dict.fromkeys("đĐðÐ", "d")}
    | {"ß": "ss", "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "þ": "th", "Þ": "th", "ı": "i"}
)
"""Latin letters that are no letter with an accent."""
_CODE: Final = re.compile(r"[a-z]{1,3}")
_MAP_OF: Final = re.compile(r"^(?:map of|mapa d[eo]s?)\s+(?:the\s+)?(?=\S)", re.IGNORECASE)
"""What stands before the name of what a map shows, as in the maps of npm's `@svg-maps`."""
_WHERE: Final = (
    *("at the top left", "at the top", "at the top right"),
    *("at the left", "in the middle", "at the right"),
    *("at the bottom left", "at the bottom", "at the bottom right"),
)
"""The nine fields of a map, row by row."""
_LEAST_OF_MIXED: Final = 3
"""So long is what is taken of a name that has other letters too."""
_SPLIT: Final = re.compile(r"[-_ ]+")


_ANY: Final = "any"
"""Where the sentences for a language lie that nobody has written any in."""


class DrawnPlace(NamedTuple):
    """A shape of a map that can be a place: by what content names it, and what it is called."""

    element: str
    is_point: bool
    name: str
    """As the drawing has it; empty where nobody named it."""
    names: Mapping[str, str]
    """What it is called by language, where the drawing tells."""
    part: int
    """In which of the nine fields of the map it lies, row by row."""
    neighbours: tuple[str, ...]
    """The elements that touch it."""
    line: int = 0
    """Where the file draws it; 0 if that is not known."""


class DrawnMap(NamedTuple):
    """A map as a file, what it is called, its places, and the day on which it was written."""

    file_name: str
    content: bytes
    title: str
    places: Sequence[DrawnPlace]
    day: str


def new_map_exhibit(folder: Path, drawn: DrawnMap, language: str, today: str) -> NewPiece:
    """A content folder in one language, whole or not at all, in a folder that is empty or new.

    Shapes without names are left out, or numbered where no shape has one.
    """
    named, left_out = places_of(drawn)
    if not named:
        raise NotWritten(new_piece_messages.nothing_on_map(drawn.file_name))
    if len(named) > FILES_LIMIT:
        raise NotWritten(new_piece_messages.too_many_places(len(named), FILES_LIMIT))
    texts = _texts(drawn, named, language, today)
    write_folder(folder, texts, {f"map/{drawn.file_name}": drawn.content})
    return NewPiece(folder, (*_told(named, left_out, language), *last_steps(folder)))


def places_of(drawn: DrawnMap) -> tuple[list[DrawnPlace], list[DrawnPlace]]:
    """The shapes that become places, all where none has a name, and those that become none."""
    named = [place for place in drawn.places if place.name or place.names]
    if not named:
        return list(drawn.places), []
    return named, [place for place in drawn.places if not (place.name or place.names)]


def name_on_map(place: DrawnPlace, language: str) -> str:
    """What a place is called in a language, else as the drawing has it; empty without a name."""
    return _name(place, language)


def _told(named: Sequence[DrawnPlace], left_out: Sequence[DrawnPlace], language: str) -> list[str]:
    steps = ["Open exhibit.yaml and sources.yaml: the title, and who drew the map."]
    if language not in _sentences():
        steps.append(
            f"Write your own words, in {language}, where {UNWRITTEN} stands: 'kiosk check' names"
            " each place."
        )
    if left_out:
        one = len(left_out) == 1
        shapes = "1 shape has" if one else f"{len(left_out)} shapes have"
        where = one_of((f"line {each.line}, {_WHERE[each.part]}" for each in left_out), "and")
        steps.append(
            f"{shapes} no name and no place ({where}): name what visitors should open in your"
            " drawing program, then write 'kiosk new zone' for it; with --at it needs no shape."
        )
    if not (named[0].name or named[0].names):
        steps.append("No shape has a name, so they are numbered: write the names into zones/.")
    return steps


def _texts(
    drawn: DrawnMap, named: Sequence[DrawnPlace], language: str, today: str
) -> dict[str, str]:
    known = _sentences()
    sentences = known.get(language, known[_ANY])
    names = {
        place.element: _name(place, language) or sentences["place"].format(number=number)
        for number, place in enumerate(named, start=1)
    }
    ids = _ids([(place.element, names[place.element]) for place in named])
    title = _MAP_OF.sub("", drawn.title) or _spoken(drawn.file_name.removesuffix(".svg"))
    ordered = sorted(named, key=lambda place: by_letters(names[place.element]))
    values = {
        **{"language": language, "title": written(title), "map": written(drawn.file_name)},
        **{"welcome": written(sentences["welcome"]), "day": today, "as_of": drawn.day},
        "publisher": written(drawn.file_name),
        "people": sentences["people"],
        "kinds": _kinds(named, sentences, language),
        "zones": "\n".join(f"- {ids[place.element]}" for place in ordered),
    }
    texts = {
        f"{name}.yaml": filled(f"map/{name}.yaml", values)
        for name in ("exhibit", "sources", "units")
    }
    for place in named:
        words = _words(place, names, sentences, len(named))
        texts[f"zones/{ids[place.element]}.yaml"] = filled(
            "map/zone.yaml",
            {
                "language": language,
                "id": ids[place.element],
                "kind": "facility" if place.is_point else "city",
                "element": in_brackets({"marker" if place.is_point else "shape": place.element}),
                "places": in_brackets(
                    [ids[each] for each in (place.element, *_beside(place, names))]
                ),
                **words,
            },
        )
    return texts


def _sentences() -> Mapping[str, Any]:
    """What can be said of a map, by language; under `any` what stands in every other."""
    return shipped_yaml(shipped("assets") / "skeletons" / "map" / "sentences.yaml")


def _kinds(named: Sequence[DrawnPlace], sentences: Mapping[str, Any], language: str) -> str:
    """What the kinds of these places are called, in lines that are indented."""
    words = {"city": "areas"} if not all(place.is_point for place in named) else {}
    if any(place.is_point for place in named):
        words["facility"] = "points"
    return "\n".join(
        f"  {kind}: {in_brackets({'name': {language: one}, 'list': {language: several}})}"
        for kind, (one, several) in ((kind, sentences[key]) for kind, key in words.items())
    )


def _words(
    place: DrawnPlace, names: Mapping[str, str], sentences: Mapping[str, Any], count: int
) -> dict[str, str]:
    """What is said of a place: where it lies, and what is beside it."""
    name = names[place.element]
    text = sentences["lies"].format(name=name, where=sentences["where"][place.part])
    beside = [names[each] for each in _beside(place, names)]
    if beside:
        *others, last = beside
        listed = sentences["comma"].join(others) + (sentences["last"] if others else "") + last
        gap = " " if text.endswith(".") else ""
        beside_it = sentences["beside" if others else "beside_one"]
        text += gap + beside_it.format(names=listed)
    return {
        "name": written(name),
        "introduction": written(sentences["introduction"].format(count=count)),
        "title": written(sentences["title"]),
        "summary": written(sentences["summary"].format(name=name)),
        "text": _folded(text),
    }


def _folded(text: str) -> str:
    """A text in one line, or wrapped where it is long."""
    line = written(text)
    if len(line) <= _WIDTH or line[0] == '"':
        return line
    return ("\n" + " " * 8).join(wrapped(text, _WIDTH))


def _beside(place: DrawnPlace, names: Mapping[str, str]) -> list[str]:
    return [each for each in place.neighbours if each in names][:_NEIGHBOURS]


def _name(place: DrawnPlace, language: str) -> str:
    """Its name in the language, else the one that the drawing has, else one in another language."""
    in_language = place.names.get(language)
    return in_language or _spoken(place.name) or next(iter(place.names.values()), "")


def _spoken(written_name: str) -> str:
    """A name as one writes it: Hong Kong for hong-kong, CW for cw; others as they are."""
    if _CODE.fullmatch(written_name):
        return written_name.upper()
    if not is_id(written_name.replace("_", "-")):
        return written_name
    return " ".join(word.capitalize() for word in _SPLIT.split(written_name))


def _ids(named: Sequence[tuple[str, str]]) -> dict[str, str]:
    """An id for each element, each once."""
    ids: dict[str, str] = {}
    taken = set(SCREENS)
    for number, (element, name) in enumerate(named, start=1):
        wanted = _wanted(name, element, number)
        candidate, times = wanted, 1
        while candidate in taken:
            times += 1
            candidate = f"{wanted}-{times}"
        taken.add(candidate)
        ids[element] = candidate
    return ids


def _wanted(name: str, element: str, number: int) -> str:
    """The id that a name makes, else that of the drawing, else a number.

    Of a name in several scripts the words in Latin letters are taken, if they say enough.  A file
    that is called as a device couldn't be copied to Windows.
    """
    for words in (name, element):
        slug = _slug(words)
        if slug in DEVICES:
            return f"place-{slug}"
        if slug and (_is_latin(words) or len(slug) >= _LEAST_OF_MIXED):
            return slug
    return f"place-{_slug(name) or number}"


def _slug(words: str) -> str:
    """What of a name an id can have: its words in Latin letters, and its numbers."""
    kept = [word for word in _plain_words(words) if word.isascii()]
    return "-".join(kept)[: LONGEST_ID - 5].rstrip("-")


def _is_latin(words: str) -> bool:
    return all(word.isascii() for word in _plain_words(words))


def _plain_words(words: str) -> list[str]:
    """The words of a name in small letters without accents.

    Scripts whose words are not divided by spaces, such as Chinese, end a word.
    """
    apart = unicodedata.normalize("NFKD", words.translate(_LETTERS))
    signs = [sign for sign in apart.lower() if not unicodedata.combining(sign)]
    divided = (f" {sign} " if unicodedata.category(sign) == "Lo" else sign for sign in signs)
    return re.findall(r"[^\W_]+", "".join(divided))
