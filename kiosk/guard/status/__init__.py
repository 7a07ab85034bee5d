"""How the running exhibit is, for whoever looks after many machines."""
