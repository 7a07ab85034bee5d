"""Tell the running exhibit of this machine what to do, where control.socket lets it."""

from __future__ import annotations

import argparse
import base64
import binascii
import json
import socket
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk.atomic_file import write_bytes
from kiosk.commands.machine_settings import machine_settings
from kiosk.commands.options import add_settings_option
from kiosk.guard.control.control_places import places_to_ask
from kiosk.guard.control.orders import NOW, ORDERS, NotAnOrder, Order, parse_order

if TYPE_CHECKING:
    from collections.abc import Sequence

_PATIENCE_SECONDS = 15.0
_PAUSE_SECONDS = 0.05
_ANSWER_LIMIT_BYTES = 64 * 2**20
_FILE = "FILE"


class _NobodyListens(Exception):
    """No exhibit has answered; its text says why."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The order, and where the exhibit listens."""
    add_settings_option(parser)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    forms = {f"{word} {form.argument}".strip(): form.purpose for word, form in ORDERS.items()}
    forms[f"picture {_FILE}"] = forms.pop("picture")
    width = max(map(len, forms))
    parser.epilog = "\n".join(f"  {form:<{width}}  {told}" for form, told in forms.items())
    parser.add_argument("order", choices=ORDERS, metavar="ORDER", help="what to do, as below")
    parser.add_argument("argument", nargs="?", default="", metavar="ARGUMENT")
    parser.add_argument(
        NOW, action="store_true", help="don't wait for a visitor to leave: dark, restart, tour"
    )
    parser.add_argument(
        "--socket", type=Path, metavar="PATH", help="where it listens, if no settings say so"
    )


def run(arguments: argparse.Namespace) -> int:
    """Tell it, and print what became of it.

    Returns 0, 1 when it was refused or nobody listens, and 2 for what is no order.
    """
    file = None
    words = [arguments.order, arguments.argument]
    if arguments.order == "picture":
        if not arguments.argument:
            print(f"kiosk tell: picture needs a {_FILE} behind it", file=sys.stderr)
            return 2
        file = Path(words.pop())
    try:
        order = parse_order(" ".join([*filter(None, words), *([NOW] if arguments.now else [])]))
    except NotAnOrder as error:
        print(f"kiosk tell: {error}", file=sys.stderr)
        return 2
    places: Sequence[Path] = (arguments.socket,)
    if arguments.socket is None:
        places = places_to_ask(machine_settings("tell", arguments).settings)
    try:
        answer = _answer(places, order)
    except _NobodyListens as error:
        print(f"kiosk tell: {error}", file=sys.stderr)
        return 1
    if answer.get("ok") is not True:
        print(f"kiosk tell: refused: {answer.get('reason')}", file=sys.stderr)
        return 1
    return _said(answer, file)


def _said(answer: dict[str, Any], file: Path | None) -> int:
    """Print what was answered, or write the picture."""
    if file is not None:
        try:
            write_bytes(file, base64.b64decode(answer["png"], validate=True), durable=False)
        except (OSError, KeyError, TypeError, binascii.Error) as error:
            print(f"kiosk tell: {file} can't be written: {error}", file=sys.stderr)
            return 1
        print(f"What is shown is in {file}.")
    elif "status" in answer:
        print(json.dumps(answer["status"], ensure_ascii=False, indent=1))
    elif "waits" in answer:
        print(f"{answer['waits']}: as soon as nobody is there")
    else:
        print(f"{answer.get('done')}: done")
    return 0


def _answer(places: Sequence[Path], order: Order) -> dict[str, Any]:
    """What the exhibit says; raises _NobodyListens."""
    reasons = []
    for place in places:
        try:
            with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as asking:
                asking.settimeout(_PATIENCE_SECONDS)
                _connect(asking, place)
                asking.sendall(f"{order}\n".encode())
                return _read(asking)
        except (OSError, ValueError) as error:
            reasons.append(f"{place}: {getattr(error, 'strerror', None) or error}")
    raise _NobodyListens(
        f"no exhibit answers ({'; '.join(reasons)}); does it run, and say control.socket:"
        " runtime or a path in its settings?"
    )


def _connect(asking: socket.socket, place: Path) -> None:
    """Connect, also behind a crowd: the system then refuses at once, whatever the timeout."""
    until = time.monotonic() + _PATIENCE_SECONDS
    while True:
        try:
            asking.connect(str(place))
            return
        except BlockingIOError:
            if time.monotonic() > until:
                raise
        time.sleep(_PAUSE_SECONDS)


def _read(asking: socket.socket) -> dict[str, Any]:
    """The line that comes back; ValueError where it is none."""
    pieces, size = [], 0
    while piece := asking.recv(64 * 1024):
        pieces.append(piece)
        size += len(piece)
        if size > _ANSWER_LIMIT_BYTES:
            raise ValueError("it answers without an end")
    answer = json.loads(b"".join(pieces) or b"null")
    if not isinstance(answer, dict):
        raise ValueError("it answers nothing")
    return answer
