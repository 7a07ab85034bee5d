"""Texts to translators and back: XLIFF for their programs, a sheet for Excel and LibreOffice."""
