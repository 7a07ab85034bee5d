"""Which captions somebody reads: on or off, and in which language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.screen.film.shown_film import ShownFilm
    from kiosk.screen.locale import Locale


@dataclass
class CaptionChoice:
    """What a visitor has chosen for the film that is open; each film begins anew."""

    is_on: bool = True
    chosen: str = ""
    """The language that somebody has chosen; empty where it is the exhibit's."""
    note: str = ""
    """The key of what is said in place of a caption."""

    def language(self, film: ShownFilm, locale: Locale) -> str:
        """The language of the captions; empty where the film has none."""
        wanted = self.chosen or locale.language
        return wanted if wanted in film.captions else next(iter(film.captions), "")

    def go_on(self, film: ShownFilm, locale: Locale) -> None:
        """Choose the next language."""
        languages = tuple(film.captions)
        at = languages.index(self.language(film, locale))
        self.chosen = languages[(at + 1) % len(languages)]

    def words(self, film: ShownFilm, locale: Locale, at: int) -> tuple[str, str]:
        """What is to be read at a millisecond, and in which language that is."""
        language = self.language(film, locale)
        if self.note:
            return locale.say(self.note), locale.language
        if not self.is_on or not language:
            return "", locale.language
        return film.captions[language].at(at), language
