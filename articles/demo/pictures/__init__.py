"""The albums of the demo's picture library."""
