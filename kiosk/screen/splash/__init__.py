"""The picture of the last run, shown until the first one of this run."""
