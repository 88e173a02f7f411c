"""What every public page keeps, whatever it shows: valid, readable by everyone, light, quiet and still."""
