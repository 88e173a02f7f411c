"""What `make bench` measures: each figure beside the bound this software promises."""
