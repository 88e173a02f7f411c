"""From a rendered page to its readers: recorded, kept, served like a file, and purged the moment it is old."""
