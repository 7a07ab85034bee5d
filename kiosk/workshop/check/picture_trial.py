"""Draws pictures as a trial, in a process that can be killed.

That process runs this module: `python -m kiosk.workshop.check.picture_trial` reads one line of JSON
for each file from its input, and writes a line with what is wrong with it.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
import threading
from contextlib import suppress
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QSize, Qt, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication

import kiosk
from kiosk.exhibit.rules import drawing_part_messages, picture_messages
from kiosk.look.moving_picture import with_layers
from kiosk.look.picture_kind import PictureKind
from kiosk.look.pictures import MEMORY_LIMIT_BYTES, PictureHead, draw_picture, read_head
from kiosk.look.unusable_picture import UnusablePicture
from kiosk.text.messages import Message, PlacedMessage
from kiosk.workshop.check.digest import digest, digest_of_program

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtCore import QMessageLogContext, QtMsgType

    from kiosk.workshop.check.answers import Answers

SECONDS: Mapping[bool, int] = MappingProxyType({True: 4, False: 12})
"""The limit of processor time for a drawing (True) and for any other picture (False)."""
_PATIENCE_SECONDS = 60
"""The limit of elapsed time, which is longer on a busy machine."""
_MOST_GIVEN_UP = 5
"""After so many no further picture is tried: somebody waits for the check."""
_SIZE = QSize(1920, 1080)
_MEMORY_SLACK_BYTES = 1_000_000_000
_OUT_OF_TIME, _KILLED = -24, -9
"""The exit codes of a process that has exceeded its time (SIGXCPU) or our patience."""

_OF_THE_MACHINE = frozenset({"slow-picture", "unreadable-picture", "picture-too-large"})
"""The rules for what may be otherwise at another time."""

_ANSI = re.compile(r"\x1b\[[0-9;]*m")
_BROKEN = re.compile(r"premature end|bad Huffman|Corrupt JPEG data: (?!\d+ extraneous)")
_DAMAGED = re.compile(r"\d+ extraneous bytes")
_IN_PART = re.compile(r"truncated|AssumeTrustedSource|Skipping|will take too long")
_OF_DRAWING = re.compile(r"qt\.svg|default: Could not resolve")
_MISSING = re.compile(r"Could not resolve property ?: ?(\S+)")
_ADVICE = re.compile(r"\(bounding rect.*|Enable AssumeTrustedSource.*", re.DOTALL)


def trials(
    files: Sequence[Path],
    progress: Callable[[float], object],
    *,
    seconds: Mapping[bool, int] = SECONDS,
) -> dict[Path, tuple[Message, ...]]:
    """What is wrong with each of these files when it is drawn; `progress` gets a share, 0 to 1.

    `seconds` limits the processor time for a drawing (True) and for any other picture (False).
    """
    found: dict[Path, tuple[Message, ...]] = {}
    waiting = [_Order(str(file), seconds[_is_drawing(file)]) for file in files]
    given_up = 0
    while waiting and given_up < _MOST_GIVEN_UP:
        code = _try(waiting, found, progress, len(files))
        waiting = [order for order in waiting if Path(order.file) not in found]
        if waiting and code != 0:
            guilty = waiting.pop(0)
            found[Path(guilty.file)] = (_given_up(guilty, code),)
            given_up += 1
    for order in waiting:
        file = Path(order.file)
        found[file] = (picture_messages.untried_picture(file.name, given_up),)
    return found


def known_trials(
    files: Sequence[Path], progress: Callable[[float], object], answers: Answers
) -> dict[Path, tuple[Message, ...]]:
    """The same, of which `answers` are asked first: a picture is drawn once.

    One that was given up on is tried again: the machine may have been busy.
    """
    keys = {file: digest((digest_of_program(), file.name, file)).hex() for file in files}
    found = {file: _from_plain(answers.find_plain(key)) for file, key in keys.items()}
    unknown = [file for file in files if found[file] is None]
    tried = trials(unknown, progress) if unknown else {}
    for file, messages in tried.items():
        if not any(each.rule in _OF_THE_MACHINE for each in messages):
            said = [each.at(file.name).as_json() for each in messages]
            answers.keep_plain(keys[file], {"messages": said})
    return {file: tried.get(file, found[file] or ()) for file in files}


def _from_plain(plain: Any) -> tuple[Message, ...] | None:
    try:
        return tuple(PlacedMessage.from_json(each).message for each in plain["messages"])
    except (TypeError, KeyError, ValueError, AttributeError):
        return None


class _Order(NamedTuple):
    """A file to draw, and the seconds it may take."""

    file: str
    seconds: int


def _given_up(order: _Order, code: int) -> Message:
    name = Path(order.file).name
    if code in (_OUT_OF_TIME, _KILLED):
        return picture_messages.slow_picture(name, order.seconds)
    return picture_messages.crashing_picture(name)


def _try(
    orders: Sequence[_Order],
    found: dict[Path, tuple[Message, ...]],
    progress: Callable[[float], object],
    total: int,
) -> int:
    """Have files drawn until one is too much; return the exit code of the process."""
    with tempfile.TemporaryFile() as written:
        written.write("".join(f"{json.dumps(order)}\n" for order in orders).encode())
        written.seek(0)
        process = subprocess.Popen(
            [sys.executable, "-m", "kiosk.workshop.check.picture_trial"],
            stdin=written,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            # `-m` must find this program, whatever the working directory was.
            cwd=Path(kiosk.__file__).parents[1],
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        )
    assert process.stdout is not None
    try:
        for order in orders:
            patience = threading.Timer(_PATIENCE_SECONDS, process.kill)
            patience.start()
            line = process.stdout.readline()
            patience.cancel()
            if not line.endswith(b"\n"):
                break
            found[Path(order.file)] = tuple(
                PlacedMessage.from_json(each).message for each in json.loads(line)
            )
            progress(len(found) / total)
    except BaseException:
        process.kill()
        raise
    finally:
        process.stdout.close()
        code = process.wait()
    return code


def _is_drawing(file: Path) -> bool:
    try:
        return read_head(file).kind is PictureKind.SVG
    except UnusablePicture:
        return False


def main() -> None:
    """Draw the files named on the input, within the limits of time and memory."""
    application = QGuiApplication(["kiosk"])
    said: list[str] = []

    def listen(_type: QtMsgType, context: QMessageLogContext, message: str) -> None:
        category = getattr(context, "category", "") or ""
        said.append(f"{category}: {_ANSI.sub('', message)}")

    qInstallMessageHandler(listen)
    _limit_memory()
    parent = os.getppid()
    for line in sys.stdin.buffer:
        if os.getppid() != parent:
            break
        said.clear()
        order = _Order(*json.loads(line))
        messages = _draw(order, said)
        sys.stdout.write(json.dumps([each.at(order.file).as_json() for each in messages]) + "\n")
        sys.stdout.flush()
    del application


def _draw(order: _Order, said: list[str]) -> list[Message]:
    file = Path(order.file)
    held = _held_memory()
    try:
        head = read_head(file)
        _limit_time(order.seconds)
        with_layers(draw_picture(file, _whole(head)), file)
    except UnusablePicture as error:
        return [error.message]
    if held and _memory("VmHWM") - held > MEMORY_LIMIT_BYTES:
        return [picture_messages.heavy_picture(file.name, MEMORY_LIMIT_BYTES)]
    return list(dict.fromkeys(_messages_in(said, file.name)))


def _whole(head: PictureHead) -> QSize:
    """The size of a screen in the shape of the picture, so that all of it is drawn."""
    if head.kind is PictureKind.SVG:
        return _SIZE
    return head.size.scaled(_SIZE, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1))


def _messages_in(said: list[str], name: str) -> list[Message]:
    """Qt's messages while it drew, as far as they mean that something is not visible."""
    messages = []
    for line in said:
        category, _, message = line.partition(": ")
        if category.startswith("qt.gui.imageio"):
            if _BROKEN.search(message):
                messages.append(picture_messages.broken_picture(name, "JPEG"))
            elif _DAMAGED.search(message):
                messages.append(picture_messages.damaged_picture(name, message))
        elif _OF_DRAWING.match(line):
            if _IN_PART.search(message):
                messages.append(drawing_part_messages.partly_drawn(name, _ADVICE.sub("", message)))
            else:
                found = _MISSING.sub(r"'\1' is named and not there", message)
                messages.append(drawing_part_messages.drawing_differs(name, 0, found))
    return messages


def _limit_time(seconds: int) -> None:
    with suppress(ImportError, ValueError, OSError):
        import resource

        used = resource.getrusage(resource.RUSAGE_SELF)
        _, hardest = resource.getrlimit(resource.RLIMIT_CPU)
        # The limit is in whole seconds.
        until = int(used.ru_utime + used.ru_stime) + 1 + seconds
        resource.setrlimit(resource.RLIMIT_CPU, (until, hardest))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _limit_memory() -> None:
    """Keep a picture, whatever it contains, from taking all of the machine's memory."""
    with suppress(ImportError, ValueError, OSError, StopIteration):
        import resource

        taken = _memory("VmSize")
        _, hardest = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (taken + _MEMORY_SLACK_BYTES, hardest))


def _held_memory() -> int:
    """Reset the peak and return the memory in use, in bytes; 0 where it is not counted."""
    try:
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
        return _memory("VmRSS")
    except (OSError, StopIteration):
        return 0


def _memory(key: str) -> int:
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    line = next(line for line in lines if line.startswith(f"{key}:"))
    return int(line.split()[1]) * 1024


if __name__ == "__main__":
    main()
