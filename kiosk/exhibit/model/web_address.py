"""Which addresses of sources a telephone can open."""

from __future__ import annotations

import re

_WEB_ADDRESS = re.compile(r"https?://[^\s/@:]+\.[^\s/@:]+(?::\d+)?(?:[/?#]\S*)?")


def is_web_address(address: str) -> bool:
    """Whether it leads to a page of the web, and its host stands in it openly."""
    return _WEB_ADDRESS.fullmatch(address) is not None
