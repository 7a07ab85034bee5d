"""Files that are there and not read, copies, and what is no text: the cause is what is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.exhibit.reading.exhibit_reading import read_exhibit

if TYPE_CHECKING:
    from tests.exhibit.sound_content import Content

QIANHAI, SHENZHEN = "zones/qianhai.yaml", "zones/shenzhen.yaml"


def renamed(content: Content, name: str, other: str) -> None:
    (content.folder / name).rename(content.folder / other)


@pytest.mark.parametrize("other", ["qianhai.yml", "Qianhai.YAML", "qianhai.yaml.txt"])
def test_a_place_in_a_file_with_another_ending_is_the_one_thing_said(
    content: Content, other: str
) -> None:
    content.change("exhibit.yaml", "map: bay.svg", "map: bay.svg\nzones: [qianhai, shenzhen]")
    renamed(content, QIANHAI, f"zones/{other}")

    assert content.messages() == [
        f"zones/{other}:1:1: '{other}' is not read (rename it to 'qianhai.yaml')"
    ]


def test_all_places_with_another_ending_are_told_one_by_one(content: Content) -> None:
    renamed(content, QIANHAI, "zones/qianhai.yml")
    renamed(content, SHENZHEN, "zones/shenzhen.yml")

    assert [message.split(": ")[0] for message in content.messages()] == [
        "zones/qianhai.yml:1:1",
        "zones/shenzhen.yml:1:1",
    ]


def test_an_old_copy_beside_the_file_is_a_warning(content: Content) -> None:
    content.write("zones/qianhai.yml", "id: qianhai\n")

    assert content.messages() == [
        "zones/qianhai.yml:1:1: this file is not read"
        " (let its name end in .yaml, or move it elsewhere)"
    ]


@pytest.mark.parametrize("other", ["units.yml", "Units.yaml", "units.yaml.txt"])
def test_a_file_of_the_folder_itself_is_named_too(content: Content, other: str) -> None:
    renamed(content, "units.yaml", other)

    assert content.messages() == [
        f"units.yaml:1:1: units.yaml is not there (rename '{other}' to 'units.yaml')"
    ]


@pytest.mark.parametrize("copy", ["qianhai - Copy.yaml", "Kopie von qianhai.yaml", "a.yaml"])
def test_of_a_copy_the_copy_is_blamed_and_the_original_shown(content: Content, copy: str) -> None:
    text = (content.folder / QIANHAI).read_text(encoding="utf-8")
    content.write(f"zones/{copy}", text.replace("{en: A zone", "{en: An old zone"))

    assert content.messages() == [
        f"zones/{copy}:1:5: the id 'qianhai' is used twice, first in zones/qianhai.yaml:1"
        " (choose another id, or move a copy out of 'zones')"
    ]
    exhibit = read_exhibit(content.folder).exhibit
    zone = exhibit.zone("qianhai") if exhibit is not None else None
    assert zone is not None
    assert zone.introduction.words_in("en") == "A zone"


@pytest.mark.parametrize("name", ["new", "2024"])
def test_a_folder_among_the_places_is_called_one(content: Content, name: str) -> None:
    content.write(f"zones/{name}/macao.yaml", "id: macao\n")

    assert (
        f"zones/{name}:1:1: this folder is not read (move its files into 'zones' itself,"
        " or elsewhere)" in content.messages()
    )


def test_a_folder_with_a_capital_is_the_first_thing_said(content: Content) -> None:
    renamed(content, "pictures", "Pictures")

    first, *_ = content.messages()

    assert first == (
        "Pictures:1:1: the folder 'Pictures' is not read"
        " (rename it to 'pictures', in small letters)"
    )


@pytest.mark.parametrize(
    "name",
    [
        "zones/desktop.ini",
        "zones/Thumbs.db",
        "zones/qianhai.yaml~",
        "tours/Thumbs.db",
        "data/Icon\r",
    ],
)
def test_what_systems_leave_is_passed_over(content: Content, name: str) -> None:
    content.write(name, b"\0")

    assert content.messages() == []


@pytest.mark.parametrize(
    ("begin", "what"),
    [
        (b"PK\x03\x04\x14\0\x06\0\xff", "a file of Word, Excel or Pages, or an archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old file of Word or Excel"),
        (b"{\\rtf1\\ansi id: qianhai}", "formatted text (RTF)"),
        (b"%PDF-1.7\n%\xe2\xe3", "a PDF"),
        (b"<!DOCTYPE html>\n<p>id: qianhai", "a web page"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "a photograph"),
    ],
)
def test_what_is_no_text_is_called_what_it_is(content: Content, begin: bytes, what: str) -> None:
    content.write(QIANHAI, begin)

    assert content.messages() == [
        f"{QIANHAI}:1:1: this is {what}, whatever its name says"
        " (write the file in a text editor, or save it as plain text in UTF-8)"
    ]


def test_zeros_are_what_a_lost_save_leaves(content: Content) -> None:
    content.write(QIANHAI, bytes(500))

    assert content.messages() == [
        f"{QIANHAI}:1:1: the file holds nothing but zeros: it was not saved completely"
        " (take it from a copy)"
    ]
