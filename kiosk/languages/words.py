"""The interface's own words: what the buttons, notes and legends say in each language."""

from __future__ import annotations

from dataclasses import dataclass
from string import Formatter
from types import MappingProxyType
from typing import TYPE_CHECKING

from kiosk.languages.language import LANGUAGES
from kiosk.shipped import damaged
from kiosk.shipped_yaml import shipped_yaml

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from kiosk.text.multilingual import Text


_INSTEAD = "en"
_FIELDS = ("places", "count")
"""What an exhibit's own texts may have in braces."""


@dataclass(frozen=True)
class Words:
    """What the interface says, by language and key."""

    templates: Mapping[str, Mapping[str, str]]

    def say(self, key: str, language: str, /, **values: str) -> str:
        """The words of `key`, with each `{field}` filled; KeyError for what is not there."""
        spoken = self.templates.get(language) or self.templates[_INSTEAD]
        return spoken[key].format_map(values)

    def with_languages(self, interface: Mapping[str, Mapping[str, str]]) -> Words:
        """The same in more languages; what one of them lacks is said in English."""
        if not interface:
            return self
        english = self.templates[_INSTEAD]
        more = {
            tag: MappingProxyType({**english, **_usable(words, english)})
            for tag, words in interface.items()
        }
        return Words(MappingProxyType({**self.templates, **more}))

    def with_own(self, own: Mapping[str, Text]) -> Words:
        """The same with an exhibit's own texts in place of some, which may be empty.

        A text has the fields of the words that it replaces; other braces in it are braces.
        """
        if not own:
            return self
        return Words(
            MappingProxyType(
                {
                    tag: MappingProxyType(
                        {**words, **{key: _template(text, tag) for key, text in own.items()}}
                    )
                    for tag, words in self.templates.items()
                }
            )
        )

    def joined(
        self,
        items: Sequence[str],
        language: str,
        *,
        more: str = "list_more",
        last: str = "list_pair",
    ) -> str:
        """The items as one phrase: "Dongguan, Shenzhen and Hong Kong".

        `more` and `last` are keys with the fields `left` and `right`; `last` joins the last item.
        """
        phrase = "".join(items[:1])
        for item in items[1:-1]:
            phrase = self.say(more, language, left=phrase, right=item)
        return self.say(last, language, left=phrase, right=items[-1]) if items[1:] else phrase


def fields_of(template: str) -> frozenset[str] | None:
    """The names in braces; None where the braces can't be understood."""
    try:
        return frozenset(name for _, name, _, _ in Formatter().parse(template) if name is not None)
    except ValueError:
        return None


_FOR_STAFF = (
    *("staff", "health", "translation", "preview", "screen_", "damage", "theme_", "enter_pin"),
    *("trying_pin", "wrong_pin", "locked_for", "closes_in", "delete_digit", "digit", "confirm"),
    *("back_to_exhibit", "word_count", "character_count", "reading_content", "everything_fine"),
    *("content_counted", "problems_counted", "in_line", "last_good_state", "first_problems"),
    *("start_", "earlier_", "edit_", "check_column", "checking_", "stop_check"),
)
"""With which words begin that no visitor reads."""


def for_visitors(words: Mapping[str, str]) -> dict[str, str]:
    """The words that visitors read: what only staff see may stay in English."""
    return {key: each for key, each in words.items() if not key.startswith(_FOR_STAFF)}


def _usable(words: Mapping[str, str], english: Mapping[str, str]) -> dict[str, str]:
    return {
        key: template
        for key, template in words.items()
        if key in english and fields_of(template) == fields_of(english[key])
    }


def _template(text: Text, language: str) -> str:
    written = text.words_in(language).replace("{", "{{").replace("}", "}}")
    for name in _FIELDS:
        written = written.replace(f"{{{{{name}}}}}", f"{{{name}}}")
    return written


def read_words(folder: Path) -> Words:
    """Read one flat YAML file for each language, such as `en.yaml`.

    Raises BrokenInstallation, also where one of them says less than the others.
    """
    files = {tag: folder / f"{tag}.yaml" for tag in LANGUAGES}
    templates = {tag: shipped_yaml(file) for tag, file in files.items()}
    keys = set().union(*templates.values())
    for tag, words in templates.items():
        lacking = keys - words.keys()
        if lacking:
            raise damaged(files[tag], f"{len(lacking)} of its {len(keys)} words are missing")
    return Words(
        MappingProxyType({tag: MappingProxyType(words) for tag, words in templates.items()})
    )
