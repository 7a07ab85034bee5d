"""Which sentences of the exhibit have no clip, and which clips nothing says any more."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from kiosk.exhibit.reading.exhibit_reading import EXHIBIT_FILE, read_exhibit
from kiosk.speech import speech_messages
from kiosk.speech.clips import INDEX, has_speech, read_clips, unreadable
from kiosk.speech.narrating import stale
from kiosk.text.folder import ContentFolder
from kiosk.text.messages import Severity, UnreadableFile
from kiosk.text.phrase import Phrase
from kiosk.text.yaml_source import parse_document
from kiosk.workshop.check.measured_page import OpenedPanel
from kiosk.workshop.check.written_texts import WrittenTexts, other_files
from kiosk.workshop.narration.narrated_texts import narrated_texts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from kiosk.exhibit.model.exhibit import Exhibit
    from kiosk.exhibit.place import Place
    from kiosk.exhibit.reading.exhibit_reading import Reading
    from kiosk.speech.clips import Clips
    from kiosk.text.messages import PlacedMessage
    from kiosk.workshop.check.written_texts import Spot
    from kiosk.workshop.narration.said_screens import NarratedSentence


def check_speech(
    folder: Path, progress: Callable[[float], object], *, processes: int | None = None
) -> tuple[PlacedMessage, ...]:
    """What is wrong with the clips of a folder; nothing where nobody has begun to make any.

    Everything that is said is taken down from its screens.  Where content has errors, what says a
    clip may have been left out, so none is called stale.
    """
    content = ContentFolder.at(folder)
    if not has_speech(content):
        return ()
    reading = read_exhibit(folder)
    exhibit, clips = reading.exhibit, read_clips(content)
    if exhibit is None:
        return clips.messages
    said = narrated_texts(folder, progress=progress, processes=processes)
    messages = [*clips.messages, *_unreadable(clips)]
    messages += _missing(content, reading, exhibit, clips, said)
    if not any(each.severity is Severity.ERROR for each in reading.messages):
        gone = stale(clips, [each.utterance for each in said], clips.languages)
        messages += [
            speech_messages.stale_clip(clip.words, clip.language, by_person=clip.by == "person").at(
                INDEX, clip.line
            )
            for clip in gone
        ]
    return tuple(messages)


def _unreadable(clips: Clips) -> Iterator[PlacedMessage]:
    """The clips whose files can't be opened."""
    for clip in clips.by_hash.values():
        if not clips.folder.has(clip.name):
            why = unreadable(clips, clip)
            reason = why.text if why is not None else Phrase("it is not there")
            yield speech_messages.unreadable_clip(clip.name, reason).at(INDEX, clip.line)


def _missing(
    content: ContentFolder,
    reading: Reading,
    exhibit: Exhibit,
    clips: Clips,
    said: Sequence[NarratedSentence],
) -> Iterator[PlacedMessage]:
    """The sentences without a clip, text by text; of a language without any, how many there are."""
    lacking = [each for each in said if clips.find(each.utterance) is None]
    place = _place_of_languages(content)
    others = [language for language in exhibit.languages if language in clips.languages]
    written = WrittenTexts(
        {each.zone.id: (each.file, each.node) for each in reading.zone_files},
        dict(other_files(content)),
    )
    for language in exhibit.languages:
        here = [each for each in lacking if each.utterance.language == language]
        if here and language not in clips.languages:
            yield speech_messages.no_clips(language, len(here), others).at(EXHIBIT_FILE, *place)
            continue
        by_spot: dict[Spot | None, list[NarratedSentence]] = {}
        for each in here:
            spot = written.find(each.written, _opened(each.place, exhibit), language)
            # A text is found by its words, and a panel alone where no text has them.
            known = spot if spot is not None and spot.words else None
            by_spot.setdefault(known, []).append(each)
        for spot, found in by_spot.items():
            words, count = found[0].written, len(found)
            if spot is None:
                message = speech_messages.missing_clips_of_interface(words, count, language)
                yield message.at(EXHIBIT_FILE, *place)
            else:
                message = speech_messages.missing_clips(words, count, language)
                yield message.at(spot.file, spot.line, spot.column, comment_lines=spot.lines)


def _opened(place: Place, exhibit: Exhibit) -> OpenedPanel:
    """The panel or data layer of a place, whose texts are looked at first."""
    shown = place.resolve(exhibit)
    if shown is None or shown.panel is None:
        return OpenedPanel(layer=place.layer)
    return OpenedPanel(shown.zone.id, shown.zone.panels.index(shown.panel))


def _place_of_languages(content: ContentFolder) -> tuple[int, int]:
    with suppress(UnreadableFile):
        root = parse_document(content.text(EXHIBIT_FILE), EXHIBIT_FILE).root
        return root.position(("languages",))
    return 1, 1
