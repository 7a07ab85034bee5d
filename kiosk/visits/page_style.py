"""How the page about visits looks: in the exhibit's colours, dark or light as the reader's are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

_COLORS = {
    "ground": "ground",
    "panel": "panel",
    "text": "text",
    "muted": "muted",
    "rule": "rule",
    "land": "land",
    "coast": "coast",
    "accent": "accent",
    "accent-text": "accentText",
}
_RULES = """
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--text);font:16px/1.5 "Noto Sans",sans-serif}
main{max-width:800px;margin:0 auto;padding:40px 24px}
h1,h2{font-family:"Noto Serif Display","Noto Serif",serif;font-weight:500;line-height:1.15}
h1{font-size:44px;margin:0 0 8px}
h2{font-size:28px;margin:0 0 12px}
h3{font-size:16px;margin:20px 0 8px}
p{margin:0 0 12px;max-width:66ch}
.muted,.number{color:var(--muted)}
section{background:var(--panel);border:1px solid var(--rule);border-radius:12px;padding:24px}
section{margin-top:24px}
.figures{display:flex;flex-wrap:wrap;gap:16px 48px}
.figures b{display:block;font:500 44px/1.1 "Noto Serif Display","Noto Serif",serif}
.figures b{color:var(--accent-text);font-variant-numeric:tabular-nums}
figure{margin:0}
svg{display:block;width:100%;height:auto;break-inside:avoid}
h2,h3{break-after:avoid}
svg text{font:14px "Noto Sans",sans-serif;fill:var(--text)}
svg .number{fill:var(--muted)}
svg .middle{text-anchor:middle;font-size:12px}
.bar{fill:var(--accent)}
.marked{fill:var(--text)}
.none{fill:none;stroke:var(--rule)}
.land{fill:var(--land);stroke:var(--coast)}
.dot{stroke:var(--ground);stroke-width:1.5}
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
th,td{text-align:left;padding:6px 12px 6px 0;border-bottom:1px solid var(--rule)}
td+td,th+th{text-align:right}
.legend{display:flex;gap:4px 20px;flex-wrap:wrap;margin-top:12px}
.legend svg{display:inline-block;width:14px;height:14px;margin-right:6px;vertical-align:-2px}
@page{margin:14mm}
@media print{body{background:none;font-size:11pt}main{max-width:none;padding:0}h1{font-size:28pt}}
@media print{section{background:none;border:0;border-radius:0;padding:12pt 0}}
@media print{section{border-top:1px solid var(--rule)}}
@media print{table,.figures{break-inside:avoid}figure svg{width:82%}svg.map{width:70%}}
@media print{*{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
"""


def page_style(tokens: Mapping[str, Any]) -> str:
    """The style sheet, from assets/look/tokens.yaml; paper is light."""
    light, dark = (tokens["themes"][name] for name in ("light", "dark"))
    return (
        f":root{{color-scheme:light dark;{_variables(light)}}}"
        f"@media screen and (prefers-color-scheme:dark){{:root{{{_variables(dark)}}}}}"
        f"{_RULES}{_shades()}"
    )


def _variables(theme: Mapping[str, Any]) -> str:
    colors = theme["color"]
    written = [f"--{name}:{colors[token]}" for name, token in _COLORS.items()]
    for number, color in enumerate(theme["sequential"]):
        is_light = _luminance(color) > 0.35
        written += [f"--s{number}:{color}", f"--i{number}:{'#07161B' if is_light else '#FFFFFF'}"]
    return ";".join(written)


def _luminance(color: str) -> float:
    red, green, blue = (int(color[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return float(0.2126 * red**2.2 + 0.7152 * green**2.2 + 0.0722 * blue**2.2)


def _shades() -> str:
    return "".join(
        f".shade-{number}{{fill:var(--s{number})}}svg .on-shade-{number}{{fill:var(--i{number})}}"
        for number in range(5)
    )
