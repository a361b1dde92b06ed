#!/usr/bin/env python3
"""What a flood of connections leaves behind: memory before, at its height, and after.

Usage: flood.py PID PORT [CONNECTIONS]

Connects from many addresses of 127.0.0.0/8, 60 connections each, and finishes the handshake on every one. Prints one line a
moment, in MiB of RSS. Exits with 1 if more than a tenth of what the flood has taken is still there after 75 seconds.
"""
import asyncio
import ssl
import sys


def rss(pid: int) -> float:
    with open(f"/proc/{pid}/statm", encoding="ascii") as file:
        return int(file.read().split()[1]) * 4096 / (1 << 20)


async def main() -> None:
    pid, port = int(sys.argv[1]), int(sys.argv[2])
    count = int(sys.argv[3]) if len(sys.argv) > 3 else 8000
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    before = rss(pid)
    print(f"before {before:.0f}")
    gate = asyncio.Semaphore(64)
    writers = []

    async def connect(number: int) -> None:
        source = f"127.1.{number // 60 // 250}.{number // 60 % 250 + 1}"
        async with gate:
            try:
                _, writer = await asyncio.open_connection("127.0.0.1", port, ssl=context, local_addr=(source, 0))
                writers.append(writer)
            except OSError:
                pass

    await asyncio.gather(*(connect(number) for number in range(count)))
    most = rss(pid)
    print(f"with {len(writers)} connections {most:.0f}")
    for writer in writers:
        writer.transport.abort()
    since = 0
    for wait in (1, 4, 10, 60):
        await asyncio.sleep(wait)  # the loop goes on closing them meanwhile
        since += wait
        print(f"{since} s later {rss(pid):.0f}")
    if rss(pid) - before > (most - before) / 10:
        sys.exit("the memory has not gone back")


asyncio.run(main())
