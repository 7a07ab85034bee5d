"""The editor: a touch on the exhibit shows the fields of what was touched, beside it."""
