"""What each key of the keypad does, in words: those that Help tells, by their keys."""

from __future__ import annotations

HELP = ("aloud_help_first", "aloud_help_second", "aloud_help_third")
"""Told one after the other, each time that Help is pressed again."""

KEY_WORDS = {
    "next": "key_next",
    "previous": "key_previous",
    "page_on": "key_page_on",
    "page_back": "key_page_back",
    "do": "key_do",
    "back": "key_back",
    "home": "key_home",
    "louder": "key_louder",
    "quieter": "key_quieter",
    "faster": "key_faster",
    "slower": "key_slower",
    "again": "key_again",
    "pause": "key_pause",
    "where": "key_where",
    "comfort": "key_comfort",
    "language": "key_language",
    "switch_move": "key_next",
    "switch_do": "key_do",
}
"""For each meaning that somebody presses, as the settings have them."""
