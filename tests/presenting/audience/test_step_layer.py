"""A statement stands over the map, which stays behind it without any of its names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.exhibit.place import HOME
from kiosk.presenting.audience.step_layer import StepLayer
from kiosk.workshop.check.drawn_text import drawn_texts

if TYPE_CHECKING:
    from kiosk.app import App


def test_the_map_is_seen_faintly_behind_a_statement_and_its_names_are_not(hall_app: App) -> None:
    host = hall_app.talk_host()
    assert host is not None
    hall_app.journey.go(HOME)
    hall_app.stage.finish()
    step = next(
        step for tour in host.exhibit.tours for step in tour.steps if step.statement is not None
    )
    layer = StepLayer(hall_app.stage)
    layer.show_step(step, host.exhibit.folder / "pictures", "en", host.look.still())
    image = hall_app.stage.grab().toImage()
    ground = host.look.theme.ground
    width, height = image.width(), image.height()
    colors = {
        image.pixelColor(x, y).name()
        for x in range(width // 2, width, 7)
        for y in range(height * 3 // 4, height, 7)
    }
    assert len(colors) > 10, "the map is there"
    strongest = max(
        abs(image.pixelColor(x, y).lightness() - ground.lightness())
        for x in range(width // 2, width, 7)
        for y in range(height * 3 // 4, height, 7)
    )
    assert strongest < 40, "and it stays behind"
    texts = [text.words for text in drawn_texts(hall_app.stage, [layer])]
    assert texts == [step.statement.words_in("en") if step.statement else ""]
    layer.hide()
    layer.deleteLater()
