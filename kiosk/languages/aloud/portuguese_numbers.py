"""Numbers in European Portuguese: "dezasseis", "duas mil equipas", "quatro vírgula dois"."""

from __future__ import annotations

_SMALL = (
    *("zero", "um", "dois", "três", "quatro", "cinco", "seis", "sete", "oito", "nove", "dez"),
    *("onze", "doze", "treze", "catorze", "quinze", "dezasseis", "dezassete", "dezoito"),
    *("dezanove",),
)
_TENS = (
    *("", "", "vinte", "trinta", "quarenta", "cinquenta", "sessenta", "setenta", "oitenta"),
    *("noventa",),
)
_HUNDREDS = (
    *("", "cento", "duzentos", "trezentos", "quatrocentos", "quinhentos", "seiscentos"),
    *("setecentos", "oitocentos", "novecentos"),
)
_STEPS = ((10**12, "bilião", "biliões"), (10**6, "milhão", "milhões"))
_FEMININE = {"um": "uma", "dois": "duas"}
_ORDINALS = (
    (
        "",
        "primeiro",
        "segundo",
        "terceiro",
        "quarto",
        "quinto",
        "sexto",
        "sétimo",
        "oitavo",
        "nono",
    ),
    (
        *("", "décimo", "vigésimo", "trigésimo", "quadragésimo", "quinquagésimo"),
        *("sexagésimo", "septuagésimo", "octogésimo", "nonagésimo"),
    ),
    (
        *("", "centésimo", "ducentésimo", "tricentésimo", "quadringentésimo"),
        *("quingentésimo", "sexcentésimo", "septingentésimo", "octingentésimo"),
        *("nongentésimo",),
    ),
)
_DIGITS_OF_A_NUMBER = 2
"""With how many decimals they are said as one number: "vírgula sessenta e sete"."""


def cardinal(number: int, *, feminine: bool = False) -> str:
    """A whole number in words, of what is feminine or masculine."""
    for step, one, several in _STEPS:
        if number >= step:
            whole, rest = divmod(number, step)
            words = f"{cardinal(whole)} {one if whole == 1 else several}"
            return _joined(words, rest, feminine=feminine)
    if number >= 1000:
        whole, rest = divmod(number, 1000)
        words = "mil" if whole == 1 else f"{cardinal(whole, feminine=feminine)} mil"
        return _joined(words, rest, feminine=feminine)
    return _below_thousand(number, feminine=feminine)


def _joined(words: str, rest: int, *, feminine: bool) -> str:
    """With "e" only before the last of the groups: "mil e duzentos", "mil cento e noventa"."""
    if not rest:
        return words
    last = rest < 100 or (rest < 1000 and rest % 100 == 0) or (rest >= 1000 and rest % 1000 == 0)
    return f"{words} {'e ' if last else ''}{cardinal(rest, feminine=feminine)}"


def _below_thousand(number: int, *, feminine: bool) -> str:
    if number == 100:
        return "cem"
    hundreds, rest = divmod(number, 100)
    words = []
    if hundreds:
        name = _HUNDREDS[hundreds]
        words.append(f"{name[:-2]}as" if feminine and hundreds > 1 else name)
    if rest >= len(_SMALL):
        words.append(_TENS[rest // 10])
        rest %= 10
    if rest or not words:
        small = _SMALL[rest]
        words.append(_FEMININE.get(small, small) if feminine else small)
    return " e ".join(words)


def ordinal(number: int, *, feminine: bool = False) -> str:
    """The place in an order up to the 999th: "vigésima primeira"."""
    words = [
        _ORDINALS[power][number // 10**power % 10]
        for power in (2, 1, 0)
        if number // 10**power % 10
    ]
    return " ".join(f"{word[:-1]}a" if feminine else word for word in words)


def decimals(digits: str, *, feminine: bool = False) -> str:
    """What is said behind the comma: a number with the zeros before it, or each digit."""
    bare = digits.lstrip("0")
    zeros = ["zero"] * (len(digits) - len(bare))
    if len(digits) <= _DIGITS_OF_A_NUMBER and bare:
        return " ".join([*zeros, cardinal(int(bare), feminine=feminine)])
    return " ".join(_SMALL[int(digit)] for digit in digits)
