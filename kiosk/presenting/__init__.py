"""Talks: a guide leads a group along a tour, with notes and a clicker; and handouts of them."""
