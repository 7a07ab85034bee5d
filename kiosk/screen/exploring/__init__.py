"""A view that fingers, a wheel and buttons move: the map, and a picture that is open large."""
