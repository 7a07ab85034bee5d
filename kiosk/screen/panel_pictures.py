"""The pictures of the open panel: in the map's place, on the sheet, and large over the stage."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.exhibit.model.shown_pictures import picture_on, written_pages
from kiosk.screen.large_picture import LargePicture, ShownPicture
from kiosk.screen.layout_inputs import Inputs
from kiosk.screen.panel.comparison_view import standing
from kiosk.screen.picture.compared_pictures import (
    ComparedPair,
    ComparedPictures,
    ComparedSide,
)
from kiosk.screen.picture.picture_frame import Caption
from kiosk.screen.picture.picture_line import PictureLine
from kiosk.screen.picture.story_picture import StoryPicture

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtCore import QRectF
    from PySide6.QtWidgets import QWidget

    from kiosk.exhibit.model.exhibit import Panel
    from kiosk.exhibit.model.parts import Picture
    from kiosk.exhibit.model.picture_panels import ComparisonPanel
    from kiosk.look.interface_style import InterfaceStyle
    from kiosk.look.look import Look
    from kiosk.screen.arrangement import Arrangement
    from kiosk.screen.locale import Locale
    from kiosk.screen.panel.panel_sheet import PanelSheet
    from kiosk.screen.panel.picture_target import PictureTarget


class PanelPictures(QObject):
    """Shows what a page has of pictures, all of whose parts are children of the stage."""

    opened = Signal(bool)
    """A picture covers the stage from now on, or no longer does."""

    def __init__(self, stage: QWidget) -> None:
        super().__init__(stage)
        self._sheet: PanelSheet | None = None
        self._arrangement: Arrangement | None = None
        self.picture = StoryPicture(stage)
        """What fills the map's place while a story is told."""
        self.line = PictureLine(stage)
        """What the picture shows and whose it is, on the picture."""
        self.compared = ComparedPictures(stage)
        self.compared.share_changed.connect(self._follow_share)
        self._comparison: tuple[ComparisonPanel, Locale] | None = None
        self._sides: tuple[ComparedSide, ComparedSide] | None = None
        self._inputs = Inputs()
        self.large = LargePicture(stage, self.picture)
        self.large.opened.connect(self.opened)
        self.large.compared.share_changed.connect(self.compared.set_share)
        self.shown: ShownPicture | None = None
        """The picture of the page that its button opens, where it has one."""
        self._small: tuple[tuple[Picture, ShownPicture], ...] = ()
        """Those of the sheet, each of which a touch opens."""

    def set_sheet(self, sheet: PanelSheet) -> None:
        """The one sheet on which every panel is shown."""
        self._sheet = sheet
        self.large.set_sheet(sheet)
        sheet.comparison.stepped.connect(self.compared.step)
        sheet.picture_opened.connect(self._open_small)

    def arrange(self, arrangement: Arrangement) -> None:
        """Fit in a window of another size."""
        self._arrangement = arrangement
        self.picture.setGeometry(arrangement.picture)
        self.compared.setGeometry(arrangement.picture)

    def read_again(self) -> None:
        """The pictures have changed on the disk."""
        self.picture.read_again()
        self.compared.read_again()
        self.large.read_again()

    def finish(self) -> None:
        """Have all of them at once."""
        self.picture.finish()
        self.compared.finish()
        self.large.finish()

    def leave(self) -> None:
        """No panel is open."""
        self.picture.leave()
        self.compared.leave()
        self.line.hide()
        self.shown, self._small = None, ()

    def show_page(self, panel: Panel | None, page: int, locale: Locale, look: Look) -> None:
        """Show the pictures of a page."""
        picture = picture_on(panel, page)
        self.picture.setVisible(picture is not None)
        self.line.hide()
        self.shown = None
        self._small = tuple(_small_pictures(panel, locale))
        self._show_compared(panel, locale, look)
        if panel is None or picture is None:
            return
        heading = panel.pages[page - 1].heading if panel.kind == "story" else None
        words = locale.text(picture.caption or heading or picture.alternative)
        shown = shown_picture(picture, words, locale)
        # A story goes on in its picture, which fills the map's place and then the stage.
        self.shown = shown = replace(shown, is_whole=panel.kind != "story")
        alternative = shown.caption.alternative
        self.picture.show_picture(shown.file, alternative, look, focus=shown.focus)
        told = "" if picture.caption is None or panel.kind != "story" else words
        self._show_line(told, shown.caption.credit, locale, look)
        following = picture_on(panel, page + 1) if page < written_pages(panel) else None
        if following is not None:
            self.picture.prepare(shown.file.parent / following.file, following.kept_point)

    def show_large(
        self,
        style: InterfaceStyle,
        arrangement: Arrangement,
        taken: Sequence[QRectF],
        *,
        has_film: bool,
    ) -> None:
        """Offer the page's picture to be opened large; `taken` is what the dock covers.

        A film is offered in the place of its poster.
        """
        drawn_from = (style.look, style.words, style.language, arrangement)
        offered = (self.shown, has_film, tuple(small for _, small in self._small))
        if self._inputs.are_new("large", *drawn_from, *offered, *map(repr, taken)):
            small = [shown for _, shown in self._small]
            shown = None if has_film else self.shown
            self.large.show_picture(shown, style, arrangement, taken, others=small)
            if not self.large.is_open and shown is not None:
                self.line.give_way(self.large.button)

    @Slot(object)
    def _open_small(self, target: PictureTarget) -> None:
        picture = target.picture.shown
        for each, shown in self._small:
            if each is picture:
                self.large.open_picture(replace(shown, origin=target.picture), opener=target)

    def _show_compared(self, panel: Panel | None, locale: Locale, look: Look) -> None:
        """Show two pictures that are compared, where the panel has them."""
        if panel is None or panel.kind != "comparison":
            self.compared.leave()
            self._comparison = None
            return
        folder = locale.exhibit.folder / "pictures"
        before, after = (
            ComparedSide(
                folder / side.picture.file,
                locale.text(side.label),
                "" if side.at is None else locale.date(side.at),
                locale.text(side.picture.alternative),
                side.picture.kept_point,
            )
            for side in panel.sides
        )
        name, self._sides = locale.say("compare_pictures"), (before, after)
        self.compared.show_sides(self._sides, name, locale.language, look)
        owners = (locale.attribution(side.picture) for side in panel.sides)
        owner = "\n".join(dict.fromkeys(filter(None, owners)))
        self._show_line("", owner, locale, look)
        self._comparison = (panel, locale)
        self._follow_share(self.compared.share)

    @Slot(float)
    def _follow_share(self, share: float) -> None:
        """Say how much of which picture is uncovered, and offer both to be seen so large."""
        if self._comparison is None or self._sheet is None:
            return
        panel, locale = self._comparison
        self._sheet.comparison.show_share(share)
        for compared in (self.compared, self.large.compared):
            compared.tell(standing(panel, share, locale))
        said, owners = [], []
        for side in panel.sides:
            day = "" if side.at is None else f" ({locale.date(side.at)})"
            told = "" if side.picture.caption is None else locale.text(side.picture.caption)
            said.append(f"{locale.text(side.label)}{day}{told and f': {told}'}")
            owners.append(locale.attribution(side.picture))
        assert self._sides is not None
        pair = ComparedPair(self._sides, locale.say("compare_pictures"), share)
        owner = " · ".join(dict.fromkeys(filter(None, owners)))
        caption = Caption(" · ".join(said), owner, pair.name)
        shown = shown_picture(panel.before.picture, "", locale)
        self.shown = replace(shown, caption=caption, origin=self.compared, pair=pair)
        self.large.offer(self.shown)

    def _show_line(self, caption: str, owner: str, locale: Locale, look: Look) -> None:
        """Say on the picture, in a quiet line, what it shows and whose it is."""
        assert self._arrangement is not None
        self.line.show_line(caption, owner, locale.language, look, self._arrangement)


def shown_picture(picture: Picture, words: str, locale: Locale) -> ShownPicture:
    """A picture with what is said of it, `words` below it while it is large."""
    file = locale.exhibit.folder / "pictures" / picture.file
    caption = Caption(words, locale.attribution(picture), locale.text(picture.alternative))
    return ShownPicture(file, caption, picture.kept_point, is_whole=True)


def _small_pictures(panel: Panel | None, locale: Locale) -> Iterator[tuple[Picture, ShownPicture]]:
    """The pictures beside the texts of a panel; below each stands what it belongs to."""
    if panel is None:
        return
    named: list[tuple[Picture | None, str]] = []
    if panel.kind == "people":
        for person in panel.people:
            named.append(
                (person.portrait, f"{locale.text(person.name)} · {locale.text(person.role)}")
            )
    elif panel.kind == "quote":
        named.append((panel.portrait, locale.text(panel.name)))
    elif panel.kind == "events":
        for event in panel.in_order:
            named.append((event.picture, locale.text(event.heading)))
    for picture, words in named:
        if picture is not None:
            told = words if picture.caption is None else locale.text(picture.caption)
            yield picture, shown_picture(picture, told, locale)
