"""What curators have said otherwise than it is written is heard so, and marked where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from kiosk.exhibit.place import Place
from tests.exhibit.sound_content import sound_content
from tests.journeys.listener import Listener
from tests.journeys.standing import close_exhibit, open_exhibit
from tests.speech.recorded_speech import RecordedSpeech

if TYPE_CHECKING:
    from pathlib import Path

OWN = "spoken:\n- {written: steel, said: {en: steal}}\n"


def test_a_page_is_read_with_the_words_as_they_are_to_be_said(qapp: object, tmp_path: Path) -> None:
    content = sound_content(tmp_path / "content")
    content.write("exhibit.yaml", (content.folder / "exhibit.yaml").read_text("utf-8") + OWN)
    app, speech = open_exhibit(content.folder), RecordedSpeech()
    try:
        app.listen(speech)
        assert app.aloud is not None
        app.aloud.reader.arriving_ms = 0
        listener = Listener(app, speech)
        app.journey.go(Place("shenzhen", "steel"))
        app.stage.finish()
        listener.hear(Qt.Key.Key_Down)

        heard = listener.hear_until("A strong")

        assert heard[0] == "A strong steal."
        written = [each.written for each in app.aloud._sentences]
        assert written[0] == "A strong steel."
    finally:
        close_exhibit(app)
