"""Workshop: what curators work with at a desk, never on the exhibit itself."""
