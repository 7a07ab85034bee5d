"""What Qt says about its platform, the display and the fonts, as JSON: run as a program.

A process of its own, because Qt ends the whole process where it can't open its platform.
"""

from __future__ import annotations

import json
import sys
from typing import Any

from PySide6 import __version__
from PySide6.QtGui import QGuiApplication, QInputDevice

from kiosk.guard.health.installation import broken_fonts, damages, font_count, has_font


def report() -> dict[str, Any]:
    """Open the platform and look; sizes in pixels and millimetres."""
    application = QGuiApplication(["kiosk"])
    broken = broken_fonts()
    return {
        "qt": __version__,
        "platform": application.platformName(),
        "screens": [
            {
                "name": screen.name(),
                "pixels": screen.size().toTuple(),
                "millimetres": screen.physicalSize().toTuple(),
            }
            for screen in application.screens()
        ],
        "touch": [
            device.name()
            for device in QInputDevice.devices()
            if device.type() == QInputDevice.DeviceType.TouchScreen
        ],
        "font_count": font_count(),
        "broken_fonts": list(broken),
        "has_font": has_font(),
        "damages": list(damages()),
    }


if __name__ == "__main__":
    sys.stdout.write(json.dumps(report()))
