"""How the desk writes dates and hours where Django writes them: in lists, and in what cannot be changed."""
