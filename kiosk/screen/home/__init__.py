"""What lies over the map home: the title, the legend and the map's credit."""
