"""A person who waits is told how far it is; a program that reads along is not."""

from __future__ import annotations

from io import StringIO

from kiosk.workshop.check.progress import Progress


class _Terminal(StringIO):
    def isatty(self) -> bool:
        return True


class _Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_it_speaks_after_a_second_and_leaves_an_empty_line() -> None:
    terminal, clock = _Terminal(), _Clock()
    progress = Progress("laying out", terminal, clock)
    progress.show(0.1)
    assert terminal.getvalue() == ""

    clock.now = 1.5
    progress.show(0.5)
    assert terminal.getvalue() == "\rlaying out: 50%"

    progress.end()
    assert terminal.getvalue() == f"\rlaying out: 50%\r{' ' * 15}\r"


def test_it_names_what_was_done_last() -> None:
    terminal, clock = _Terminal(), _Clock()
    progress = Progress("laying out", terminal, clock)
    clock.now = 1.5
    progress.name("pt on a screen of 1080 × 1920")
    progress.show(0.1)
    progress.name("en on 4K")
    progress.show(0.2)

    first, second = terminal.getvalue().split("\r")[1:]
    assert first == "laying out: 10%, pt on a screen of 1080 × 1920 is done"
    assert second.rstrip() == "laying out: 20%, en on 4K is done"
    assert len(second) == len(first), "what was longer is written over"


def test_it_is_silent_where_nobody_looks() -> None:
    file, clock = StringIO(), _Clock()
    progress = Progress("laying out", file, clock)
    clock.now = 5.0

    progress.show(0.5)
    progress.end()

    assert file.getvalue() == ""
