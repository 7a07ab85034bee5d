"""One sitting of a curator: the start page, and the preview of what was chosen on it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QCoreApplication,
    QLibraryInfo,
    QLocale,
    QObject,
    QSize,
    QTimer,
    QTranslator,
    Signal,
    Slot,
)
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from kiosk.exhibit.authoring.new_pieces import NotWritten
from kiosk.jobs import Jobs
from kiosk.languages.words import read_words
from kiosk.look.interface_style import InterfaceStyle
from kiosk.look.look import read_look
from kiosk.shipped import shipped
from kiosk.text.language_tags import nearest_languages
from kiosk.text.languages import SPOKEN
from kiosk.workshop.editing.window_theme import FOLLOW_SYSTEM, theme_of, window_palette
from kiosk.workshop.starting.beginnings import NoExhibit, Opened, look_into
from kiosk.workshop.starting.memory import MEMORY_FILE, read_memory, write_memory
from kiosk.workshop.starting.start_page import StartPage
from kiosk.workshop.translation.translation_view import DESK_U

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QScreen

    from kiosk.look.look import Look
    from kiosk.settings.settings import Settings
    from kiosk.workshop.preview.preview import Preview

_SIZE = QSize(1760, 990)
_QT_LANGUAGES = {"zh-Hant": "zh_TW", "zh-Hans": "zh_CN", "pt": "pt_BR"}
"""Those in which Qt has words, where it calls them otherwise."""
_REMEMBER = "what the curators' window remembers"


class Session(QObject):
    """Shows one window at a time; `ended` when somebody has closed it."""

    previewed = Signal(object)
    """The preview of another exhibit is shown."""
    ended = Signal()

    def __init__(self, settings: Settings, screen: QScreen | None = None) -> None:
        super().__init__()
        self._settings = settings
        self._room = _SIZE if screen is None else screen.availableSize().boundedTo(_SIZE)
        self._file = settings.state / MEMORY_FILE
        self._memory = read_memory(self._file)
        self._jobs = Jobs(self, pauses=())
        self._qt_words = QTranslator(self)
        self._page: StartPage | None = None
        self.preview: Preview | None = None
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)

    @property
    def page(self) -> StartPage:
        """The start page; it is built when it is first needed."""
        if self._page is None:
            words = read_words(shipped("assets") / "words")
            language = self._memory.language or _language_of_system()
            self._translate_qt(language)
            self._page = StartPage(InterfaceStyle(self._look(), words, language))
            self._page.resize(self._room)
            self._page.opened.connect(self._take_opened)
            self._page.language_chosen.connect(self.speak)
            self._page.forgotten.connect(self._forget)
            self._page.closed.connect(self.ended)
        return self._page

    def ask(self) -> None:
        """Show the start page."""
        self.page.show_recent(self._memory.recent)
        self.page.show_home()
        self.page.show()

    def open(self, opened: Opened) -> None:
        """Show the preview of an exhibit."""
        # Late: the page that asks is there before everything that draws exhibits.
        from kiosk.workshop.preview.preview import Preview

        self._memory = self._memory.with_opened(opened.folder.absolute(), opened.title)
        self._remember()
        settings = replace(self._settings, content=opened.folder)
        if opened.languages and settings.language not in opened.languages:
            settings = replace(settings, language=None)
        self.preview = Preview(settings, self._memory.language, self._memory.colours)
        window = self.preview.window
        window.show_column_width(self._memory.column)
        window.column_resized.connect(self._remember_column)
        window.closed.connect(self.ended)
        window.exhibits_wanted.connect(self._ask_soon)
        window.toolbar.window_menu.language_chosen.connect(self.speak)
        window.toolbar.window_menu.colours_chosen.connect(self.show_colours)
        before = self._page if self._page is not None and self._page.isVisible() else None
        window.resize(self._room if before is None else before.size())
        self.preview.start()
        window.show()
        if before is not None:
            window.move(before.pos())
            before.hide()
        self.previewed.emit(self.preview)

    def open_folder(self, folder: Path) -> None:
        """Show the preview of the exhibit in a folder, whatever state it is in."""
        language = self._memory.language or _language_of_system()
        try:
            found = look_into(folder, language)
        except (NoExhibit, NotWritten):
            found = Opened(folder, "", ())
        self.open(found._replace(folder=folder))

    @Slot()
    def stop(self) -> None:
        """Stop, and wait for everything that is still running."""
        if self.preview is not None:
            self.preview.stop()
        if self._page is not None:
            self._page.stop()
        self._jobs.finish()

    @Slot(str)
    def speak(self, language: str) -> None:
        """Have all windows in another language from now on, also the next time."""
        self._memory = self._memory.with_language(language)
        self._remember()
        self._translate_qt(language)
        if self._page is not None:
            self._page.speak(replace(self._page.style_of_page, language=language))
        if self.preview is not None:
            self.preview.speak(language)

    @Slot(str)
    def show_colours(self, colours: str) -> None:
        """Have all windows in these colours from now on, also the next time."""
        self._memory = replace(self._memory, colours=colours)
        self._remember()
        self._show_colours()

    @Slot()
    def _follow_system(self) -> None:
        if self._memory.colours == FOLLOW_SYSTEM:
            self._show_colours()

    def _show_colours(self) -> None:
        if self._page is not None:
            self._page.speak(replace(self._page.style_of_page, look=self._look()))
        if self.preview is not None:
            self.preview.show_colours(self._memory.colours)

    def _look(self) -> Look:
        """How windows look at a desk; Qt's own dialogs have the same colours."""
        look = read_look(shipped("assets"), theme_of(self._memory.colours))
        QApplication.setPalette(window_palette(look))
        return replace(look, u=DESK_U, millimetre=0.0)

    @Slot(int)
    def _remember_column(self, width: int) -> None:
        self._memory = replace(self._memory, column=width)
        self._remember()

    def _translate_qt(self, language: str) -> None:
        """Have what Qt says by itself, such as in its dialogs, in that language as well."""
        QCoreApplication.removeTranslator(self._qt_words)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self._qt_words.load(f"qtbase_{_QT_LANGUAGES.get(language, language)}", folder):
            QCoreApplication.installTranslator(self._qt_words)

    @Slot(object)
    def _take_opened(self, opened: Opened) -> None:
        self.open(opened)

    @Slot(object)
    def _forget(self, folder: Path) -> None:
        self._memory = self._memory.without(folder)
        self._remember()
        self.page.show_recent(self._memory.recent)

    @Slot()
    def _ask_soon(self) -> None:
        # The window can't go while one of its own buttons is being pressed.
        QTimer.singleShot(0, self, self._ask_again)

    @Slot()
    def _ask_again(self) -> None:
        """Put the preview away, and show the start page in its place."""
        preview, self.preview = self.preview, None
        if preview is None:
            return
        self.page.resize(preview.window.size())
        self.page.move(preview.window.pos())
        self.ask()
        preview.put_away()

    def _remember(self) -> None:
        self._jobs.ask(_REMEMBER, partial(write_memory, self._file, self._memory))


def _language_of_system() -> str:
    """The nearest of the editor's languages to those that this user has chosen elsewhere."""
    for tag in QLocale.system().uiLanguages():
        for near in (tag, *nearest_languages(tag)):
            if near in SPOKEN:
                return near
    return "en"
