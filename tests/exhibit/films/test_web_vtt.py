"""WebVTT is read strictly: words and times, and a message with its line for everything else."""

from __future__ import annotations

import pytest

from kiosk.exhibit.films.web_vtt import CAPTIONS_LIMIT, read_web_vtt
from kiosk.exhibit.model.captions import Captions, Cue

HEAD = "WEBVTT\n\n"


def _told(text: str) -> list[str]:
    return [str(message) for message in read_web_vtt(text, "films/a.en.vtt").messages]


def test_words_and_times_are_read() -> None:
    text = (
        "WEBVTT - what is said\nKind: captions\nLanguage: en\n\nNOTE not shown\nat all\n\n"
        "first\n00:01.000 --> 00:02.500 align:start position:0%\n"
        "The furnace was cold &amp; dark.\n\n"
        "00:02.500 --> 01:00:04.000\n- Who?\n- Wang Lei.\n"
    )

    found = read_web_vtt(text.replace("\n", "\r\n"), "films/a.en.vtt")

    assert found.is_sound
    assert found.messages == []
    assert found.captions.cues == (
        Cue(1_000, 2_500, "The furnace was cold & dark."),
        Cue(2_500, 3_604_000, "- Who?\n- Wang Lei."),
    )


def test_a_caption_is_shown_from_its_first_to_before_its_last_moment() -> None:
    captions = Captions((Cue(1_000, 2_000, "one"), Cue(3_000, 4_000, "two")))

    assert [captions.at(each) for each in (999, 1_000, 1_999, 2_000, 3_500, 4_000)] == [
        "",
        "one",
        "one",
        "",
        "two",
        "",
    ]


def test_the_transcript_has_a_paragraph_after_each_silence() -> None:
    captions = Captions(
        (
            Cue(0, 1_000, "The furnace had"),
            Cue(1_000, 2_000, "been cold."),
            Cue(9_000, 9_500, "鋼"),
            Cue(9_500, 9_900, "很強。"),
        )
    )

    assert captions.transcript() == ("The furnace had been cold.", "鋼很強。")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            "1\n00:00:01,000 --> 00:00:02,000\nHello\n",
            "films/a.en.vtt:1:1: the first line is '1' and not 'WEBVTT'; this is SubRip (.srt)"
            " (export the captions as WebVTT (.vtt))",
            id="SubRip",
        ),
        pytest.param("", "films/a.en.vtt:1:1: the first line is '' and not", id="empty"),
        pytest.param("WEBVTTX\n", "films/a.en.vtt:1:1: the first line is 'WEBVTTX'", id="no head"),
        pytest.param(HEAD, "films/a.en.vtt:1:1: there is no caption below the head", id="nothing"),
        pytest.param(
            f"{HEAD}00:01,000 --> 00:02,000\nHello\n",
            "films/a.en.vtt:3:1: '00:01,000 --> 00:02,000' is no time from and until",
            id="commas",
        ),
        pytest.param(
            f"{HEAD}-00:01.000 --> 00:02.000\nHello\n",
            "films/a.en.vtt:3:1: '-00:01.000 --> 00:02.000' is no time from and until",
            id="before the film",
        ),
        pytest.param(
            f"{HEAD}00:04.000 --> 00:02.000\nHello\n",
            "films/a.en.vtt:3:1: '00:04.000 --> 00:02.000' ends before it begins, or at once",
            id="backwards",
        ),
        pytest.param(
            f"{HEAD}00:01.000 --> 00:04.000\nHello\n\n00:03.000 --> 00:05.000\nyou\n",
            "films/a.en.vtt:6:1: it begins before the caption of line 3 ends, at 00:04.000",
            id="overlapping",
        ),
        pytest.param(
            f"{HEAD}00:01.000 --> 00:04.000\nSay <i>hello</i>\n",
            "films/a.en.vtt:4:5: '<i>' is markup (write the words alone; who speaks, as 'Name: …')",
            id="markup",
        ),
        pytest.param(
            f"{HEAD}00:01.000 --> 00:04.000\n<v Wang Lei>hello\n",
            "films/a.en.vtt:4:1: '<v Wang Lei>' is markup",
            id="a voice",
        ),
        pytest.param(
            f"{HEAD}00:01.000 --> 00:04.000\n{{\\an8}}hello\n",
            "films/a.en.vtt:4:1: '{\\an8}' is markup",
            id="a code of SubStation",
        ),
        pytest.param(
            f"{HEAD}00:01.000 --> 00:04.000\nsteel \u202eleets\n",
            "films/a.en.vtt:4:7: U+202E turns the direction of what follows",
            id="another direction",
        ),
        pytest.param(
            f"{HEAD}00:01.000 --> 00:04.000\n{'word ' * 50}\n",
            "films/a.en.vtt:4:1: a caption of 249 letters; 200 are the most",
            id="too long",
        ),
        pytest.param(
            f"{HEAD}00:01.000 --> 00:04.000\n" + "a\n" * 5,
            "films/a.en.vtt:4:1: a caption of more than 4 lines",
            id="too many lines",
        ),
        pytest.param(
            f"{HEAD}00:01.000 --> 00:04.000\n\nHello\n",
            "films/a.en.vtt:3:1: nothing is said from '00:01.000 --> 00:04.000' on",
            id="an empty line between",
        ),
    ],
)
def test_what_is_wrong_is_told_with_its_line(text: str, told: str) -> None:
    found = _told(text)

    assert found[0].startswith(told)
    assert not read_web_vtt(text, "films/a.en.vtt").is_sound


def test_styles_are_passed_over_with_a_warning() -> None:
    found = read_web_vtt(
        f"{HEAD}STYLE\n::cue {{ color: red }}\n\n00:01.000 --> 00:02.000\nHi\n", "films/a.en.vtt"
    )

    assert found.is_sound
    assert [str(each) for each in found.messages] == [
        "films/a.en.vtt:3:1: the block STYLE is passed over (delete it)"
    ]


def test_a_file_of_a_hundred_thousand_captions_has_one_message() -> None:
    text = HEAD + "".join(
        f"{n // 3600:02}:{n // 60 % 60:02}:{n % 60:02}.000 -->"
        f" {n // 3600:02}:{n // 60 % 60:02}:{n % 60:02}.900\nx\n\n"
        for n in range(100_000)
    )

    assert _told(text) == [
        f"films/a.en.vtt:{3 + 3 * CAPTIONS_LIMIT}:1: there are more than 5,000 captions"
        " (divide film and captions, or shorten them)"
    ]


def test_a_file_of_something_else_has_few_messages() -> None:
    assert len(_told(HEAD + "no caption\n\n" * 50_000)) == 20
