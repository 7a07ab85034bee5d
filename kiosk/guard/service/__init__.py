"""The units and the guide that install the exhibit on a machine."""
