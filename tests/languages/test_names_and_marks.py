"""The initials of names, and the marks around what somebody says."""

from __future__ import annotations

import pytest

from kiosk.languages.initials import initials
from kiosk.languages.quotes import quotation_marks


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Chen Fu-Rong", "CF"),
        ("陳福榮", "陳"),
        ("周运贤", "周"),
        ("João da Silva e Costa", "JC"),
        ("Prince", "P"),
        ("élodie Durand", "ÉD"),
        ("Σωκράτης", "Σ"),
        ("J. R. Lee", "JL"),
        ("  ", ""),
        ("007", ""),
    ],
)
def test_initials(name: str, letters: str) -> None:
    assert initials(name) == letters


@pytest.mark.parametrize(
    ("language", "marks"),
    [
        ("en", "“”"),
        ("zh-Hant", "「」"),
        ("zh-Hans", "“”"),
        ("pt", "“”"),
        ("de-CH", "„“"),
        ("eo", "“”"),
    ],
)
def test_quotation_marks(language: str, marks: str) -> None:
    assert "".join(quotation_marks(language)) == marks
