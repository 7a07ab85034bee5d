"""A film or a recording over the whole stage: its pictures, captions, transcript and controls."""
