"""Other programs of this machine tell the exhibit what to do, where the settings let them."""
