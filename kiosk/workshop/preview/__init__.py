"""The preview, which follows every save."""
