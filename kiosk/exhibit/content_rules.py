"""Every rule for content that is declared in the exhibit's rooms and in the text's, in one table.

A new rule is declared in the file that words it and listed in that file's `RULES`; only a new
file is added here.
"""

from __future__ import annotations

from kiosk.exhibit.rules import (
    age_rules,
    approval_rules,
    count_rules,
    drawing_messages,
    fact_rules,
    figure_rules,
    hash_rules,
    inset_rules,
    interface_rules,
    language_rules,
    layer_advice,
    layer_messages,
    length_rules,
    letter_rules,
    map_rules,
    markdown_rules,
    naming_messages,
    number_rules,
    part_rules,
    pictogram_rules,
    picture_messages,
    placeholder_rules,
    prose_rules,
    status_rules,
    story_rules,
    suppressions,
    term_rules,
    tour_rules,
    undrawn_messages,
    usage_rules,
)
from kiosk.exhibit.tables import chart_messages, spreadsheet_messages, table_messages
from kiosk.exhibit.translating import glossary, translation_messages
from kiosk.text import (
    file_messages,
    shape_messages,
    yaml_key_messages,
    yaml_messages,
    yaml_sign_messages,
)

CONTENT_RULES = (
    *prose_rules.RULES,
    *number_rules.RULES,
    *age_rules.RULES,
    *count_rules.RULES,
    *figure_rules.RULES,
    *placeholder_rules.RULES,
    *hash_rules.RULES,
    *markdown_rules.RULES,
    *letter_rules.RULES,
    *glossary.RULES,
    *language_rules.RULES,
    *interface_rules.RULES,
    *translation_messages.RULES,
    *usage_rules.RULES,
    *term_rules.RULES,
    *file_messages.RULES,
    *yaml_messages.RULES,
    *yaml_sign_messages.RULES,
    *yaml_key_messages.RULES,
    *shape_messages.RULES,
    *naming_messages.RULES,
    *map_rules.RULES,
    *undrawn_messages.RULES,
    *approval_rules.RULES,
    *fact_rules.RULES,
    *part_rules.RULES,
    *status_rules.RULES,
    *pictogram_rules.RULES,
    *chart_messages.RULES,
    *length_rules.RULES,
    *story_rules.RULES,
    *inset_rules.RULES,
    *picture_messages.RULES,
    *drawing_messages.RULES,
    *table_messages.RULES,
    *spreadsheet_messages.RULES,
    *layer_advice.RULES,
    *layer_messages.RULES,
    *tour_rules.RULES,
    *suppressions.RULES,
)
"""In the order of docs/curators.md."""
