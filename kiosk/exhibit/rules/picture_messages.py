"""What is wrong inside a picture's file: what can't be drawn, and what is drawn otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.text.message_words import shortened
from kiosk.text.messages import Message, Severity
from kiosk.text.phrase import Field, Phrase, of_program, template
from kiosk.text.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Sequence

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
        "Shown are JPEG, PNG, SVG, WebP, GIF, TIFF and BMP, and AVIF and HEIC where Qt has a "
        "decoder for them. What a file is, its content tells and not its name."
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
    return _DRAWING_PART.message(
        Phrase(
            "'{name}' can't be drawn: line {line} {found}",
            name=shortened(name),
            line=line,
            found=of_program(found),
        ),
        mend,
    )


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
    return _DRAWING_TOO_COMPLEX.message(
        Phrase(
            "'{name}' has more than {limit:,} {found}, from line {line} on",
            name=shortened(name),
            limit=limit,
            found=of_program(found),
            line=line,
        )
        if line
        else Phrase(
            "'{name}' has more than {limit:,} {found}",
            name=shortened(name),
            limit=limit,
            found=of_program(found),
        ),
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
    return _DRAWING_DIFFERS.message(
        Phrase(
            "'{name}' is drawn otherwise than in a browser: line {line}: {found}",
            name=shortened(name),
            line=line,
            found=of_program(shortened_end(found)),
        )
        if line
        else Phrase(
            "'{name}' is drawn otherwise than in a browser: {found}",
            name=shortened(name),
            found=of_program(shortened_end(found)),
        ),
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


def partly_drawn(name: str, said: str) -> Message:
    """`said` is what the renderer left out."""
    return _DRAWING_PART.message(
        Phrase(
            "'{name}' would be drawn in part: {said}",
            name=shortened(name),
            said=shortened_end(said),
        ),
        "simplify it, or export it as PNG",
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


_SMALL_PICTURE = Rule(
    "small-picture",
    severity=Severity.WARNING,
    why=(
        "A photograph with fewer pixels than it fills is blurred, and a visitor who opens it large"
        " sees no more of it. A picture of a page fills what the panel leaves of the screen, one of"
        " a tour all of it."
    ),
    wrong="a photograph of 800 × 600 pixels on a story's page",
    right="the same photograph of 2,880 × 2,160 pixels, as the camera took it",
)


def small_picture(
    name: str,
    own: tuple[int, int],
    drawn: Sequence[tuple[int, int, int, int, str]],
    needed: tuple[int, int],
) -> Message:
    """`drawn` are the screens on which it is made larger, what it fills there, and how many times.

    `needed` is how many pixels it had to have for all of them.
    """
    screens = tuple(
        Phrase(
            "{width} × {height} (it fills {across} × {down}: {grows} times its size)",
            width=width,
            height=height,
            across=across,
            down=down,
            grows=grows,
        )
        for width, height, across, down, grows in drawn
    )
    width, height = own
    return _SMALL_PICTURE.message(
        Phrase(
            "'{name}' has {width:,} × {height:,} pixels, too few for screens of {screens}",
            name=shortened(name),
            width=width,
            height=height,
            screens=screens,
        ),
        Phrase(
            "take one of at least {width:,} × {height:,} pixels, or a drawing (SVG)",
            width=needed[0],
            height=needed[1],
        ),
    )


_NEEDLESS_PIXELS = Rule(
    "needless-pixels",
    severity=Severity.WARNING,
    why=(
        "All of a file is read each time its page is opened: 100 million pixels of a JPEG take"
        " nearly a second, during which nothing is seen, and a visitor who looks closest sees"
        " about 12 million of them at once."
    ),
    wrong="a JPEG of 12,000 × 9,000 pixels and 48 MB",
    right="the same photograph, 6,000 pixels wide",
)


def needless_pixels(name: str, length: int, width: int, height: int) -> Message:
    """A photograph with more than any screen shows; `length` is that of its file in bytes."""
    seconds = f"{max(1, round(width * height / 12_000_000)) / 10:.1f}"
    return _NEEDLESS_PIXELS.message(
        Phrase(
            "'{name}' has {width:,} × {height:,} pixels in {size:,} MB, which take about"
            " {seconds} s to be seen",
            name=shortened(name),
            width=width,
            height=height,
            size=max(1, round(length / 10**6)),
            seconds=seconds,
        ),
        "save it as a JPEG 6,000 pixels wide: 24 million pixels take 0.2 s",
    )


_OTHER_SHAPE = Rule(
    "other-shape",
    severity=Severity.WARNING,
    why=(
        "Pictures that are compared lie upon each other: where one is wider than the other, each is"
        " cut otherwise, and the handle leads from one thing to another one."
    ),
    wrong="a comparison of 4,000 × 3,000 pixels with 3,000 × 3,000",
    right="both cut to 3,000 × 3,000, with the same thing at the same spot",
)


def other_shape(name: str, own: tuple[int, int], other: str, of_other: tuple[int, int]) -> Message:
    """A picture that is compared with one of another shape; both sizes are in pixels."""
    return _OTHER_SHAPE.message(
        Phrase(
            "'{name}' is {width:,} × {height:,} and '{other}' {across:,} × {down:,}: they have"
            " other shapes",
            name=shortened(name),
            width=own[0],
            height=own[1],
            other=shortened(other),
            across=of_other[0],
            down=of_other[1],
        ),
        "cut both to one shape, with the same thing at the same spot",
    )


def _in_short(said: str) -> str:
    return said if isinstance(said, Phrase) else of_program(shortened(said))


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
    _SMALL_PICTURE,
    _NEEDLESS_PIXELS,
    _OTHER_SHAPE,
)
"""The rules of this file."""
