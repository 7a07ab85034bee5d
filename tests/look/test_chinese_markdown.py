"""Markdown between Chinese letters: bold as meant, no space at a wrapped line, numbers kept."""

from __future__ import annotations

import pytest

from kiosk.look.markdown import paragraphs

pytestmark = pytest.mark.usefixtures("qapp")


def marked(markdown: str) -> list[str]:
    """The paragraphs, with [ ] around what is bold and < > around what is slanted."""
    return [
        "".join(
            f"[{span.text}]" if span.weight else f"<{span.text}>" if span.italic else span.text
            for span in spans
        )
        for spans in paragraphs(markdown)
    ]


@pytest.mark.parametrize(
    ("markdown", "meant"),
    [
        ("他说**「好」**了", "他说[「好」]了"),
        ("他說**『好』**了", "他說[『好』]了"),
        ("讀**《紅樓夢》**的", "讀[《紅樓夢》]的"),
        ("他说：**“你好！”**然后走了", "他说：[“你好！”]然后走了"),
        ("**注意：**不要", "[注意：]不要"),
        ("该**（草案）**中", "该[（草案）]中"),
        ("先**停，**再走。**好。**行", "先[停，]再走。[好。]行"),
        ("这是**100%**的", "这是[100%]的"),
        ("叫**(GBA)**的", "叫[(GBA)]的"),
        ("用**“十四五”**规划", "用[“十四五”]规划"),
        ("這*是《斜》*的", "這<是《斜》>的"),
        ("用_强调_的", "用<强调>的"),
        ("用__粗体__的", "用[粗体]的"),
        ("**A**和**B**，**C**", "[A]和[B]，[C]"),
        ("**粗\n体**了", "[粗体]了"),
        ("snake_case_name and 2 ** 3", "snake_case_name and 2 ** 3"),
        ("\\*香港\\*", "*香港*"),
        ("A **bold** and _slanted_ word.", "A [bold] and <slanted> word."),
    ],
)
def test_bold_and_slanted_are_as_meant(markdown: str, meant: str) -> None:
    assert marked(markdown) == [meant]


@pytest.mark.parametrize(
    ("markdown", "meant"),
    [
        ("园区于2014年\n启用，至今\n十年。", ["园区于2014年启用，至今十年。"]),
        ("香港，\n東莞\r\n與澳門", ["香港，東莞與澳門"]),
        ("与\nGPT 的", ["与 GPT 的"]),
        ("的，\nGPT", ["的，GPT"]),
        ("One\nand on.", ["One and on."]),
        ("香港\n\n東莞", ["香港", "東莞"]),
        ("香港  \n東莞", ["香港", "東莞"]),
        ("# 標題\n正文", ["[標題]", "正文"]),
        ("各地：\n- 香港\n- 東莞\n  與澳門", ["各地：", "•  香港", "•  東莞與澳門"]),
        ("> 香港\n> 東莞", ["香港東莞"]),
        ("说\n**“好”**\n了", ["说[“好”]了"]),
    ],
)
def test_a_wrapped_line_leaves_no_space_between_chinese_letters(
    markdown: str, meant: list[str]
) -> None:
    assert marked(markdown) == meant


@pytest.mark.parametrize(
    ("markdown", "meant"),
    [
        ("2014. A good year.", ["2014. A good year."]),
        (
            "2014. A good year.\n\n1. First\n2. Second",
            ["2014. A good year.", "1. First", "2. Second"],
        ),
        ("5) Five\n9) Nine", ["5) Five", "9) Nine"]),
        ("- 2014. A good year.\n- More", ["•  2014. A good year.", "•  More"]),
        ("In the year\n2014. A good one", ["In the year 2014. A good one"]),
        ("1. One\n   - inside\n2. Two", ["1. One", "•  inside", "2. Two"]),
        ("1. **香港**\n2. 東莞", ["1. [香港]", "2. 東莞"]),
    ],
)
def test_a_numbered_line_keeps_its_number(markdown: str, meant: list[str]) -> None:
    assert marked(markdown) == meant
