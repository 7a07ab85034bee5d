"""The catalogue of all rules of `kiosk check`, as `--explain` and docs/curators.md have it."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from kiosk.exhibit.content_rules import CONTENT_RULES
from kiosk.speech import speech_messages
from kiosk.text.messages import Severity
from kiosk.workshop.check import film_check, layout_messages

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kiosk.text.rule import Rule

CATALOGUE: Mapping[str, Rule] = MappingProxyType(
    {
        rule.name: rule
        for rule in (
            *CONTENT_RULES,
            *film_check.RULES,
            *speech_messages.RULES,
            *layout_messages.RULES,
        )
    }
)
"""Every rule by its name."""


def rules_as_markdown(rules: Mapping[str, Rule]) -> str:
    """The section of docs/curators.md: the warnings first, each group in the given order."""
    return "\n".join(_section(rules))


def _section(rules: Mapping[str, Rule]) -> Iterator[str]:
    for severity, title in (
        (Severity.WARNING, "### Warnings: shown all the same\n"),
        (Severity.ERROR, "### Errors: what has them is left out\n"),
    ):
        yield title
        for rule in rules.values():
            if rule.severity is severity:
                yield rule.as_markdown()
