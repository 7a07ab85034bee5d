"""The style sheets inside a drawing: what they say of an element, by its tag, id and classes."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

PROPERTIES: Final = (
    *("display", "visibility", "fill-rule", "fill", "transform"),
    *("clip-path", "mask", "filter", "marker", "marker-start", "marker-mid", "marker-end"),
)
"""The properties that say whether, where and how an outline is drawn; all others are colours."""

_COMMENT: Final = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_AT_RULE: Final = re.compile(r"@[^{};]*+;?+")
"""A rule such as `@import`, or what stands before the braces of one such as `@media`."""
_SELECTOR: Final = re.compile(r"(?:\*|[A-Za-z][\w-]*)?(?:[.#][^\s.#:>+~\[\]()*]+)*")
_PART: Final = re.compile(r"[.#]?[^.#]+")
_MAX_RULES: Final = 2_000


class _Rule(NamedTuple):
    """What one simple selector says, and how much it weighs."""

    weight: tuple[int, int, int, int]
    parts: frozenset[str]
    style: Mapping[str, str]


class StyleSheet:
    """The rules of all `<style>` elements of a drawing.

    Selectors of one element are understood: `path`, `.st0`, `#sea`, `path.land`, lists of them.
    Rules for what lies in something, `@media` and the like are passed over.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        found = sorted(_rules("\n".join(texts)), key=_weight)
        self._rules = _by_rarest_part(_heard(found[:_MAX_RULES]))
        self._known: dict[tuple[str, str, str], dict[str, str]] = {}

    def style(self, tag: str, attributes: Mapping[str, str]) -> dict[str, str]:
        """The properties of an element: its `style` beats the sheets, they beat its attributes."""
        found = {name: attributes[name] for name in PROPERTIES if name in attributes}
        if self._rules:
            key = (tag, attributes.get("id", ""), attributes.get("class", ""))
            if key not in self._known:
                self._known[key] = self._ruled(*key)
            found.update(self._known[key])
        if "style" in attributes:
            found.update(_declarations(attributes["style"]))
        return found

    def _ruled(self, tag: str, identifier: str, classes: str) -> dict[str, str]:
        own = {"*", tag, f"#{identifier}", *(f".{name}" for name in classes.split())}
        near = (rule for part in own for rule in self._rules.get(part, ()) if rule.parts <= own)
        found: dict[str, str] = {}
        for rule in sorted(near, key=_weight):
            found.update(rule.style)
        return found


def _weight(rule: _Rule) -> tuple[int, int, int, int]:
    return rule.weight


def _heard(rules: Sequence[_Rule]) -> Iterator[_Rule]:
    """The rules, the heaviest first, without what a heavier one says of the very same elements."""
    said: set[tuple[frozenset[str], str]] = set()
    for rule in reversed(rules):
        style = {name: each for name, each in rule.style.items() if (rule.parts, name) not in said}
        said.update((rule.parts, name) for name in style)
        if style:
            yield rule._replace(style=style)


def _by_rarest_part(rules: Iterable[_Rule]) -> dict[str, list[_Rule]]:
    """The rules by the one of their parts that the fewest rules have.

    An element then looks at few of them: a map may have 2,000 rules and 15,000 elements.
    """
    rules = tuple(rules)
    often = Counter(part for rule in rules for part in rule.parts)
    found: dict[str, list[_Rule]] = {}
    for rule in rules:
        found.setdefault(min(rule.parts, key=often.__getitem__), []).append(rule)
    return found


def _rules(text: str) -> Iterator[_Rule]:
    text = _COMMENT.sub("", text).replace("<![CDATA[", "").replace("]]>", "")
    for number, (selectors, body) in enumerate(_blocks(_AT_RULE.sub("", text))):
        style = _declarations(body)
        for selector in map(str.strip, selectors.split(",")):
            if style and selector and _SELECTOR.fullmatch(selector):
                parts = _PART.findall(selector)
                ids = sum(part[0] == "#" for part in parts)
                classes = sum(part[0] == "." for part in parts)
                tags = len(parts) - ids - classes - parts.count("*")
                yield _Rule((ids, classes, tags, number), frozenset(parts), style)


def _blocks(text: str) -> Iterator[tuple[str, str]]:
    """What stands in each pair of braces that has no other in it, behind what stands before it."""
    *closed, _rest = text.split("}")
    for each in closed:
        *_, before, body = ("", *each.rsplit("{", 2))
        if "{" in each:
            yield before, body


def _declarations(text: str) -> dict[str, str]:
    found = {}
    for declaration in text.split(";"):
        name, _, value = declaration.partition(":")
        if name.strip() in PROPERTIES:
            found[name.strip()] = value.strip().removesuffix("!important").rstrip()
    return found
