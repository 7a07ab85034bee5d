"""What helps to write content: schemas for editors, skeletons of new pieces, times of tours."""
