"""The approval of the map by an authority, as it is printed beside it: 審圖號."""

from __future__ import annotations

from kiosk.exhibit.model.parts import Model, Name, Words


class MapApproval(Model):
    """The number of an approval and who holds it, or a curator's reason why there is none."""

    number: Words | None = None
    holder: Name | None = None
    missing: Words | None = None
