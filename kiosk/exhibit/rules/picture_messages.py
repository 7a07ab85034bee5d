"""What is wrong inside a picture's file: what can't be drawn, and what is drawn otherwise."""

from __future__ import annotations

from kiosk.text.message_words import shortened
from kiosk.text.messages import Message, Severity
from kiosk.text.rule import Rule

_UNREADABLE_PICTURE = Rule(
    "unreadable-picture",
    why="A picture that is empty, cut off or damaged would leave half of the page black.",
    wrong="a JPEG of which only the first half was copied",
    right="the whole JPEG",
)


def unreadable_picture(name: str, reason: str, mend: str) -> Message:
    """`reason` follows the name, as in `is cut off`; `mend` is what to do."""
    return _UNREADABLE_PICTURE.message(f"'{shortened(name)}' {reason}", mend)


def empty_picture(name: str) -> Message:
    """A file without a byte."""
    return unreadable_picture(name, "is empty: it has 0 bytes", "save or copy it again")


def cut_off_picture(name: str) -> Message:
    """A file that ends too early."""
    return unreadable_picture(
        name, "is cut off: its end is missing", "copy it again from where it came"
    )


def broken_picture(name: str, kind: str, said: str = "") -> Message:
    """`kind` such as JPEG; `said` is what its decoder complains of."""
    detail = f" ({shortened(said)})" if said else ""
    return unreadable_picture(
        name, f"is a damaged {kind}{detail}", "copy it again, or export it anew"
    )


PICTURE_KIND = Rule(
    "picture-kind",
    why=(
        "Shown are JPEG, PNG, SVG, WebP, GIF, TIFF and BMP. What a file is, its content tells "
        "and not its name."
    ),
    file="zones/shenzhen.yaml",
    wrong="file: steel.heic",
    right="file: steel.svg",
)


def other_kind(name: str, found: str, mend: str) -> Message:
    """`found` is what the file is in truth."""
    return PICTURE_KIND.message(f"'{shortened(name)}' is {found}, whatever its name says", mend)


_PICTURE_TOO_LARGE = Rule(
    "picture-too-large",
    why=(
        "An unattended exhibit must not run out of memory. 150 MB are the most that a picture "
        "may take while it is read; a JPEG is made smaller on the way, so that it may have 200 "
        "million pixels."
    ),
    wrong="a PNG of 60,000 × 60,000 pixels",
    right="the same picture as JPEG, 6,000 pixels wide",
)


def large_file(name: str, limit_bytes: int) -> Message:
    """A photograph of too many bytes."""
    return _PICTURE_TOO_LARGE.message(
        f"'{shortened(name)}' is larger than {limit_bytes // 10**6} MB", "save it smaller, as JPEG"
    )


def large_drawing(name: str, limit_bytes: int) -> Message:
    """An SVG of too many bytes."""
    return _PICTURE_TOO_LARGE.message(
        f"'{shortened(name)}' is larger than {limit_bytes // 2**20} MiB, the most of an SVG",
        "simplify it, or export it as PNG",
    )


def many_pixels(name: str, width: int, height: int, limit: int) -> Message:
    """A picture of more pixels than `limit`."""
    return _PICTURE_TOO_LARGE.message(
        f"'{shortened(name)}' has {width:,} × {height:,} pixels, which are more than"
        f" {limit // 10**6} million",
        "save it smaller: a screen has 8 million",
    )


def much_memory(
    name: str, kind: str, width: int, height: int, needed_bytes: int, limit_bytes: int, mend: str
) -> Message:
    """A picture that would need more memory than may be used while it is decoded."""
    return _PICTURE_TOO_LARGE.message(
        f"'{shortened(name)}' has {width:,} × {height:,} pixels; as {kind} that takes"
        f" {-(-needed_bytes // 10**6):,} MB of memory, and {limit_bytes // 10**6} MB are the most",
        mend,
    )


_DRAWING_PART = Rule(
    "drawing-part",
    why=(
        "Some parts of SVG could open other files or take for ever, and a drawing without them "
        "would be half a drawing."
    ),
    wrong="a drawing that holds a photograph (`<image>`) or copies of a shape (`<use>`)",
    right="the photograph itself, or shapes in place of their copies",
)


def drawing_part(name: str, line: int, found: str, mend: str) -> Message:
    """`found` follows the line, as in `has an image`."""
    return _DRAWING_PART.message(f"'{shortened(name)}' can't be drawn: line {line} {found}", mend)


_DRAWING_TOO_COMPLEX = Rule(
    "drawing-too-complex",
    why=(
        "A visitor waits for a drawing of many thousand parts, and nothing else is drawn meanwhile."
    ),
    wrong="a drawing of 10,001 elements",
    right="the same drawing as PNG",
)


def drawing_too_complex(name: str, line: int, found: str, limit: int) -> Message:
    """`found` is what there are too many of; a `line` of 0 is not told."""
    at = f", from line {line} on" if line else ""
    return _DRAWING_TOO_COMPLEX.message(
        f"'{shortened(name)}' has more than {limit:,} {found}{at}",
        "simplify it, or export it as PNG",
    )


_DRAWING_DIFFERS = Rule(
    "drawing-differs",
    severity=Severity.WARNING,
    why=(
        "Our renderer passes over some parts of SVG that browsers draw, so what visitors see "
        "may not be what was drawn."
    ),
    wrong="a drawing in which a shape has a `clip-path`",
    right="the same drawing with the shape cut to its form, or as PNG",
)


def drawing_differs(name: str, line: int, found: str) -> Message:
    """`found` is what browsers draw and we don't; a `line` of 0 is not told."""
    at = f"line {line}: " if line else ""
    return _DRAWING_DIFFERS.message(
        f"'{shortened(name)}' is drawn otherwise than in a browser: {at}{shortened_end(found)}",
        "look at it in the preview; export it as PNG if something is missing",
    )


_MOVING_PICTURE = Rule(
    "moving-picture",
    severity=Severity.WARNING,
    why=(
        "Pictures stand still here, so that only the beginning of a GIF, a WebP or a drawing "
        "that moves is seen."
    ),
    wrong="a drawing in which a line moves by `<animate>`",
    right="a picture of the moment that tells most",
)


def moving_picture(name: str) -> Message:
    """A picture of several frames, or a drawing that moves."""
    return _MOVING_PICTURE.message(
        f"'{shortened(name)}' moves; only its beginning is shown",
        "choose the moment that tells most and save it as a picture",
    )


_DAMAGED_PICTURE = Rule(
    "damaged-picture",
    severity=Severity.WARNING,
    why=(
        "A photograph that was damaged on its way may be grey or in wrong colours from some "
        "line on."
    ),
    wrong="a JPEG with 20 stray bytes in it",
    right="the same photograph copied again",
)


def damaged_picture(name: str, said: str) -> Message:
    """`said` is what the decoder complained of while it went on."""
    return _DAMAGED_PICTURE.message(
        f"'{shortened(name)}' may be damaged: {shortened_end(said)}",
        "look at it; if a part is grey or in wrong colours, copy it again",
    )


_SLOW_PICTURE = Rule(
    "slow-picture",
    why="Whoever turns the page would look at nothing for seconds.",
    wrong="a line through 20,000 points",
    right="the line drawn through fewer points, or the same as PNG",
)


def slow_picture(name: str, seconds: int) -> Message:
    """A picture that was given up after so many seconds."""
    return _SLOW_PICTURE.message(
        f"'{shortened(name)}' takes more than {seconds} seconds to draw",
        "simplify it, or export it as PNG or JPEG",
    )


def partly_drawn(name: str, said: str) -> Message:
    """`said` is what the renderer left out."""
    return _DRAWING_PART.message(
        f"'{shortened(name)}' would be drawn in part: {shortened_end(said)}",
        "simplify it, or export it as PNG",
    )


def crashing_picture(name: str) -> Message:
    """A picture at which the process that drew it ended."""
    return unreadable_picture(
        name, "ends the program that reads it", "export it anew, as JPEG or PNG"
    )


def heavy_picture(name: str, limit_bytes: int) -> Message:
    """A picture that took more memory than `limit_bytes` when it was drawn."""
    return _PICTURE_TOO_LARGE.message(
        f"'{shortened(name)}' takes more than {limit_bytes // 10**6} MB of memory to draw",
        "save it smaller, as JPEG",
    )


def shortened_end(text: str) -> str:
    """What was said, in one line of at most 120 characters."""
    line = " ".join(text.split())
    return line if len(line) <= 120 else f"{line[:119]}…"


RULES = (
    _UNREADABLE_PICTURE,
    PICTURE_KIND,
    _PICTURE_TOO_LARGE,
    _DRAWING_PART,
    _DRAWING_TOO_COMPLEX,
    _DRAWING_DIFFERS,
    _MOVING_PICTURE,
    _DAMAGED_PICTURE,
    _SLOW_PICTURE,
)
"""The rules of this file."""
