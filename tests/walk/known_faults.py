"""Faults of the layout that are known and not yet mended: where each is, and why.

The walk passes over them; a strict test of each fails as soon as it is mended, so that its line
here goes away with it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tests.walk.walking import Setup


@dataclass(frozen=True)
class Fault:
    """A pattern of complaints, in shapes that match `shapes`, with one place that shows it."""

    name: str
    pattern: str
    setup: Setup
    place: str
    reason: str
    shapes: str = ""

    def explains(self, complaint: str, setup: Setup) -> bool:
        """Whether a complaint about a screen is this fault."""
        return bool(re.search(self.shapes, setup.shape) and re.search(self.pattern, complaint))


FAULTS = (
    Fault(
        name="sea-names",
        pattern=r"display letters of 3\d\.\d u: MapView",
        setup=Setup("full-hd", "en"),
        place="",
        reason="names of the sea are in the display face at 34 u, which is kept for 48 u and more",
    ),
    Fault(
        name="kicker",
        pattern=r"clipped .* by Kicker",
        setup=Setup("full-hd", "en"),
        place="hetao/shenzhen-park",
        reason="a kicker beside a page count takes two lines, and its second line is cut off",
    ),
    Fault(
        name="hook-of-j",
        pattern=r"clipped .* at the left by (Facts|Story|Chart)View",
        setup=Setup("full-hd", "en"),
        place="jiangmen/observatory",
        reason="a J at the beginning of a line loses its hook at the left edge of its view",
    ),
    Fault(
        name="below-figures",
        pattern=r"two texts on one spot, .* FactsView .* FactsView|"
        r"clipped [12]\.\d u at the bottom by FactsView|"
        r"a text under a control: FactsView .*SourceNote",
        setup=Setup("full-hd", "en"),
        place="hong-kong/city",
        reason="below a figure there is no room for its comma and its descenders",
    ),
    Fault(
        name="list-button",
        pattern=r"not there: Button 'list'",
        setup=Setup("full-hd", "en"),
        place="",
        reason="the dock is built after the stage was shown, and nothing shows its list button",
    ),
    Fault(
        name="dock",
        pattern=r"not there: Button 'list'|"
        r"(two controls on one spot|a text under a control|two texts on one spot).*Button",
        setup=Setup("five-to-four", "pt"),
        place="greater-bay-area/bay",
        reason="on a screen of five to four the dock's list button runs into the panel's tabs",
        shapes="five-to-four",
    ),
    Fault(
        name="title-height",
        pattern=r"above mid-height, at 4\d%: TitleBlock",
        setup=Setup("smallest", "pt", "hc"),
        place="",
        reason="in Portuguese and bold letters the title has so many lines that it begins too high",
    ),
)

LOOP_FAULTS = (
    Fault(
        name="callout",
        pattern=r"clipped .*AttractLoop|two texts on one spot.*AttractLoop",
        setup=Setup("five-to-four", "en"),
        place="Qianhai",
        reason="what the attract loop says of a place reaches out of narrow windows",
    ),
    Fault(
        name="title",
        pattern=r"a broken word: AttractLoop 'Onze cidade\|s",
        setup=Setup("full-hd", "pt"),
        place="",
        reason="the longest word of the title is wider than the room for it",
    ),
)


def unknown(complaints: list[str], setup: Setup) -> list[str]:
    """What is not known yet."""
    known = FAULTS + LOOP_FAULTS
    return [each for each in complaints if not any(f.explains(each, setup) for f in known)]
