"""Reads lines of the Common Event Format strictly and says what they hold as JSON. Usage: read_cef.py FILE"""
import json
import re
import sys

KEYS = {"rt", "externalId", "outcome", "reason", "src", "c6a2", "c6a2Label", "suser", "suid", "duser", "duid", "requestMethod", "request",
        "requestClientApplication", "cn1", "cn1Label", "flexString1", "flexString1Label", "cn2", "cn2Label", *(f"cs{n}" for n in range(1, 7)),
        *(f"cs{n}Label" for n in range(1, 7))}
LIMITS = {"externalId": 40, "outcome": 63, **{f"cs{n}": 4000 for n in range(1, 7)}}


def unescape(text, special, lines):
    """The text behind its escapes; an escape of anything else, or something that needed one, is a mistake."""
    out, i = [], 0
    while i < len(text):
        c = text[i]
        if c == "\\":
            i += 1
            escaped = text[i] if i < len(text) else ""
            if escaped in ("\\", special) and escaped:
                out.append(escaped)
            elif lines and escaped in "nr" and escaped:
                out.append({"n": "\n", "r": "\r"}[escaped])
            else:
                raise ValueError(f"bad escape {escaped!r}")
        elif c == special or ord(c) < 0x20 or 0x7F <= ord(c) < 0xA0 or c in "\u2028\u2029\u202e":
            raise ValueError(f"bare {c!r}")
        else:
            out.append(c)
        i += 1
    return "".join(out)


def read(line):
    head = re.match(r"CEF:0" + r"\|((?:[^|\\]|\\.)*)" * 6 + r"\|", line)
    if not head:
        raise ValueError("no header")
    fields = [unescape(field, "|", False) for field in head.groups()]
    if not re.fullmatch(r"10|[0-9]", fields[5]) or not all(fields):
        raise ValueError("header field")
    rest, extension = line[head.end():], {}
    while rest:
        part = re.match(r"(\w+)=((?:[^=\\]|\\.)*?)(?= \w+=|$)", rest)
        if not part:
            raise ValueError(f"no extension at {rest[:40]!r}")
        key = part[1]
        if key not in KEYS or key in extension:
            raise ValueError(f"key {key}")
        extension[key] = unescape(part[2], "=", True)
        if len(extension[key].encode()) > LIMITS.get(key, 1023) * 4:
            raise ValueError(f"{key} is too long")
        rest = rest[part.end():]
        if rest:
            if rest[0] != " ":
                raise ValueError("no space between extensions")
            rest = rest[1:]
    for key in extension:
        if re.fullmatch(r"(cs|cn|flexString)\d|c6a2", key) and key + "Label" not in extension:
            raise ValueError(f"{key} has no label")
    return {"header": fields, "extension": extension}


with open(sys.argv[1], "rb") as file:
    lines = file.read().decode("utf-8").split("\n")
if lines.pop() != "":
    raise ValueError("the last line has no end")
print(json.dumps([read(line) for line in lines]))
