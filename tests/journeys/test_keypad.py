"""A visitor who does not see the screen goes through it by a keypad, and hears what is on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication

from kiosk.exhibit.place import HOME, Place
from kiosk.guard.occupancy import Occupant
from kiosk.journey.comfort import USUAL_LOUDNESS, USUAL_RATE
from kiosk.languages.spoken_words import spoken
from kiosk.screen.attract.still_here import StillHere
from kiosk.shipped import shipped
from kiosk.speech.output import NotPlayed
from tests.clock import Clock
from tests.journeys.listener import Listener
from tests.journeys.standing import begin_again, close_exhibit, open_exhibit
from tests.journeys.visitor import wait_until
from tests.speech.recorded_speech import RecordedSpeech

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QColor

    from kiosk.app import App

K = Qt.Key
_NEARLY = 12
TITLE = "Eleven cities, one bay"


@pytest.fixture(scope="module")
def heard_exhibit(qapp: object) -> Iterator[App]:
    app = open_exhibit(shipped("content"))
    app.listen(RecordedSpeech())
    assert app.aloud is not None
    # Without motion everything is on the screen at once.
    app.aloud.reader.arriving_ms = 0
    app.idle.start()
    yield app
    close_exhibit(app)


@pytest.fixture
def listener(heard_exhibit: App) -> Iterator[Listener]:
    """Somebody in front of the map home, to whom nothing has been said yet."""
    app, speech = heard_exhibit, RecordedSpeech()
    clock = Clock()
    app.idle._clock = clock
    app.idle.stop()
    app.idle.start()
    begin_again(app)
    assert app.aloud is not None
    app.aloud.speaker._speech = speech
    app.aloud.speaker._headphones = None
    yield Listener(app, speech)
    begin_again(app)
    app.occupancy.leave(Occupant.STAFF)


def begin(listener: Listener) -> list[str]:
    """Press the first key, which does nothing but begin."""
    return listener.hear(K.Key_Down)


def go(listener: Listener, place: Place) -> list[str]:
    """Be at a place, with all said that is said there."""
    before = len(listener.speech.heard)
    listener.app.journey.go(place)
    listener.app.stage.finish()
    return listener.listen(before)


def test_the_first_key_begins_to_speak_and_does_nothing_else(listener: Listener) -> None:
    heard = begin(listener)
    assert heard[0] == "Reading aloud."
    assert "press Help" in heard[2] or "press Help" in heard[1]
    assert TITLE in heard
    assert listener.place == HOME
    assert listener.app.journey.comfort.aloud


def test_what_wakes_the_exhibit_begins_to_speak_too(listener: Listener) -> None:
    listener.app.idle.leave()
    assert TITLE in begin(listener)


def test_each_place_is_told_with_its_number(listener: Listener) -> None:
    begin(listener)
    heard = listener.hear_until("Qianhai")
    assert heard[-1] == "twelve of eighteen."
    assert type(listener.focused).__name__ == "MapTarget"


def test_the_edge_has_one_free_press_and_then_goes_round(listener: Listener) -> None:
    begin(listener)
    assert listener.hear(K.Key_Up)[0] == "That was the first."
    last = listener.hear(K.Key_Up)
    assert last[0] != TITLE
    assert listener.hear(K.Key_Down)[0] == "That was the last."
    assert listener.hear(K.Key_Down)[0] == TITLE


def test_nobody_is_trapped_whatever_is_open(listener: Listener) -> None:
    begin(listener)
    for place in (Place("qianhai"), Place(screen="list"), Place(screen="credits")):
        go(listener, place)
        assert listener.hear(K.Key_Home)
        assert listener.place == HOME
        go(listener, place)
        listener.hear(K.Key_Escape)
        assert listener.place == HOME


def test_a_search_says_what_was_typed_and_how_much_it_finds(listener: Listener) -> None:
    begin(listener)
    heard = go(listener, Place(screen="search"))
    assert heard[0] == "Search"

    listener.hear_until("q", most=40)
    listener.hear(K.Key_Return)
    wait_until(lambda: "Results" in getattr(listener.sees("SearchBoard"), "announced", ""))
    heard = listener.hear(K.Key_Return)

    assert listener.place.query == "qq"
    assert any(each.startswith("q, q") for each in heard), heard


def test_back_leaves_a_search_and_takes_no_letter_away(listener: Listener) -> None:
    begin(listener)
    go(listener, Place(screen="search", query="qian"))
    listener.hear(K.Key_Backspace)

    assert listener.place == Place(screen="list")


def test_home_is_told_even_where_somebody_is_there_already(listener: Listener) -> None:
    begin(listener)
    assert TITLE in listener.hear(K.Key_Home)
    listener.hear(K.Key_C)
    assert TITLE in listener.hear(K.Key_Home)
    assert not listener.shows("ComfortTray")


def test_nothing_is_said_to_whoever_does_not_listen(listener: Listener) -> None:
    listener.speech.languages = ()
    for key in (K.Key_F17, K.Key_Escape, K.Key_W, K.Key_C, K.Key_C, K.Key_BracketLeft):
        listener.press(key)
    assert listener.speech.heard == []


def test_a_keypad_never_leaves_the_exhibit(listener: Listener) -> None:
    left: list[bool] = []

    def leave() -> None:
        left.append(True)

    listener.app.left.connect(leave)
    begin(listener)
    assert listener.hear(K.Key_Escape) == ["This is the beginning."]
    assert listener.hear(K.Key_Escape) == ["This is the beginning."]
    listener.app.left.disconnect(leave)
    assert not left


def test_what_opens_is_told_by_its_title_and_finding_and_the_rest_on_request(
    listener: Listener,
) -> None:
    begin(listener)
    listener.hear_until("Qianhai")
    heard = listener.hear(K.Key_Return)
    assert heard == ["Innovation zone in Shenzhen", "Qianhai", "Page one of two"]
    assert listener.hear(K.Key_Down)[0].startswith("Qianhai is a zone")
    assert listener.hear(K.Key_Down) == ["one thousand one hundred and ninety-five teams incubated"]
    assert listener.hear(K.Key_Down) == ["six hundred and ninety-one from Hong Kong"]


def test_back_leads_to_what_led_away(listener: Listener) -> None:
    begin(listener)
    listener.hear_until("Qianhai")
    listener.hear(K.Key_Return)
    heard = listener.hear(K.Key_Escape)
    assert heard[0] == TITLE
    assert heard[-1] == "Qianhai"
    assert listener.hear(K.Key_Down)[0] == "Neutron source"


def test_enter_on_a_text_reads_on_to_the_end(listener: Listener) -> None:
    begin(listener)
    go(listener, Place("qianhai"))
    heard = listener.hear(K.Key_5)
    assert heard[0] == "Page one of two"
    assert heard[1].startswith("Qianhai is a zone")
    assert heard[-1] == "raised: more than four point two billion yuan"


def test_pages_turn_and_only_what_is_new_is_said(listener: Listener) -> None:
    begin(listener)
    go(listener, Place("qianhai"))
    heard = listener.hear(K.Key_Right)
    assert heard[0] == "Page two of two"
    assert "Qianhai" not in heard
    assert listener.hear(K.Key_F21)[0] == "Page one of two"


def test_every_key_of_the_table_does_what_it_says(listener: Listener) -> None:
    begin(listener)
    for keys in ((K.Key_Down, K.Key_Up), (K.Key_F19, K.Key_F18), (K.Key_Tab, K.Key_Backtab)):
        first = listener.hear(keys[0])
        listener.hear(keys[0])
        assert listener.hear(keys[1]) == first
        listener.hear(keys[1])


def test_help_goes_on_with_each_press(listener: Listener) -> None:
    begin(listener)
    first, second, third = (listener.hear(key) for key in (K.Key_F17, K.Key_F2, K.Key_F17))
    assert first[0].startswith("Up and Down")
    assert second[0].startswith("Left and Right")
    assert "Hold Help" in third[-1]
    listener.hear(K.Key_Down)
    assert listener.hear(K.Key_F17) == first


@pytest.mark.parametrize(
    ("key", "says"),
    [
        (K.Key_Return, "Opens or does"),
        (K.Key_L, "Changes to the next language"),
        (K.Key_1, "Goes to the next thing"),
        (K.Key_Home, "Leads to the map"),
    ],
)
def test_a_key_pressed_while_help_is_held_is_explained_and_does_nothing(
    listener: Listener, key: Qt.Key, says: str
) -> None:
    begin(listener)
    go(listener, Place("qianhai"))
    listener.hold(K.Key_F17)
    heard = listener.hear(key)
    listener.let_go(K.Key_F17)
    assert heard[0].startswith(says)
    assert listener.place == Place("qianhai")
    assert listener.app.journey.comfort.language == "en"


def test_loudness_and_speed_are_told_and_go_back_for_the_next_visitor(listener: Listener) -> None:
    begin(listener)
    assert listener.hear(K.Key_F24) == ["Loudness six of seven"]
    assert listener.hear(K.Key_BracketLeft)[0].endswith("times as fast")
    comfort = listener.app.journey.comfort
    assert (comfort.loudness, comfort.rate) == (USUAL_LOUDNESS + 1, USUAL_RATE - 1)
    listener.hear(K.Key_Down)
    assert listener.speech.heard[-1].rate == 0.75
    listener.app.presence.over.emit()
    comfort = listener.app.journey.comfort
    assert (comfort.aloud, comfort.loudness, comfort.rate) == (False, USUAL_LOUDNESS, USUAL_RATE)
    assert listener.aloud.speaker.rate == USUAL_RATE


def test_louder_goes_on_with_what_was_being_said(listener: Listener) -> None:
    begin(listener)
    listener.speech.holds = True
    before = len(listener.speech.heard)
    listener.press(K.Key_Down)
    wait_until(lambda: len(listener.speech.heard) > before)
    said = listener.speech.words[-1]
    listener.press(K.Key_Plus)
    wait_until(lambda: listener.speech.words[-1].startswith("Loudness"))
    listener.speech.holds = False
    listener.speech.let_end()
    wait_until(listener.is_silent)
    assert said in listener.speech.words[before + 2 :]


def test_the_language_key_goes_on_in_the_next_language(listener: Listener) -> None:
    begin(listener)
    go(listener, Place("qianhai"))
    heard = listener.hear(K.Key_L)
    assert "前海" in heard
    assert {each.language for each in listener.speech.heard[-2:]} == {"zh-Hant"}


def test_the_language_key_leads_into_no_language_without_speech(listener: Listener) -> None:
    listener.speech.languages = ("en", "pt")
    listener.app._offer_speech()
    begin(listener)
    listener.hear(K.Key_L)
    assert listener.app.journey.comfort.language == "pt"
    listener.hear(K.Key_L)
    assert listener.app.journey.comfort.language == "en"
    listener.speech.languages = ("en", "zh-Hant", "zh-Hans", "pt")
    listener.app._offer_speech()


def test_two_switches_are_enough(listener: Listener) -> None:
    listener.hear(K.Key_1)
    listener.hear_until("Qianhai", key=K.Key_1)
    assert "Qianhai" in listener.hear(K.Key_2)
    assert listener.place == Place("qianhai")


def test_again_and_where(listener: Listener) -> None:
    begin(listener)
    go(listener, Place("qianhai"))
    heard = listener.hear(K.Key_Down)
    assert listener.hear(K.Key_R) == heard
    where = listener.hear(K.Key_W)
    assert where[:2] == ["Innovation zone in Shenzhen", "Qianhai"]
    assert where[-1] == heard[-1]


def test_pause_stops_within_a_sentence_and_goes_on(listener: Listener) -> None:
    begin(listener)
    listener.speech.holds = True
    listener.press(K.Key_Down)
    wait_until(lambda: listener.aloud.speaker.is_speaking)
    listener.press(K.Key_P)
    assert listener.aloud.speaker.is_paused
    listener.press(K.Key_P)
    assert not listener.aloud.speaker.is_paused
    listener.speech.holds = False
    listener.speech.let_end()


def test_the_comfort_tray_is_one_key_away_and_says_what_is_on(listener: Listener) -> None:
    begin(listener)
    heard = listener.hear(K.Key_C)
    assert heard[0] == "Make it easier to use"
    listener.hear_until("Text size")
    assert listener.hear(K.Key_Down)[:2] == ["Text size", "Large"]
    assert listener.hear(K.Key_Return)[-1] == "Chosen."
    assert listener.app.journey.comfort.text_size == 1
    assert TITLE in listener.hear(K.Key_Escape)


def test_headphones_begin_and_end_it(listener: Listener) -> None:
    listener.aloud.plug(True)
    wait_until(listener.is_silent)
    assert TITLE in listener.speech.words
    listener.speech.holds = True
    listener.press(K.Key_Down)
    wait_until(lambda: listener.aloud.speaker.is_speaking)
    listener.aloud.plug(False)
    assert not listener.aloud.speaker.is_speaking
    assert not listener.app.journey.comfort.aloud
    assert listener.app.idle.state == "asked"
    assert listener.shows("StillHere")
    listener.speech.holds = False


def test_nobody_answers_and_all_goes_back(listener: Listener) -> None:
    begin(listener)
    go(listener, Place("qianhai"))
    listener.aloud.plug(False)
    clock = listener.app.idle._clock
    assert isinstance(clock, Clock)
    clock.now += 30
    listener.app.idle.tick()
    assert listener.place == HOME
    assert listener.app.idle.state == "gone"
    listener.app.stage.wake()


@pytest.fixture
def socket(listener: Listener) -> Iterator[Listener]:
    """Somebody at a keypad that presses F13 where headphones are put in, and F14 after that."""
    meanings = listener.aloud.keypad._meanings
    meanings.update({"F13": "headphones_in", "F14": "headphones_out"})
    yield listener
    del meanings["F13"], meanings["F14"]


def test_a_socket_that_is_a_key_is_heard_as_well(socket: Listener) -> None:
    assert TITLE in socket.hear(K.Key_F13)
    socket.press(K.Key_F14)
    assert socket.app.idle.state == "asked"
    assert not socket.aloud.speaker.would_be_heard
    assert TITLE in socket.hear(K.Key_F13)
    assert socket.app.idle.state == "here"


def test_a_socket_that_is_a_key_wakes_the_exhibit_and_a_pulled_plug_does_not(
    socket: Listener,
) -> None:
    socket.app.idle.leave()
    socket.press(K.Key_F14)
    assert socket.app.idle.state == "gone"
    assert TITLE in socket.hear(K.Key_F13)
    assert socket.app.idle.state == "here"


def test_headphones_that_are_pulled_out_while_staff_are_there_are_known(socket: Listener) -> None:
    socket.hear(K.Key_F13)
    socket.app.occupancy.enter(Occupant.STAFF)
    socket.press(K.Key_F14)
    assert not socket.aloud.speaker.would_be_heard
    socket.app.occupancy.leave(Occupant.STAFF)


def test_the_next_visitor_finds_nothing_of_the_one_before(listener: Listener) -> None:
    app = listener.app
    app.presence.over.emit()
    app.stage.finish()
    listener.take_a_moment()
    fresh = app.stage.grab().toImage()
    begin(listener)
    listener.hear(K.Key_F17)
    listener.hear_until("Qianhai")
    listener.hold(K.Key_F17)
    app.presence.over.emit()
    app.stage.finish()
    listener.take_a_moment()
    assert listener.focused is app.stage
    assert app.stage.grab().toImage() == fresh
    # The Help that nobody has let go keeps no key from the next one, to whom it is told anew.
    assert TITLE in begin(listener)
    listener.let_go(K.Key_F17)
    assert listener.hear(K.Key_F2)[0].startswith("Up and Down")


def test_the_first_touch_after_a_held_key_has_answered_the_question_counts(
    listener: Listener,
) -> None:
    begin(listener)
    listener.hold(K.Key_Down)
    listener.app.idle.ask()
    listener.hold(K.Key_Down)
    listener.let_go(K.Key_Down)
    wait_until(listener.is_silent)
    listener.take_a_moment()
    listener.touch_place("qianhai")
    assert listener.place == Place("qianhai")


def test_what_has_gone_from_the_screen_is_not_done(listener: Listener) -> None:
    begin(listener)
    go(listener, Place("qianhai"))
    listener.hear_until("Source")
    reader = listener.aloud.reader
    source = reader.item
    assert source is not None
    done: list[bool] = []

    def note() -> None:
        done.append(True)

    assert isinstance(source.widget, QAbstractButton)
    source.widget.clicked.connect(note)
    listener.app.journey.go(HOME)
    listener.app.stage.finish()
    reader.do()
    source.widget.clicked.disconnect(note)
    assert not done
    wait_until(listener.is_silent)


def test_the_question_is_spoken_and_any_key_answers_it(listener: Listener) -> None:
    begin(listener)
    go(listener, Place("qianhai"))
    before = len(listener.speech.heard)
    listener.app.idle.ask()
    assert listener.listen(before)[0] == "Are you still there?"
    heard = listener.hear(K.Key_X)
    assert heard[0] == "Innovation zone in Shenzhen"
    assert listener.app.idle.state == "here"
    assert not listener.shows(StillHere.__name__)


def test_who_listens_is_there_but_the_question_is_no_answer_to_itself(listener: Listener) -> None:
    begin(listener)
    listener.speech.holds = True
    listener.press(K.Key_Down)
    wait_until(lambda: listener.aloud.speaker.is_speaking)
    clock = listener.app.idle._clock
    assert isinstance(clock, Clock)
    clock.now += 60
    listener.aloud._attend()
    clock.now += 60
    listener.app.idle.tick()
    assert listener.app.idle.state == "here"
    clock.now += 60
    listener.app.idle.tick()
    assert listener.app.idle.state == "asked"
    listener.aloud._attend()
    assert listener.app.idle.state == "asked"
    listener.speech.holds = False
    listener.app.idle.notice()


def test_staff_and_a_talk_have_the_keyboard_to_themselves(listener: Listener) -> None:
    begin(listener)
    listener.app.occupancy.enter(Occupant.STAFF)
    assert not listener.app.journey.comfort.aloud
    before = len(listener.speech.heard)
    listener.press(K.Key_Down)
    assert listener.speech.words[before:] == []
    listener.app.occupancy.leave(Occupant.STAFF)


def test_without_anything_to_hear_the_keypad_goes_from_control_to_control(
    listener: Listener,
) -> None:
    listener.speech.languages = ()
    listener.press(K.Key_F19)
    first = listener.focused
    assert first is not None
    listener.press(K.Key_F19)
    assert listener.focused is not first
    listener.press(K.Key_F18)
    assert listener.focused is first
    assert listener.speech.heard == []
    assert not listener.app.journey.comfort.aloud


def test_a_keyboard_goes_its_own_way_where_nothing_can_be_heard(listener: Listener) -> None:
    listener.aloud.speaker.set_headphones(False)
    listener.tab_to("Qianhai")
    listener.press(K.Key_Return)
    assert listener.place == Place("qianhai")
    assert listener.speech.heard == []


def test_what_cannot_be_played_is_no_trap(listener: Listener) -> None:
    listener.speech.failures = {TITLE: NotPlayed("its clip is damaged", is_for_all=False)}
    begin(listener)
    assert listener.hear_until("Qianhai")


def test_where_nothing_is_heard_the_keys_go_on_without_it(listener: Listener) -> None:
    listener.speech.failures = {"Reading aloud.": NotPlayed("there is no sound card")}
    begin(listener)
    assert not listener.app.journey.comfort.aloud
    listener.press(K.Key_F19)
    first = listener.focused
    listener.press(K.Key_F19)
    assert listener.focused is not first
    listener.app.presence.over.emit()
    listener.speech.failures = {}
    assert TITLE in begin(listener)


def test_the_mark_is_around_the_text_that_is_read_and_under_the_sentence(
    listener: Listener,
) -> None:
    begin(listener)
    go(listener, Place("qianhai"))
    mark, stage = listener.aloud.reader.mark, listener.app.stage
    sheet = stage.sheet
    assert sheet is not None
    assert sheet.geometry().contains(mark.around)
    listener.speech.holds = True
    listener.press(K.Key_R)
    wait_until(lambda: bool(mark.bars))
    first = [QRectF(bar) for bar in mark.bars]
    listener.speech.let_end()
    wait_until(lambda: [QRectF(bar) for bar in mark.bars] != first)
    picture = stage.grab().toImage()
    pearl = stage.state.comfortable_look.theme.pearl
    for bar in mark.bars:
        assert _alike(picture.pixelColor(bar.center()), pearl), bar
    listener.speech.holds = False
    for _ in range(9):
        listener.speech.let_end()
    wait_until(listener.is_silent)


def test_the_screen_of_a_touch_is_read_whole_and_paused_by_a_button(listener: Listener) -> None:
    app = listener.app
    listener.touch_control("Make it easier to use")
    listener.touch_control("Read aloud: What is on the screen is spoken")
    wait_until(listener.is_silent)
    listener.touch_control("Done")
    wait_until(listener.is_silent)
    before = len(listener.speech.heard)
    listener.touch_place("qianhai")
    app.stage.finish()
    heard = listener.listen(before)
    assert "six hundred and ninety-one from Hong Kong" in heard
    listener.speech.holds = True
    listener.take_a_moment()
    listener.touch_control("Say it again")
    wait_until(lambda: listener.aloud.speaker.is_speaking)
    listener.take_a_moment()
    listener.touch_control("Pause the speech")
    assert listener.aloud.speaker.is_paused
    listener.take_a_moment()
    listener.touch_control("Go on speaking")
    assert not listener.aloud.speaker.is_paused
    listener.speech.holds = False
    for _ in range(20):
        listener.speech.let_end()
    wait_until(listener.is_silent)


def test_the_tray_offers_speech_only_where_something_can_be_heard(listener: Listener) -> None:
    name = "Read aloud: What is on the screen is spoken"
    app = listener.app
    app.stage.turn_tray()
    assert name in listener.names()
    listener.speech.languages = ("pt",)
    app._offer_speech()
    assert name not in listener.names()
    app.journey.speak("pt")
    assert any(each.startswith("Ler em voz alta") for each in listener.names())
    listener.speech.languages = ("en", "zh-Hant", "zh-Hans", "pt")
    app._offer_speech()
    app.stage.close_tray()


def test_a_whole_visit_in_portuguese_by_keypad_and_speech_alone(listener: Listener) -> None:
    """Find how many teams of Hong Kong there are in Qianhai, and who says so."""
    begin(listener)
    for _ in range(3):
        listener.hear(K.Key_L)
    assert listener.app.journey.comfort.language == "pt"
    listener.hear_until("Qianhai")
    listener.hear(K.Key_Return)
    heard = listener.hear_until(spoken("691 de Hong Kong", "pt"))
    heard = listener.hear_until("Fonte")
    assert "Diário do Povo" in heard[0]
    heard = listener.hear(K.Key_Return)
    assert any("Jiang" in each or "Diário do Povo" in each for each in heard)
    assert {each.language for each in listener.speech.heard[-4:]} <= {"pt", "zh-Hans"}
    QApplication.processEvents()


def _alike(one: QColor, other: QColor) -> bool:
    return all(
        abs(mine - theirs) < _NEARLY
        for mine, theirs in (
            (one.red(), other.red()),
            (one.green(), other.green()),
            (one.blue(), other.blue()),
        )
    )
