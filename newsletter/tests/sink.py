"""A mail server that takes everything, in a process of its own: `python -m newsletter.tests.sink FILE [MILLISECONDS]`.

It prints its port. Of each message it writes the recipient into FILE, waits so long, and only then says that it took
it: what its client is told may get lost, what stands in FILE has arrived.
"""

import asyncio
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

END = b"\r\n.\r\n"


async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, log: int, pause: float) -> None:
    async def say(line: str) -> None:
        writer.write(line.encode() + b"\r\n")
        await writer.drain()

    recipient = b""
    await say("220 sink")
    while line := await reader.readline():
        word = line[:4].upper()
        if word == b"EHLO":
            await say("250-sink\r\n250 PIPELINING")
        elif word == b"RCPT":
            recipient = line.partition(b"<")[2].partition(b">")[0]
            await say("250 ok")
        elif word == b"DATA":
            await say("354 go on")
            await reader.readuntil(END)
            os.write(log, recipient + b"\n")
            await asyncio.sleep(pause)
            await say("250 taken")
        elif word == b"QUIT":
            await say("221 bye")
            break
        else:
            await say("250 ok")
    writer.close()


async def serve(log: int, pause: float) -> None:
    async def one(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError, asyncio.IncompleteReadError):  # its client was killed
            await talk(reader, writer, log, pause)

    server = await asyncio.start_server(one, "127.0.0.1", 0, limit=4 * 1024 * 1024)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


@contextmanager
def sink(log: Path, milliseconds: float = 0) -> Iterator[str]:
    """The EMAIL_URL of one that runs as long as the block lasts."""
    command = [sys.executable, "-m", "newsletter.tests.sink", str(log), str(milliseconds)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2])
    try:
        assert process.stdout is not None
        yield f"smtp://127.0.0.1:{process.stdout.readline().strip()}"
    finally:
        process.kill()
        process.wait()


if __name__ == "__main__":
    file = os.open(sys.argv[1], os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    asyncio.run(serve(file, float(sys.argv[2]) / 1000))
