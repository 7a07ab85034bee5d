"""The text of files: YAML with positions, folders, atomic writing, and how mistakes are said."""
