"""The interface's own words: what the buttons, notes and legends say in each language."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

import yaml

from kiosk.languages.language import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

# The same loader, in C where PyYAML was built with it: ten times quicker at start-up.
_Loader: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Words:
    """What the interface says, by language and key."""

    templates: Mapping[str, Mapping[str, str]]

    def say(self, key: str, language: str, /, **values: str) -> str:
        """The words of `key`, with each `{field}` filled; KeyError for what is not there."""
        return self.templates[language][key].format_map(values)

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


def read_words(folder: Path) -> Words:
    """Read one flat YAML file for each language, such as `en.yaml`."""
    return Words(MappingProxyType({tag: MappingProxyType(_read(folder, tag)) for tag in LANGUAGES}))


def _read(folder: Path, tag: str) -> dict[str, str]:
    # Our own files: they are shipped with the program, so they need no limits.
    text = (folder / f"{tag}.yaml").read_text(encoding="utf-8")
    words: dict[str, str] = yaml.load(text, Loader=_Loader)
    return words
