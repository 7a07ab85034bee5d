"""Facts: the name of a place, what it is, one very large number and its companions."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import chain
from operator import is_
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QVariantAnimation, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from kiosk.languages.language import language as language_of
from kiosk.look.typesetting import Setting, letters_are_taken, set_text, set_whole_words
from kiosk.screen.panel.fact_blocks import Paragraph, tagged
from kiosk.screen.panel.fact_column import Density, fact_column
from kiosk.screen.panel.figure_row import FigureRow
from kiosk.screen.panel.flow import INSET_U, FlowBlock, PlacedFlowBlock, paginate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QHideEvent

    from kiosk.exhibit.model.exhibit import FactsPanel, Zone
    from kiosk.look.look import Look
    from kiosk.look.span import Span
    from kiosk.screen.locale import Locale
    from kiosk.text.multilingual import Said

_NAME_ROLES = (("place", 1), ("title", 2), ("heading", 3))
"""The largest role in which a name takes no more lines than that."""
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[^\W\d_])|(?<=[。！？])")
_LEAST_NAME_U = 72
"""A name of one line is at least so large; where it would be smaller, it takes two."""


def set_name(look: Look, spans: list[Span], language: str, width: float) -> Setting:
    """Set a place's name as large as it fits."""
    whole = set_text(look, spans, language=language, role="place")
    least = _LEAST_NAME_U / look.style("place").size
    if whole.ink > width and width / whole.ink >= least:
        # Sizes of letters are whole pixels, so that a text may come out a little wider.
        scale = width / whole.ink * 0.98
        return set_text(look, spans, language=language, role="place", scale=scale)
    setting = None
    for role, lines in _NAME_ROLES:
        setting = set_whole_words(look, spans, language=language, role=role, width=width)
        if setting.line_count <= lines:
            break
    assert setting is not None
    return setting


def set_zone_name(zone: Zone, locale: Locale, look: Look, width: float) -> Setting:
    """Set a zone's name for the top of a panel."""
    name = locale.said(zone.name)
    return set_name(look, _said_spans(name, locale), name.language, width)


_LONE = Density(("number_m",), 1.0, lead_role="number_xxl")
"""For a figure that has the whole page to itself."""
_DENSITIES = (
    Density(("number_l", "number_m", "heading"), 1.1),
    Density(("number_m", "heading"), 1.0),
    Density(("heading",), 1.0),
    Density(("heading",), 0.85),
    Density(("heading",), 0.7),
    Density(("heading",), 0.85, pictograms=False),
    Density(("heading",), 0.7, pictograms=False),
)
"""From roomy to tight."""
_TIGHTEST = (
    Density(("heading",), 0.55, pictograms=False),
    Density(("heading",), 0.45, lead_role="place", pictograms=False),
)
"""For small screens; what doesn't fit in the last one goes to a further page."""


@dataclass(frozen=True)
class _Attempt:
    """A way to set a page: the role of the introduction, how much of it, and the figures."""

    role: str
    density: Density
    sentences: bool = True
    """All of the introduction's sentences, or only the first, which says what the place is."""


def _attempts(panel: FactsPanel | None) -> Iterator[_Attempt]:
    """Ways to set a panel, the roomiest first."""
    if panel is not None and len(panel.facts) == 1:
        yield _Attempt("lead", _LONE)
    for role in ("lead", "secondary"):
        for density in _DENSITIES:
            yield _Attempt(role, density)
    for density in (*_DENSITIES, *_TIGHTEST):
        yield _Attempt("lead", density, sentences=False)


class FactsView(QWidget):
    """Shows a facts panel, in as many pages as it needs.  Built once and shown again."""

    entered = Signal()
    """All figures have come in."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._look: Look | None = None
        self._pages: tuple[tuple[PlacedFlowBlock, ...], ...] = ((),)
        self._page = 0
        self._inset = 0.0
        self._beats = 1
        self._progress = 1.0
        self._picture = QPixmap()
        self._pictured: list[PlacedFlowBlock] = []
        """The blocks that the picture shows."""
        self._entrance = QVariantAnimation(self)
        self._entrance.setStartValue(0.0)
        self._entrance.setEndValue(1.0)
        self._entrance.valueChanged.connect(self._advance)
        self._entrance.finished.connect(self.entered)

    @property
    def page_count(self) -> int:
        """The number of pages that the panel takes."""
        return len(self._pages)

    @property
    def is_at_rest(self) -> bool:
        """Whether nothing of it is on its way in."""
        return self._progress >= 1

    def show_panel(self, zone: Zone, panel: FactsPanel | None, locale: Locale, look: Look) -> None:
        """Set a panel for the present size; without one, the name and introduction alone."""
        self.finish()
        self._forget_picture()
        self._look = look
        self._inset = look.px(INSET_U)
        width, height = self.width() - self._inset, float(self.height())
        body: list[FlowBlock] = []
        for attempt in _attempts(panel):
            head = _head(zone, locale, look, width, attempt)
            body = []
            if panel is not None:
                body += fact_column(panel, locale, look, width, attempt.density)
            self._pages = paginate(head, body, height, later_head=head[:1])
            if len(self._pages) == 1:
                break
        for placed in chain.from_iterable(self._pages):
            if isinstance(placed.block, FigureRow):
                placed.block.gap = placed.gap
        self._beats = max((block.beat for block in body), default=0) + 1
        self._page = min(self._page, len(self._pages) - 1)
        self.setAccessibleName(locale.text(zone.name))
        self.setAccessibleDescription(_spoken(zone, panel, locale))
        self.update()

    def show_page(self, number: int) -> None:
        """Show a page, counted from 1; the last one where there are fewer."""
        self._page = max(0, min(number - 1, len(self._pages) - 1))
        self.update()

    def enter(self, delay: int = 0) -> None:
        """Start the entrance: figures come in one after the other."""
        assert self._look is not None
        motion = self._look.motion
        self._entrance.stop()
        if motion.still:
            self._progress = 1.0
        else:
            length = motion.fact_in.duration + motion.fact_stagger * (self._beats - 1)
            self._progress = -delay / length
            self._entrance.setStartValue(self._progress)
            self._entrance.setDuration(length + delay)
            self._entrance.start()
        self.update()

    def finish(self) -> None:
        """End the entrance at once."""
        self._entrance.stop()
        self._progress = 1.0
        self.update()

    @Slot(object)
    def _advance(self, value: float) -> None:
        self._progress = float(value)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._look is None:
            return
        painter = QPainter(self)
        if letters_are_taken():
            self._draw(painter, self._pages[self._page])
            return
        there: list[PlacedFlowBlock] = []
        coming: list[PlacedFlowBlock] = []
        for placed in self._pages[self._page]:
            (there if self._entered(placed.block.beat) >= 1 else coming).append(placed)
        # Letters take long to paint, and those that are there stay as they are.
        painter.drawPixmap(0, 0, self._painted(there))
        self._draw(painter, coming)

    def _draw(self, painter: QPainter, blocks: Sequence[PlacedFlowBlock]) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for placed in blocks:
            placed.block.draw(painter, self._inset, placed.y, self._entered(placed.block.beat))

    def _painted(self, blocks: Sequence[PlacedFlowBlock]) -> QPixmap:
        """A picture of these blocks, to which those are added that it lacks."""
        ratio = self.devicePixelRatioF()
        size = self.size() * ratio
        same = len(self._pictured) <= len(blocks) and all(map(is_, self._pictured, blocks))
        if self._picture.size() != size or not same:
            self._picture = QPixmap(size)
            self._picture.setDevicePixelRatio(ratio)
            self._picture.fill(Qt.GlobalColor.transparent)
            self._pictured = []
        if len(self._pictured) < len(blocks):
            own = QPainter(self._picture)
            self._draw(own, blocks[len(self._pictured) :])
            own.end()
            self._pictured = list(blocks)
        return self._picture

    def _forget_picture(self) -> None:
        self._picture, self._pictured = QPixmap(), []

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._forget_picture()

    def _entered(self, beat: int) -> float:
        if beat == 0 or self._progress >= 1:
            return 1.0
        assert self._look is not None
        motion = self._look.motion
        length = motion.fact_in.duration + motion.fact_stagger * (self._beats - 1)
        elapsed = self._progress * length - motion.fact_stagger * (beat - 1)
        return min(1.0, max(0.0, elapsed / motion.fact_in.duration))


def _head(
    zone: Zone, locale: Locale, look: Look, width: float, attempt: _Attempt
) -> list[FlowBlock]:
    """The zone's name and its introduction."""
    name = Paragraph(set_zone_name(zone, locale, look, width), look.theme.text)
    said = locale.said(zone.introduction)
    if not attempt.sentences:
        said = said._replace(words=_SENTENCE_END.split(said.words, maxsplit=1)[0])
    setting = set_text(
        look, _said_spans(said, locale), language=said.language, role=attempt.role, width=width
    )
    return [name, Paragraph(setting, look.theme.text, gap=look.px(16))]


def _said_spans(said: Said, locale: Locale) -> list[Span]:
    return tagged(said.words, said.language, locale.language, language_of(said.language).drawn)


def _spoken(zone: Zone, panel: FactsPanel | None, locale: Locale) -> str:
    sentences = [locale.text(zone.introduction)]
    for fact in panel.facts if panel else ():
        figure = locale.fact_figure(fact)
        sentences.append(
            locale.say("labelled", label=locale.text(fact.label), figure=figure.spoken)
        )
    return "\n".join(sentences)
