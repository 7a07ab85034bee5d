"""Comments that allow a warning on the spot and say why: `# allow long-sentence: a quotation`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.text.fix import Fix, FixKind
from kiosk.text.message_words import did_you_mean, shortened, write_nearest
from kiosk.text.messages import Message, Severity
from kiosk.text.phrase import Phrase
from kiosk.text.rule import Rule
from kiosk.text.yaml_syntax import written_texts

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from kiosk.text.messages import PlacedMessage
    from kiosk.text.wordings import WrittenFile

_SILENCE_WITHOUT_REASON = Rule(
    "silence-without-reason",
    severity=Severity.WARNING,
    why="The next person has to know why a rule may be broken here.",
    file="zones/qianhai.yaml",
    wrong="# allow long-sentence\npanels:",
    right="panels:",
)


def _suppression_without_reason(rule: str) -> Message:
    return _SILENCE_WITHOUT_REASON.message(
        Phrase("'{rule}' is allowed here without a reason", rule=shortened(rule)),
        Phrase("write '# allow {rule}: why'", rule=shortened(rule)),
    )


_UNKNOWN_SILENCE = Rule(
    "unknown-silence",
    severity=Severity.WARNING,
    why="A misspelt rule allows nothing, and errors can't be allowed.",
    file="zones/qianhai.yaml",
    wrong="# allow long-sentense: a law\npanels:",
    right="panels:",
)


def _unknown_suppression(rule: str, known: Collection[str]) -> Message:
    return _UNKNOWN_SILENCE.message(
        Phrase("'{rule}' is not a warning that can be allowed", rule=shortened(rule)),
        did_you_mean(rule, known),
        fix=write_nearest(rule, known),
    )


def _suppressed_error(rule: str) -> Message:
    return _UNKNOWN_SILENCE.message(
        Phrase("'{rule}' is an error and can't be allowed", rule=rule), "mend it"
    )


_UNUSED_SILENCE = Rule(
    "unused-silence",
    severity=Severity.WARNING,
    why="A comment that allows what nobody breaks would hide the next mistake.",
    file="zones/qianhai.yaml",
    wrong="# allow long-sentence: a law\npanels:",
    right="panels:",
)


def _unused_suppression(rule: str) -> Message:
    return _UNUSED_SILENCE.message(
        Phrase("'{rule}' is allowed here, but nothing breaks it", rule=rule),
        "delete the comment",
        fix=Fix(FixKind.DELETE),
    )


RULES = (_SILENCE_WITHOUT_REASON, _UNKNOWN_SILENCE, _UNUSED_SILENCE)
"""The rules of this file."""


_FOR_LATER = frozenset({"unused-source", "unused-unit"})
"""What is allowed of things that shall be used one day: then the comment harms nothing, and it may
be one that `kiosk new` wrote."""

_ALLOW = re.compile(r"(?:^|(?<=\s))#\s*allow\s+(?P<rule>[\w-]+)\s*(?:[:：]\s*(?P<reason>.*))?$")
_COMMENT_LINE = re.compile(r"\s*#")


@dataclass(frozen=True)
class Suppression:
    """A rule that may be broken at one line, `of_line`, and why; it is at `line`, `column`."""

    rule: str
    reason: str
    line: int
    column: int
    of_line: int

    def covers(self, message: PlacedMessage) -> bool:
        """Whether the comment allows this message, with a reason or without."""
        is_here = self.of_line in (message.line, *message.comment_lines)
        return is_here and self.rule == message.rule

    def message(
        self, warnings: Collection[str], errors: Collection[str], *, is_used: bool
    ) -> Message | None:
        """What is wrong with it: no such warning, no reason, or nothing to allow."""
        if self.rule not in warnings:
            is_error = self.rule in errors
            unknown = _unknown_suppression(self.rule, warnings)
            return _suppressed_error(self.rule) if is_error else unknown
        if not self.reason:
            return _suppression_without_reason(self.rule)
        return None if is_used else _unused_suppression(self.rule)


def without_suppressed(
    messages: Sequence[PlacedMessage],
    files: Iterable[WrittenFile],
    rules: Sequence[Rule],
    unchecked: Collection[str],
) -> Iterator[PlacedMessage]:
    """The messages that no comment of their files allows, and what is wrong with the comments.

    `rules` are all that there are, `unchecked` the names of those that nobody looked at.
    """
    warnings = [rule.name for rule in rules if rule.severity is Severity.WARNING]
    errors = [rule.name for rule in rules if rule.severity is Severity.ERROR]
    suppressions = {file.name: suppressions_in(file) for file in files}
    used: set[Suppression] = set()
    for each in messages:
        matching = [own for own in suppressions.get(each.file, ()) if own.covers(each)]
        if each.severity is Severity.WARNING and any(own.reason for own in matching):
            used.update(matching)
        else:
            yield each
    for name, found in suppressions.items():
        for suppression in found:
            is_used = suppression in used or suppression.rule in {*unchecked, *_FOR_LATER}
            message = suppression.message(warnings, errors, is_used=is_used)
            if message is not None:
                yield message.at(name, suppression.line, suppression.column)


def suppressions_in(file: WrittenFile) -> tuple[Suppression, ...]:
    """The comments of a file that allow something, each for its own line or for the next one."""
    found = [(row, match) for row, line in enumerate(file.lines) if (match := _ALLOW.search(line))]
    if not found:
        return ()
    # A comment's sign inside a text is a part of the text.
    texts = tuple(_texts("\n".join(file.lines)))
    meant = _lines_meant(file.lines)
    return tuple(
        Suppression(
            rule=match["rule"],
            reason=(match["reason"] or "").strip(),
            line=row + 1,
            column=match.start() + 1,
            of_line=meant[row] + 1,
        )
        for row, match in found
        if not any(begin <= (row + 1, match.start() + 1) < end for begin, end in texts)
    )


def _lines_meant(lines: tuple[str, ...]) -> list[int]:
    """For each line itself or, where it is a comment, the first below that is not one too."""
    meant = list(range(len(lines)))
    for row in reversed(meant[:-1]):
        if _COMMENT_LINE.match(lines[row]):
            meant[row] = meant[row + 1]
    return meant


def _texts(text: str) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Where each text begins and ends."""
    for style, begin, end in written_texts(text):
        # A comment may be beside the sign that begins a block.
        yield ((begin[0] + 1, 1) if style in ("|", ">") else begin), end
