"""The words by which other programs tell the exhibit what to do: one line for each order."""

from __future__ import annotations

from typing import NamedTuple

LINE_LIMIT_BYTES = 1_000
NOW = "--now"


class OrderForm(NamedTuple):
    """What an order does, and what has to follow its word; empty where nothing may."""

    purpose: str
    argument: str = ""
    may_hurry: bool = False
    """Whether it waits for visitors unless `--now` says that it should not."""


ORDERS = {
    "home": OrderForm("show the map home"),
    "dark": OrderForm("go dark until `wake` or opening time, once nobody is there", "", True),
    "wake": OrderForm("be lit again, until closing time"),
    "mute": OrderForm("be silent until `unmute` or the next start"),
    "unmute": OrderForm("be as loud as the settings say again"),
    "restart": OrderForm("start anew, once nobody is there", "", True),
    "language": OrderForm("show everything in another language", "LANGUAGE"),
    "tour": OrderForm("begin a tour that runs by itself, if nobody is there", "TOUR", True),
    "status": OrderForm("say how the exhibit is"),
    "picture": OrderForm("make a picture of what is shown, at half its size"),
}


class Order(NamedTuple):
    """One of ORDERS, what followed it, and whether it is not to wait for visitors."""

    word: str
    argument: str = ""
    now: bool = False

    def __str__(self) -> str:
        return " ".join(filter(None, (self.word, self.argument, NOW if self.now else "")))


class NotAnOrder(Exception):
    """A line that says nothing that can be done; its text says why."""


def parse_order(line: str) -> Order:
    """The order of a line; raises NotAnOrder."""
    word, *rest = line.split() or [""]
    form = ORDERS.get(word)
    if form is None:
        raise NotAnOrder(f"the first word is none of {', '.join(ORDERS)}")
    now = NOW in rest
    if now and not form.may_hurry:
        raise NotAnOrder(f"{word} takes no {NOW}")
    rest = [each for each in rest if each != NOW]
    if len(rest) != bool(form.argument):
        what = f"needs one {form.argument} behind it" if form.argument else "stands alone"
        raise NotAnOrder(f"{word} {what}")
    argument = rest[0] if rest else ""
    if not argument.isprintable():
        raise NotAnOrder(f"what follows {word} can't be read")
    return Order(word, argument, now)
