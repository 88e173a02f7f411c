CONFIG: dict = {}
