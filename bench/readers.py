"""Readers at a steady pace, in a process of their own: `python -m bench.readers PORT HOST RATE FILE`.

FILE holds the addresses they read, one a line. They read until standard input ends; then it is said, as JSON, how many
were answered, in which time, and what went wrong. Whoever is late sends at once: a server that pauses meets a crowd.
"""

import http.client
import json
import random
import sys
import threading
import time
from collections import Counter
from pathlib import Path

READERS = 24  # connections, each of one reader after the other
LASTING = 200  # requests over one connection, until the next one may lead to another process


def read(port: int, host: str, rate: float, addresses: list[str]) -> dict[str, object]:
    over = threading.Event()
    begun = time.monotonic()
    wrong: Counter[str] = Counter()
    taken: list[list[float]] = [[] for _ in range(READERS)]

    def keep_reading(reader: int) -> None:
        pick = random.Random(reader)
        line = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        number = 0
        while True:
            due = begun + (number * READERS + reader) / rate
            if over.wait(max(0.0, due - time.monotonic())):
                break
            number += 1
            start = time.monotonic()
            try:
                line.request("GET", pick.choice(addresses), headers={"Host": host, "Accept-Encoding": "gzip, br"})
                response = line.getresponse()
                response.read()
                if response.status not in (200, 304):
                    wrong[f"answered {response.status}"] += 1
            except (OSError, http.client.HTTPException) as error:
                wrong[type(error).__name__] += 1
                line.close()
            taken[reader].append((time.monotonic() - start) * 1000)
            if number % LASTING == 0:
                line.close()
        line.close()

    threads = [threading.Thread(target=keep_reading, args=(number,)) for number in range(READERS)]
    for thread in threads:
        thread.start()
    sys.stdin.read()
    over.set()
    seconds = time.monotonic() - begun
    for thread in threads:
        thread.join()
    return {"seconds": seconds, "milliseconds": [one for reader in taken for one in reader], "wrong": dict(wrong)}


if __name__ == "__main__":
    listened, named, pace, file = sys.argv[1:]
    print(json.dumps(read(int(listened), named, float(pace), Path(file).read_text().split())))
