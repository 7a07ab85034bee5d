"""What stands behind `spoken_words.py`: numbers, signs and letters as each language says them."""
