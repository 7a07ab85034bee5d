"""Names are listed as a dictionary lists them."""

from __future__ import annotations

from kiosk.text.alphabet import by_letters


def test_a_letter_with_an_accent_stands_beside_the_one_without() -> None:
    names = ["Zoo", "Évora", "Faro", "evora", "Espinho", "Ílhavo", "ilha", "Óbidos", "Zürich"]

    assert sorted(names, key=by_letters) == [
        *("Espinho", "evora", "Évora", "Faro", "ilha", "Ílhavo", "Óbidos", "Zoo", "Zürich"),
    ]


def test_composed_and_taken_apart_letters_are_alike() -> None:
    assert by_letters("E\u0301vora") == by_letters("\u00c9vora")


def test_chinese_names_have_the_order_of_their_signs() -> None:
    assert sorted(["澳門", "香港", "中山"], key=by_letters) == sorted(["澳門", "香港", "中山"])
