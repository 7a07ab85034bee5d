"""The comfort tray: how a visitor has the exhibit shown."""
