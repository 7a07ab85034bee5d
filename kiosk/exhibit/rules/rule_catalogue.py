"""The catalogue of rules: of each its name, its reason, and an example wrong and mended."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.shipped import damaged, shipped, shipped_text
from kiosk.text.messages import Severity, UnreadableFile
from kiosk.text.yaml_source import parse_document

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_GROUPS = {"warnings": Severity.WARNING, "errors": Severity.ERROR}


@dataclass(frozen=True)
class Rule:
    """One rule of `kiosk check`.

    `file` is the file of the examples, as in `zones/qianhai.yaml`; it is empty where the examples
    are told in words.
    """

    name: str
    severity: Severity
    why: str
    wrong: str
    right: str
    file: str = ""

    def as_markdown(self) -> str:
        """The rule as docs/curators.md has it."""
        title = f"**`{self.name}`** {self.why}"
        if not self.file:
            return f"{title}\n\nWrong: {self.wrong}. Mended: {self.right}.\n"
        lines = [f"- {line}" for line in self.wrong.strip("\n").split("\n")]
        lines += [f"+ {line}" for line in self.right.strip("\n").split("\n")]
        return "\n".join([title, "", "```diff", *lines, "```", ""])


def read_rules() -> Mapping[str, Rule]:
    """Every rule by its name, the warnings first; raises BrokenInstallation."""
    path = shipped("assets") / "check" / "rules.yaml"
    try:
        root = parse_document(shipped_text(path), path.name).root.plain()
        return {
            name: Rule(name, severity, **entry)
            for group, severity in _GROUPS.items()
            for name, entry in root[group].items()
        }
    except UnreadableFile as error:
        raise damaged(path, error.message.text) from None
    except (KeyError, TypeError, AttributeError) as error:
        raise damaged(path, f"a rule is not whole: {error}") from None


def rules_as_markdown(rules: Mapping[str, Rule]) -> str:
    """The section of docs/curators.md."""
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
