"""A fullscreen touch exhibit about innovation in the Greater Bay Area."""

import os

__version__ = "0.1.0"

# NumPy's linear algebra starts a thread for each processor when it is imported, and nothing here
# uses it.  This module runs before any other of the program, so before anything imports NumPy.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
