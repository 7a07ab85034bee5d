"""Words with fields, which can be said in another language after they were put together.

Everything for curators is written in English where it is made.  A `Phrase` is that English, and
knows the template and the values it was made of; the template is looked up in `assets/messages`.
Words without fields are their own template, and may be plain strings.
"""

from __future__ import annotations

import re
from string import Formatter
from typing import TYPE_CHECKING, Any

from kiosk.text.catalogue import ORIGINAL, translated, translated_for_window
from kiosk.text.languages import language_name

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Field = object
"""What stands in a field: a phrase, which is translated too; a tuple, which is listed; or what is
shown as it is."""

_HAN = re.compile("[\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef“”]")
"""Chinese letters and their signs."""

_LANGUAGE = "language"
"""The field of a language, which the window calls by its name."""

_GROUPED = ","
"""The format of a number whose thousands are grouped."""


class Phrase(str):
    """English words for a curator, made of a template and its fields."""

    __slots__ = ("fields", "template")

    fields: Mapping[str, Field]
    template: str

    def __new__(cls, template: str, /, **fields: Field) -> Phrase:
        """Fill the fields of the English `template`; KeyError where one has no value."""
        return cls._shown(_filled(template, fields, ORIGINAL), template, fields)

    @classmethod
    def _shown(cls, text: str, template: str, fields: Mapping[str, Field]) -> Phrase:
        phrase = super().__new__(cls, text)
        phrase.template, phrase.fields = template, fields
        return phrase

    def __reduce__(self) -> tuple[object, ...]:
        return Phrase._shown, (str(self), self.template, self.fields)

    def shown_as(self, text: str) -> Phrase:
        """The same phrase with other English, such as a shorter one."""
        return Phrase._shown(text, self.template, self.fields)


def of_program(words: str) -> Phrase:
    """Words of the program as a phrase, to stand in a field of another one."""
    return words if isinstance(words, Phrase) else Phrase(words)


def template(words: str) -> str:
    """Words that a `Phrase` is made of elsewhere: marked, so that they are translated."""
    return words


def said(words: str, language: str) -> str:
    """Words of the program in that language: a phrase, or a plain string that it says."""
    if language == ORIGINAL:
        return str(words)
    if isinstance(words, Phrase):
        return _filled(translated(words.template, language), words.fields, language)
    return translated(words, language)


def shown(words: str, language: str, name_of: Callable[[str], str] | None = None) -> str:
    """The same as the window says it: without the keys and commands of those who write files.

    `name_of` says what a key is called there.
    """
    template = words.template if isinstance(words, Phrase) else str(words)
    own = translated_for_window(template, language)
    if not isinstance(words, Phrase):
        return own or translated(template, language)
    fields = dict(words.fields)
    if own is not None and name_of is not None and "key" in fields:
        fields["key"] = name_of(str(fields["key"]))
    if type(fields.get(_LANGUAGE)) is str:
        tag = str(fields[_LANGUAGE])
        fields[_LANGUAGE] = translated_for_window(tag, language) or language_name(tag, language)

    def say(inner: str, language: str) -> str:
        return shown(inner, language, name_of)

    return _filled(own or translated(template, language), fields, language, say)


def packed(words: Field) -> Any:
    """A phrase as JSON can say it; `unpacked` makes the same of it again."""
    if isinstance(words, Phrase):
        fields = {name: packed(value) for name, value in words.fields.items()}
        return {"template": words.template, "fields": fields}
    if isinstance(words, tuple):
        return [packed(each) for each in words]
    return words if isinstance(words, int | float) else str(words)


def unpacked(found: Any) -> Any:
    """What `packed` has made this of."""
    if isinstance(found, dict):
        fields = {name: unpacked(value) for name, value in found["fields"].items()}
        return Phrase(found["template"], **fields)
    if isinstance(found, list):
        return tuple(unpacked(each) for each in found)
    return found


def _filled(
    template: str,
    fields: Mapping[str, Field],
    language: str,
    say: Callable[[str, str], str] = said,
) -> str:
    if not fields:
        return template
    filler = _Filler(language, say)
    if not language.startswith("zh"):
        return filler.vformat(template, (), fields)
    filled = ""
    for literal, name, form, turned in filler.parse(template):
        filled = _beside(filled, literal)
        if name is not None:
            field = f"{{{name}{f'!{turned}' if turned else ''}:{form or ''}}}"
            filled = _beside(filled, filler.vformat(field, (), fields))
    return filled


def _beside(before: str, behind: str) -> str:
    """Two parts of a Chinese sentence: no space stays where a field brought Chinese beside it."""
    if _HAN.match(before[-2:-1]) and before.endswith(" ") and _HAN.match(behind):
        before = before[:-1]
    if _HAN.match(before[-1:]) and behind.startswith(" ") and _HAN.match(behind[1:]):
        behind = behind[1:]
    return before + behind


class _Filler(Formatter):
    """Fills fields as one language writes them; `say` says the phrases among them."""

    def __init__(self, language: str, say: Callable[[str, str], str]) -> None:
        self._language, self._say = language, say

    def format_field(self, value: object, form: str) -> str:
        if isinstance(value, Phrase):
            return self._say(value, self._language)
        if isinstance(value, tuple):
            comma = "、" if self._language.startswith("zh") else ", "
            return comma.join(self.format_field(each, "") for each in value)
        if form == _GROUPED and self._language == "pt":
            # As Portugal does, with spaces that keep the number together, from ten thousand on.
            grouped = f"{value:,}" if abs(int(str(value))) >= 10_000 else f"{value}"
            return grouped.replace(",", "\u202f")
        return format(value, form)
