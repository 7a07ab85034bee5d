"""The map as shapes: reading an SVG, where a finger is, what part is seen.

Nothing here draws, knows a widget or knows what a shape means.
"""
