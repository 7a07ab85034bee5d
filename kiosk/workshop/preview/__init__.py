"""The preview that follows each save."""
