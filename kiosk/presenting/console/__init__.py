"""The presenter's window: notes, times, and pictures of this step and the next."""
