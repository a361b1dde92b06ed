#!/usr/bin/env python3
"""How long the honest tenth waits while nine of ten clients are hostile: p99 idle and under the flood.

Usage: flood_p99.py PORT TOKEN_FILE [SECONDS]

Ten connections from 127.1.0.1 ask GET /api/protected, each a request every 20 ms; ninety of wrk's send invented tokens as fast as
they are answered. Prints one line, in milliseconds.
"""
import asyncio
import contextlib
import ssl
import subprocess
import sys
import time

CONNECTIONS, PAUSE = 10, 0.02


async def honest(port: int, token: str, until: float, took: list[float]) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    request = f"GET /api/protected HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {token}\r\n\r\n".encode()
    reader, writer = await asyncio.open_connection("127.0.0.1", port, ssl=context, local_addr=("127.1.0.1", 0))
    while time.monotonic() < until:
        begun = time.monotonic()
        writer.write(request)
        head = await reader.readuntil(b"\r\n\r\n")
        if not head.startswith(b"HTTP/1.1 200"):
            sys.exit(f"an honest client was answered {head[:20]!r}")
        length = next(int(line.split(b":")[1]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:"))
        await reader.readexactly(length)
        took.append(time.monotonic() - begun)
        await asyncio.sleep(PAUSE)
    writer.close()
    with contextlib.suppress(Exception):
        await writer.wait_closed()


async def p99(port: int, token: str, seconds: float) -> float:
    took: list[float] = []
    until = time.monotonic() + seconds
    await asyncio.gather(*(honest(port, token, until, took) for _ in range(CONNECTIONS)))
    took.sort()
    return took[int(len(took) * 0.99)] * 1000


def main() -> None:
    port, seconds = int(sys.argv[1]), float(sys.argv[3]) if len(sys.argv) > 3 else 8.0
    with open(sys.argv[2], encoding="ascii") as file:
        token = file.read().strip()
    idle = asyncio.run(p99(port, token, seconds))
    with subprocess.Popen(["wrk", "-t1", "-c90", f"-d{int(seconds) + 3}s", "-H", "Authorization: Bearer eyJ.eyJ.invented",
                           f"https://127.0.0.1:{port}/api/protected"], stdout=subprocess.PIPE, text=True) as hostile:
        time.sleep(1)
        flood = asyncio.run(p99(port, token, seconds))
        out = hostile.communicate()[0]
    rate = next((line.split()[1] for line in out.splitlines() if line.startswith("Requests/sec")), "?")
    print(f"p99 of the honest tenth: {idle:.2f} ms idle, {flood:.2f} ms under {rate} hostile requests/s: {flood / idle:.2f} times")


main()
