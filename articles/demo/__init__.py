"""The demo newsroom “Limelight”: people, pictures and stories of our own invention."""
