"""How the exhibit looks: colours, type, sizes, motion, fonts and icons, from assets/look."""
