"""A rule of `kiosk check`: its name, its reason, and an example of it broken and mended."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass
from typing import TYPE_CHECKING

from kiosk.text.messages import Message, Severity

if TYPE_CHECKING:
    from kiosk.text.fix import Fix


@dataclass(frozen=True)
class Rule:
    """One rule, declared beside the words that it is told in.

    `why` says what would be lost without it, in Markdown.  `wrong` and `right` are the example, as
    they are in `file` (such as `zones/qianhai.yaml`); without a file they are told in words.  An
    error keeps something off the screen, a warning does not.
    """

    name: str
    _: KW_ONLY
    why: str
    wrong: str
    right: str
    file: str = ""
    severity: Severity = Severity.ERROR

    def message(self, text: str, hint: str = "", *, fix: Fix | None = None) -> Message:
        """What is said where the rule is broken: what was found, and what to do.

        `fix` does it, where only one thing can be done.
        """
        return Message(self.name, text, hint, self.severity, fix)

    def as_markdown(self) -> str:
        """The rule as docs/curators.md has it."""
        title = f"**`{self.name}`** {self.why}"
        if not self.file:
            return f"{title}\n\nWrong: {self.wrong}. Mended: {self.right}.\n"
        lines = [f"- {line}" for line in self.wrong.strip("\n").split("\n")]
        lines += [f"+ {line}" for line in self.right.strip("\n").split("\n")]
        return "\n".join([title, "", "```diff", *lines, "```", ""])
