"""The checks of what carries speech: the program and device that play, and the engine."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kiosk.exhibit.reading.cover import read_cover
from kiosk.guard.check_result import CheckResult, error, ok, warning
from kiosk.languages.spoken_words import spoken
from kiosk.speech.bounded_process import ProgramFailed
from kiosk.speech.clips import Utterance
from kiosk.speech.encoding import decoder
from kiosk.speech.engine import Engine
from kiosk.speech.output import NotPlayed, SoundOutput
from kiosk.speech.sides import play_sides, tone
from kiosk.speech.sound import NotSound, Sound
from kiosk.text.message_words import one_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kiosk.guard.health.machine_checks import Machine
    from kiosk.settings.settings import Settings

_OFF = "off"
_CARD = re.compile(r"^\s*(\d+) \[(\S+)\s*\]", re.MULTILINE)
"""A card as the kernel lists it: its number and its name."""
_NAMED_CARD = re.compile(r"^[a-z]+:(?:CARD=)?([^,]+)")
"""The card in the name of a device, such as plughw:CARD=Keypad or hw:1,0."""
_SECONDS = 15.0
"""A visitor waits no longer for an engine."""
_LEFT, _RIGHT = Utterance("left", "en"), Utterance("right", "en")
_TONES = {_LEFT: 440.0, _RIGHT: 880.0}


def check_sound(machine: Machine) -> CheckResult:
    """What plays, and where to."""
    settings = machine.reading.settings
    if settings.sound_output == _OFF:
        return ok("sound", "off, as sound.output says")
    output = _output(machine)
    if not output.program:
        return warning(
            "sound",
            "there is neither aplay nor a sound server with paplay, so nothing is heard",
            "install alsa-utils, or write sound.output: off",
        )
    if decoder() is None:
        return warning(
            "sound",
            f"{output.program} plays, but clips can't be decoded: there is no opusdec",
            "install opus-tools",
        )
    if output.program == "aplay":
        there = _cards(machine.sound_cards)
        if not there:
            return warning(
                "sound", "there is no sound card", "plug one in, or write sound.output: off"
            )
        named = _NAMED_CARD.match(settings.sound_device)
        if named and named[1] not in there:
            names = one_of([name for name in there if not name.isdigit()], "and")
            return error(
                "sound",
                f"sound.device is {settings.sound_device}, but the sound cards are {names}",
                "plug it in, or write another as `aplay -L` names it",
            )
    return _way(settings, output)


def _way(settings: Settings, output: SoundOutput) -> CheckResult:
    """Through what it is heard."""
    device = settings.sound_device or "the machine's own device"
    if settings.sound_output == "loudspeaker":
        return ok("sound", f"{output.program} plays on {device}, through loudspeakers too")
    if settings.sound_device:
        return ok("sound", f"{output.program} plays on {device}")
    return ok("sound", f"{output.program} plays while headphones are in")


def _cards(cards: Path) -> tuple[str, ...]:
    """The numbers and names of the sound cards."""
    try:
        listing = cards.read_text("utf-8", "replace")
    except OSError:
        return ()
    return tuple(each for card in _CARD.findall(listing) for each in card)


def check_engine(machine: Machine) -> CheckResult:
    """Whether the engine speaks each language of the exhibit: it is asked to."""
    settings = machine.reading.settings
    if settings.sound_output == _OFF:
        return ok("speech", "nothing is spoken: sound.output is off")
    engine = Engine(settings.sound_engine)
    if not engine.command:
        return ok("speech", "clips alone are heard, as sound.engine says")
    if not engine.is_there:
        return warning(
            "speech",
            f"{engine.name} is not there, so only clips are heard",
            "install it, or write another command or none as sound.engine",
        )
    cover = read_cover(settings.content)
    speaks, reasons = [], {}
    for language in cover.languages:
        words = spoken(cover.title.words_in(language), language)
        try:
            engine.speak(Utterance(words, language), seconds=_SECONDS)
            speaks.append(language)
        except (ProgramFailed, NotSound) as failure:
            reasons[language] = str(failure)
    if not reasons:
        return ok("speech", f"{engine.name} speaks {one_of(speaks, 'and')}")
    # What is wrong is seldom wrong in one language alone, and a line has no room for four reasons.
    first = next(iter(reasons.values()))
    found = f"{engine.name} does not speak {one_of(reasons, 'or')}: {first}"
    return warning("speech", found, "give it what it lacks, or make clips with `kiosk narrate`")


def check_sides(machine: Machine) -> CheckResult:
    """Plays one word at the left and one at the right; whoever listens knows whether it is well."""
    engine = Engine(machine.reading.settings.sound_engine)
    left, right = (_word(engine, each) for each in (_LEFT, _RIGHT))
    try:
        play_sides(_output(machine), left, right)
    except NotPlayed as refusal:
        return warning("left, right", f"nothing was played: {refusal}")
    return ok("left, right", "one sound was played at the left, then one at the right")


def _word(engine: Engine, utterance: Utterance) -> Sound:
    """The word, or a tone where nobody says it."""
    if not engine.is_there:
        return tone(_TONES[utterance])
    try:
        return engine.speak(utterance, seconds=_SECONDS)
    except (ProgramFailed, NotSound):
        return tone(_TONES[utterance])


def _output(machine: Machine) -> SoundOutput:
    settings = machine.reading.settings
    return SoundOutput(settings.sound_output, settings.sound_device, machine.environment)


SOUND_CHECKS: tuple[Callable[[Machine], CheckResult], ...] = (check_sound, check_engine)
"""Each starts programs and waits for them: nothing for the staff desk of a running exhibit."""
