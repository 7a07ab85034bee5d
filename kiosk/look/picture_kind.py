"""What kind of picture a file is, told by its first bytes, whatever its name says."""

from __future__ import annotations

import re
from enum import StrEnum

from kiosk.text.phrase import template

HEAD_BYTES = 4096
"""So much of a file tells what it is."""


class PictureKind(StrEnum):
    """The kinds that are drawn, by the names that Qt's readers have."""

    JPEG = "jpeg"
    PNG = "png"
    WEBP = "webp"
    GIF = "gif"
    TIFF = "tiff"
    BMP = "bmp"
    SVG = "svg"
    AVIF = "avif"
    HEIC = "heic"

    @property
    def spoken(self) -> str:
        """The name as people write it."""
        return "WebP" if self is PictureKind.WEBP else self.name


_SIGNATURES: tuple[tuple[re.Pattern[bytes], PictureKind], ...] = (
    (re.compile(rb"\xff\xd8\xff"), PictureKind.JPEG),
    (re.compile(rb"\x89PNG\r\n\x1a\n"), PictureKind.PNG),
    (re.compile(rb"RIFF....WEBP", re.DOTALL), PictureKind.WEBP),
    (re.compile(rb"GIF8[79]a"), PictureKind.GIF),
    (re.compile(rb"II[\x2a\x2b]\0|MM\0[\x2a\x2b]"), PictureKind.TIFF),
    (re.compile(rb"BM.{4}\0\0\0\0", re.DOTALL), PictureKind.BMP),
)

BY_DECODER = frozenset({PictureKind.AVIF, PictureKind.HEIC})
"""The kinds that Qt reads only where it has been given a decoder for them, and another process
where that has one."""

_BY_DECODER: tuple[tuple[re.Pattern[bytes], PictureKind], ...] = (
    (re.compile(rb"....ftyp(?:hei|hev|mif1|msf1)", re.DOTALL), PictureKind.HEIC),
    (re.compile(rb"....ftypavi[fs]", re.DOTALL), PictureKind.AVIF),
)
_AS_JPEG = template("export it as JPEG")
_AS_PICTURE = template("export it as SVG, PNG or JPEG")
_STRANGERS: tuple[tuple[re.Pattern[bytes], str, str], ...] = (
    (
        re.compile(rb"....ftyp(?:hei|hev|mif1|msf1)", re.DOTALL),
        template("a HEIC photograph, as telephones write them"),
        template(
            "export it as JPEG; an iPhone takes JPEG with Settings > Camera > Formats >"
            " Most Compatible. With the extra 'media' it is read here"
        ),
    ),
    (re.compile(rb"....ftypavi[fs]", re.DOTALL), template("an AVIF picture"), _AS_JPEG),
    (re.compile(rb"....ftypcrx ", re.DOTALL), template("a raw photograph"), _AS_JPEG),
    (
        re.compile(rb"....ftyp|\x1aE\xdf\xa3", re.DOTALL),
        template("a film"),
        template("save one picture of it as JPEG"),
    ),
    (re.compile(rb"\xff\x0a|\0\0\0\x0cJXL "), template("a JPEG XL picture"), _AS_JPEG),
    (re.compile(rb"\0\0\0\x0cjP  |\xff\x4f\xff\x51"), template("a JPEG 2000 picture"), _AS_JPEG),
    (re.compile(rb"%PDF"), template("a PDF"), _AS_PICTURE),
    (re.compile(rb"%!PS|\xc5\xd0\xd3\xc6"), template("a PostScript drawing"), _AS_PICTURE),
    (re.compile(rb"8BPS"), template("a Photoshop file"), _AS_JPEG),
    (re.compile(rb"gimp xcf"), template("a GIMP file"), _AS_JPEG),
    (
        re.compile(rb"\0\0[\x01\x02]\0"),
        template("an icon of Windows"),
        template("export it as PNG"),
    ),
    (
        re.compile(rb"\0{16}"),
        template("a file of zeros, which was not saved completely"),
        template("take it from a copy, or export it anew"),
    ),
    (
        re.compile(rb"\x1f\x8b"),
        template("compressed (as .svgz is)"),
        template("save it as plain SVG"),
    ),
    (
        re.compile(rb"PK\x03\x04"),
        template("an archive or an office document"),
        template("export the picture itself"),
    ),
    (
        re.compile(rb"(?is)\s*(?:<!--.*?-->\s*)?<(?:!doctype\s+html|html|head|body)\b"),
        template("a web page"),
        template("save the picture itself, not the page on which it stands"),
    ),
    (
        re.compile(rb"version https://git-lfs"),
        template("a reference of Git LFS"),
        template("fetch the picture: git lfs pull"),
    ),
)

_UTF16 = (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")


def kind_by_decoder(head: bytes) -> PictureKind | None:
    """The kind of what may be drawn, where there is a decoder; None for anything else."""
    return next((kind for signature, kind in _BY_DECODER if signature.match(head)), None)


def kind_of(head: bytes) -> PictureKind | None:
    """The kind that a file beginning with `head` is; None for what is not drawn everywhere."""
    for signature, kind in _SIGNATURES:
        if signature.match(head):
            return kind
    if stranger(head) is None and head.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"<":
        return PictureKind.SVG
    return None


def stranger(head: bytes) -> tuple[str, str] | None:
    """What a file is that is not drawn, and what to do with it; None for what nobody knows."""
    for signature, found, mend in _STRANGERS:
        if signature.match(head):
            return found, mend
    if head.startswith(_UTF16):
        return template("a drawing in UTF-16, or no picture"), template("save it as UTF-8")
    return None
