"""What is said about files of translations, worded for the person who sends and receives them."""

from __future__ import annotations

from kiosk.text.invisible import code
from kiosk.text.message_words import excerpt, in_words, tags
from kiosk.text.messages import ExhibitError
from kiosk.text.phrase import Phrase, of_program


class ExchangeRefused(ExhibitError):
    """A file of translations that is not read or written; `words` say why."""

    def __init__(self, words: str) -> None:
        self.words = words
        super().__init__(str(words))


OTHER_ENDING = Phrase("translations are exchanged as .xlf (XLIFF 1.2), .xliff (2.1) or .xlsx")
TOO_LARGE = Phrase("the file is too large: 8 MiB and 20,000 texts are read")
NO_XML = Phrase(
    "this is no whole XLIFF file; open it in the translators' program and save it again"
)
WITH_DTD = Phrase("the file defines entities of its own, which no program does for translations")
NO_XLIFF = Phrase("this is XML, but no XLIFF of version 1.2, 2.0 or 2.1")
NO_LANGUAGE = Phrase("the file does not say into which language it translates")
NO_SHEET = Phrase("no sheet has the hidden column of ids that the export has written at its end")
NOTHING_TO_SEND = Phrase("no text is to be translated: choose others")
INLINE = Phrase("there are marks in it that are no text: take them out in the translators' program")
FORMULA = Phrase("a formula stands there: write the words themselves")
NO_WORDS = Phrase("no words stand there, but a date or the like: format the cell as text")
EMPTY = Phrase("nothing stands there, and what is there now stays")
UNKNOWN = Phrase("no text has this id any more")
TWICE = Phrase("this id is there twice, and it is not clear which one counts")
SAME = Phrase("it says the same as the original")
NO_HAN = Phrase("there is no Chinese letter in it")


def bad_xml(line: int) -> Phrase:
    """XML that breaks off, or is in an encoding that nobody reads."""
    return Phrase("{problem} (line {line})", problem=NO_XML, line=line)


def not_read(name: str, reason: str) -> Phrase:
    """`reason` is the system's."""
    return Phrase("{name} can't be read: {reason}", name=name, reason=of_program(reason))


def no_plain_file(name: str) -> Phrase:
    """A folder, a pipe or the like."""
    return Phrase("{name} is no plain file", name=name)


def not_written(name: str, reason: str) -> Phrase:
    """`reason` is the system's."""
    return Phrase("{name} can't be written: {reason}", name=name, reason=of_program(reason))


def is_there(name: str) -> Phrase:
    """Nothing is written over a file unasked."""
    return Phrase("{name} is there already: choose another name", name=name)


def other_original(found: str, original: str) -> Phrase:
    """The file was not made of this exhibit's original."""
    return Phrase(
        "the file translates from {found}, and the original here is {original}",
        found=in_words(found),
        original=in_words(original),
    )


def other_language(found: str, languages: tuple[str, ...]) -> Phrase:
    """The file is in a language that the exhibit does not have."""
    return Phrase(
        "the file translates into {found}, which is none of {languages}",
        found=in_words(found),
        languages=tags(languages),
    )


def changed(then: str) -> Phrase:
    """The original is another one than the translators had."""
    return Phrase("the original has changed since; it was '{then}'", then=excerpt(then))


def too_long(limit: int) -> Phrase:
    """More than a text can have."""
    return Phrase("it has more than {limit} letters", limit=limit)


def long_word_in_it(limit: int) -> Phrase:
    """No line may break in it, so it can't be laid out."""
    return Phrase("a word in it has more than {limit} letters", limit=limit)


def over_limit(length: int, most: int) -> Phrase:
    """More than the check lets a text like it have."""
    return Phrase("{length} are written, {most} are the limit", length=length, most=most)


def sign_missing(sign: str) -> Phrase:
    """What the exhibit fills in is not there."""
    return Phrase("{sign} is missing, where the exhibit writes a number or a name", sign=sign)


def figure_missing(figure: str) -> Phrase:
    """A number of the original is not in the translation."""
    return Phrase("the figure {figure} of the original is missing", figure=figure)


def unseen(letter: str) -> Phrase:
    """Something that can't be seen, and that changes how the rest is read."""
    return Phrase("there is a sign in it that can't be seen: {code}", code=code(letter))


def other_letters(letters: str) -> Phrase:
    """Letters that the language does not have."""
    return Phrase("these letters are of another language: {letters}", letters=letters)


def not_changed(reason: str) -> Phrase:
    """The file of the text is written so that nothing can be spliced in there."""
    return Phrase("its file can't be changed there: {reason}", reason=reason)


def at_line(line: int) -> Phrase:
    """Where in a file something stands."""
    return Phrase("line {line}", line=line)


def at_row(row: int) -> Phrase:
    """Where in a sheet something stands."""
    return Phrase("row {row}", row=row)
