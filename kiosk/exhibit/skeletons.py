"""Beginnings of content: commented places, panels, stories, layers and whole exhibits.

They are to be filled in.  Their texts lie in `assets/skeletons`, with `@name@` where something is
put in.
"""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING

from kiosk.shipped import shipped, shipped_text
from kiosk.text.multilingual import LANGUAGES
from kiosk.text.yaml_writing import in_brackets, written

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

PANEL_KINDS: Mapping[str, str] = MappingProxyType(
    {
        "facts": "facts",
        "chart": "bar",
        "waffle": "waffle",
        "share": "share",
        "bar": "bar",
        "ranking": "ranking",
        "line": "line",
        "timeline": "timeline",
        "areas": "areas",
        "depths": "depths",
        "people": "people",
        "quote": "quote",
        "events": "events",
        "gallery": "gallery",
        "comparison": "comparison",
    }
)
"""What `kiosk new panel` can make, and how its data are drawn."""

NO_CHARTS = ("facts", "people", "quote", "events", "gallery", "comparison")
"""Those of them that are drawn by no chart."""

_WITH_PICTURES = frozenset({"gallery", "comparison"})
_PICTURES = ("first-picture.svg", "second-picture.svg")

EXHIBIT_ZONE = "shenzhen"
"""The one place of a new exhibit, which is on the map that comes along."""

NAME_TO_BE_WRITTEN: Mapping[str, str] = MappingProxyType(
    {
        "en": "Name of the place",
        "zh-Hant": "地方名稱",
        "zh-Hans": "地方名称",
        "pt": "Nome do lugar",
    }
)
"""What a new place is called where the map has no name for it."""

TITLE_TO_BE_WRITTEN: Mapping[str, str] = MappingProxyType(
    {
        "en": "The title of the exhibit",
        "zh-Hant": "展覽的標題",
        "zh-Hans": "展览的标题",
        "pt": "O título da mostra",
    }
)
"""What a new exhibit is called in languages in which nobody has named it."""

UNWRITTEN = "…"
"""What stands for words in a language that we have none in."""

_UNWRITTEN_BELOW = f" {UNWRITTEN}\n"

_PLACEHOLDER = re.compile(r"@([\w-]+)@")
_IN_BRACES = re.compile(
    "{" + ", ".join(rf"{tag}: (\"[^\"]*\"|[^{{}}]*?)" for tag in LANGUAGES) + "}"
)
_BELOW = re.compile(
    r"^(?P<indent> *)"
    + r"(?P=indent)".join(rf"{tag}:(.*\n(?:(?P=indent) .*\n|\n)*)" for tag in LANGUAGES),
    re.MULTILINE,
)
"""A text in each language, one beside the other and one below the other."""


def in_languages(text: str, languages: Sequence[str]) -> str:
    """A skeleton whose texts are in an exhibit's languages; … stands where we have no words."""

    def beside(found: re.Match[str]) -> str:
        words = dict(zip(LANGUAGES, found.groups(), strict=True))
        return "{" + ", ".join(f"{tag}: {words.get(tag, UNWRITTEN)}" for tag in languages) + "}"

    def below(found: re.Match[str]) -> str:
        indent, *several = found.groups()
        # The empty lines behind the last language divide the text from what follows it.
        plain = [each.rstrip("\n") + "\n" for each in several]
        words = dict(zip(LANGUAGES, plain, strict=True))
        said = (f"{indent}{tag}:{words.get(tag, _UNWRITTEN_BELOW)}" for tag in languages)
        return "".join(said) + several[-1][len(plain[-1]) :]

    return _BELOW.sub(below, _IN_BRACES.sub(beside, text))


def zone_text(values: Mapping[str, str], languages: Sequence[str] = LANGUAGES) -> str:
    """The file of a place; the values are those of its panel of facts and the words of its name."""
    panel = filled("facts.yaml", {**values, "id": "facts"})
    names = (f"  {tag}: {written(values.get(tag, UNWRITTEN))}" for tag in languages)
    text = filled("zone.yaml", {**values, "names": "\n".join(names), "panel": panel.rstrip("\n")})
    return in_languages(text, languages)


def panel_text(kind: str, values: Mapping[str, str], languages: Sequence[str] = LANGUAGES) -> str:
    """A panel of any kind but a story, not indented."""
    drawn_as = PANEL_KINDS[kind]
    if drawn_as in NO_CHARTS:
        return in_languages(filled(f"{drawn_as}.yaml", values), languages)
    data = filled(f"chart-{drawn_as}.yaml", values).rstrip("\n")
    text = filled("chart.yaml", {**values, "chart": drawn_as, "data": data})
    return in_languages(text, languages)


def panel_drawings(kind: str | None) -> Mapping[str, str]:
    """The drawings by their names that a new panel has until it is given pictures."""
    if kind not in _WITH_PICTURES:
        return {}
    folder = shipped("assets") / "skeletons" / "pictures"
    return {name: shipped_text(folder / name) for name in _PICTURES}


def story_text(values: Mapping[str, str], languages: Sequence[str] = LANGUAGES) -> str:
    """A story, not indented."""
    return in_languages(filled("story.yaml", values), languages)


def layer_text(
    values: Mapping[str, str], zones: Sequence[str], languages: Sequence[str] = LANGUAGES
) -> str:
    """The file of a data layer with a value to be written for each of these zones."""
    points = "\n".join(f"- {{zone: {zone}, value: 0}}" for zone in zones)
    return in_languages(filled("layer.yaml", {**values, "points": points}), languages)


def tour_text(values: Mapping[str, str], languages: Sequence[str] = LANGUAGES) -> str:
    """The file of a tour with two steps: the map home, and a place."""
    return in_languages(filled("tour.yaml", values), languages)


def exhibit_texts(
    as_of: str, languages: Sequence[str] = LANGUAGES, title: str = ""
) -> dict[str, str]:
    """All files of a small exhibit that runs, by their names.

    The title is in the first of the languages; without one it is still to be written.
    """
    titles = {tag: TITLE_TO_BE_WRITTEN.get(tag, UNWRITTEN) for tag in LANGUAGES}
    if title:
        titles[languages[0]] = written(title)
    values = {f"title-{tag}": words for tag, words in titles.items()}
    values |= {"as_of": as_of, "languages": in_brackets(list(languages))}
    texts = {
        f"{name}.yaml": in_languages(filled(f"exhibit/{name}.yaml", values), languages)
        for name in ("exhibit", "sources", "units")
    }
    names = {"en": "Shenzhen", "zh-Hant": "深圳", "zh-Hans": "深圳", "pt": "Shenzhen"}
    place = {"id": EXHIBIT_ZONE, "kind": "city", "element": f"shape: {EXHIBIT_ZONE}"}
    figures = {"source": "first-source", "unit": "teams", "as_of": as_of}
    values = {**names, **place, **figures, "place": EXHIBIT_ZONE, "around": UNWRITTEN}
    return {**texts, f"zones/{EXHIBIT_ZONE}.yaml": zone_text(values, languages)}


def filled(name: str, values: Mapping[str, str]) -> str:
    """The skeleton of that name below `assets/skeletons`, with the values in it."""
    text = shipped_text(shipped("assets") / "skeletons" / name)
    return _PLACEHOLDER.sub(lambda found: values[found[1]], text)
