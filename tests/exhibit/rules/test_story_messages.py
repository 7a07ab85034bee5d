"""Pages of stories with too many words, HTML, or pictures that cannot be shown."""

from __future__ import annotations

import pytest

from tests.exhibit.editing import ONE_CHANGE, SHENZHEN


@pytest.mark.parametrize(
    ONE_CHANGE,
    [
        pytest.param(
            SHENZHEN,
            "file: steel.svg",
            "file: steal.svg",
            [
                (
                    "zones/shenzhen.yaml:18:13: there is no picture 'steal.svg' in the folder"
                    " 'pictures' (did you mean 'steel.svg'? Or put it there)"
                )
            ],
            id="a missing picture",
        ),
        pytest.param(
            SHENZHEN,
            "file: steel.svg",
            "file: steel.psd",
            [
                (
                    "zones/shenzhen.yaml:18:13: 'steel.psd' is not a kind of picture we show"
                    " (export it as .jpg, .png or .svg)"
                )
            ],
            id="a picture of a wrong kind",
        ),
        pytest.param(
            SHENZHEN,
            "file: steel.svg",
            "file: …",
            [
                (
                    "zones/shenzhen.yaml:18:13: no picture has been chosen yet (choose a file, or"
                    " leave the picture out)"
                )
            ],
            id="a picture that is not chosen yet",
        ),
        pytest.param(
            SHENZHEN,
            "en: A strong steel.",
            f"en: |\n        {'word ' * 40}\n\n        {'word ' * 31}",
            [
                (
                    "zones/shenzhen.yaml:13:11: 71 words in en; a page holds 70 (shorten it or"
                    " make two pages)"
                )
            ],
            id="a page with too many words",
        ),
        pytest.param(
            SHENZHEN,
            "zh-Hans: 钢很强。",
            f"zh-Hans: |\n        {'钢' * 60}\n\n        {'钢' * 60}",
            [
                (
                    "zones/shenzhen.yaml:15:16: 75 words in zh-Hans; a page holds 70 (16"
                    " characters count as 10 words)"
                )
            ],
            id="a page with too many characters",
        ),
        pytest.param(
            SHENZHEN,
            "en: A strong steel.",
            f"en: {'word ' * 51}",
            [
                (
                    "zones/shenzhen.yaml:13:11: a paragraph of 51 words in en; 50 are the most"
                    " (begin a new paragraph with an empty line)"
                )
            ],
            id="a long paragraph",
        ),
        pytest.param(
            SHENZHEN,
            "en: A strong steel.",
            "en: A <b>strong</b> steel.",
            [
                (
                    "zones/shenzhen.yaml:13:11: '<b>' is HTML, in en (use Markdown: *slanted*,"
                    " **bold**)"
                )
            ],
            id="html in a story",
        ),
        pytest.param(
            SHENZHEN,
            "en: A strong steel.",
            "en: A <b>strong</b> steel<br>of <i>iron</i>.",
            [
                (
                    "zones/shenzhen.yaml:13:11: '<b>', and 2 more, is HTML, in en"
                    " (use Markdown: *slanted*, **bold**)"
                )
            ],
            id="more html in a story",
        ),
        pytest.param(
            SHENZHEN,
            ("      value: 2014-12-07\n      unit: day"),
            ("      value: 7\n      unit: yuan"),
            [
                (
                    "zones/shenzhen.yaml:22:7: the figure 'opened' has no date (add 'as_of' to"
                    " it or to its panel)"
                )
            ],
            id="a figure of a page without a date",
        ),
    ],
)
def test_a_mistake_in_a_story_is_told_with_its_place_and_what_to_do(
    told: list[str], messages: list[str]
) -> None:
    assert told == messages
