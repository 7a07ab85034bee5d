"""The curators' window: the exhibit, the choices above it, and what is wrong beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from kiosk.languages.language import language as language_of
from kiosk.screen.control.button import CONTROL_U
from kiosk.screen.control.segments import Segment, SegmentBar
from kiosk.theme_names import THEMES
from kiosk.workshop.preview.message_list import MessageList
from kiosk.workshop.preview.quoted_messages import gathered_quotes
from kiosk.workshop.preview.report_heading import PreviewReport, ReportHeading
from kiosk.workshop.preview.stage_picture import StagePicture

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent

    from kiosk.look.interface_style import InterfaceStyle
    from kiosk.workshop.translation.translation_view import TranslationView

_PREVIEW, _TRANSLATIONS = "preview", "translation_view"
"""The two views of the window, by the keys of their names."""
_MARGIN_U = 28
_GAP_U = 20
_COLUMN_U = 600
_COLUMN_SHARE = 0.34
"""The widest that the column of messages gets, as a share of the window."""
_LEAST_WIDTH = 1.0
"""In a bar of this width each segment is as wide as its own text."""


class PreviewWindow(QWidget):
    """Lays out the picture, the bars of choices above it and the messages beside it."""

    screen_chosen = Signal(str)
    language_chosen = Signal(str)
    theme_chosen = Signal(str)
    text_chosen = Signal(object)
    """The `Place` of a text in the translation view."""
    place_chosen = Signal(object)
    translations_wanted = Signal()
    """The translation view has come to the front."""
    closed = Signal()

    def __init__(self, stage: QWidget, style: InterfaceStyle, screens: Sequence[str]) -> None:
        """`screens` are the keys of their names; `style` is that of the window itself."""
        super().__init__()
        self._style = style
        self._screens = tuple(screens)
        self._screen = self._screens[0]
        self._theme = style.look.theme.name
        self._languages: tuple[str, ...] = ()
        self._language = style.language
        self._report = PreviewReport()
        self._heading = ReportHeading(style)
        self._mode = _PREVIEW
        self._translations: TranslationView | None = None
        self._modes = SegmentBar(self)
        self._sizes = SegmentBar(self)
        self._themes = SegmentBar(self)
        self._languages_bar = SegmentBar(self)
        self.picture = StagePicture(self, stage)
        self._list = MessageList(self)
        self._modes.chosen.connect(self._choose_mode)
        self._sizes.chosen.connect(self.screen_chosen)
        self._themes.chosen.connect(self.theme_chosen)
        self._languages_bar.chosen.connect(self.language_chosen)
        self._list.chosen.connect(self.place_chosen)
        for bar, key in (
            (self._sizes, "preview_size"),
            (self._languages_bar, "preview_language"),
            (self._themes, "preview_theme"),
        ):
            bar.setAccessibleName(style.say(key))
        self.setWindowTitle(style.say("preview"))
        self.setMinimumSize(900, 520)
        self.picture.setFocus()

    @property
    def report(self) -> PreviewReport:
        """What the column shows."""
        return self._report

    def show_report(self, report: PreviewReport) -> None:
        """Show what is wrong, or that nothing is."""
        if report != self._report:
            self._report = report
            self._arrange()

    def show_choices(
        self, screen: str, languages: Sequence[str], language: str, theme: str
    ) -> None:
        """Mark the screen, the language and the theme in which the exhibit is shown."""
        chosen = (screen, tuple(languages), language, theme)
        if chosen != (self._screen, self._languages, self._language, self._theme):
            self._screen, self._languages, self._language, self._theme = chosen
            self._arrange()

    @property
    def translations(self) -> TranslationView | None:
        """The translation view while it is in front; it is built at its first use."""
        return self._translations if self._mode == _TRANSLATIONS else None

    def finish(self) -> None:
        """Wait until the translation view has finished reading and writing."""
        if self._translations is not None:
            self._translations.wait()

    def show_preview(self) -> None:
        """Bring the exhibit to the front."""
        self._choose_mode(_PREVIEW)

    @Slot(str)
    def _choose_mode(self, mode: str) -> None:
        self._mode = mode
        if mode == _TRANSLATIONS and self._translations is None:
            from kiosk.workshop.translation.translation_view import TranslationView

            style = self._style
            self._translations = TranslationView(self, style.look, style.words, style.language)
            self._translations.text_chosen.connect(self.text_chosen)
        self._arrange()
        if self._translations is not None and mode == _TRANSLATIONS:
            self._translations.setFocus()
            self.translations_wanted.emit()
        else:
            self.picture.setFocus()

    def _arrange(self) -> None:
        look = self._style.look
        margin, gap = look.px(_MARGIN_U), look.px(_GAP_U)
        in_front = self._mode == _PREVIEW
        self.picture.setVisible(in_front)
        self._list.setVisible(in_front)
        if self._translations is not None:
            below = round(margin + look.px(CONTROL_U))
            self._translations.setGeometry(0, below, self.width(), self.height() - below)
            self._translations.setVisible(not in_front)
        column = min(look.px(_COLUMN_U), self.width() * _COLUMN_SHARE)
        left = self.width() - margin - column
        top = self._place_bars(margin, left - gap - margin)
        self.picture.setGeometry(
            QRect(
                round(margin),
                round(top),
                round(left - gap - margin),
                round(self.height() - margin - top),
            )
        )
        area = QRectF(left, margin, column, self.height())
        end = self._heading.lay_out(self._report, area)
        self.setAccessibleDescription(self._heading.words)
        height = round(self.height() - margin - end)
        self._list.setGeometry(QRect(round(left), round(end), round(column + margin / 2), height))
        self._list.show_messages(gathered_quotes(self._report.quoted), self._style)
        self.update()

    def _place_bars(self, left: float, room: float) -> float:
        """Put the bars side by side, in as many rows as needed; return their lower edge."""
        look = self._style.look
        say, own = self._style.say, self._style.language
        screens = [Segment(key, say(key), own) for key in self._screens]
        languages = [
            Segment(tag, language_of(tag).drawn, tag, language_of(tag).name)
            for tag in self._languages
        ]
        themes = [Segment(key, say(f"theme_{key.replace('-', '_')}"), own) for key in THEMES]
        x, y, gap = left, look.px(_MARGIN_U), look.px(_GAP_U)
        modes = [Segment(key, say(key), own) for key in (_PREVIEW, _TRANSLATIONS)]
        for bar, segments, current in (
            (self._modes, modes, self._mode),
            (self._sizes, screens, self._screen),
            (self._languages_bar, languages, self._language),
            (self._themes, themes, self._theme),
        ):
            in_front = self._mode == _PREVIEW or bar is self._modes
            bar.setVisible(in_front and len(segments) > 1)
            if bar.isHidden():
                continue
            bar.show_segments(look, segments, current=current, width=_LEAST_WIDTH)
            if x > left and x + bar.drawn_width > left + room:
                x, y = left, y + look.px(CONTROL_U) + gap / 2
            bar.place_drawn(x, y)
            x += bar.drawn_width + gap
        return y + look.px(CONTROL_U) + gap

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        look, theme = self._style.look, self._style.look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), theme.ground)
        if self._mode != _PREVIEW:
            return
        around = self.picture.geometry()
        shown = self.picture.shown.translated(around.topLeft())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.rule)
        line = look.stroke(1.3)
        painter.drawRect(shown.adjusted(-line, -line, line, line))
        self._heading.paint(painter)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closed.emit()
