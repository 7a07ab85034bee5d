"""The text of files: YAML with positions, its edits, folders, and how messages are worded."""
