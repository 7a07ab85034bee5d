"""A picture opened large over the stage: what opens it, holds it, and closes it again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent

from kiosk.screen.control.button import CONTROL_U, Button
from kiosk.screen.control.zoom_buttons import ZoomButtons
from kiosk.screen.picture.picture_frame import Caption, FrameRoom, PictureFrame
from kiosk.screen.slide import Slide
from kiosk.screen.way_out import STEP_UP_KEYS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QWidget

    from kiosk.look.interface_style import InterfaceStyle
    from kiosk.look.look import Look
    from kiosk.screen.arrangement import Arrangement
    from kiosk.screen.control.control import Control
    from kiosk.screen.picture.compared_pictures import ComparedPair, ComparedPictures
    from kiosk.screen.picture.story_picture import StoryPicture

_GAP_U = 24
_EDGE_U = 4
_STEP = 0.25
"""An arrow key leads so far through an enlarged picture, as a share of the view."""
_WAYS = {
    Qt.Key.Key_Left: (-_STEP, 0.0),
    Qt.Key.Key_Right: (_STEP, 0.0),
    Qt.Key.Key_Up: (0.0, -_STEP),
    Qt.Key.Key_Down: (0.0, _STEP),
}
_LEVELS = {Qt.Key.Key_Plus: 0.75, Qt.Key.Key_Minus: -0.75}


class PictureOrigin(Protocol):
    """Where a picture is seen before it is opened, and where it goes back to."""

    def seen(self) -> QImage | None:
        """What is seen of it at the moment; None where nothing is."""

    def area_on(self, stage: QWidget) -> QRectF:
        """Where that is on the stage."""


@dataclass(frozen=True)
class ShownPicture:
    """A picture of the page that is open, and what is said of it."""

    file: Path
    caption: Caption
    focus: tuple[float, float] | None = None
    """The point that is not cut away."""
    origin: PictureOrigin | None = None
    """None for the one that fills the map's place."""
    is_whole: bool = False
    """Whether all of it is seen at first; else it fills the stage."""
    pair: ComparedPair | None = None
    """The two of which it is one: both are seen large, with what uncovers the one or the other."""


class LargePicture(QObject):
    """Opens the picture of a page, keeps it through changes of language and look, and closes it.

    All parts are children of the stage.  Escape and Backspace close it and do nothing else.
    """

    opened = Signal(bool)
    """The picture covers the stage from now on, or no longer does."""

    def __init__(self, stage: QWidget, story: StoryPicture) -> None:
        super().__init__(stage)
        self._stage = stage
        self._story = story
        self._style: InterfaceStyle | None = None
        self._arrangement: Arrangement | None = None
        self._shown: ShownPicture | None = None
        self._large: ShownPicture | None = None
        """What is open, or was open last."""
        self._opener: Control | None = None
        """What of the sheet has opened it, and has the keyboard again after."""
        self._taken: tuple[QRectF, ...] = ()
        self._sheet: QWidget | None = None
        self._is_open = False
        self._button = Button(stage, key="enlarge", icon="maximize-2")
        self._frame = PictureFrame(stage)
        self._zoom = ZoomButtons(stage)
        self._slide = Slide(stage)
        self._button.hide()
        self._button.clicked.connect(self.turn)
        self._story.touched.connect(self.open)
        view = self._frame.view
        view.explored.connect(self._zoom.let_back)
        view.ranged.connect(self._zoom.let_zoom)
        view.left.connect(self._uncover)
        view.failed.connect(self._give_up)
        view.came.connect(self._show_pair)
        self._zoom.zoomed.connect(view.zoom)
        self._zoom.back_touched.connect(view.return_to_first)

    @property
    def widgets(self) -> tuple[QWidget, ...]:
        """What is drawn over the panel, the lowest first."""
        return (self._frame, self._slide, *self._zoom.widgets, self._button)

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What the keyboard reaches while the picture is large, in its order."""
        compared = () if self.compared.isHidden() else (self.compared.handle,)
        return (*compared, *self._zoom.widgets, self._button)

    @property
    def compared(self) -> ComparedPictures:
        """The two large pictures that are compared."""
        return self._frame.compared

    @property
    def button(self) -> Button:
        """What opens the picture and closes it."""
        return self._button

    @property
    def is_open(self) -> bool:
        """Whether the picture covers the stage."""
        return self._is_open

    def set_sheet(self, sheet: QWidget) -> None:
        """What fades while the picture grows, and is back at once when it closes."""
        self._sheet = sheet

    def show_picture(
        self,
        shown: ShownPicture | None,
        style: InterfaceStyle,
        arrangement: Arrangement,
        taken: Sequence[QRectF],
        *,
        others: Sequence[ShownPicture] = (),
    ) -> None:
        """Offer the picture of the page that is open; None where it has none.

        `others` can be opened by what they are seen in.  The same picture stays open.  `taken` is
        what the dock covers.
        """
        is_other = shown is None or self._shown is None or shown.file != self._shown.file
        self._style, self._arrangement, self._shown = style, arrangement, shown
        self._taken = tuple(taken)
        stays = self._is_open and self._take_words((*others, *filter(None, (shown,))))
        if is_other and not stays:
            self.close()
            self._uncover()
        if shown is None and not self._is_open:
            self._button.hide()
            return
        if self.is_open:
            self._frame.setGeometry(self._stage.rect())
            self._frame.view.set_look(style.look)
        self._lay_out()
        self._button.show()

    def offer(self, shown: ShownPicture) -> None:
        """Have the button open another picture of the same page."""
        if not self._is_open and self._shown is not None:
            self._shown = shown

    def _take_words(self, there: Sequence[ShownPicture]) -> bool:
        """Say of the picture that is open what is said of it now; false where it is no more."""
        large = self._large
        for each in there:
            if large is not None and each.file == large.file:
                self._large = replace(each, origin=large.origin)
                return True
        return False

    def read_again(self) -> None:
        """The pictures have changed on the disk."""
        if self.is_open:
            self._frame.view.read_again()

    def finish(self) -> None:
        """Have everything at rest and sharp at once."""
        self._slide.stop()
        if self.is_open:
            self._frame.view.finish()
            self._frame.compared.finish()
        else:
            self._uncover()

    @Slot()
    def turn(self) -> None:
        """Open the picture, or close it."""
        if self.is_open:
            self.close()
        else:
            self.open()

    @Slot()
    def open(self) -> None:
        """Let the picture of the page grow over the stage, from where it is seen."""
        if self._shown is not None:
            self.open_picture(self._shown)

    def open_picture(self, shown: ShownPicture, opener: Control | None = None) -> None:
        """Let any of the page's pictures grow; `opener` is what of the sheet was touched."""
        style = self._style
        if style is None or self.is_open:
            return
        self._large, self._opener = shown, opener
        takes_focus = opener is not None and opener.hasFocus()
        look = style.look
        moves = not look.motion.still and self._stage.isVisible()
        if moves and self._sheet is not None and self._sheet.isVisible():
            self._slide.fade_from(self._sheet, look.motion.tab_change)
        self._is_open = True
        self._frame.setGeometry(self._stage.rect())
        self._frame.show()
        for widget in self.widgets:
            widget.raise_()
        self._lay_out()
        image, area = self._seen()
        first = None if image is None or shown.pair is not None else (image, area)
        self._frame.view.open_picture(shown.file, look, first, shown.focus, is_whole=shown.is_whole)
        self._button.show()
        if takes_focus:
            self._button.setFocus(Qt.FocusReason.TabFocusReason)
        self._stage.window().installEventFilter(self)
        self.opened.emit(True)

    @Slot()
    def close(self) -> None:
        """Show the page again, and let the picture shrink to where it stands there."""
        if not self.is_open:
            return
        self._is_open = False
        self._stage.window().removeEventFilter(self)
        self._slide.stop()
        self._frame.show_pair(None)
        self._lay_out()
        image, area = self._seen()
        is_pair = self._large is not None and self._large.pair is not None
        if image is None or self._sheet is None or is_pair:
            self._uncover()
        else:
            self._sheet.raise_()
            self._frame.view.setGeometry(self._frame.rect())
            self._frame.view.leave(image.size(), area)
        self._give_focus_back()
        self.opened.emit(False)

    def _seen(self) -> tuple[QImage | None, QRectF]:
        """What is seen of the picture where it was opened, and where that is."""
        origin = None if self._large is None else self._large.origin
        where = self._story if origin is None else origin
        return where.seen(), where.area_on(self._stage)

    def _give_focus_back(self) -> None:
        """What has opened the picture has the keyboard again; a button that is gone has none."""
        opener, self._opener = self._opener, None
        if opener is not None and self._button.hasFocus() and opener.isVisible():
            opener.setFocus(Qt.FocusReason.TabFocusReason)
        if self._shown is None:
            self._button.hide()

    @Slot()
    def _uncover(self) -> None:
        """The picture is where it was: nothing else is to be seen of what it was opened on."""
        if not self.is_open:
            self._frame.hide()
            self._frame.view.forget()

    @Slot()
    def _give_up(self) -> None:
        """The picture can't be read: there is nothing to open."""
        self.close()
        self._button.hide()

    def _lay_out(self) -> None:
        """Place the button, and while the picture is large what belongs to it."""
        style, arrangement, shown = self._style, self._arrangement, self._large
        assert style is not None
        assert arrangement is not None
        key, icon = ("close", "minimize-2") if self.is_open else ("enlarge", "maximize-2")
        self._button.show_icon(icon)
        name = style.say(f"{key}_picture")
        self._button.show_words(style.look, style.say(key), language=style.language, name=name)
        corner = self.corner(self._button, style.look, arrangement, self._taken)
        self._button.place_drawn(corner.x(), corner.y())
        if not self.is_open or shown is None:
            self._zoom.hide()
            return
        row = QRectF(arrangement.dock, QPointF(corner.x(), corner.y() + style.look.px(CONTROL_U)))
        gap = 2 * style.look.px(_GAP_U)
        free = row.adjusted(self._dock_end() - row.left() + gap, 0, -gap, 0)
        if corner.y() < arrangement.dock.y():
            # The button stands above the dock: what is said of the picture ends before it.
            row = QRectF(arrangement.dock, corner + QPointF(-gap, style.look.px(CONTROL_U)))
            row.setBottom(row.top() + style.look.px(CONTROL_U))
        else:
            row.setRight(corner.x() + self._button.drawn_width)
        self._frame.show_caption(shown.caption, style, FrameRoom(row, free))
        area = QRectF(self._frame.view.geometry())
        self._zoom.show_buttons(style, area, ())
        self._show_pair()

    @Slot()
    def _show_pair(self) -> None:
        """Show both pictures of a comparison as soon as is known how large they fit.

        Nothing of them is to be looked at more closely: what differs is seen in the whole of them.
        """
        if not self.is_open or self._large is None or self._large.pair is None:
            return
        self._zoom.hide()
        had_focus = self._button.hasFocus()
        self._frame.show_pair(self._large.pair)
        if had_focus and not self.compared.isHidden():
            self.compared.handle.setFocus(Qt.FocusReason.TabFocusReason)

    def _dock_end(self) -> float:
        return max((each.right() for each in self._taken), default=0.0)

    def corner(
        self,
        button: Button,
        look: Look,
        arrangement: Arrangement,
        taken: Sequence[QRectF],
    ) -> QPointF:
        """Where the drawn button has its upper left corner: at the end of the row of the dock.

        Where a picture is too narrow for both, it stands above the row; and on the panel of an
        upright screen, whose own controls are there, at the panel's upper end.
        """
        is_broad = self.is_open or arrangement.portrait
        beside = min(arrangement.picture.right() + 1, arrangement.panel.left())
        right = float(self._stage.width() if is_broad else beside)
        x = right - arrangement.dock.x() - button.drawn_width
        dock_end = max((each.right() for each in taken), default=0.0)
        has_room = x >= dock_end + look.px(_GAP_U) / 2
        is_full = not has_room or not arrangement.band.isEmpty()
        if is_full and arrangement.portrait and not self.is_open:
            return QPointF(x, arrangement.panel.top() + look.px(_EDGE_U))
        y = arrangement.dock.y()
        if not has_room:
            y -= max(look.target, look.px(CONTROL_U)) + look.px(_GAP_U)
        return QPointF(x, y)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        key = Qt.Key(event.key())
        view = self._frame.view
        if key in STEP_UP_KEYS:
            self.close()
        elif not self.compared.isHidden():
            return False
        elif key in _WAYS:
            view.pan(*_WAYS[key])
        elif key in _LEVELS:
            view.zoom(_LEVELS[key])
        else:
            return False
        return True
