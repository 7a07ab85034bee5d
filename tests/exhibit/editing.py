"""Content as an editor sees it: other words in it, and everything that is remarked on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.exhibit.editorial import editorial_check
from kiosk.exhibit.reading.exhibit_reading import read_exhibit
from kiosk.text.multilingual import LANGUAGES

if TYPE_CHECKING:
    from tests.exhibit.sound_content import Content

QIANHAI = "zones/qianhai.yaml"
SHENZHEN = "zones/shenzhen.yaml"
ONE_CHANGE = ("file", "right", "wrong", "messages")
"""The parameters of a test that asks what is `told` after one change of a file."""
INTRODUCTION = "introduction: {en: A zone, zh-Hant: 一區, zh-Hans: 一区, pt: Uma zona}"
HEADING = "heading: {en: One, zh-Hant: 一, zh-Hans: 一, pt: Um}"
GLOSSARY = """\
macao:
  name: {en: Macao, zh-Hant: 澳門, zh-Hans: 澳门, pt: Macau}
  avoid: {en: [Macau], pt: [Macao]}
  keep: {en: [University of Macau]}
bay:
  name: {en: Guangdong–Hong Kong–Macao Greater Bay Area, zh-Hant: 粵港澳大灣區}
  avoid: {en: [Guangdong–Hong Kong–Macau Greater Bay Area], zh-Hant: [港澳大灣區]}
"""


def nothing_undrawable(words: str, language: str, /, *, large: bool) -> tuple[int, ...]:
    """A font that has every letter."""
    return ()


def messages(content: Content) -> list[str]:
    """Everything that check says of the content, each line with its rule."""
    known = read_exhibit(content.folder).messages
    found = editorial_check(
        content.folder, known, languages=LANGUAGES, undrawable=nothing_undrawable
    )
    return [f"{message} [{message.rule}]" for message in found]


def introduced(content: Content, **versions: str) -> None:
    """Let Qianhai be introduced by other words in some languages."""
    words = {"en": "A zone", "zh_Hant": "一區", "zh_Hans": "一区", "pt": "Uma zona", **versions}
    lines = "".join(f"\n  {tag.replace('_', '-')}: {said}" for tag, said in words.items())
    content.change(QIANHAI, INTRODUCTION, f"introduction:{lines}")


def repeated(word: str, count: int) -> str:
    """So many of one word."""
    return " ".join([word] * count)
