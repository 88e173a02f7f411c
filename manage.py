#!/usr/bin/env python3
"""The one door: `up` runs the newsroom, `test` checks it, every other command is Django's."""

import sys

from newsroom import bootstrap

if __name__ == "__main__":
    bootstrap.main(sys.argv)
