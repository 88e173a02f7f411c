"""The scenes that the demo's pictures are composed of."""
