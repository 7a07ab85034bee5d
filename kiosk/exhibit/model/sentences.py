"""Where the sentences of a text end."""

from __future__ import annotations

import re

# A full stop ends a sentence unless small letters follow, as after an abbreviation.  A Chinese
# semicolon ends one too: the parts around it could be sentences of their own.
END_OF_SENTENCE = re.compile(
    r"(?<![.!?…])[.!?…]++[\"'”’»)\]]*+(?=\s++[^\sa-zà-ÿ]|\s*+$)|[。！？；]++[」』”’）]*+|\n\s*\n"
)


def first_sentence(text: str) -> str:
    """The first sentence of a text, whole; a part before a Chinese semicolon is one too."""
    end = END_OF_SENTENCE.search(text)
    first = text if end is None else text[: end.end()]
    first = first.strip()
    return f"{first[:-1]}。" if first.endswith("；") else first
