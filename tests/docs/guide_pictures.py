"""The pictures of README and the guides, drawn from the shipped content.

    make pictures
    make pictures ARGUMENTS="facts chart"

writes all of them, or those that are named, into docs/pictures.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QImage, QImageWriter

from kiosk.atomic_file import replacing
from kiosk.commands.gui_application import offscreen_application
from kiosk.exhibit.place import HOME, Place
from tests.docs import editor_pictures
from tests.docs.open_windows import OpenWindows
from tests.docs.own_map_walk import STEPS
from tests.journeys.visitor import wait_for
from tests.pictures.axis_comparison import compared_charts
from tests.project import PROJECT
from tests.speech.recorded_speech import RecordedSpeech

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

FOLDER = PROJECT / "docs" / "pictures"
_TEAMS = Place("qianhai", "teams")
_FIGURE = ("    value: 1195\n", "    value: 1200\n")
Patch = tuple[float, float, float, float]
"""Left, top, right and bottom of a part of a picture, in shares of its sides."""
_NO_COMPRESSION_SPARED = 0
"""What Qt calls the quality of a PNG: the less, the smaller the file, and never a lost colour."""


def _attract(windows: OpenWindows) -> QImage:
    """The first place and its sentence, with which the attract loop begins."""
    windows.app.stage.attract()
    image = windows.exhibit_now()
    windows.app.stage.wake()
    return image


def _map_home(windows: OpenWindows) -> QImage:
    return windows.exhibit_at(HOME, "en")


def _facts(windows: OpenWindows) -> QImage:
    return windows.exhibit_at(_TEAMS, "pt")


def _chart(windows: OpenWindows) -> QImage:
    return windows.exhibit_at(Place("qianhai", "six-in-ten"), "en")


def _story(windows: OpenWindows) -> QImage:
    return windows.exhibit_at(Place("csns", "super-steel", 2), "zh-Hant")


def _layer(windows: OpenWindows) -> QImage:
    """A data layer on which two places are compared."""
    windows.app.journey.speak("en")
    windows.app.journey.go(Place(layer="density"), ("macao", "shenzhen"))
    image = windows.exhibit_now()
    windows.app.journey.go(HOME)
    return image


def _comfort(windows: OpenWindows) -> QImage:
    """The tray, while the screen is read aloud through speech that nobody hears."""
    app = windows.app
    windows.exhibit_at(HOME, "en")
    if app.aloud is None:
        app.listen(RecordedSpeech())
    comfort = app.journey.comfort
    app.journey.set_comfort(comfort.read_aloud())
    app.stage.turn_tray()
    image = windows.exhibit_now()
    app.stage.close_tray()
    app.journey.set_comfort(comfort)
    return image


def _statement(windows: OpenWindows) -> QImage:
    """What the audience of a talk sees first."""
    windows.app.journey.speak("en")
    windows.talk.player.begin()
    return windows.exhibit_now()


def _console(windows: OpenWindows) -> QImage:
    """A presenter in the middle of the fourth step, whose audience reads Chinese."""
    talk = windows.talk
    talk.player.begin()
    windows.app.journey.speak("zh-Hant")
    windows.clock.now += sum(step.duration.seconds for step in talk.player.tour.steps[:3])
    talk.console.show()
    talk.player.jump(3)
    windows.app.stage.finish()
    windows.clock.now += 38
    # It comes after the picture of the present step.
    wait_for(talk.pictures.came)
    talk.console.show_time()
    image = talk.console.grab().toImage()
    talk.console.hide()
    return image


def _preview_start(windows: OpenWindows) -> QImage:
    return windows.preview_at(HOME)


def _preview_changed(windows: OpenWindows) -> QImage:
    return windows.preview_at(_TEAMS, _FIGURE)


def _preview_mistake(windows: OpenWindows) -> QImage:
    return windows.preview_at(_TEAMS, _FIGURE, ("    value: 1200", "    valeu: 1200"))


def _preview_kept(windows: OpenWindows) -> QImage:
    return windows.preview_at(_TEAMS, _FIGURE, ("    value: 1200", "  value: 1200"))


def _axes(windows: OpenWindows) -> QImage:
    return compared_charts()


def _own_map_first(windows: OpenWindows) -> QImage:
    return windows.own_map(1)


def _own_map(windows: OpenWindows) -> QImage:
    return windows.own_map(len(STEPS) - 1)


PICTURES: dict[str, Callable[[OpenWindows], QImage]] = {
    "attract": _attract,
    "map-home": _map_home,
    "facts": _facts,
    "chart": _chart,
    "story": _story,
    "layer": _layer,
    "comfort": _comfort,
    "statement": _statement,
    "console": _console,
    "editor-start": editor_pictures.editor_start,
    "editor-contents": editor_pictures.editor_contents,
    "editor-text": editor_pictures.editor_text,
    "editor-figure": editor_pictures.editor_figure,
    "editor-mistake": editor_pictures.editor_mistake,
    "editor-panels": editor_pictures.editor_panels,
    "editor-place": editor_pictures.editor_place,
    "editor-table": editor_pictures.editor_table,
    "editor-picture": editor_pictures.editor_picture,
    "editor-translations": editor_pictures.editor_translations,
    "preview-start": _preview_start,
    "preview-changed": _preview_changed,
    "preview-mistake": _preview_mistake,
    "preview-kept": _preview_kept,
    "axes": _axes,
    "own-map-first": _own_map_first,
    "own-map": _own_map,
}
"""What draws each picture, by its file's name, in the order in which least is done twice."""

_MESSAGES = (0.64, 0.1, 1.0, 1.0)
"""Which messages have their names yet depends on how soon the files were read for editing."""
PASSING: dict[str, Patch] = {
    # The time of day, which is another one at each drawing.
    "console": (0.86, 0.03, 1.0, 0.14),
    "preview-start": _MESSAGES,
    "preview-changed": _MESSAGES,
    "preview-mistake": _MESSAGES,
    "preview-kept": _MESSAGES,
}
"""The part of a picture that may be another one at each drawing."""


def picture_file(name: str) -> Path:
    """Where a picture of the table lies."""
    return FOLDER / f"{name}.png"


def draw(names: Sequence[str]) -> None:
    """Write these pictures anew, in full colour: 8 bits each of red, green and blue."""
    with tempfile.TemporaryDirectory(prefix="kiosk-pictures-") as scratch:
        windows = OpenWindows(Path(scratch))
        try:
            for name in sorted(names, key=list(PICTURES).index):
                image = PICTURES[name](windows).convertToFormat(QImage.Format.Format_RGB888)
                file = picture_file(name)
                with replacing(file, durable=False) as new:
                    writer = QImageWriter(str(new), QByteArray(b"PNG"))
                    writer.setQuality(_NO_COMPRESSION_SPARED)
                    assert writer.write(image), writer.errorString()
                print(f"{file.relative_to(PROJECT)}: {file.stat().st_size // 1000} kB")
        finally:
            windows.close()


def main(names: Sequence[str]) -> int:
    """Draw those that are named, or all; 2 where a name is unknown."""
    unknown = [name for name in names if name not in PICTURES]
    if unknown:
        print(f"there is no {', '.join(unknown)}; known: {', '.join(PICTURES)}", file=sys.stderr)
        return 2
    application = offscreen_application()
    application.setQuitOnLastWindowClosed(False)
    draw(names or tuple(PICTURES))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
