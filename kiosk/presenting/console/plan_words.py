"""Times for a presenter: in digits, and against the plan in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.languages.words import Words

_ON_PLAN_SECONDS = 5


def clock_time(seconds: float) -> str:
    """Minutes and seconds, such as `07:42`, with hours only if there are any."""
    whole = max(0, int(seconds))
    minutes, rest = divmod(whole, 60)
    hours, short = divmod(minutes, 60)
    return f"{hours}:{short:02d}:{rest:02d}" if hours else f"{minutes:02d}:{rest:02d}"


def lasting(seconds: float, words: Words, language: str) -> str:
    """A duration in words, such as `1 minute 12 seconds`; from ten minutes on without seconds."""
    minutes, rest = divmod(round(abs(seconds)), 60)
    said = []
    if minutes:
        said.append(_counted("minute", minutes, words, language))
    if (rest and minutes < 10) or not minutes:
        said.append(_counted("second", rest, words, language))
    return words.say("times_joined", language, left=said[0], right=said[1]) if said[1:] else said[0]


def against_plan(behind: float, words: Words, language: str) -> tuple[str, str]:
    """Two phrases, such as `12 seconds` and `behind plan`; within a few seconds `on plan`."""
    if abs(behind) < _ON_PLAN_SECONDS:
        return words.say("on_plan", language), words.say("on_plan_so_far", language)
    key = "behind_plan" if behind > 0 else "ahead_of_plan"
    return lasting(behind, words, language), words.say(key, language)


def _counted(unit: str, count: int, words: Words, language: str) -> str:
    key = f"one_{unit}" if count == 1 else f"{unit}s"
    return words.say(key, language, count=str(count))
