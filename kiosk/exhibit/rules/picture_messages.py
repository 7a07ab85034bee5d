"""What is wrong with a picture's file, whatever it shows: what can't be read, or not in time."""

from __future__ import annotations

from kiosk.exhibit.rules.drawing_part_messages import shortened_end
from kiosk.text.message_words import shortened
from kiosk.text.messages import Message, Severity
from kiosk.text.phrase import Field, Phrase, of_program, template
from kiosk.text.rule import Rule

_UNREADABLE_PICTURE = Rule(
    "unreadable-picture",
    why="A picture that is empty, cut off or damaged would leave half of the page black.",
    wrong="a JPEG of which only the first half was copied",
    right="the whole JPEG",
)


def unreadable_picture(name: str, found: str, mend: str, **fields: Field) -> Message:
    """`found` is a template that names the file, as in `'{name}' is cut off`; `mend` what to do."""
    return _UNREADABLE_PICTURE.message(Phrase(found, name=shortened(name), **fields), mend)


def empty_picture(name: str) -> Message:
    """A file without a byte."""
    return unreadable_picture(
        name, template("'{name}' is empty: it has 0 bytes"), template("save or copy it again")
    )


def cut_off_picture(name: str) -> Message:
    """A file that ends too early."""
    return unreadable_picture(
        name,
        template("'{name}' is cut off: its end is missing"),
        template("copy it again from where it came"),
    )


def broken_picture(name: str, kind: str, said: str = "") -> Message:
    """`kind` such as JPEG; `said` is what its decoder complains of."""
    found = Phrase("'{name}' is a damaged {kind}", name=shortened(name), kind=kind)
    if said:
        found = Phrase("{found} ({said})", found=found, said=_in_short(said))
    return _UNREADABLE_PICTURE.message(found, "copy it again, or export it anew")


PICTURE_KIND = Rule(
    "picture-kind",
    why=(
        "Shown are JPEG, PNG, SVG, WebP, GIF, TIFF, BMP and AVIF, and HEIC where the extra "
        "`media` is installed. What a file is, its content tells and not its name."
    ),
    file="zones/shenzhen.yaml",
    wrong="file: steel.psd",
    right="file: steel.svg",
)


def other_kind(name: str, found: str, mend: str) -> Message:
    """`found` is what the file is in truth."""
    return PICTURE_KIND.message(
        Phrase(
            "'{name}' is {found}, whatever its name says",
            name=shortened(name),
            found=of_program(found),
        ),
        mend,
    )


def unread_kind(name: str, found: str, mend: str) -> Message:
    """`found` is what the file is, as its name says, and for which there is no decoder here."""
    return PICTURE_KIND.message(
        Phrase(
            "'{name}' is {found}, which can't be read here",
            name=shortened(name),
            found=of_program(found),
        ),
        mend,
    )


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
        Phrase(
            "'{name}' is larger than {limit} MB", name=shortened(name), limit=limit_bytes // 10**6
        ),
        "save it smaller, as JPEG",
    )


def large_drawing(name: str, limit_bytes: int) -> Message:
    """An SVG of too many bytes."""
    return _PICTURE_TOO_LARGE.message(
        Phrase(
            "'{name}' is larger than {limit} MiB, the most of an SVG",
            name=shortened(name),
            limit=limit_bytes // 2**20,
        ),
        "simplify it, or export it as PNG",
    )


def many_pixels(name: str, width: int, height: int, limit: int) -> Message:
    """A picture of more pixels than `limit`."""
    return _PICTURE_TOO_LARGE.message(
        Phrase(
            "'{name}' has {width:,} × {height:,} pixels, which are more than {limit} million",
            name=shortened(name),
            width=width,
            height=height,
            limit=limit // 10**6,
        ),
        "save it smaller: a screen has 8 million",
    )


def much_memory(
    name: str, kind: str, width: int, height: int, needed_bytes: int, limit_bytes: int, mend: str
) -> Message:
    """A picture that would need more memory than may be used while it is decoded."""
    return _PICTURE_TOO_LARGE.message(
        Phrase(
            "'{name}' has {width:,} × {height:,} pixels; as {kind} that takes {needed:,} MB "
            "of memory, and {limit} MB are the most",
            name=shortened(name),
            width=width,
            height=height,
            kind=kind,
            needed=-(-needed_bytes // 10**6),
            limit=limit_bytes // 10**6,
        ),
        mend,
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
        Phrase("'{name}' moves; only its beginning is shown", name=shortened(name)),
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
        Phrase("'{name}' may be damaged: {said}", name=shortened(name), said=shortened_end(said)),
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
        Phrase(
            "'{name}' takes more than {seconds} seconds to draw",
            name=shortened(name),
            seconds=seconds,
        ),
        "simplify it, or export it as PNG or JPEG",
    )


def untried_picture(name: str, given_up: int) -> Message:
    """A picture that nobody tries to draw any more after so many that took too long."""
    return _SLOW_PICTURE.message(
        Phrase(
            "'{name}' has not been tried: {given_up} pictures before it were given up",
            name=shortened(name),
            given_up=given_up,
        ),
        "mend those first",
    )


def crashing_picture(name: str) -> Message:
    """A picture at which the process that drew it ended."""
    return unreadable_picture(
        name,
        template("'{name}' ends the program that reads it"),
        template("export it anew, as JPEG or PNG"),
    )


def heavy_picture(name: str, limit_bytes: int) -> Message:
    """A picture that took more memory than `limit_bytes` when it was drawn."""
    return _PICTURE_TOO_LARGE.message(
        Phrase(
            "'{name}' takes more than {limit} MB of memory to draw",
            name=shortened(name),
            limit=limit_bytes // 10**6,
        ),
        "save it smaller, as JPEG",
    )


def _in_short(said: str) -> str:
    return said if isinstance(said, Phrase) else of_program(shortened(said))


RULES = (
    _UNREADABLE_PICTURE,
    PICTURE_KIND,
    _PICTURE_TOO_LARGE,
    _MOVING_PICTURE,
    _DAMAGED_PICTURE,
    _SLOW_PICTURE,
)
"""The rules of this file."""
