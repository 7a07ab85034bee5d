"""The workshop: tools for curators at a desk, which never run on the exhibit itself."""
