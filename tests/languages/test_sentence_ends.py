"""Where sentences end: a spoken sentence is marked from its first letter to its stop."""

from __future__ import annotations

import pytest

from kiosk.languages.spoken_words import sentences

SENTENCES = {
    "en": [
        ["It opened in 2014.", "By 2018 it had 304 teams."],
        ["Of 1,195 teams, 0.6% were new.", "No. 1 is Shenzhen."],
        ["Is that much?", "No.", "It is not."],
        ["Dr. Zhong and Prof. Chan met in St. Paul’s.", "They spoke."],
        ["Chips, e.g. for robots, are made here.", "So are drones."],
        ["J. R. Smith wrote it.", "He is a writer."],
        ["“What is it?”", "He asked twice!"],
        ["(It is small.)", "It is old."],
        ["What would you need first: money, friends or an idea?"],
        ["Wait… there is more.", "Really?!"],
        ["A first line\n", "A second line"],
        ["It runs version 4.9.0.", "It is new."],
    ],
    "pt": [
        ["Abriu em 2014.", "Em 2018 tinha 304 equipas."],
        ["O n.º 1 é Shenzhen.", "Em 1.º lugar está a cidade."],
        ["O Dr. Zhong e a Sra. Chan falaram.", "Foi ontem."],
        ["Há chips, p. ex. para robôs.", "Há drones."],
        ["Custou 4,2 mil milhões.", "É muito?", "É!"],
    ],
    "zh-Hant": [
        ["一阿秒有多短？", "把一秒切成十億份。"],
        ["他說：「這是真的嗎？」", "沒有人知道！"],
        ["面積3.89平方公里。", "很小。"],
        ["第一行\n", "第二行"],
        ["Jiang Lin的報道。", "它很長……"],
    ],
    "zh-Hans": [["它有1,195支团队。", "其中691支来自香港。"], ["“好吗？”", "好！"]],
}


@pytest.mark.parametrize("tag", SENTENCES)
def test_sentences_end_where_a_reader_would_rest(tag: str) -> None:
    for parts in SENTENCES[tag]:
        text = ("" if tag.startswith("zh") else " ").join(parts)
        found = [text[start:end] for start, end in sentences(text, tag)]
        assert found == [part.strip() for part in parts]


def test_a_text_without_letters_has_no_sentence() -> None:
    assert sentences("", "en") == []
    assert sentences(" … ", "en") == []
    assert sentences("。。。", "zh-Hans") == []


def test_a_lone_mark_belongs_to_the_sentence_before_it() -> None:
    assert sentences("So it is. …", "en") == [(0, 11)]
