"""Prometheus' text format read without mercy, where promtool is not at hand."""

from __future__ import annotations

import re
from typing import NamedTuple

_NAME = r"[a-z][a-z0-9_]*"
_COMMENT = re.compile(rf"# (HELP|TYPE) ({_NAME}) (\S.*)")
_SAMPLE = re.compile(rf"({_NAME})(?:\{{(.+)\}})? (-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)")
_LABEL = re.compile(rf'({_NAME})="((?:[^"\\\n]|\\[\\"n])*)"(?:,|$)')


class ReadSample(NamedTuple):
    labels: dict[str, str]
    value: float


def read_metrics(text: str) -> dict[str, tuple[str, list[ReadSample]]]:
    """The kind and the samples by name; fails where Prometheus or its conventions would."""
    assert text.endswith("\n")
    found: dict[str, tuple[str, list[ReadSample]]] = {}
    lines = iter(text.splitlines())
    helped = ""
    for line in lines:
        comment = _COMMENT.fullmatch(line)
        if comment is not None:
            what, name, told = comment.groups()
            if what == "HELP":
                assert name not in found, f"{name} stands there twice"
                helped = name
                continue
            assert name == helped, f"{name} has no HELP"
            assert told in ("counter", "gauge")
            assert name.startswith("kiosk_")
            assert name.endswith("_total") is (told == "counter")
            found[name] = (told, [])
            continue
        sample = _SAMPLE.fullmatch(line)
        assert sample is not None, line
        name, labels, value = sample.groups()
        assert name == next(reversed(found)), f"a sample of {name} among others"
        read = _labels(labels or "")
        assert all(read != each.labels for each in found[name][1]), f"{line} stands there twice"
        found[name][1].append(ReadSample(read, float(value)))
    return found


def _labels(written: str) -> dict[str, str]:
    labels, at = {}, 0
    while at < len(written):
        label = _LABEL.match(written, at)
        assert label is not None, written
        assert label[1] not in labels
        labels[label[1]] = re.sub(r"\\(.)", _unescaped, label[2])
        at = label.end()
    return labels


def _unescaped(found: re.Match[str]) -> str:
    return "\n" if found[1] == "n" else found[1]
