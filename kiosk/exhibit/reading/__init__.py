"""From the files of a folder to an exhibit and all that is wrong with them."""
