"""Why something could not be written, in words for whoever sits before it."""

from __future__ import annotations

import errno
from types import MappingProxyType
from typing import TYPE_CHECKING

from kiosk.text.phrase import template

if TYPE_CHECKING:
    from collections.abc import Mapping

NO_FILE = template("something else than a plain file is called so")
LEADS_INTO_CONTENT = template("its folder is a link that leads into the content")
_READ_ONLY = template("this disk can only be read")
_NOT_ALLOWED = template("you may not write there")
_GONE = template("its folder is not there")
_FAULTY = template("the disk reports a fault")
_REASONS: Mapping[int, str] = MappingProxyType(
    {
        errno.ENOSPC: template("the disk is full"),
        errno.EDQUOT: template("your share of the disk is full"),
        errno.EROFS: _READ_ONLY,
        errno.EACCES: _NOT_ALLOWED,
        errno.EPERM: _NOT_ALLOWED,
        errno.ENOENT: _GONE,
        errno.ENOTDIR: template("a file lies where its folder should be"),
        errno.EISDIR: template("a folder is called so"),
        errno.EFBIG: template("it is larger than this disk takes"),
        errno.ENAMETOOLONG: template("its name is longer than this disk takes"),
        errno.EIO: _FAULTY,
        errno.ESTALE: template("the network drive has gone"),
    }
)
_UNKNOWN = template("the system refuses it")


class LeadsIntoContent(OSError):
    """What is not to be part of the content would be written into it."""


def reason_of(error: OSError) -> str:
    """Why the disk did not take something."""
    if isinstance(error, LeadsIntoContent):
        return LEADS_INTO_CONTENT
    known = _REASONS.get(error.errno or 0)
    return known or (error.strerror or _UNKNOWN).lower()
