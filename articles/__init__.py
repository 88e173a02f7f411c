"""What the desk writes and what readers read. Editors work on an Article; readers only ever get an Edition."""
