"""The panel: a page beside the map with facts, a chart or a story."""
