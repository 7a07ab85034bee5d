"""A visitor plays a film of a page: with captions, without sound, until something else counts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QSignalSpy, QTest

from kiosk.exhibit.place import HOME, Place
from kiosk.film import formats
from kiosk.film.decoder import Decoder
from kiosk.film.player import Playing
from kiosk.guard.occupancy import Occupant
from kiosk.look.taken_texts import texts_taken_from
from kiosk.screen.film import open_film
from tests.assistive_tree import tree_of
from tests.diagonal import diagonal
from tests.exhibit.sound_content import sound_content
from tests.film.film_files import Program, needs_media, write_film, write_sound
from tests.journeys.listener import Listener
from tests.journeys.standing import begin_again, close_exhibit, open_exhibit
from tests.journeys.visitor import Visitor, wait_until
from tests.speech.recorded_speech import RecordedSpeech

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from kiosk.app import App
    from kiosk.screen.film.open_film import OpenFilm

PAGE = Place("shenzhen", "steel")
CREDIT = (
    "credit: {en: Museum film, zh-Hant: 館方影片, zh-Hans: 馆方影片, pt: Filme do museu},"
    " licence: CC BY 4.0"
)
SAID = {
    "en": "The furnace was cold.",
    "zh-Hant": "高爐是冷的。",
    "zh-Hans": "高炉是冷的。",
    "pt": "O forno estava frio.",
}


@pytest.fixture(scope="module")
def films(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a film of half a minute on its only story."""
    needs_media()
    content = sound_content(tmp_path_factory.mktemp("films") / "content")
    others = "signing: signing.webm, described: described.wav"
    film = f"    film: {{file: opening.mp4, {others}, {CREDIT}}}\n"
    content.change("zones/shenzhen.yaml", "    places: [", f"{film}    places: [")
    (content.folder / "films").mkdir()
    write_film(content.folder / "films/opening.mp4", seconds=30)
    write_film(content.folder / "films/signing.webm", codec="libvpx", sound=None)
    write_sound(content.folder / "films/described.wav", seconds=30)
    for language, words in SAID.items():
        vtt = f"WEBVTT\n\n00:00.000 --> 00:30.000\n{words}\n"
        content.write(f"films/opening.{language}.vtt", vtt)
    return content.folder


@pytest.fixture(scope="module")
def app(qapp: object, films: Path) -> Iterator[App]:
    """The exhibit that shows it."""
    app = open_exhibit(films)
    yield app
    app.stop()
    close_exhibit(app)


@pytest.fixture
def visitor(app: App) -> Iterator[Visitor]:
    """A visitor at the page with the film."""
    begin_again(app)
    app.journey.go(PAGE)
    app.stage.finish()
    visitor = Visitor(app)
    visitor.take_a_moment()
    yield visitor
    app.stage.close_film()


def _film(visitor: Visitor) -> OpenFilm:
    layers = visitor.app.stage._layers
    assert layers is not None
    return layers.panel.film


def _play(visitor: Visitor) -> OpenFilm:
    visitor.touch_control("Play the film")
    film = _film(visitor)
    wait_until(lambda: film.player.state is Playing.PLAYING and film.player.position > 200)
    return film


def test_the_poster_is_there_first_and_a_touch_plays_it(visitor: Visitor) -> None:
    assert visitor.shows("StoryPicture")
    assert not visitor.shows("FilmFrame")
    assert "Make the picture large" not in visitor.names()

    film = _play(visitor)
    frame = visitor.sees("FilmFrame")
    assert frame.size() == visitor.app.stage.size()
    assert film.frame.captions.words == "The furnace was cold."
    assert not film.player.wants_sound
    assert visitor.sees("FilmPicture").accessibleName() == "A coil of steel"

    visitor.touch_control("Close the film")
    assert not visitor.shows("FilmFrame")
    assert film.player.state is Playing.NOTHING
    assert visitor.place == PAGE


def test_a_touch_on_the_poster_plays_it_too(visitor: Visitor) -> None:
    visitor.touch(QPoint(400, 300))
    assert visitor.shows("FilmFrame")


def test_its_pictures_are_on_the_screen(visitor: Visitor) -> None:
    film = _play(visitor)
    picture = film.frame.picture
    middle = picture.mapTo(visitor.app.stage, picture.rect().center())

    def light() -> int:
        return visitor.app.stage.grab().toImage().pixelColor(middle).lightness()

    before = light()
    wait_until(lambda: light() >= before + 10)


def test_it_is_paused_and_goes_on(visitor: Visitor) -> None:
    film = _play(visitor)
    visitor.touch_control("Pause")
    at = film.player.position
    visitor.take_a_moment()
    assert film.player.position == at
    visitor.touch_control("Play")
    wait_until(lambda: film.player.position > at)


def test_a_touch_on_the_film_pauses_it_and_the_next_one_plays_it(visitor: Visitor) -> None:
    film = _play(visitor)
    picture = film.frame.picture
    middle = picture.mapTo(visitor.app.stage, picture.rect().center())
    moving = visitor.app.stage.grab(QRect(middle, QSize(1, 1))).toImage().pixelColor(0, 0)
    visitor.touch(middle + QPoint(200, 0))
    assert film.player.state is Playing.PAUSED
    look = visitor.app.stage._look
    disc = middle - QPoint(round(look.px(45)), 0)
    still = visitor.app.stage.grab(QRect(disc, QSize(1, 1))).toImage().pixelColor(0, 0)
    assert still == look.theme.pearl != moving, "a sign on it says that it stands still"
    visitor.touch(middle + QPoint(200, 0))
    assert film.player.is_playing


def _line(visitor: Visitor, share: float) -> QPoint:
    """A point of the line, at a share of the film."""
    scrubber = _film(visitor).frame.progress.scrubber
    line = scrubber.shape
    at = QPoint(round(line.left() + share * line.width()), round(line.center().y()))
    return scrubber.mapTo(visitor.app.stage, at)


def test_a_touch_on_its_line_leads_there(visitor: Visitor) -> None:
    film = _play(visitor)
    visitor.touch(_line(visitor, 0.5))
    assert film.player.position == pytest.approx(15_000, abs=400)
    assert film.player.is_playing
    visitor.touch_control("Pause")
    visitor.touch(_line(visitor, 0.9))
    assert film.player.position == pytest.approx(27_000, abs=400)
    assert film.player.state is Playing.PAUSED
    image = film.player.image
    assert image is not None
    wait_until(lambda: (film.player.image or image).pixelColor(9, 9).lightness() > 220)


def test_a_finger_drags_its_handle_and_the_film_stands_still_meanwhile(visitor: Visitor) -> None:
    film = _play(visitor)
    scrubber = film.frame.progress.scrubber
    start, end = (scrubber.mapFrom(visitor.app.stage, _line(visitor, at)) for at in (0.1, 0.7))
    QTest.mousePress(scrubber, Qt.MouseButton.LeftButton, pos=start)
    assert film.player.state is Playing.PAUSED
    for step in range(1, 11):
        QTest.mouseMove(scrubber, start + (end - start) * step / 10)
    assert scrubber.handle.x() == pytest.approx(end.x(), abs=2)
    ink = scrubber.grab().toImage().pixelColor(scrubber.handle.toPoint())
    assert ink == visitor.app.stage._look.theme.pearl
    QTest.mouseRelease(scrubber, Qt.MouseButton.LeftButton, pos=end)
    assert film.player.position == pytest.approx(21_000, abs=500)
    assert film.player.is_playing


def test_its_handle_is_as_large_as_a_finger_needs(visitor: Visitor) -> None:
    _play(visitor)
    scrubber = _film(visitor).frame.progress.scrubber
    assert scrubber.height() >= visitor.app.stage._look.target - 1


def test_keys_lead_ten_seconds_on_and_back_and_one_alone_through_all_of_it(
    visitor: Visitor,
) -> None:
    film = _play(visitor)
    film.player.pause()
    film.player.seek(5_000)
    visitor.press(Qt.Key.Key_Right)
    assert film.player.position == 15_000
    visitor.press(Qt.Key.Key_Left)
    assert film.player.position == 5_000
    film.frame.progress.scrubber.setFocus(Qt.FocusReason.TabFocusReason)
    visitor.press(Qt.Key.Key_Up)
    assert film.player.position == 15_000
    visitor.press(Qt.Key.Key_Home)
    assert film.player.position == 0
    stops = []
    for _ in range(11):
        visitor.press(Qt.Key.Key_Return)
        stops.append(round(film.player.position / 1000))
    assert stops == [3, 6, 9, 12, 15, 18, 21, 24, 27, 0, 3]


def test_its_loudness_is_the_visitors_and_goes_in_steps(visitor: Visitor, tmp_path: Path) -> None:
    app = visitor.app
    app.stage.hear_films(Program(tmp_path / "heard"))  # type: ignore[arg-type]
    try:
        before = app.journey.comfort.loudness
        _play(visitor)
        assert "Louder" not in visitor.names()
        visitor.touch_control("Sound")
        visitor.touch_control("Louder")
        assert app.journey.comfort.loudness == before + 1
        for _ in range(before + 1):
            visitor.touch_control("Quieter")
        assert app.journey.comfort.loudness == 0
        assert not _film(visitor).frame.bar.quieter.isEnabled()
        assert _film(visitor).frame.bar.louder.accessibleDescription() == "Loudness 1 of 7"
    finally:
        app.stage.hear_films(None)


def test_its_description_is_heard_where_somebody_wants_it(visitor: Visitor, tmp_path: Path) -> None:
    app = visitor.app
    app.stage.hear_films(Program(tmp_path / "heard"))  # type: ignore[arg-type]
    try:
        film = _play(visitor)
        visitor.touch_control("Audio description")
        wait_until(lambda: film.player.decoders.heard is film.player.decoders.described)
        assert film.player.is_sounding
        visitor.touch_control("Audio description")
        assert film.player.is_sounding
        assert film.player.decoders.heard is film.player.decoders.main
    finally:
        app.stage.hear_films(None)


def test_at_its_end_it_can_be_played_again_and_the_wait_for_nobody_begins(
    visitor: Visitor,
) -> None:
    film = _play(visitor)
    attended = QSignalSpy(visitor.app.stage.film_attended)
    reached = QSignalSpy(visitor.app.stage.quarter_reached)
    film.player.seek(29_700)
    wait_until(lambda: film.player.state is Playing.ENDED)
    assert [reached.at(each)[0] for each in range(reached.count())][-3:] == [2, 3, 4]
    assert attended.count() >= 1
    told = attended.count()
    film._attend()
    assert attended.count() == told
    assert film.frame.bar.play.accessibleName() == "Play again"
    visitor.touch_control("Play again")
    assert film.player.is_playing
    assert film.player.position < 1_000


def test_captions_are_switched_and_read_in_every_language(visitor: Visitor) -> None:
    film = _play(visitor)
    shown = {film.frame.captions.words}
    for _ in SAID:
        visitor.touch_control(film.frame.bar.language.accessibleName())
        visitor.take_a_moment()
        shown.add(film.frame.captions.words)
    assert shown == set(SAID.values())

    visitor.touch_control("Captions")
    assert film.frame.captions.words == ""


def test_another_language_stands_still_with_its_captions(visitor: Visitor) -> None:
    film = _play(visitor)
    visitor.app.journey.speak("pt")
    visitor.take_a_moment()
    assert film.player.state is Playing.PAUSED
    assert film.frame.captions.words == SAID["pt"]
    assert "Fechar o filme" in visitor.names()


def test_who_signs_stands_beside_it(visitor: Visitor) -> None:
    film = _play(visitor)
    visitor.touch_control("Sign language")
    main, beside = film.frame.picture.rooms()
    assert not main.intersects(beside)
    assert not beside.isEmpty()
    wait_until(lambda: film.player.signing_image is not None)


def test_the_transcript_is_read_beside_the_film_and_closes_without_it(visitor: Visitor) -> None:
    film = _play(visitor)
    visitor.touch_control("Transcript")
    assert film.player.state is Playing.PAUSED
    read, picture = visitor.sees("Transcript"), visitor.sees("FilmPicture")
    assert read.accessibleDescription() == "The furnace was cold."
    assert not read.geometry().intersects(picture.geometry())
    visitor.touch_control("Play")
    assert film.player.is_playing
    visitor.press(Qt.Key.Key_Escape)
    assert visitor.shows("FilmFrame")
    assert not visitor.shows("Transcript")


@pytest.mark.parametrize("way", ["home", "page", "talk", "closed", "cleaning", "over"])
def test_it_stops_where_something_else_begins(visitor: Visitor, way: str) -> None:
    film, app = _play(visitor), visitor.app
    occupants = {"talk": Occupant.TALK, "closed": Occupant.CLOSED, "cleaning": Occupant.CLEANING}
    if way == "home":
        app.journey.go(HOME)
    elif way == "page":
        app.journey.go(Place("shenzhen", "steel", 2))
    elif way == "over":
        app.presence.over.emit()
    else:
        app.occupancy.enter(occupants[way])
    try:
        visitor.take_a_moment()
        assert film.player.state is Playing.NOTHING
        assert not visitor.shows("FilmFrame")
    finally:
        if way in occupants:
            app.occupancy.leave(occupants[way])
        app.idle.notice()


def test_escape_closes_it_and_does_nothing_else(visitor: Visitor) -> None:
    _play(visitor)
    visitor.press(Qt.Key.Key_Escape)
    assert not visitor.shows("FilmFrame")
    assert visitor.place == PAGE


def test_the_keyboard_reaches_its_controls_and_the_dock_alone(visitor: Visitor) -> None:
    _play(visitor)
    names = set()
    for _ in range(20):
        visitor.press(Qt.Key.Key_Tab)
        focused = visitor.app.stage.focusWidget()
        assert focused is not None
        names.add(focused.accessibleName())
    assert {"Pause", "Captions", "Transcript", "Close the film", "Back to the map"} <= names
    assert "Next page" not in names


def test_assistive_technology_is_told_of_all_of_it(visitor: Visitor) -> None:
    _play(visitor)
    tree = tree_of(visitor.app.stage)
    dialog = tree.find(QAccessible.Role.Dialog, "One")
    assert dialog.find(QAccessible.Role.Graphic).name == "A coil of steel"
    names = [each.name for each in dialog]
    assert "The furnace was cold." in names
    assert "Museum film · CC BY 4.0" in names
    position = dialog.find(QAccessible.Role.Slider, "Position in the film")
    assert position.description.endswith("of 0:30")
    assert {"Pause", "Captions", "Sign language", "Transcript", "Close the film"} <= set(names)
    assert not any(each.role == QAccessible.Role.Canvas for each in tree)


@pytest.mark.parametrize("size", [QSize(1920, 1080), QSize(1080, 1920)])
def test_fingers_reach_each_control_and_in_reach_mode_without_stretching(
    visitor: Visitor, size: QSize
) -> None:
    app, film = visitor.app, _film(visitor)
    before, millimetres = app.stage.size(), app.stage.screen_mm
    try:
        app.stage.set_screen_mm((size.width() / 3.6, size.height() / 3.6))
        app.journey.set_comfort(replace(app.journey.comfort, text_size=3, low_reach=True))
        app.stage.resize(size)
        app.stage.finish()
        film.open()
        assert film.frame.progress.scrubber.height() >= 20 * 3.6 - 1
        look, arrangement = app.stage._look, app.stage._arrangement
        assert arrangement is not None
        for button in film.frame.bar.buttons:
            if not button.isHidden():
                assert min(button.width(), button.height()) >= 15 * 3.6 - 1
                assert button.geometry().top() >= arrangement.band.top()
        assert look.target >= 15 * 3.6 - 1
    finally:
        film.close()
        app.stage.set_screen_mm(millimetres)
        app.stage.resize(before)


def test_while_it_plays_somebody_is_there(visitor: Visitor) -> None:
    film = _play(visitor)
    attended = QSignalSpy(visitor.app.stage.film_attended)
    film._attend()
    assert attended.count() == 1
    film.player.pause()
    film._attend()
    assert attended.count() == 1


def test_the_question_makes_it_stand_still(visitor: Visitor) -> None:
    film = _play(visitor)
    visitor.app.idle.ask()
    try:
        assert film.player.state is Playing.PAUSED
    finally:
        visitor.app.idle.notice()


def test_where_it_cannot_be_played_its_picture_and_words_stay(visitor: Visitor) -> None:
    film = _play(visitor)
    film.player._fail("it is made to fail")
    assert film.player.image is None
    assert film.frame.captions.words == "This can't be played at the moment."
    visitor.touch_control("Transcript")
    assert visitor.sees("Transcript").accessibleDescription() == "The furnace was cold."


@pytest.mark.parametrize(
    ("size", "language"),
    diagonal([QSize(1920, 1080), QSize(1080, 1920), QSize(1280, 800)], list(SAID)),
)
def test_nothing_lies_over_anything_else(visitor: Visitor, size: QSize, language: str) -> None:
    app = visitor.app
    before, film = app.stage.size(), _film(visitor)
    try:
        app.journey.speak(language)
        app.stage.resize(size)
        app.journey.set_comfort(replace(app.journey.comfort, text_size=3))
        app.stage.finish()
        film.open()
        frame = film.frame
        buttons = [each for each in frame.bar.buttons if not each.isHidden()]
        shapes = [each.shape.translated(each.pos()) for each in buttons]
        for index, shape in enumerate(shapes):
            assert frame.rect().contains(shape.toAlignedRect())
            assert not any(shape.intersects(other) for other in shapes[index + 1 :])
        parts = [frame.picture, frame.captions, frame.progress]
        tops = [part.geometry().top() for part in parts]
        assert tops == sorted(tops)
        assert frame.picture.height() > size.height() / 5
        # Captions stand on a film that lies on its side, for it is as large as it can be.
        stands_below = frame.captions.y() > frame.picture.geometry().bottom()
        assert stands_below == (size.height() > size.width())
        assert frame.progress.geometry().bottom() <= min(shape.top() for shape in shapes)
    finally:
        film.close()
        app.stage.resize(before)


def _counted(begin: Callable[[Decoder, int], None], begun: list[object]) -> object:
    def counting(decoder: Decoder, at: int = 0) -> None:
        begun.append(at)
        begin(decoder, at)

    return counting


def test_a_film_without_sound_begins_once_though_its_controls_are_fewer_than_was_thought(
    qapp: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    needs_media()
    content = sound_content(tmp_path / "content")
    film = f"    film: {{file: opening.mp4, {CREDIT}}}\n"
    content.change("zones/shenzhen.yaml", "    places: [", f"{film}    places: [")
    (content.folder / "films").mkdir()
    write_film(content.folder / "films/opening.mp4", seconds=30, sound=None)
    for language, words in SAID.items():
        vtt = f"WEBVTT\n\n00:00.000 --> 00:30.000\n{words}\n"
        content.write(f"films/opening.{language}.vtt", vtt)
    app = open_exhibit(content.folder, size=(1080, 1920), language="pt")
    try:
        app.journey.set_comfort(replace(app.journey.comfort, text_size=3))
        app.stage.hear_films(Program(tmp_path / "heard"))  # type: ignore[arg-type]
        app.journey.go(PAGE)
        app.stage.finish()
        visitor = Visitor(app)
        film_ = _film(visitor)
        begun: list[object] = []
        monkeypatch.setattr(Decoder, "begin", _counted(Decoder.begin, begun))
        film_.open()
        wait_until(lambda: film_.player.position > 500)
        assert len(begun) == 1
        assert film_.frame.bar.sound.isHidden()
    finally:
        app.stop()
        close_exhibit(app)


@pytest.mark.parametrize("size", [QSize(1920, 1080), QSize(1080, 1920)])
@pytest.mark.parametrize("text_size", [0, 3])
def test_a_caption_of_two_lines_has_room(visitor: Visitor, size: QSize, text_size: int) -> None:
    app, film = visitor.app, _film(visitor)
    before = app.stage.size()
    try:
        app.stage.resize(size)
        app.journey.set_comfort(replace(app.journey.comfort, text_size=text_size))
        app.stage.finish()
        film.open()
        words = "Of the eleven cities one is as small as this, and nobody has ever\u2028seen more."
        film.frame.captions.show_words(words, "en", app.stage._look)
        lines = film.frame.captions
        (taken,) = texts_taken_from(lines)
        assert taken.at.y() >= 0
        assert taken.at.y() + taken.setting.size.height() <= lines.height() + 1
    finally:
        film.close()
        app.stage.resize(before)


def test_without_the_extra_there_are_the_poster_and_the_transcript(
    app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(open_film, "can_play", lambda: False)
    begin_again(app)
    visitor = Visitor(app)
    app.journey.go(PAGE)
    app.stage.finish()
    visitor.take_a_moment()
    assert "Play the film" not in visitor.names()

    visitor.touch_control("Transcript")
    assert visitor.sees("Transcript").accessibleDescription() == "The furnace was cold."
    assert _film(visitor).player.state is Playing.NOTHING
    visitor.touch_control("Close the film")
    assert visitor.shows("StoryPicture")


def test_the_extra_is_looked_for_by_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    formats.can_play.cache_clear()
    monkeypatch.setattr(formats, "find_spec", lambda name: None if name == "av" else object())
    try:
        assert not formats.can_play()
    finally:
        formats.can_play.cache_clear()


def test_who_is_read_to_hears_the_film_alone_until_a_key_wants_to_hear_something(
    qapp: object, films: Path, tmp_path: Path
) -> None:
    app, speech = open_exhibit(films), RecordedSpeech()
    try:
        app.listen(speech)
        assert app.aloud is not None
        app.aloud.reader.arriving_ms = 0
        listener = Listener(app, speech)
        app.stage.hear_films(Program(tmp_path / "heard"))  # type: ignore[arg-type]
        app.journey.go(PAGE)
        app.stage.finish()
        listener.hear(Qt.Key.Key_Down)
        listener.hear_until("Play the film")
        heard = listener.hear(Qt.Key.Key_Return)
        assert heard, "what has opened is told"
        film = _film(listener)
        wait_until(lambda: film.player.state is Playing.PLAYING)
        film.player.set_sound(True)
        assert film.player.is_sounding
        listener.app.aloud.change()  # type: ignore[union-attr]
        before = len(speech.heard)
        listener.take_a_moment()
        assert len(speech.heard) == before

        assert listener.hear(Qt.Key.Key_Down)
        assert film.player.state is Playing.PAUSED
        listener.press(Qt.Key.Key_Backspace)
        assert not listener.shows("FilmFrame")
    finally:
        app.stop()
        close_exhibit(app)
