"""The picture of the last run that stands until the first one of this run."""
