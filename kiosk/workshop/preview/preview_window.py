"""The curators' window: the exhibit, the choices above it, and beside it what can be edited."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QPainter, QShortcut
from PySide6.QtWidgets import QLabel, QMenu, QWidget

from kiosk.languages.language import LANGUAGES
from kiosk.languages.language import language as language_of
from kiosk.screen.control.button import CONTROL_U, Button
from kiosk.screen.control.segments import Segment, SegmentBar
from kiosk.theme_names import THEMES
from kiosk.workshop.editing.contents_tree import ContentsTree
from kiosk.workshop.editing.earlier_band import BAND_PX, EarlierBand
from kiosk.workshop.editing.edit_pane import EditPane
from kiosk.workshop.editing.history_pane import HistoryPane
from kiosk.workshop.editing.pane_style import pane_font, pane_sheet
from kiosk.workshop.editing.unsaved_question import UnsavedQuestion
from kiosk.workshop.preview.day_choice import DayChoice
from kiosk.workshop.preview.message_list import MessageList
from kiosk.workshop.preview.quoted_messages import gathered_quotes
from kiosk.workshop.preview.report_heading import PreviewReport, ReportHeading
from kiosk.workshop.preview.stage_picture import StagePicture

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QAction, QCloseEvent, QPaintEvent, QResizeEvent

    from kiosk.exhibit.editing.history_files import Save
    from kiosk.look.interface_style import InterfaceStyle
    from kiosk.workshop.translation.translation_view import TranslationView

_PREVIEW, _TRANSLATIONS = "preview", "translation_view"
"""The two views of the window, by the keys of their names."""
EDIT, CHECK = "edit_column", "check_column"
"""What the column beside the exhibit can show, by the keys of their names."""
_MARGIN_U = 28
_GAP_U = 20
_COLUMN_U = 720
_COLUMN_SHARE = 0.4
"""The widest that the column gets, as a share of the window."""
_TOLD_PX = 22
_TOLD_MS = 8000
_LEAST_WIDTH = 1.0
"""In a bar of this width each segment is as wide as its own text."""


class PreviewWindow(QWidget):
    """Lays out the picture, the bars of choices above it and the messages beside it."""

    screen_chosen = Signal(str)
    language_chosen = Signal(str)
    theme_chosen = Signal(str)
    text_chosen = Signal(object)
    """The `Place` of a text in the translation view."""
    message_chosen = Signal(object)
    """The `QuotedMessage` that was touched."""
    translations_wanted = Signal()
    """The translation view has come to the front."""
    day_chosen = Signal(object)
    """The day whose content is to be shown, a `datetime.date`; None is today."""
    column_chosen = Signal(str)
    """What the column shows from now on: `EDIT` or `CHECK`."""
    undone = Signal()
    redone = Signal()
    history_wanted = Signal()
    """The history of saves is to be shown, or hidden again."""
    exhibits_wanted = Signal()
    """Somebody wants to work on another exhibit."""
    desk_language_chosen = Signal(str)
    """The language of the window itself."""
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
        self._column = EDIT
        self._columns = SegmentBar(self)
        self._edits = QWidget(self)
        self.pane = EditPane(self._edits)
        self.tree = ContentsTree(self._edits)
        self.pane.hide()
        self._exhibits = Button(self, icon="folder-open")
        self._tongue = Button(self, icon="languages")
        self._tongues = QMenu(self)
        for tag, each in LANGUAGES.items():
            self._tongues.addAction(each.name).setData(tag)
        self._exhibits.clicked.connect(self._leave)
        self.unsaved: Callable[[], Sequence[str]] = tuple
        """Saves what is pending, and says which files could not be saved."""
        self._gives_up = False
        self._tongue.clicked.connect(self._offer_tongues)
        self._tongues.triggered.connect(self._choose_tongue)
        self.history = HistoryPane(self)
        self.history.hide()
        self.band = EarlierBand(self)
        self._looks_back = False
        self._history = Button(self, icon="history")
        self._history.setCheckable(True)
        self._history.clicked.connect(self.history_wanted)
        self._undo = Button(self, icon="undo-2")
        self._redo = Button(self, icon="redo-2")
        self._told = QLabel(self)
        self._told.setTextFormat(Qt.TextFormat.PlainText)
        self._forget = QTimer(self)
        self._forget.setSingleShot(True)
        self._forget.setInterval(_TOLD_MS)
        self._forget.timeout.connect(self._told.clear)
        self.day = DayChoice(self, style)
        self.day.chosen.connect(self.day_chosen)
        self._columns.chosen.connect(self.show_column)
        self._undo.clicked.connect(self.undone)
        self._redo.clicked.connect(self.redone)
        self._shortcuts: list[QShortcut] = []
        for keys, signal in (
            (QKeySequence.StandardKey.Undo, self.undone),
            (QKeySequence.StandardKey.Redo, self.redone),
            (QKeySequence("Ctrl+Y"), self.redone),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(signal)
            self._shortcuts.append(shortcut)
        self._modes.chosen.connect(self._choose_mode)
        self._sizes.chosen.connect(self.screen_chosen)
        self._themes.chosen.connect(self.theme_chosen)
        self._languages_bar.chosen.connect(self.language_chosen)
        self._list.chosen.connect(self.message_chosen)
        self._name_all()
        self.setMinimumSize(900, 520)
        self.picture.setFocus()

    def _name_all(self) -> None:
        """What the bars and buttons are called that show no words of their own."""
        look, say, own = self._style.look, self._style.say, self._style.language
        for bar, key in (
            (self._sizes, "preview_size"),
            (self._languages_bar, "preview_language"),
            (self._themes, "preview_theme"),
        ):
            bar.setAccessibleName(say(key))
        for button, key in (
            (self._exhibits, "start_exhibits"),
            (self._tongue, "start_language"),
            (self._history, "earlier_title"),
        ):
            button.show_words(look, "", language=own, name=say(key))
            button.setToolTip(say(key))
        self.history.speak(self._style)
        self._tongues.setStyleSheet(pane_sheet(look))
        for action in self._tongues.actions():
            action.setCheckable(True)
            action.setChecked(action.data() == own)
        self.setWindowTitle(say("preview"))

    def speak(self, language: str) -> None:
        """Say everything beside the exhibit in that language from now on."""
        self._style = replace(self._style, language=language)
        self._heading = ReportHeading(self._style)
        if self._translations is not None:
            self._translations.wait()
            self._translations.hide()
            self._translations.deleteLater()
            self._translations = None
        day, self.day = self.day, DayChoice(self, self._style)
        self.day.date.setDate(day.date.date())
        self.day.chosen.connect(self.day_chosen)
        day.hide()
        day.deleteLater()
        self._name_all()
        self._choose_mode(self._mode)

    @property
    def looks_back(self) -> bool:
        """Whether the history of saves stands where else things are edited."""
        return self._looks_back

    def look_back(self, *, looks_back: bool) -> None:
        """Show the history of saves, or what can be edited again."""
        self._looks_back = looks_back
        self._history.setChecked(looks_back)
        for shortcut in self._shortcuts:
            shortcut.setEnabled(not looks_back)
        if not looks_back:
            self.band.hide()
        self.show_column(EDIT)
        if looks_back:
            self.history.tree.setFocus()

    def show_earlier(self, save: Save, *, is_shown: bool) -> None:
        """Say above everything which state is looked at, or is being read."""
        was_hidden = self.band.isHidden()
        self.band.show_state(save, self._style, is_shown=is_shown)
        if was_hidden:
            self._arrange()

    def show_no_earlier(self) -> None:
        """Say nothing of an earlier state any more."""
        self.band.hide()
        self._arrange()

    @Slot()
    def _offer_tongues(self) -> None:
        below = self._tongue.shape.bottomLeft().toPoint()
        self._tongues.popup(self._tongue.mapToGlobal(below))

    @Slot(object)
    def _choose_tongue(self, action: QAction) -> None:
        self.desk_language_chosen.emit(str(action.data()))

    @property
    def style_of_desk(self) -> InterfaceStyle:
        """How the window itself looks and speaks."""
        return self._style

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

    def show_translations(self) -> None:
        """Bring the table of all texts to the front."""
        self._choose_mode(_TRANSLATIONS)

    def show_preview(self) -> None:
        """Bring the exhibit to the front."""
        self._choose_mode(_PREVIEW)

    @property
    def column(self) -> str:
        """What the column shows: `EDIT` or `CHECK`."""
        return self._column

    def tell(self, words: str) -> None:
        """Say something below the column for a while."""
        self._told.setText(words)
        self._told.setAccessibleName(words)
        self._forget.start()

    def show_steps(self, undo: str, redo: str) -> None:
        """Say what can be undone and done again; nothing where that is empty."""
        say, look, own = self._style.say, self._style.look, self._style.language
        for button, key, label in (
            (self._undo, "edit_undo", undo),
            (self._redo, "edit_redo", redo),
        ):
            said = f"{say(key)}: {label}" if label else say(key)
            button.show_words(look, "", language=own, name=said)
            button.setToolTip(said)
            button.setEnabled(bool(label))

    @Slot(str)
    def show_column(self, column: str) -> None:
        """Show beside the exhibit what can be edited (`EDIT`) or what is wrong (`CHECK`)."""
        self._column = column
        self._arrange()
        self.update()
        self.column_chosen.emit(column)

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
        over = 0 if self.band.isHidden() else BAND_PX
        self.band.setGeometry(0, 0, self.width(), BAND_PX)
        in_front = self._mode == _PREVIEW
        self.picture.setVisible(in_front)
        if self._translations is not None:
            below = round(margin + look.px(CONTROL_U))
            self._translations.setGeometry(0, below, self.width(), self.height() - below)
            self._translations.setVisible(not in_front)
        column = min(look.px(_COLUMN_U), self.width() * _COLUMN_SHARE)
        left = self.width() - margin - column
        top = self._place_bars(margin, over + margin, left - gap - margin)
        self.picture.setGeometry(
            QRect(
                round(margin),
                round(top),
                round(left - gap - margin),
                round(self.height() - margin - top),
            )
        )
        area = QRectF(left, over + margin, column, self.height() - over - 2 * margin)
        self._arrange_column(area, in_front)
        self.update()

    def _arrange_column(self, area: QRectF, in_front: bool) -> None:
        """Put what can be edited, or what is wrong, below the choice between both."""
        look, say, own = self._style.look, self._style.say, self._style.language
        edits = in_front and self._column == EDIT
        found = len(self._report.quoted)
        words = {EDIT: say(EDIT), CHECK: f"{say(CHECK)}  {found}" if found else say(CHECK)}
        segments = [Segment(key, words[key], own) for key in (EDIT, CHECK)]
        self._columns.show_segments(look, segments, current=self._column, width=_LEAST_WIDTH)
        self._columns.place_drawn(area.left(), area.top())
        right = area.right()
        for button in (self._tongue, self._history, self._redo, self._undo):
            button.place_drawn(right - look.px(CONTROL_U), area.top())
            right -= look.px(CONTROL_U + _GAP_U / 2)
            button.setVisible(in_front and not self._looks_back)
        self._tongue.setVisible(in_front)
        self._history.setVisible(edits)
        self._columns.setVisible(in_front)
        self._list.setVisible(in_front and not edits)
        self._edits.setVisible(edits and not self._looks_back)
        self.history.setVisible(edits and self._looks_back)
        self._told.setVisible(edits)
        top = area.top() + look.px(CONTROL_U + _GAP_U)
        below = QRectF(area.left(), top, area.width(), area.bottom() - top)
        told = QRectF(below.left(), below.bottom() - _TOLD_PX, below.width(), _TOLD_PX)
        self._told.setGeometry(told.toRect())
        self._told.setFont(pane_font(look, own))
        self._told.setStyleSheet(f"color: {look.theme.text2.name()};")
        self._edits.setGeometry(below.adjusted(0, 0, 0, -_TOLD_PX).toRect())
        self.history.setGeometry(self._edits.geometry())
        self.pane.setGeometry(self._edits.rect())
        self.tree.setGeometry(self._edits.rect())
        end = self._heading.lay_out(self._report, below)
        self.setAccessibleDescription(self._heading.words)
        height = round(self.height() - look.px(_MARGIN_U) - end)
        wide = round(below.width() + look.px(_MARGIN_U) / 2)
        self._list.setGeometry(QRect(round(below.left()), round(end), wide, height))
        self._list.show_messages(gathered_quotes(self._report.quoted), self._style)

    def _place_bars(self, left: float, top: float, room: float) -> float:
        """Put the bars side by side, in as many rows as needed; return their lower edge."""
        look = self._style.look
        say, own = self._style.say, self._style.language
        screens = [Segment(key, say(key), own) for key in self._screens]
        languages = [
            Segment(tag, language_of(tag).drawn, tag, language_of(tag).name)
            for tag in self._languages
        ]
        themes = [Segment(key, say(f"theme_{key.replace('-', '_')}"), own) for key in THEMES]
        x, y, gap = left, top, look.px(_GAP_U)
        self._exhibits.place_drawn(x, y)
        x += look.px(CONTROL_U) + gap
        modes = [Segment(key, say(key), own) for key in (_PREVIEW, _TRANSLATIONS)]
        for bar, segments, current in (
            (self._modes, modes, self._mode),
            (self._sizes, screens, self._screen),
            (self._languages_bar, languages, self._language),
            (self._themes, themes, self._theme),
        ):
            in_front = self._mode == _PREVIEW or bar is self._modes
            # What is translated is how it is now.
            is_away = bar is self._modes and self._looks_back
            bar.setVisible(in_front and len(segments) > 1 and not is_away)
            if bar.isHidden():
                continue
            bar.show_segments(look, segments, current=current, width=_LEAST_WIDTH)
            if x > left and x + bar.drawn_width > left + room:
                x, y = left, y + look.px(CONTROL_U) + gap / 2
            bar.place_drawn(x, y)
            x += bar.drawn_width + gap
        self.day.setVisible(self._mode == _PREVIEW)
        if self._mode == _PREVIEW:
            self.day.adjustSize()
            if x > left and x + self.day.width() > left + room:
                x, y = left, y + look.px(CONTROL_U) + gap / 2
            below = (look.px(CONTROL_U) - self.day.height()) / 2
            self.day.move(round(x), round(y + below))
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
        if self._column == CHECK:
            self._heading.paint(painter)

    @Slot()
    def _leave(self) -> None:
        """Go to the other exhibits; what can't be saved is asked about first."""
        files = () if self._gives_up else self.unsaved()
        if files:
            self._ask_about(files).given_up.connect(self._leave)
        else:
            self.exhibits_wanted.emit()

    def _ask_about(self, files: Sequence[str]) -> UnsavedQuestion:
        question = UnsavedQuestion(self, self._style, files)
        question.given_up.connect(self._give_up)
        question.open()
        return question

    @Slot()
    def _give_up(self) -> None:
        self._gives_up = True

    def closeEvent(self, event: QCloseEvent) -> None:
        files = () if self._gives_up else self.unsaved()
        if files:
            event.ignore()
            self._ask_about(files).given_up.connect(self.close)
            return
        self.closed.emit()
