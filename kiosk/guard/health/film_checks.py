"""The check of what plays films: the library, what it reads, and how soon a film is on show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.film.film_trial import TRIAL_SECONDS, NoTrial, film_on_show_after, reading
from kiosk.film.formats import can_play
from kiosk.guard.check_result import CheckResult, ok, warning
from kiosk.text.message_words import one_of

if TYPE_CHECKING:
    from kiosk.guard.health.machine_checks import Machine

_WANTED = ("h264", "hevc", "vp9", "av1", "aac", "opus", "mp3")
"""What films are mostly written in."""
_HINT = "install the extra `media` again"


def check_films(machine: Machine) -> CheckResult:
    """Whether a film can be played, and after how many milliseconds its first picture is there."""
    if not can_play():
        return ok(
            "films", "the extra `media` is not installed: films show a picture and their text"
        )
    try:
        version, reads = reading()
        soon = film_on_show_after()
    except NoTrial as failure:
        return warning("films", f"none can be played: {failure}", _HINT)
    missing = [codec for codec in _WANTED if codec not in reads]
    if missing:
        return warning("films", f"PyAV {version} does not read {one_of(missing, 'or')}", _HINT)
    shown = f"PyAV {version} reads {one_of(_WANTED, 'and')}; a film was on show after {soon} ms"
    if soon > TRIAL_SECONDS * 1000 / 2:
        return warning("films", shown, "visitors wait no longer than 4 seconds: look at the load")
    return ok("films", shown)


FILM_CHECKS = (check_films,)
