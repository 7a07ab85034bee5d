"""The line above a page: what is open, and which page of how many it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.screen.board.place_entries import kind_alone, kind_words

if TYPE_CHECKING:
    from kiosk.exhibit.model.exhibit import StoryPanel
    from kiosk.exhibit.place import PanelPage
    from kiosk.look.look import Look
    from kiosk.screen.locale import Locale
    from kiosk.screen.panel.kicker import Kicker
    from kiosk.screen.panel.page_layout import PageLayout


def show_kicker(
    kicker: Kicker,
    shown: PanelPage,
    layout: PageLayout,
    locale: Locale,
    look: Look,
    *,
    tells: bool,
) -> None:
    """Say what is open; what `tells` counts its pages itself."""
    zone, panel, page = shown
    kicker.setGeometry(layout.kicker)
    sign, shorter = locale.exhibit.signs[zone.kind], ""
    if panel is not None and panel.kind == "story" and not _repeats(panel, page, locale):
        words, sign = locale.text(panel.title), "sparkle"
    elif panel is not None and panel.kind != "facts":
        words = locale.text(zone.name)
    else:
        words, shorter = kind_words(zone, locale), kind_alone(zone, locale)
    number, count = layout.turns.leaf
    counted = spoken = ""
    if count > 1 and not tells:
        place = {"page": str(number), "pages": str(count)}
        counted, spoken = locale.say("page_of", **place), locale.say("page_of_spoken", **place)
    kicker.setAccessibleDescription(spoken)
    kicker.show_words(words, sign, look, locale.language, shorter=shorter, counted=counted)


def _repeats(story: StoryPanel, page: int, locale: Locale) -> bool:
    """Whether the page has the story's title as its heading already, as that of a short one may."""
    shown = story.pages[min(page, len(story.pages)) - 1]
    return locale.text(shown.heading) == locale.text(story.title)
