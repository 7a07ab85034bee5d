"""Where words stand on a page that a touch explains: terms of the exhibit, and what is said of
figures that are reported or calculated.

All letters are drawn by `Setting.draw`.  So a page that is painted once without its letters says
where each of them would be, whoever draws it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter

from kiosk.exhibit.model.term import Term, TermFinder
from kiosk.look.letters import utf16_length
from kiosk.look.taken_texts import TakenText, texts_taken, texts_taken_from
from kiosk.text.multilingual import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from PySide6.QtGui import QColor
    from PySide6.QtWidgets import QWidget

    from kiosk.look.typesetting import Setting
    from kiosk.screen.chart import Chart
    from kiosk.screen.locale import Locale
    from kiosk.text.multilingual import Said

_TEXT_ROLES = frozenset({"lead", "body", "secondary"})
_NUMBER_ROLES = "number_"
_NOTE_ROLE = "source"
_CALCULATED = "calculated"
_STATUSES = {"reported": "reported_explained", _CALCULATED: "calculated_explained"}
"""What stands below a figure, and what explains it, by their keys in `assets/words`."""


_LINE_END = "\u2028"
"""Where a line of an explanation ends in any case."""


class WordLine(NamedTuple):
    """The part of a word on one line: its letters, in pixels, and their size."""

    letters: QRectF
    baseline: float
    em: float


@dataclass(frozen=True)
class ExplainedWord:
    """A word where it stands; `lines` are more than one where a line breaks within it."""

    key: str
    word: str
    explanation: Said
    lines: tuple[WordLine, ...]
    color: QColor


@dataclass(frozen=True)
class WordFinder:
    """Finds the words of one exhibit in one language; made once and asked for every page."""

    terms: TermFinder
    statuses: TermFinder
    language: str

    @classmethod
    def of(cls, locale: Locale) -> WordFinder:
        """Everything that is explained in the locale's language."""
        language = locale.language
        statuses = (
            Term(
                id=key,
                forms=Text({language: locale.say(key)}),
                explanation=Text({language: locale.say(explained)}),
            )
            for key, explained in _STATUSES.items()
        )
        terms = TermFinder.of(locale.exhibit.terms, language)
        return cls(terms, TermFinder.of(statuses, language), language)

    def on_page(
        self, view: QWidget, chart: Chart | None = None, calculations: Sequence[str] = ()
    ) -> tuple[ExplainedWord, ...]:
        """The words of a view that is at rest, in its pixels and as they are read.

        A term is found where it stands first; of a `chart` within the view only the notes are
        looked at, since what else it writes is beside its marks.  `calculations` are those of the
        page's figures, in their order: where each of them is on it, its note tells its own.
        """
        corner = QPointF() if chart is None else QPointF(chart.pos())
        noted = () if chart is None else _drawn_in(chart)
        notes = [drawn._replace(at=drawn.at + corner) for drawn in noted]
        return self._among(texts_taken_from(view), notes, calculations)

    def painted_by(
        self, paint: Callable[[QImage], None], calculations: Sequence[str]
    ) -> tuple[ExplainedWord, ...]:
        """The same of what `paint` would put on a picture, as a view would itself."""
        return self._among(texts_taken(paint), (), calculations)

    def _among(
        self, texts: Iterable[TakenText], notes: Iterable[TakenText], calculations: Sequence[str]
    ) -> tuple[ExplainedWord, ...]:
        found: list[ExplainedWord] = []
        for drawn in texts:
            found += self._in_text(drawn)
        for drawn in notes:
            found += self._in_note(drawn)
        found.sort(key=_as_read)
        return tuple(_with_calculations([*_first_ones(found)], calculations))

    def _in_text(self, drawn: TakenText) -> Iterator[ExplainedWord]:
        setting = drawn.setting
        if setting.role in _TEXT_ROLES or setting.role.startswith(_NUMBER_ROLES):
            if setting.language == self.language:
                yield from _found(self.terms, drawn)
        else:
            yield from self._in_note(drawn)

    def _in_note(self, drawn: TakenText) -> Iterator[ExplainedWord]:
        if drawn.setting.role == _NOTE_ROLE and drawn.setting.language == self.language:
            yield from _found(self.statuses, drawn)


def _found(finder: TermFinder, drawn: TakenText) -> Iterator[ExplainedWord]:
    setting = drawn.setting
    words = setting.layout.text()
    for found in finder.find(words):
        start, end = (utf16_length(words[:place]) for place in (found.start, found.end))
        lines = tuple(_lines(setting, drawn.at, start, end))
        if lines:
            yield ExplainedWord(
                key=found.term.id,
                word=" ".join(words[found.start : found.end].split()),
                explanation=found.term.explanation.said_in(setting.language),
                lines=lines,
                color=drawn.color,
            )


def _lines(setting: Setting, at: QPointF, start: int, end: int) -> Iterator[WordLine]:
    """What the letters from `start` to `end`, in UTF-16 code units, cover of each line."""
    layout = setting.layout
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        first = max(start, line.textStart())
        last = min(end, line.textStart() + line.textLength())
        if first >= last:
            continue
        letters = QRectF()
        em = 0.0
        for run in line.glyphRuns(first, last - first):
            # Without the rectangle of its line, a run returns the bounds of the letters.
            run.setBoundingRect(QRectF())
            letters = letters.united(run.boundingRect())
            em = max(em, run.rawFont().pixelSize())
        if not letters.isEmpty():
            yield WordLine(letters.translated(at), at.y() + line.y() + line.ascent(), em)


def _drawn_in(chart: Chart) -> list[TakenText]:
    """The same of a chart, which on the screen is a picture with its letters in it."""

    def paint(paper: QImage) -> None:
        painter = QPainter(paper)
        chart.paint(painter, QRectF(chart.rect()))
        painter.end()

    return texts_taken(paint)


def _as_read(word: ExplainedWord) -> tuple[int, float]:
    first = word.lines[0]
    return round(first.baseline), first.letters.left()


def _first_ones(words: Iterable[ExplainedWord]) -> Iterator[ExplainedWord]:
    """Each term once; what is said of a figure stays with every figure."""
    met: set[str] = set()
    for word in words:
        if word.key in _STATUSES or word.key not in met:
            met.add(word.key)
            yield word


def _with_calculations(
    words: Sequence[ExplainedWord], calculations: Sequence[str]
) -> Iterator[ExplainedWord]:
    """The same words, those of calculated figures with how each figure came about."""
    told = iter(calculations)
    tells = sum(word.key == _CALCULATED for word in words) == len(calculations)
    for word in words:
        if tells and word.key == _CALCULATED:
            said = word.explanation
            both = said._replace(words=f"{said.words}{_LINE_END}{next(told)}")
            yield replace(word, explanation=both)
        else:
            yield word
