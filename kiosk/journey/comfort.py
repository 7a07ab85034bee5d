"""Comfort: how a visitor wants to be shown things."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Comfort:
    """The visitor's settings; they go back to the exhibit's own for the next visitor."""

    language: str = "en"
    still: bool = False
