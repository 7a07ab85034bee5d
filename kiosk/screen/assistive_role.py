"""What a widget is for assistive technology, where that is more than it can tell by itself.

A widget says it in its attribute `assistive_role`.  It is none of Qt's own names, since to load
those takes some of the time in which the first picture is to be there.
"""

from __future__ import annotations

from enum import Enum


class AssistiveRole(Enum):
    """What a widget is: `assistive/` gives each the role that Qt has for it."""

    STAGE = "stage"
    """The window that has everything else on it."""
    MODAL = "modal"
    """Nothing else can be reached until it is answered or closed."""
    DIALOG = "dialog"
    """It covers something, and closes by a control of its own or by going on."""
    CARD = "card"
    """It stands beside what it explains, and covers nothing as a whole."""
    SCREEN = "screen"
    """It covers everything but the dock."""
    PICTURE = "picture"
    CHART = "chart"
    MAP = "map"
    RADIO_GROUP = "radio group"
    """One of its controls is on."""
    TABS = "tabs"
    """One of its controls is on: the one whose page is shown."""
    GROUP = "group"
