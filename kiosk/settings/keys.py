"""Every key of the settings file: what it means and what it may be."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from kiosk.settings.keypad_keys import KEY_NAMES, KEYPAD, parse_keys
from kiosk.settings.opening_hours import WEEKDAYS, parse_hours, parse_time
from kiosk.settings.settings import RUNTIME
from kiosk.text.languages import is_language, is_right_to_left
from kiosk.text.message_words import shortened
from kiosk.text.messages import Message
from kiosk.text.multilingual import LANGUAGES
from kiosk.text.shape_messages import bad_choice
from kiosk.theme_names import THEMES

if TYPE_CHECKING:
    from collections.abc import Callable

_SOCKET_PATH_BYTES = 100
"""The system takes 107."""


class WrongSetting(Exception):
    """What an operator wrote can't be; carries the mistake."""

    def __init__(self, message: Message) -> None:
        self.message = message
        super().__init__(message.text)


class Key(NamedTuple):
    """One key.  `read` takes its name and its text and raises WrongSetting.

    `example` is a good value, which is the built-in one unless `purpose` says otherwise.
    """

    read: Callable[[str, str], Any]
    example: str
    purpose: str


def _number(least: float, most: float, unit: str) -> Callable[[str, str], float]:
    def read(name: str, written: str) -> float:
        try:
            number = float(written)
        except ValueError:
            number = float("nan")
        if not least <= number <= most:
            raise WrongSetting(
                Message(
                    "bad-number",
                    f"'{name}' is '{shortened(written)}'",
                    f"write a number of {unit} from {least:g} to {most:g}",
                )
            )
        return number

    return read


def _whole_number(least: int, most: int, unit: str) -> Callable[[str, str], int]:
    number = _number(least, most, unit)

    def read(name: str, written: str) -> int:
        return round(number(name, written))

    return read


def _choice(*choices: str) -> Callable[[str, str], str]:
    def read(name: str, written: str) -> str:
        if written not in choices:
            raise WrongSetting(bad_choice(f"'{name}'", written, choices))
        return written

    return read


def _language(name: str, written: str) -> str:
    if not is_language(written) or is_right_to_left(written):
        raise WrongSetting(bad_choice(f"'{name}'", written, LANGUAGES))
    return written


def _yes_or_no(name: str, written: str) -> bool:
    return _choice("true", "false")(name, written) == "true"


def _folder(name: str, written: str) -> Path:
    if not Path(written).is_absolute():
        raise WrongSetting(
            Message(
                "bad-folder",
                f"'{name}' is '{shortened(written)}'",
                "write the whole path, such as /srv/kiosk/content",
            )
        )
    return Path(written)


def _command(name: str, written: str) -> tuple[str, ...]:
    try:
        words = tuple(shlex.split(written))
    except ValueError:
        words = ()
    if not words:
        raise WrongSetting(
            Message(
                "bad-command",
                f"'{name}' is '{shortened(written)}'",
                "write a program and what follows it, with quotation marks in pairs; or none",
            )
        )
    return () if words == ("none",) else words


def _sound_device(name: str, written: str) -> str:
    if len(written) > 200 or not written.isprintable() or written.startswith("-"):
        raise WrongSetting(
            Message(
                "bad-device",
                f"'{name}' is '{shortened(written)}'",
                "write the name of a sound device as `aplay -L` lists it",
            )
        )
    return written


def _keys(name: str, written: str) -> tuple[str, ...]:
    try:
        return parse_keys(written)
    except ValueError as error:
        raise WrongSetting(bad_choice(f"'{name}'", str(error), sorted(KEY_NAMES))) from None


def _hours(name: str, written: str) -> Any:
    try:
        return parse_hours(written)
    except ValueError:
        raise WrongSetting(
            Message(
                "bad-hours",
                f"'{name}' is '{shortened(written)}'",
                "write always, closed, a span such as 10:00-18:00, or several with commas between",
            )
        ) from None


def _time_or_never(name: str, written: str) -> Any:
    if written == "never":
        return None
    try:
        return parse_time(written)
    except ValueError:
        raise WrongSetting(
            Message(
                "bad-time", f"'{name}' is '{shortened(written)}'", "write a time as 04:30, or never"
            )
        ) from None


def _kiosk_name(name: str, written: str) -> str:
    if len(written) > 64 or not written.isprintable():
        raise WrongSetting(
            Message(
                "bad-name",
                f"'{name}' is '{shortened(written)}'",
                "write at most 64 letters on one line",
            )
        )
    return written


def _socket_place(name: str, written: str) -> Path | None:
    if written in ("off", "runtime"):
        return RUNTIME if written == "runtime" else None
    if not Path(written).is_absolute() or len(written.encode()) > _SOCKET_PATH_BYTES:
        raise WrongSetting(
            Message(
                "bad-socket",
                f"'{name}' is '{shortened(written)}'",
                f"write off, runtime, or a whole path of at most {_SOCKET_PATH_BYTES} bytes",
            )
        )
    return Path(written)


KEYS: dict[str, Key] = {
    "name": Key(
        _kiosk_name,
        "entrance",
        "which kiosk this is among others: drafts are for one of them; without it, none",
    ),
    "screen.width_mm": Key(
        _number(50, 10_000, "millimetres"),
        "531",
        "how wide the lit picture is; without it, buttons are sized by pixels alone",
    ),
    "screen.height_mm": Key(
        _number(50, 10_000, "millimetres"), "299", "how high the lit picture is"
    ),
    "screen.lower_edge_mm": Key(
        _number(0, 3_000, "millimetres"),
        "800",
        "how high the lit picture's lower edge is above the floor: reach mode goes by it",
    ),
    "screen.viewing_distance_mm": Key(
        _number(200, 10_000, "millimetres"),
        "600",
        "how far a visitor's eyes are from the screen: the largest text goes by it",
    ),
    "screen.reach_mm": Key(
        _number(900, 2_000, "millimetres"),
        "1220",
        "how high above the floor everybody reaches, also from a wheelchair: ADA 308 has 1220",
    ),
    "theme": Key(
        _choice(*THEMES),
        "dark",
        "the colours; hc and hc-light are high contrast, low is low contrast",
    ),
    "language": Key(_language, "en", "the first language; without it, the exhibit's own first one"),
    "still": Key(_yes_or_no, "false", "true shows everything without motion"),
    "sound.output": Key(
        _choice("headphones", "loudspeaker", "off"),
        "headphones",
        "where speech is heard; through loudspeakers only if this says so",
    ),
    "sound.device": Key(
        _sound_device,
        "plughw:CARD=Keypad",
        "the sound device whose socket is for headphones alone, as `aplay -L` names it; without it,"
        " the machine's own, and only while headphones are in",
    ),
    "sound.loudest": Key(
        _number(5, 100, "percent"),
        "100",
        "how loud speech and films are at most, of what was recorded",
    ),
    "sound.engine": Key(
        _command,
        "espeak-ng -v {language} --stdin --stdout",
        "what speaks texts without a clip: a command that is given text and writes a WAV; or none",
    ),
    **{
        f"keypad.{meaning}": Key(_keys, ", ".join(keys) or "none", f"keys that mean: {words}")
        for meaning, (keys, words) in KEYPAD.items()
    },
    "idle_seconds": Key(
        _number(20, 3_600, "seconds"), "90", "untouched for so long, the exhibit goes home"
    ),
    "prompt_seconds": Key(
        _number(20, 600, "seconds"),
        "20",
        "before it goes home it asks for so long; WCAG 2.2.1 wants 20 or more",
    ),
    **{
        f"opening_hours.{day}": Key(
            _hours,
            "always",
            f"when the screen is lit on {day.capitalize()}: 10:00-18:00, always or closed",
        )
        for day in WEEKDAYS
    },
    "folders.content": Key(
        _folder, "/srv/kiosk/content", "what is shown; without it, what came with the program"
    ),
    "folders.state": Key(
        _folder,
        "/var/lib/kiosk",
        "what outlives a restart: the staff PIN, counts; without it, the service's or the user's",
    ),
    "folders.logs": Key(
        _folder,
        "/var/log/kiosk",
        "the logs, at most 20 MB; without it, the service's or the user's",
    ),
    "folders.health": Key(
        _folder,
        "/var/lib/kiosk-health",
        "where it writes how it is, for Prometheus and as JSON; without it, nowhere",
    ),
    "folders.inbox": Key(
        _folder,
        "/srv/kiosk/inbox",
        "where new content is brought to, as a pack or a folder; without it, nowhere",
    ),
    "visits": Key(
        _yes_or_no,
        "true",
        "false counts nothing; else it counts by the hour what is opened, and knows nobody",
    ),
    "publishing.signed": Key(
        _yes_or_no, "false", "true takes no content that is not signed by a key of this machine"
    ),
    "publishing.keys": Key(_folder, "/etc/kiosk/keys", "the public keys of those who may publish"),
    "control.socket": Key(
        _socket_place,
        "runtime",
        "where other programs of this machine tell it what to do: runtime is control.socket in the"
        " service's runtime folder; without it, or with off, nowhere",
    ),
    "control.folder": Key(
        _folder,
        "/srv/kiosk/orders",
        "where a file tell.txt tells it what to do, for a share; without it, nowhere",
    ),
    "memory_ceiling_mb": Key(
        _whole_number(300, 65_536, "megabytes"),
        "700",
        "with more in use the exhibit starts anew once nobody is there",
    ),
    "restart_at": Key(
        _time_or_never, "04:30", "when it starts anew each night, if untouched; or never"
    ),
    "quiet_minutes": Key(
        _number(1, 240, "minutes"), "5", "untouched for so long before it starts anew at night"
    ),
}
"""Each key by its dotted name, in the order of the file."""

GROUPS = tuple(dict.fromkeys(name.split(".")[0] for name in KEYS if "." in name))
