"""A talk: a guide leads a group through the exhibit along a tour, with notes and a clicker."""
