"""A zone's inset: a card over the map with a drawing of what is too small for it, not to scale."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QWidget

from kiosk.look.typesetting import Setting, set_text
from kiosk.screen.control.control import Control
from kiosk.screen.control.focus_ring import draw_focus_ring
from kiosk.screen.map.map_marker import MarkerState, draw_marker
from kiosk.screen.picture.picture_loader import PictureLoader

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from kiosk.exhibit.model.exhibit import Zone
    from kiosk.look.look import Look
    from kiosk.screen.locale import Locale

CARD_U = (540, 360)
_STRIP_U = 50
"""The line at the foot, which says whose inset it is and that it is not to scale."""
_RADIUS_U = 20
_PADDING_U = 20
_SIGN_U = 32
"""What a sign takes before a name."""
_NAME_U = 212
"""How wide a name may be before it takes another line."""
_NAME_SCALE = 0.88
"""Of the size of controls: long names stay within the borders that are drawn around them."""
_PLATE_U = (11, 5)
_EDGE_U = 10


@dataclass(frozen=True)
class _Label:
    """What is written in the drawing, and where its plate lies."""

    words: Setting
    plate: QRectF
    zone: str = ""
    glyph: str = ""


class InsetPlace(Control):
    """A place in an inset, for fingers and the keyboard alike; the card paints it."""

    chosen = Signal(str)

    def __init__(self, card: QWidget) -> None:
        super().__init__(card)
        self._zone = ""
        self.clicked.connect(self._say)
        self.pressed.connect(card.update)
        self.released.connect(card.update)

    @property
    def zone(self) -> str:
        """The id of the zone."""
        return self._zone

    def stand_for(self, zone: str, name: str, area: QRect) -> None:
        """Be the target of a zone in that area of the card."""
        self._zone = zone
        self.setAccessibleName(name)
        self.setGeometry(area)
        self.show()

    @Slot()
    def _say(self) -> None:
        self.chosen.emit(self._zone)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint nothing: what is seen here is the card."""


class InsetCard(QWidget):
    """Shows the inset of the open zone, or of the one that it lies in.  Built once."""

    place_chosen = Signal(str)

    def __init__(self, stage: QWidget) -> None:
        super().__init__(stage)
        self._look: Look | None = None
        self._file: str = ""
        self._locale: Locale | None = None
        self._chosen = ""
        self._labels: list[_Label] = []
        self._strip: tuple[Setting, Setting] | None = None
        self._places: list[InsetPlace] = []
        self._pictures = PictureLoader(self)
        self._pictures.ready.connect(self.update)
        self.hide()

    def set_inset(self, owner: Zone, chosen: str, locale: Locale, look: Look) -> None:
        """Draw the inset of `owner` in the present geometry; `chosen` is the open zone."""
        inset = owner.inset
        assert inset is not None
        self._look, self._locale, self._chosen = look, locale, chosen
        self._file = inset.picture.file
        self._pictures.inks = look.theme.inks
        self._pictures.want(self._path, self._image_size, self.devicePixelRatioF())
        width = self.width() - 2 * look.px(_PADDING_U)
        scale = set_text(
            look, locale.say("not_to_scale"), language=locale.language, role="source", width=width
        )
        name = set_text(
            look,
            locale.text(owner.name),
            language=locale.language,
            role="control",
            width=width - scale.ink - look.px(_PADDING_U),
        )
        self._strip = (name, scale)
        self._set_labels(owner, locale, look)
        self.setAccessibleName(locale.text(inset.picture.alternative))
        self.setAccessibleDescription(locale.say("not_to_scale"))
        self.update()

    def finish(self) -> None:
        """Have the drawing at once."""
        self._pictures.read_now(self._path, self._image_size, self.devicePixelRatioF())
        self.update()

    def read_again(self) -> None:
        """The pictures have changed on the disk."""
        self._pictures.read_again()
        if not self.isHidden():
            self._pictures.ask(self._path, self._image_size, self.devicePixelRatioF())

    @property
    def _path(self) -> Path:
        assert self._locale is not None
        return self._locale.exhibit.folder / "pictures" / self._file

    @property
    def _image_size(self) -> QSize:
        assert self._look is not None
        return QSize(self.width(), self.height() - round(self._look.px(_STRIP_U)))

    def _set_labels(self, owner: Zone, locale: Locale, look: Look) -> None:
        inset = owner.inset
        assert inset is not None
        size = self._image_size
        self._labels = []
        targets: list[tuple[_Label, str]] = []
        for label in inset.labels:
            zone = locale.exhibit.zone(label.zone) if label.zone is not None else None
            text = label.text if zone is None else zone.map.label or zone.name
            if text is None:
                continue
            words = set_text(
                look,
                locale.text(text),
                language=locale.language,
                role="control",
                width=look.px(_NAME_U),
                align=Qt.AlignmentFlag.AlignHCenter,
                balanced=True,
                scale=_NAME_SCALE,
            )
            x, y = float(label.at[0]) / 100, float(label.at[1]) / 100
            point = QPointF(x * size.width(), y * size.height())
            glyph = locale.exhibit.signs[zone.kind] if zone is not None else ""
            plate = self._plate(words, point, look, signed=bool(glyph))
            set_label = _Label(words, plate, zone.id if zone is not None else "", glyph)
            self._labels.append(set_label)
            if zone is not None:
                targets.append((set_label, locale.text(zone.name)))
        while len(self._places) < len(targets):
            self._places.append(InsetPlace(self))
            self._places[-1].chosen.connect(self.place_chosen)
        for place in self._places[len(targets) :]:
            place.hide()
        for place, (each, spoken) in zip(self._places, targets, strict=False):
            more = max(0.0, look.target - each.plate.height()) / 2
            wide = max(0.0, look.target - each.plate.width()) / 2
            area = each.plate.adjusted(-wide, -more, wide, more).toAlignedRect()
            place.stand_for(each.zone, locale.say("open_place", place=spoken), area)

    def _plate(self, words: Setting, point: QPointF, look: Look, *, signed: bool) -> QRectF:
        """What a name covers around its point, with the sign before it, within the card."""
        across, down = (look.px(units) for units in _PLATE_U)
        width = words.ink + 2 * across + (look.px(_SIGN_U) if signed else 0.0)
        height = words.size.height() + 2 * down
        edge = look.px(_EDGE_U)
        left = min(max(point.x() - width / 2, edge), self.width() - width - edge)
        return QRectF(left, point.y() - height / 2, width, height)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        look, strip = self._look, self._strip
        if look is None or strip is None:
            return
        theme = look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        half = look.outline(1.5) / 2
        shape = QPainterPath()
        radius = look.px(_RADIUS_U)
        shape.addRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), radius, radius)
        painter.fillPath(shape, theme.panel)
        painter.save()
        painter.setClipPath(shape)
        image = self._pictures.get(self._path, self._image_size, self.devicePixelRatioF())
        if image is None:
            self._pictures.want(self._path, self._image_size, self.devicePixelRatioF())
        elif not image.isNull():
            painter.drawImage(0, 0, image)
        painter.restore()
        for label in self._labels:
            self._paint_label(painter, look, label)
        self._paint_strip(painter, look, strip)
        painter.setPen(QPen(theme.rule, 2 * half))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(shape)

    def _paint_label(self, painter: QPainter, look: Look, label: _Label) -> None:
        theme, plate = look.theme, label.plate
        across, down = (look.px(units) for units in _PLATE_U)
        # Lines are centred in all the room that names may take, and the plate is about their ink.
        centred = (label.words.size.width() - label.words.ink) / 2
        if not label.zone:
            left = plate.x() + across - centred
            label.words.draw(painter, left, plate.y() + down, theme.text)
            return
        place = next(each for each in self._places if each.zone == label.zone)
        is_chosen = label.zone == self._chosen
        painter.setPen(QPen(theme.pearl if place.isDown() else theme.rule, look.outline(1.3)))
        painter.setBrush(theme.pressed if place.isDown() else theme.panel)
        radius = min(plate.height() / 2, look.px(_RADIUS_U))
        painter.drawRoundedRect(plate, radius, radius)
        ink = theme.panel if place.isDown() and theme.high_contrast else theme.text
        left = plate.x() + across + look.px(_SIGN_U) - centred
        label.words.draw(painter, left, plate.y() + down, ink)
        sign = QPointF(plate.x() + across + look.px(_SIGN_U) / 2 - look.px(4), plate.center().y())
        state = MarkerState.RINGED if is_chosen else MarkerState.SMALL
        draw_marker(painter, look, label.glyph, sign, state)
        if place.hasFocus():
            draw_focus_ring(painter, look, plate, radius)

    def _paint_strip(self, painter: QPainter, look: Look, strip: tuple[Setting, Setting]) -> None:
        name, scale = strip
        padding, middle = look.px(_PADDING_U), self.height() - look.px(_STRIP_U) / 2
        name.draw(painter, padding, middle - name.size.height() / 2, look.theme.text)
        left = self.width() - padding - scale.ink
        scale.draw(painter, left, middle - scale.size.height() / 2, look.theme.text2)
