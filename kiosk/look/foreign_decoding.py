"""Turns an AVIF or HEIC into a JPEG, in a process that may end in any way without harm.

That process runs this module: `python -m kiosk.look.foreign_decoding` is given a descriptor and no
name of any file.  It writes a line of JSON and then the picture: as it was held, with its colour
profile, and no larger than anybody looks at; as PNG where it can be seen through.
"""

from __future__ import annotations

import io
import json
import math
import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_PIXELS = 64_000_000
"""Of the file; a telephone takes 48 million at the most."""
KEPT_PIXELS = 24_000_000
"""Of what is given: 6,000 × 4,000, with which whoever looks closest has enough."""
_MEMORY_BYTES = 2 * 2**30
_SECONDS = 20
_LARGEST_PROFILE = 2**20
_QUALITY = 95
TOO_MANY_PIXELS, TOO_MUCH_MEMORY, BROKEN = "pixels", "memory", "broken"
"""Why nothing is given."""
_FORMATS = {"avif": "AVIF", "heic": "HEIF"}


def _limit_itself() -> None:
    import resource

    _, hardest = resource.getrlimit(resource.RLIMIT_AS)
    most = _MEMORY_BYTES if hardest == resource.RLIM_INFINITY else min(_MEMORY_BYTES, hardest)
    resource.setrlimit(resource.RLIMIT_AS, (most, hardest))
    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # Nothing is written but what goes through the pipe.
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def _decoded(descriptor: int, kind: str) -> tuple[dict[str, Any], bytes]:
    from PIL import Image, ImageOps

    if kind == "heic":
        from pillow_heif import register_heif_opener

        register_heif_opener()
    # Its own limit is a warning first, and ours is held below.
    Image.MAX_IMAGE_PIXELS = None
    with os.fdopen(descriptor, "rb") as file:
        picture = Image.open(file, formats=[_FORMATS[kind]])
        width, height = picture.size
        told = {"width": width, "height": height}
        if width * height > MOST_PIXELS:
            return {**told, "failure": TOO_MANY_PIXELS}, b""
        # The further pictures of a HEIC are those of other moments, or maps of depth.
        told["moves"] = kind == "avif" and getattr(picture, "n_frames", 1) > 1
        profile = picture.info.get("icc_profile") or b""
        whole: Image.Image = ImageOps.exif_transpose(picture)
        told["width"], told["height"] = whole.size
    scale = math.sqrt(KEPT_PIXELS / (width * height))
    if scale < 1:
        size = (max(1, int(whole.width * scale)), max(1, int(whole.height * scale)))
        whole = whole.resize(size, Image.Resampling.LANCZOS, reducing_gap=2)
    return told, _written(whole, profile if len(profile) <= _LARGEST_PROFILE else b"")


def _written(picture: Image, profile: bytes) -> bytes:
    out = io.BytesIO()
    named = {"icc_profile": profile} if profile else {}
    if picture.has_transparency_data:
        picture = picture.convert("RGBA")
        if picture.getchannel("A").getextrema() != (255, 255):
            picture.save(out, "PNG", compress_level=1, **named)
            return out.getvalue()
    picture.convert("RGB").save(out, "JPEG", quality=_QUALITY, subsampling=0, **named)
    return out.getvalue()


def main() -> None:
    """Answer for the picture of the descriptor on the command line."""
    descriptor, kind = sys.argv[1:]
    _limit_itself()
    content = b""
    try:
        told, content = _decoded(int(descriptor), kind)
    except MemoryError:
        told = {"failure": TOO_MUCH_MEMORY}
    except Exception:
        told = {"failure": BROKEN}
    with suppress(BrokenPipeError):
        sys.stdout.buffer.write(json.dumps(told).encode() + b"\n" + content)
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
