"""How content gets to a machine: packed and signed, checked, and kept in versions to go back to."""
