"""What the exhibit says: the content that curators write, read and checked.  No Qt in here."""
