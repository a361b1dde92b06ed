"""A mail server (RFC 5321) with STARTTLS, or with TLS at once, and AUTH PLAIN and LOGIN. Refuses mail without TLS and sign-in. Keeps
each mail that it has taken as one JSON document a line in OUT. Prints its port.

Usage: mail_peer.py CERT KEY ACCOUNT PASSWORD OUT starttls|tls|plain"""
import asyncio
import base64
import email
import email.policy
import json
import ssl
import sys

CERT, KEY, ACCOUNT, PASSWORD, OUT, MODE = sys.argv[1:7]
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(CERT, KEY)


async def serve(reader, writer):
    secure, known, sender, recipients = MODE == "tls", False, None, []

    async def say(line):
        writer.write(line.encode() + b"\r\n")
        await writer.drain()

    async def line():
        text = await reader.readline()
        return text.rstrip(b"\r\n").decode("utf-8", "surrogateescape") if text.endswith(b"\n") else None

    await say("220 peer ESMTP")
    while (command := await line()) is not None:
        verb = command.upper()
        if verb.startswith("EHLO"):
            offers = ["250-peer", "250-8BITMIME"]
            if MODE == "starttls" and not secure:
                offers.append("250-STARTTLS")
            if secure:
                offers.append("250-AUTH PLAIN LOGIN")
            for offer in offers:
                await say(offer)
            await say("250 SIZE 10000000")
        elif verb == "STARTTLS" and MODE == "starttls" and not secure:
            await say("220 go on")
            await writer.start_tls(context)
            secure, known = True, False
        elif verb.startswith("AUTH PLAIN") and secure:
            given = command[10:].strip()
            if not given:
                await say("334 ")
                given = await line()
            known = base64.b64decode(given).split(b"\0")[1:] == [ACCOUNT.encode(), PASSWORD.encode()]
            await say("235 welcome" if known else "535 wrong")
        elif verb.startswith("MAIL FROM:"):
            if not (secure and known):
                await say("530 sign in over TLS first")
                continue
            sender = command[10:].split()[0].strip("<>")
            await say("250 ok")
        elif verb.startswith("RCPT TO:") and sender:
            recipients.append(command[8:].split()[0].strip("<>"))
            await say("250 ok")
        elif verb == "DATA" and recipients:
            await say("354 go on")
            lines = []
            while (text := await reader.readline()) not in (b".\r\n", b""):
                if not text.endswith(b"\r\n"):
                    raise ValueError("a bare line end")
                lines.append(text[1:] if text.startswith(b".") else text)
            message = email.message_from_bytes(b"".join(lines), policy=email.policy.SMTP)
            if message.defects:
                raise ValueError(message.defects)
            with open(OUT, "a", encoding="utf-8") as file:
                print(json.dumps({"from": sender, "to": recipients, "fields": sorted(message.keys()), "subject": str(message["Subject"]),
                                  "From": str(message["From"]), "id": str(message["Message-ID"]),
                                  "text": message.get_content()}), file=file, flush=True)
            await say("250 taken")
            sender, recipients = None, []
        elif verb == "QUIT":
            await say("221 bye")
            break
        else:
            await say("502 no")
    writer.close()


async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 0, ssl=context if MODE == "tls" else None)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


asyncio.run(main())
