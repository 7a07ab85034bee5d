"""The touch map: land as ink, the estuary as the light, and every place within reach."""
