"""The panel of a data layer: what it shows, its ranking, where it comes from, and the ways on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.exhibit.model.exhibit import ChartPanel, Series
from kiosk.look.typesetting import Setting, set_text
from kiosk.screen.control.button import CONTROL_U
from kiosk.screen.layer.layer_notes import SMALL_NOTES, set_notes
from kiosk.screen.layer.layer_ranking import REACH_U, LayerRanking, wished_and_least_height
from kiosk.screen.layer.pinned_ways import PinnedWays
from kiosk.screen.panel.kicker import HEIGHT_U as KICKER_U
from kiosk.screen.panel.kicker import Kicker
from kiosk.screen.panel.source_card import SourceCard
from kiosk.screen.panel.source_note import SourceNote

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QMouseEvent

    from kiosk.look.look import Look
    from kiosk.screen.layer.layer_content import LayerContent

_TOP_U = 52
_GAP_U = 12
_ROWS_GAP_U = 22
_TURN_REACH_U = 18
"""How far below the rows fingers reach what leads to the others."""
_EASY = 1.15
"""How much more than the least height rows have, where text is as large as it can be."""
_TITLE_LINES, _SMALLER_TITLE = 2, 0.9


@dataclass(frozen=True)
class PanelRoom:
    """How the panel is divided, in its own pixels.

    Rows end at `rows_bottom`, and below `clear` leave `beside` free on their right; the controls
    stand in a line at `controls_top`, and if need be in another above it where they may be
    `stacked`.
    """

    padding: float
    rows_bottom: float
    controls_top: float
    beside: float = 0.0
    clear: float = 0.0
    stacked: bool = True


class LayerPanel(QWidget):
    """Beside the map, or below it; everything that a layer says in words."""

    zone_touched = Signal(str)
    zone_opened = Signal(str)
    sources_opened = Signal(bool)
    """The card of sources covers the panel, or does so no more."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._look: Look | None = None
        self._content: LayerContent | None = None
        self._room = PanelRoom(0, 0, 0)
        self._is_cut = False
        self._on_card: tuple[str, ...] = ()
        """The notes that have no room below the rows: the card of sources begins with them."""
        self.has_room = True
        """Whether nothing of the layer had to be left out."""
        self._texts: list[tuple[Setting, QPointF, str]] = []
        self._kicker = Kicker(self)
        self._ranking = LayerRanking(self)
        self._ranking.zone_touched.connect(self.zone_touched)
        self._source = SourceNote(self)
        self._source.clicked.connect(self.open_sources)
        self._ways = PinnedWays(self)
        self._ways.zone_opened.connect(self.zone_opened)
        self._ways.zone_let_go.connect(self.zone_touched)
        self.card = SourceCard(self)
        self.card.closed.connect(self.close_sources)
        self.hide()

    def show_layer(
        self,
        content: LayerContent,
        look: Look,
        room: PanelRoom,
        pinned: tuple[str, ...],
        seats: tuple[str, ...],
        alone: int | None,
    ) -> None:
        """Lay everything out in the present geometry; the rows of what is pinned tell its seat."""
        if self._content is None or content.layer.id != self._content.layer.id:
            self.begin_again()
        self._look, self._content, self._room, self._texts = look, content, room, []
        width = self.width() - 2 * room.padding
        added = self._ways.show_words(content, look, pinned, width, stacks=room.stacked)
        self._ways.place(QPointF(room.padding, room.controls_top))
        if not pinned:
            self._show_hint(content, look, width)
        width -= room.beside
        y = self._show_head(content, look, width)
        bottom, reach = self._show_foot(content, look, width, added, y), look.px(REACH_U)
        wide = width + room.beside + 2 * reach
        wished, least = wished_and_least_height(content, wide, look)
        self.has_room = not self._is_cut and bottom - y >= _EASY * least
        if room.beside and wished <= room.clear - y:
            # All rows have room above what stands beside them: bars are longer there.
            width, bottom = width + room.beside, min(bottom, room.clear)
        rows = QRectF(room.padding - reach, y, width + 2 * reach, max(1.0, bottom - y))
        below = look.px(_TURN_REACH_U)
        self._ranking.setGeometry(rows.adjusted(0, 0, 0, below).toRect())
        self._ranking.show_rows(content, look, seats, alone, below)
        self.setAccessibleName(content.title)
        self.setAccessibleDescription("\n".join((content.caption, *content.readings(pinned))))
        if not self.card.isHidden():
            self.open_sources()
        self.update()

    def _show_head(self, content: LayerContent, look: Look, width: float) -> float:
        """The kicker, the title, and unit and year; gives where the rows may begin."""
        language, left, y = content.locale.language, self._room.padding, look.px(_TOP_U)
        self._kicker.setGeometry(QRectF(left, y, width, look.text_px(KICKER_U)).toAlignedRect())
        self._kicker.show_words(content.locale.say("map_layer"), "layers", look, language)
        y += look.text_px(KICKER_U) + look.px(_GAP_U)
        title = _set_title(content.title, language, look, width)
        self._texts.append((title, QPointF(left, y), "text"))
        y += title.size.height() + look.px(_GAP_U)
        caption = set_text(look, content.caption, language=language, role="secondary", width=width)
        self._texts.append((caption, QPointF(left, y), "text2"))
        return y + caption.size.height() + look.px(_ROWS_GAP_U)

    def _show_foot(
        self, content: LayerContent, look: Look, width: float, added: float, top: float
    ) -> float:
        """The note and the source, from below up; gives where the rows have to end.

        The controls are `added` pixels higher than one line, and rows may begin at `top`.
        """
        left, bottom = self._room.padding, self._room.rows_bottom - added
        self._on_card = ()
        bottom = self._show_source(content, look, width, bottom)
        room = bottom - look.px(_ROWS_GAP_U) - top
        notes = self._notes(content, look, width, room)
        if self._is_cut and look.divides_texts:
            self._on_card, self._is_cut, notes = content.notes, False, ()
            bottom = self._show_source(content, look, width, self._room.rows_bottom - added)
        for note in reversed(notes):
            bottom -= note.size.height()
            self._texts.append((note, QPointF(left, bottom), "text2"))
        return bottom - look.px(_ROWS_GAP_U)

    def _show_source(self, content: LayerContent, look: Look, width: float, bottom: float) -> float:
        """The line that opens the card, which says what is on it; gives its upper edge."""
        locale = content.locale
        lines = locale.short_source_lines(content.layer.source, content.layer.as_of)
        name = locale.say("source_spoken", source=lines[0]) if lines else ""
        if self._on_card:
            about = locale.say("about_figures")
            lines = (*(f"{about} · {line}" for line in lines), about)
            name = ", ".join(filter(None, (about, name)))
        self._source.setVisible(bool(lines))
        if lines:
            self._source.show_source(lines, name, width, look, locale.language)
            bottom -= self._source.height()
            self._source.move(round(self._room.padding), round(bottom))
        return bottom

    def _notes(
        self, content: LayerContent, look: Look, width: float, room: float
    ) -> Sequence[Setting]:
        """What is told below the rows, of whose `room` in pixels it leaves enough to them.

        It is as large on every layer, beside the map as small as eleven rows want it.  Where rows
        would have no room it counts places without a value, then is smaller, and at last cut.
        """
        wide = width + 2 * look.px(REACH_U)
        wished, least = wished_and_least_height(content, wide, look)
        usual = 1.0 if not self._room.stacked else SMALL_NOTES
        notes = set_notes(content, look, width, usual, (room - wished, room - least))
        self._is_cut = len(notes) < len(content.notes) or any(
            note.text.endswith("…") for note in notes
        )
        return notes

    def _show_hint(self, content: LayerContent, look: Look, room: float) -> None:
        hint = set_text(
            look,
            content.locale.say("layer_hint"),
            language=content.locale.language,
            role="source",
            width=room,
            balanced=True,
        )
        middle = self._room.controls_top + look.px(CONTROL_U) / 2
        at = QPointF(self._room.padding, middle - hint.size.height() / 2)
        self._texts.append((hint, at, "text2"))

    @property
    def has_notes_on_card(self) -> bool:
        """Whether the card of sources has what is to be known of the figures as well."""
        return bool(self._on_card)

    @Slot()
    def open_sources(self) -> None:
        """Open the card of sources over the panel."""
        look, content = self._look, self._content
        if look is None or content is None:
            return
        was_open = not self.card.isHidden()
        self.card.setGeometry(QRect(0, 0, self.width(), self.height()))
        self.card.show_sources(
            _as_chart(content),
            1,
            content.locale,
            look,
            controls_top=self._room.controls_top,
            notes=self._on_card,
        )
        self.card.show()
        self.card.raise_()
        if not was_open:
            self.sources_opened.emit(True)

    def begin_again(self) -> None:
        """Be as at the first look: without the card of sources, and with the highest rows."""
        self.close_sources()
        self._ranking.begin_again()

    @Slot()
    def close_sources(self) -> None:
        """Close the card of sources, if it is open."""
        if not self.card.isHidden():
            self.card.hide()
            self.sources_opened.emit(False)

    def sizeHint(self) -> QSize:
        return self.size()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A touch beside the rows means nothing, and does not reach the map below."""

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        if look is None:
            return
        painter = QPainter(self)
        painter.fillRect(self.rect(), look.theme.panel)
        for setting, at, ink in self._texts:
            setting.draw(painter, at.x(), at.y(), getattr(look.theme, ink))


def _set_title(words: str, language: str, look: Look, width: float) -> Setting:
    """The title, a little smaller where it then takes two lines: of three, one is a single word."""

    def in_size(scale: float) -> Setting:
        return set_text(
            look, words, language=language, role="heading", width=width, balanced=True, scale=scale
        )

    title = in_size(1.0)
    if title.line_count <= _TITLE_LINES:
        return title
    smaller = in_size(_SMALLER_TITLE)
    return smaller if smaller.line_count <= _TITLE_LINES else title


def _as_chart(content: LayerContent) -> ChartPanel:
    """The layer as the card of sources takes what it cites."""
    layer = content.layer
    as_of = layer.as_of or max(map(layer.date, layer.points))
    return ChartPanel(
        kind="chart",
        id=layer.id,
        chart="ranking",
        headline=layer.title,
        sentence=layer.title,
        unit=layer.unit,
        series=(Series(id=layer.id, label=layer.title),),
        source=layer.source,
        as_of=as_of,
    )
