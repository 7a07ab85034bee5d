"""Editing content: forms drawn from the models, and changes that are spliced into files."""
