"""The curators' window: the exhibit, the choices above it, and beside it what can be edited."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from kiosk.workshop.editing.earlier_band import EarlierBand
from kiosk.workshop.editing.pane_style import pane_font, pane_sheet
from kiosk.workshop.editing.unsaved_band import UnsavedBand
from kiosk.workshop.editing.unsaved_question import UnsavedQuestion
from kiosk.workshop.editing.window_theme import window_palette
from kiosk.workshop.preview.message_list import PreviewReport
from kiosk.workshop.preview.side_column import EDIT, SideColumn
from kiosk.workshop.preview.stage_picture import StagePicture
from kiosk.workshop.preview.toolbar import PREVIEW, TRANSLATIONS, Toolbar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QCloseEvent, QResizeEvent

    from kiosk.exhibit.editing.history_files import Save
    from kiosk.look.interface_style import InterfaceStyle
    from kiosk.workshop.translation.translation_view import TranslationView

_MARGIN_PX = 16
_GAP_PX = 12
_COLUMN_SHARE = 0.33
"""Of the window: so two languages stand side by side on most desks."""
_LEAST_COLUMN_PX, _USUAL_COLUMN_PX = 340, 420
_MOST_COLUMN_PX = 640
_LEAST_PICTURE_PX = 320


class PreviewWindow(QWidget):
    """Has the picture and the column side by side; what is between them can be moved."""

    screen_chosen = Signal(str)
    language_chosen = Signal(str)
    theme_chosen = Signal(str)
    text_chosen = Signal(object)
    """The `Place` of a text in the translation view."""
    message_chosen = Signal(object)
    """The `QuotedMessage` that was touched."""
    translations_wanted = Signal()
    """The translation view has come to the front."""
    column_chosen = Signal(str)
    """What the column shows from now on: `EDIT` or `CHECK`."""
    undone = Signal()
    redone = Signal()
    history_wanted = Signal()
    """The history of saves is to be shown, or hidden again."""
    exhibits_wanted = Signal()
    """Somebody wants to work on another exhibit."""
    column_resized = Signal(int)
    """Somebody has made the column that wide."""
    closed = Signal()

    def __init__(
        self,
        stage: QWidget,
        style: InterfaceStyle,
        screens: Sequence[str],
        *,
        colours: str,
    ) -> None:
        """`screens` are the keys of their names; `style` is that of the window itself, and
        `colours` what was chosen for it."""
        super().__init__()
        self.setObjectName("desk")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._style = style
        self._colours = colours
        self._report = PreviewReport()
        self._mode = PREVIEW
        self._part = EDIT
        self._looks_back = False
        self._width = 0
        """How wide somebody has made the column; 0 as long as nobody has."""
        self._translations: TranslationView | None = None
        self.unsaved: Callable[[], Sequence[str]] = tuple
        """Saves what is pending, and says which files could not be saved."""
        self._gives_up = False
        self.band = EarlierBand(self)
        self.unsaved_band = UnsavedBand(self)
        self.toolbar = Toolbar(self, screens)
        self._parts = QSplitter(Qt.Orientation.Horizontal, self)
        self._parts.setChildrenCollapsible(False)
        self._parts.setHandleWidth(_GAP_PX)
        self.picture = StagePicture(self._parts, stage)
        self.picture.setMinimumWidth(_LEAST_PICTURE_PX)
        self.column = SideColumn(self._parts)
        self.column.setMinimumWidth(_LEAST_COLUMN_PX)
        self.pane, self.tree = self.column.pane, self.column.tree
        self.history = self.column.history
        self._parts.setStretchFactor(0, 1)
        self._parts.splitterMoved.connect(self._take_moved)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.unsaved_band)
        outer.addWidget(self.band)
        self._inner = QVBoxLayout()
        self._inner.setContentsMargins(_MARGIN_PX, 10, _MARGIN_PX, 8)
        self._inner.setSpacing(10)
        self._inner.addWidget(self.toolbar)
        self._inner.addWidget(self._parts, 1)
        outer.addLayout(self._inner, 1)
        self._connect()
        self.setMinimumSize(900, 520)
        self._dress()
        self._choose_mode(PREVIEW)

    def _connect(self) -> None:
        bar = self.toolbar
        bar.exhibits.clicked.connect(self._leave)
        bar.mode_chosen.connect(self._choose_mode)
        bar.screen_chosen.connect(self.screen_chosen)
        bar.language_chosen.connect(self.language_chosen)
        bar.theme_chosen.connect(self.theme_chosen)
        bar.undo.clicked.connect(self.undone)
        bar.redo.clicked.connect(self.redone)
        bar.history.clicked.connect(self.history_wanted)
        self.column.chosen.connect(self.show_column)
        self.column.messages.chosen.connect(self.message_chosen)
        self._shortcuts: list[QShortcut] = []
        for keys, signal in (
            (QKeySequence.StandardKey.Undo, self.undone),
            (QKeySequence.StandardKey.Redo, self.redone),
            (QKeySequence("Ctrl+Y"), self.redone),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(signal)
            self._shortcuts.append(shortcut)

    def _dress(self) -> None:
        """Say everything in the language of the style, and draw it in its colours."""
        style = self._style
        self.setPalette(window_palette(style.look))
        self.setFont(pane_font(style.look, style.language))
        # Not for the whole window: the table of translations has a look of its own.
        self.setStyleSheet(f"QWidget#desk {{ background: {style.look.theme.ground.name()}; }}")
        for part in (self.toolbar, self.column):
            part.setStyleSheet(pane_sheet(style.look, style.language))
        self.picture.frame(style.look.theme.rule)
        self.setWindowTitle(style.say("preview"))
        self.toolbar.speak(style, self._colours)
        self.column.speak(style)
        self.picture.setAccessibleName(style.say("preview_picture"))
        self._describe()

    def show_style(self, style: InterfaceStyle, colours: str) -> None:
        """Look and speak like that from now on; `colours` is what was chosen for it."""
        self._style, self._colours = style, colours
        if self._translations is not None:
            self._translations.show_look(style.look, style.language)
        self._dress()
        self._choose_mode(self._mode)

    def speak(self, language: str) -> None:
        """Say everything beside the exhibit in that language from now on."""
        self.show_style(replace(self._style, language=language), self._colours)

    @property
    def looks_back(self) -> bool:
        """Whether the history of saves stands where else things are edited."""
        return self._looks_back

    def look_back(self, *, looks_back: bool) -> None:
        """Show the history of saves, or what can be edited again."""
        self._looks_back = looks_back
        for shortcut in self._shortcuts:
            shortcut.setEnabled(not looks_back)
        # Before what has the focus is hidden: else it goes to whatever comes next.
        (self.history.tree if looks_back else self.toolbar.history).setFocus()
        if not looks_back:
            self.band.hide()
        self.show_column(EDIT)
        if looks_back:
            self.history.tree.setFocus()

    def show_earlier(self, save: Save, *, is_shown: bool) -> None:
        """Say above everything which state is looked at, or is being read."""
        self.band.show_state(save, self._style, is_shown=is_shown)

    def show_no_earlier(self) -> None:
        """Say nothing of an earlier state any more."""
        self.band.hide()

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
            self.column.show_report(report)
            self._describe()

    def show_choices(
        self, screen: str, languages: Sequence[str], language: str, theme: str
    ) -> None:
        """Mark the screen, the language and the theme in which the exhibit is shown."""
        self.toolbar.show_shown(screen, languages, language, theme)

    def _describe(self) -> None:
        self.setAccessibleDescription(" ".join(self._report.words(self._style)))

    @property
    def translations(self) -> TranslationView | None:
        """The translation view while it is in front; it is built at its first use."""
        return self._translations if self._mode == TRANSLATIONS else None

    def show_translations(self) -> None:
        """Bring the table of all texts to the front."""
        self._choose_mode(TRANSLATIONS)

    def show_preview(self) -> None:
        """Bring the exhibit to the front."""
        self._choose_mode(PREVIEW)

    @property
    def part(self) -> str:
        """What the column shows: `EDIT` or `CHECK`."""
        return self._part

    def tell(self, words: str) -> None:
        """Say something below the column for a while."""
        self.column.tell(words)

    @Slot(str)
    def show_column(self, part: str) -> None:
        """Show beside the exhibit what can be edited (`EDIT`) or what is wrong (`CHECK`)."""
        self._part = part
        self.column.show_part(part, looks_back=self._looks_back)
        self.toolbar.show_mode(self._mode, looks_back=self._looks_back)
        self.column_chosen.emit(part)

    @Slot(str)
    def _choose_mode(self, mode: str) -> None:
        self._mode = mode
        is_translating = mode == TRANSLATIONS
        if is_translating and self._translations is None:
            from kiosk.workshop.translation.translation_view import TranslationView

            style = self._style
            self._translations = TranslationView(self, style.look, style.words, style.language)
            self._translations.text_chosen.connect(self.text_chosen)
            self._inner.addWidget(self._translations, 1)
        self._parts.setVisible(not is_translating)
        if self._translations is not None:
            self._translations.setVisible(is_translating)
        self.toolbar.show_mode(mode, looks_back=self._looks_back)
        if self._translations is not None and is_translating:
            self._translations.setFocus()
            self.translations_wanted.emit()
        else:
            self.picture.setFocus()

    def show_column_width(self, width: int) -> None:
        """Make the column so wide as somebody has once made it; 0 for as wide as is usual."""
        self._width = width
        self._share_out()

    def _share_out(self) -> None:
        """Give the column its width, and the exhibit everything else."""
        room = self._parts.width() - _GAP_PX
        usual = round(max(_USUAL_COLUMN_PX, self.width() * _COLUMN_SHARE))
        column = self._width or min(usual, _MOST_COLUMN_PX)
        self._parts.setSizes([max(1, room - column), column])

    @Slot()
    def _take_moved(self) -> None:
        self._width = self.column.width()
        self.column_resized.emit(self._width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        # The splitter has its own size only after this event.
        QTimer.singleShot(0, self, self._share_out)
        self._share_out()

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
