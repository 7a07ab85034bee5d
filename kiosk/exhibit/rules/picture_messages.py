"""What is wrong inside a picture's file: what can't be drawn, and what is drawn otherwise."""

from __future__ import annotations

from kiosk.text.message_words import shortened
from kiosk.text.messages import Message, Severity

PICTURE_WARNINGS = ("drawing-differs", "moving-picture", "damaged-picture")
"""The rules of this module that a comment can allow."""


def unreadable_picture(name: str, reason: str, mend: str) -> Message:
    return Message("unreadable-picture", f"'{shortened(name)}' {reason}", mend)


def empty_picture(name: str) -> Message:
    return unreadable_picture(name, "is empty: it has 0 bytes", "save or copy it again")


def cut_off_picture(name: str) -> Message:
    return unreadable_picture(
        name, "is cut off: its end is missing", "copy it again from where it came"
    )


def broken_picture(name: str, kind: str, said: str = "") -> Message:
    detail = f" ({shortened(said)})" if said else ""
    return unreadable_picture(
        name, f"is a damaged {kind}{detail}", "copy it again, or export it anew"
    )


def other_kind(name: str, found: str, mend: str) -> Message:
    return Message("picture-kind", f"'{shortened(name)}' is {found}, whatever its name says", mend)


def large_file(name: str, limit_bytes: int) -> Message:
    return Message(
        "picture-too-large",
        f"'{shortened(name)}' is larger than {limit_bytes // 10**6} MB",
        "save it smaller, as JPEG",
    )


def large_drawing(name: str, limit_bytes: int) -> Message:
    return Message(
        "picture-too-large",
        f"'{shortened(name)}' is larger than {limit_bytes // 2**20} MiB, the most of an SVG",
        "simplify it, or export it as PNG",
    )


def many_pixels(name: str, width: int, height: int, limit: int) -> Message:
    return Message(
        "picture-too-large",
        f"'{shortened(name)}' has {width:,} × {height:,} pixels, which are more than"
        f" {limit // 10**6} million",
        "save it smaller: a screen has 8 million",
    )


def much_memory(
    name: str, kind: str, width: int, height: int, needed_bytes: int, limit_bytes: int, mend: str
) -> Message:
    return Message(
        "picture-too-large",
        f"'{shortened(name)}' has {width:,} × {height:,} pixels; as {kind} that takes"
        f" {-(-needed_bytes // 10**6):,} MB of memory, and {limit_bytes // 10**6} MB are the most",
        mend,
    )


def drawing_part(name: str, line: int, found: str, mend: str) -> Message:
    return Message("drawing-part", f"'{shortened(name)}' can't be drawn: line {line} {found}", mend)


def drawing_too_complex(name: str, line: int, found: str, limit: int) -> Message:
    at = f", from line {line} on" if line else ""
    return Message(
        "drawing-too-complex",
        f"'{shortened(name)}' has more than {limit:,} {found}{at}",
        "simplify it, or export it as PNG",
    )


def drawing_differs(name: str, line: int, found: str) -> Message:
    at = f"line {line}: " if line else ""
    return Message(
        "drawing-differs",
        f"'{shortened(name)}' is drawn otherwise than in a browser: {at}{shortened_end(found)}",
        "look at it in the preview; export it as PNG if something is missing",
        Severity.WARNING,
    )


def moving_picture(name: str) -> Message:
    return Message(
        "moving-picture",
        f"'{shortened(name)}' moves; only its beginning is shown",
        "choose the moment that tells most and save it as a picture",
        Severity.WARNING,
    )


def damaged_picture(name: str, said: str) -> Message:
    return Message(
        "damaged-picture",
        f"'{shortened(name)}' may be damaged: {shortened_end(said)}",
        "look at it; if a part is grey or in wrong colours, copy it again",
        Severity.WARNING,
    )


def slow_picture(name: str, seconds: int) -> Message:
    return Message(
        "slow-picture",
        f"'{shortened(name)}' takes more than {seconds} seconds to draw",
        "simplify it, or export it as PNG or JPEG",
    )


def partly_drawn(name: str, said: str) -> Message:
    return Message(
        "drawing-part",
        f"'{shortened(name)}' would be drawn in part: {shortened_end(said)}",
        "simplify it, or export it as PNG",
    )


def crashing_picture(name: str) -> Message:
    return unreadable_picture(
        name, "ends the program that reads it", "export it anew, as JPEG or PNG"
    )


def heavy_picture(name: str, limit_bytes: int) -> Message:
    return Message(
        "picture-too-large",
        f"'{shortened(name)}' takes more than {limit_bytes // 10**6} MB of memory to draw",
        "save it smaller, as JPEG",
    )


def shortened_end(text: str) -> str:
    """What was said, in one line of at most 120 characters."""
    line = " ".join(text.split())
    return line if len(line) <= 120 else f"{line[:119]}…"
