"""Comments, odd signs and odd places when a YAML text is changed."""

import time

import pytest

from kiosk.text.yaml_edit import CannotEdit, YamlText

IN_LINES = "k: [\n  a, # about a\n  b, # about b\n  c # about c\n]\n"


def _yaml(text: str) -> YamlText:
    return YamlText.parse(text, "f")


@pytest.mark.parametrize("mark", ["|", ">", "|-"])
def test_comment_behind_mark_stays_when_text_gets_quoted(mark: str) -> None:
    changed = _yaml(f"k: {mark} # keep\n  old\nz: 1\n").with_text(("k",), "  lead")
    assert changed.text == 'k: "  lead" # keep\nz: 1\n'


@pytest.mark.parametrize(
    ("index", "left"),
    [
        (0, "k: [\n  b, # about b\n  c # about c\n]\n"),
        (1, "k: [\n  a, # about a\n  c # about c\n]\n"),
        (2, "k: [\n  a, # about a\n  b # about b\n]\n"),
    ],
)
def test_comment_goes_with_its_entry(index: int, left: str) -> None:
    assert _yaml(IN_LINES).without(("k", index)).text == left


@pytest.mark.parametrize("text", ["k: [ # why these\n  a,\n]\n", "k: [ a, b, # both\n]\n"])
def test_comment_of_nobody_keeps_entry(text: str) -> None:
    with pytest.raises(CannotEdit):
        _yaml(text).without(("k", 0))


@pytest.mark.parametrize("words", ["  a\n b", "\n a\nb", "a\n\x07b", "a\nb"])
def test_new_key_takes_any_lines(words: str) -> None:
    assert _yaml("k: x\n").with_key(("n",), words).document.root.plain()["n"] == words


@pytest.mark.parametrize("words", ["\ud800", "a\n\ud800", "\udc80 b"])
def test_surrogates_cannot_be_written(words: str) -> None:
    for text in ("k: x\n", "k: |\n  x\n", "k: 'x\n  y'\n"):
        with pytest.raises(CannotEdit):
            _yaml(text).with_text(("k",), words)
        with pytest.raises(CannotEdit):
            _yaml(text).with_key(("n",), words)
        with pytest.raises(CannotEdit):
            _yaml(text).renamed(("k",), words)
    with pytest.raises(CannotEdit):
        _yaml("k:\n- x\n").with_entry(("k",), {"en": words})
    with pytest.raises(CannotEdit):
        _yaml("k:\n- x\n").with_written_entry(("k",), f"- {words}")


def test_long_text_is_wrapped_soon() -> None:
    begin = time.process_time()
    _yaml("k: x\n y\n").with_text(("k",), "w " * 100000 + "e")
    assert time.process_time() - begin < 5


def test_question_mark_in_brackets_is_quoted() -> None:
    changed = _yaml("k: x\n").with_key(("q",), {"en": "What?"})
    assert changed.text == 'k: x\nq: {en: "What?"}\n'


@pytest.mark.parametrize("at", [99, -1])
def test_places_that_are_not_there(at: int) -> None:
    with pytest.raises(CannotEdit):
        _yaml("k: x\n").with_key(("n",), "y", at)
    with pytest.raises(CannotEdit):
        _yaml("k: [x]\n").with_entry(("k",), "y", at)


def test_truth_is_no_index() -> None:
    with pytest.raises(CannotEdit):
        _yaml("k: [x, y]\n").without(("k", True))
