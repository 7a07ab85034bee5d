"""Starts the exhibit from a checkout: the same as the installed `kiosk` command."""

from __future__ import annotations

import sys

from kiosk.__main__ import main

if __name__ == "__main__":
    sys.exit(main())
