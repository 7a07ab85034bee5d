"""What an editor offers to write at once: a text in its languages, a fact, a page, a panel."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from kiosk.text.multilingual import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Mapping


def _text(first: int) -> dict[str, str]:
    return {tag: f"${number}" for number, tag in enumerate(LANGUAGES, first)}


_FACT = {"id": "$1", "value": "$2", "unit": "$3", "label": _text(4)}
_PAGE = {"heading": _text(1), "text": _text(5), "source": "$9"}
_PICTURE = {"file": "$1", "alternative": _text(2), "credit": "$6", "licence": "$7"}
_SERIES = {"id": "$10", "label": _text(11), "points": [{"at": "$15", "value": "$16"}]}

SNIPPETS: Mapping[str, tuple[Mapping[str, Any], ...]] = MappingProxyType(
    {
        "Text": (
            {
                "label": "all languages",
                "description": "The words in all four languages",
                "body": _text(1),
            },
        ),
        "Term": (
            {
                "label": "new term",
                "description": "The forms of a word, and what it means",
                "body": {"forms": _text(1), "explanation": _text(5)},
            },
        ),
        "Fact": ({"label": "new fact", "description": "One figure with its label", "body": _FACT},),
        "StoryPage": ({"label": "new page", "description": "One page of a story", "body": _PAGE},),
        "Panel": (
            {
                "label": "new panel: facts",
                "description": "A panel of facts",
                "body": {"id": "$10", "kind": "facts", "source": "$11", "as_of": "$12"}
                | {"facts": [{**_FACT, "lead": True}]},
            },
            {
                "label": "new panel: chart",
                "description": "A chart with its headline",
                "body": {"id": "$17", "kind": "chart", "chart": "${18|bar,line,ranking|}"}
                | {"headline": _text(1), "sentence": _text(5), "unit": "$9", "series": [_SERIES]}
                | {"source": "$19", "as_of": "$20"},
            },
            {
                "label": "new panel: story",
                "description": "A story in pages",
                "body": {"id": "$18", "kind": "story", "title": _text(10), "summary": _text(14)}
                | {"pages": [_PAGE]},
            },
            {
                "label": "new panel: people",
                "description": "People with their portraits",
                "body": {"id": "$13", "kind": "people", "title": _text(14), "source": "$18"}
                | {"people": [{"name": _text(1), "role": _text(5), "text": _text(9)}]},
            },
            {
                "label": "new panel: quote",
                "description": "What somebody said",
                "body": {"id": "$13", "kind": "quote", "words": _text(1), "name": _text(5)}
                | {"role": _text(9), "at": "$14", "source": "$15"},
            },
            {
                "label": "new panel: events",
                "description": "What happened when, with words and pictures",
                "body": {"id": "$19", "kind": "events", "title": _text(20), "source": "$24"}
                | {
                    "events": [
                        {"at": "$1", "heading": _text(2), "text": _text(6)},
                        {"at": "$10", "heading": _text(11), "text": _text(15)},
                    ]
                },
            },
            {
                "label": "new panel: gallery",
                "description": "Pictures with captions",
                "body": {"id": "$18", "kind": "gallery", "title": _text(10)}
                | {"pictures": [_PICTURE]},
            },
            {
                "label": "new panel: comparison",
                "description": "Two pictures of one thing, before and after",
                "body": {"id": "$18", "kind": "comparison", "title": _text(10), "text": _text(14)}
                | {key: {"label": _text(19), "picture": _PICTURE} for key in ("before", "after")}
                | {"source": "$23"},
            },
        ),
    }
)
"""By the name of what is offered."""
