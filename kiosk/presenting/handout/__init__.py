"""What an audience takes home: zones or steps of a tour as a PDF."""
