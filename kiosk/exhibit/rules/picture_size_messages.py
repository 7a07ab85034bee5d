"""What is remarked on in the size of a picture: too few pixels, too many, another shape."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.text.message_words import shortened
from kiosk.text.messages import Message, Severity
from kiosk.text.phrase import Phrase
from kiosk.text.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Sequence

_OTHERWISE_SHAPED = 2
"""With so many times what is seen of it, a picture has another shape than its place."""

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

    `needed` is how many pixels it had to have for all of them: of a panorama in a place that is
    nearly square, more than anybody has.
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
    across, down = max(drawn, key=lambda each: float(each[-1]))[2:4]
    advice = Phrase(
        "take one of at least {width:,} × {height:,} pixels, or a drawing (SVG)",
        width=needed[0],
        height=needed[1],
    )
    times = max(needed[0] / across, needed[1] / down)
    if times > _OTHERWISE_SHAPED:
        advice = Phrase(
            "of this shape {share}% are seen there: take one nearer to {across:,} × {down:,}"
            " pixels, or say with 'focus' which part is to be seen",
            share=round(100 / times),
            across=across,
            down=down,
        )
    return _SMALL_PICTURE.message(
        Phrase(
            "'{name}' has {width:,} × {height:,} pixels, too few for screens of {screens}",
            name=shortened(name),
            width=width,
            height=height,
            screens=screens,
        ),
        advice,
    )


SMALL_PICTURE = _SMALL_PICTURE.name
"""The rule of what is said of a picture by the largest of its places."""


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


RULES = (_SMALL_PICTURE, _NEEDLESS_PIXELS, _OTHER_SHAPE)
"""The rules of this file."""
