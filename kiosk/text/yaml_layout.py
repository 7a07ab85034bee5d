"""How a text of YAML is laid out, and the texts it becomes when something in it is changed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from kiosk.text.written_lines import LINE_BREAK
from kiosk.text.yaml_pieces import comments_of_first, without_allowances
from kiosk.text.yaml_syntax import BLOCK_STYLES, comments_of, line_begin
from kiosk.text.yaml_writing import (
    LINE_WIDTH,
    Steps,
    entry_in_lines,
    folded_lines,
    in_brackets,
    key_in_lines,
    literal,
    wrapped,
    written,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kiosk.text.yaml_syntax import SyntaxNode
    from kiosk.text.yaml_writing import YamlValue

_BLOCK_MARK = re.compile(r"[|>][-+0-9]*")
_BLANK = re.compile(r"[ \t]*")
_BLANK_OR_COMMENT = re.compile(r"(?P<indent>[ \t]*)(?P<comment>#.*)?")
_UP_TO_COMMA = re.compile(r"(?:[ \t\r\n]+(?:#[^\r\n]*)?)*,")


@dataclass(frozen=True)
class YamlLayout:
    """A text and the tree of what stands where in it.

    Its methods give the text after a change, some of them several of which the first good one is
    wanted: whether a text can stand in a style is for the parser to say.
    """

    text: str
    root: SyntaxNode

    @cached_property
    def line_end(self) -> str:
        """What ends its lines."""
        found = LINE_BREAK.search(self.text)
        return found[0] if found else "\n"

    @cached_property
    def step(self) -> int:
        """How far a mapping inside of a mapping is indented."""
        return self._indentation("mapping", 2)

    @cached_property
    def dash_step(self) -> int:
        """How far the hyphens of a list are indented below its key."""
        return self._indentation("list", 0)

    def with_written(self, node: SyntaxNode, new: str) -> str:
        """The text with something else written in place of a node."""
        before, behind = self.text[: node.begin], self.text[node.end :]
        if node.begin == node.end:
            before += "" if before[-1:].isspace() else " "
        return before + new + behind

    def texts_with_words(self, node: SyntaxNode, indent: int, words: str) -> Iterator[str]:
        """The text with these words in place of those of a node, in its style if possible.

        `indent` is the column in which a block of text may begin.
        """
        is_wrapped = LINE_BREAK.search(self.text, node.begin, node.end) is not None
        if node.style in BLOCK_STYLES:
            yield from self._blocks(node, indent, words)
        elif "\n" in words.strip("\n") and indent > 0 and not node.style and node.end > node.begin:
            yield self._as_block(node, literal(words, indent))
        if is_wrapped and node.style not in BLOCK_STYLES:
            yield self.with_written(node, self._wrapped(node, words))
        for style in dict.fromkeys((node.style, '"')):
            if style not in BLOCK_STYLES:
                behind = self._behind_mark(node)
                yield self.with_written(node, written(words, style) + behind)
                yield self.with_written(node, written(words, style, in_flow=True) + behind)

    def with_key_named(self, key: SyntaxNode, name: str) -> Iterator[str]:
        """The text with another name in place of a key."""
        for style in dict.fromkeys((key.style, '"')):
            yield self.with_written(key, written(name, style))
            yield self.with_written(key, written(name, style, in_flow=True))

    def with_lines(self, parent: SyntaxNode, index: int, lines: Sequence[str]) -> str:
        """The text with the lines of another entry in a block, before the entry `index`."""
        column = self._column(parent.begins[0])
        written_lines = [" " * column + line if line else "" for line in lines]
        if index == 0:
            begin = parent.begins[0]
            line = line_begin(self.text, begin)
            if not self.text[line:begin].strip():
                line -= len(comments_of_first(self.text[:line], parent))
                added = "".join(each + self.line_end for each in written_lines)
                return self.text[:line] + added + self.text[line:]
            first = self.line_end.join(written_lines)[column:] + self.line_end + " " * column
            return self.text[:begin] + first + self.text[begin:]
        place = self.line_behind(parent.entries[index - 1].end)
        if index == len(parent.entries):
            place = self._behind_comments(parent, place, column)
        added = "".join(line + self.line_end for line in written_lines)
        return self.text[:place] + added + self.text[place:]

    def with_lines_below(self, node: SyntaxNode, column: int, lines: Sequence[str]) -> str:
        """The text with the lines of the first entry of a key that has nothing behind it."""
        place = self.line_behind(node.end)
        added = "".join(" " * column + line + self.line_end for line in lines)
        return self.text[:place] + added + self.text[place:]

    def line_behind(self, offset: int) -> int:
        """Where the line after that of an offset begins."""
        found = LINE_BREAK.search(self.text, offset)
        return found.end() if found else len(self.text)

    def column_of(self, parent: SyntaxNode) -> int:
        """The column in which the entries of a block begin."""
        return self._column(parent.begins[0])

    def texts_with_value(self, parent: SyntaxNode, index: int, value: YamlValue) -> Iterator[str]:
        """The text with any value in place of that of an entry; what stands behind it stays."""
        node, begin = parent.entries[index], parent.begins[index]
        if parent.in_flow:
            yield self.with_written(node, in_brackets(value))
            return
        steps = Steps(self.step, self.dash_step)
        column = self._column(begin)
        if parent.kind == "mapping":
            key = parent.keys[index]
            colon = self.text.index(":", key.end) + 1
            first, *others = key_in_lines("k", value, steps)
            first = first.removeprefix("k:")
        else:
            colon = begin + 1
            first, *others = entry_in_lines(value, steps)
            first = first.removeprefix("-")
        comment, end = self._comment_beside(node, colon)
        lines = [first + comment, *(" " * column + line if line else "" for line in others)]
        written_there = self.line_end.join(lines) + self.line_end
        yield self.text[:colon] + written_there + self.text[end:]

    def _comment_beside(self, node: SyntaxNode, colon: int) -> tuple[str, int]:
        """The comment in the line of a value that stays when another one is written there, and
        where the line behind the old value begins."""
        end = self.line_behind(node.end)
        first = self.line_behind(colon)
        behind = self.text[node.end : end].rstrip("\r\n")
        if node.style in BLOCK_STYLES:
            behind = self._behind_mark(node)
            behind = f"  {behind.lstrip()}" if behind.strip() else ""
        elif node.begin >= first or node.style == "block":
            # The old value stands below: what is beside its key is a comment or nothing.
            beside = self.text[colon : min(first, node.begin)].rstrip("\r\n")
            behind = beside if beside.strip().startswith("#") else ""
        return (behind if behind.strip().startswith("#") else ""), end

    def with_bracketed(self, parent: SyntaxNode, index: int, entry: str) -> str:
        """The text with another entry between brackets, before the entry `index`."""
        if not parent.entries:
            return self.text[: parent.begin + 1] + entry + self.text[parent.begin + 1 :]
        begin = parent.begins[min(index, len(parent.entries) - 1)]
        line = self.text[line_begin(self.text, begin) : begin]
        between = " " if line.strip() else self.line_end + line
        if index < len(parent.entries):
            return f"{self.text[:begin]}{entry},{between}{self.text[begin:]}"
        end = parent.entries[-1].end
        return f"{self.text[:end]},{between}{entry}{self.text[end:]}"

    def without_entry(self, parent: SyntaxNode, index: int) -> str | None:
        """The text without an entry, and without the line end and comment behind it.

        None where it isn't clear which comments between brackets are about the entry.
        """
        begin, end = parent.begins[index], parent.entries[index].end
        has_comments = parent.in_flow and self._has_comments(parent)
        if has_comments:
            return self._without_bracketed_line(parent, index)
        if len(parent.entries) == 1:
            return self._emptied(parent, begin, end)
        if parent.in_flow:
            return self._without_bracketed(parent, index)
        behind = self.line_behind(end)
        line = line_begin(self.text, begin)
        if not self.text[line:begin].strip():
            return without_allowances(self.text[:line]) + self.text[behind:]
        # It stands behind a hyphen: what follows moves up to there.
        blank = _BLANK.match(self.text, behind)
        assert blank is not None
        return self.text[:begin] + self.text[blank.end() :]

    # What follows are parts of the above.

    def _indentation(self, kind: str, otherwise: int) -> int:
        waiting = [self.root]
        while waiting:
            node = waiting.pop()
            for each in node.entries:
                if node.kind == "mapping" and each.kind == kind and not each.in_flow:
                    step = each.column - node.column
                    if not node.in_flow and step >= 0:
                        return step
            waiting += node.entries[::-1]
        return otherwise

    def _blocks(self, node: SyntaxNode, indent: int, words: str) -> Iterator[str]:
        lines = LINE_BREAK.split(self.text[node.begin : node.end])[1:]
        indents = [len(line) - len(line.lstrip(" ")) for line in lines if line.strip()]
        by = min(indents, default=indent)
        if node.style == ">":
            width = max(LINE_WIDTH, *map(len, lines)) if lines else LINE_WIDTH
            yield self._as_block(node, folded_lines(words, by, width))
        yield self._as_block(node, literal(words, by))

    def _behind_mark(self, node: SyntaxNode) -> str:
        """What stands behind the mark of a block of text, in the same line."""
        mark = _BLOCK_MARK.match(self.text, node.begin) if node.style in BLOCK_STYLES else None
        return LINE_BREAK.split(self.text[mark.end() : node.end])[0].rstrip() if mark else ""

    def _as_block(self, node: SyntaxNode, lines: Sequence[str]) -> str:
        """A block of text in place of a node; what stands behind its mark stays there."""
        mark = _BLOCK_MARK.match(self.text, node.begin) if node.style in BLOCK_STYLES else None
        found = LINE_BREAK.search(self.text, mark.end() if mark else node.end)
        line_end = found.start() if found else len(self.text)
        behind_mark = self.text[mark.end() if mark else node.end : line_end]
        end = node.end if mark and node.end > line_end else line_end
        block = self.line_end.join((lines[0] + behind_mark, *lines[1:]))
        return self.text[: node.begin] + block + self.text[end:]

    def _wrapped(self, node: SyntaxNode, words: str) -> str:
        first, *others = LINE_BREAK.split(self.text[node.begin : node.end])
        used = self._column(node.begin)
        inner = next((line for line in others if line.strip()), "")
        indent = inner[: len(inner) - len(inner.lstrip())]
        width = max(LINE_WIDTH, used + len(first), *map(len, others))
        whole = written(words, node.style)
        marks = "" if whole == words else whole[0]
        bare = whole[len(marks) : len(whole) - len(marks)]
        lines = wrapped(bare, width - len(indent), width - used)
        return marks + (self.line_end + indent).join(lines) + marks

    def _behind_comments(self, parent: SyntaxNode, place: int, column: int) -> int:
        """Behind the comments at the end of a block that belong to it by their indentation.

        Those of a list whose hyphens stand right below its key can belong to the next key as well;
        they count at the end of the file only.
        """
        own = at_end = place
        goes_on = True
        while place < len(self.text):
            behind = self.line_behind(place)
            line = _BLANK_OR_COMMENT.fullmatch(self.text[place:behind].rstrip("\r\n"))
            if line is None:
                return own
            place = behind
            if not line["comment"]:
                continue
            goes_on = goes_on and len(line["indent"]) >= column
            if goes_on:
                at_end = place
                if parent.kind == "mapping" or len(line["indent"]) > column:
                    own = place
        return at_end

    def _emptied(self, parent: SyntaxNode, begin: int, end: int) -> str:
        brackets = "[]" if parent.kind == "list" else "{}"
        if parent.in_flow:
            return self.text[: parent.begin] + brackets + self.text[parent.end :]
        # Hyphens may stand right below their key, brackets may not.
        indent = "  " if parent.kind == "list" else ""
        line = line_begin(self.text, begin)
        above, before = self.text[:line], self.text[line:begin]
        if not before.strip():
            above = without_allowances(above)
        return above + before + indent + brackets + self.text[end:]

    def _has_comments(self, parent: SyntaxNode) -> bool:
        written_there = self.text[parent.begin : parent.end]
        return "#" in written_there and bool(comments_of(written_there))

    def _without_bracketed_line(self, parent: SyntaxNode, index: int) -> str | None:
        """Without the lines of an entry that has them for itself, and the comment in them."""
        if len(parent.entries) == 1:
            return None
        begin, end = parent.begins[index], parent.entries[index].end
        line, behind = line_begin(self.text, begin), self.line_behind(end)
        rest = self.text[end:behind].strip()
        has_comma = rest.startswith(",")
        rest = rest.removeprefix(",").lstrip()
        if self.text[line:begin].strip() or (rest and not rest.startswith("#")):
            return None
        is_last = index == len(parent.entries) - 1
        if has_comma:
            return self.text[:line] + self.text[behind:]
        before = _UP_TO_COMMA.match(self.text, parent.entries[index - 1].end)
        if not is_last or before is None or _UP_TO_COMMA.match(self.text, end):
            return None
        kept = self.text[: before.end() - 1] + self.text[before.end() : line]
        return kept + self.text[behind:]

    def _without_bracketed(self, parent: SyntaxNode, index: int) -> str:
        begin, end = parent.begins[index], parent.entries[index].end
        comma = _UP_TO_COMMA.match(self.text, end)
        behind = comma.end() if comma else end
        if index < len(parent.entries) - 1:
            blank = _BLANK.match(self.text, behind)
            assert blank is not None
            return self.text[:begin] + self.text[blank.end() :]
        before = _UP_TO_COMMA.match(self.text, parent.entries[index - 1].end)
        assert before is not None
        between = self.text[before.end() : begin].rstrip()
        return self.text[: before.end() - 1] + between + self.text[behind:]

    def _column(self, offset: int) -> int:
        return offset - line_begin(self.text, offset)
