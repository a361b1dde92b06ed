#!/usr/bin/env python3
"""Checks an evidence pack of Sallyport offline: verify_evidence.py FILE --fingerprint HEX

FILE is what `POST /api/evidence` made; HEX is the SHA-256 of the key that signs, as the window (Integrity) and
`sallyportd doctor` show it. Needs Python 3.9 and nothing else. Exit 0 if each byte of the pack is what was signed and each record is
a leaf of the signed tree; 1 with the place named if not; 3 if it is so, but the journal was known to be damaged when the pack was
made: events may be missing from it, and those that the signed manifest names are not what was recorded. docs/audit.md has the format.
"""
import argparse
import datetime
import hashlib
import json
import sys

# Ed25519 verification (RFC 8032, 5.1.7), in affine-free extended coordinates.
P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P


def add(p, q):
    a, b = (p[1] - p[0]) * (q[1] - q[0]) % P, (p[1] + p[0]) * (q[1] + q[0]) % P
    c, d = 2 * p[3] * q[3] * D % P, 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def multiply(scalar, point):
    total = (0, 1, 1, 0)
    while scalar:
        if scalar & 1:
            total = add(total, point)
        point = add(point, point)
        scalar >>= 1
    return total


def point_of(data):
    """The point that 32 bytes stand for; ValueError if there is none."""
    y = int.from_bytes(data, "little")
    sign, y = y >> 255, y & (1 << 255) - 1
    if y >= P:
        raise ValueError
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * pow(2, (P - 1) // 4, P) % P
    if (x * x - square) % P or (x == 0 and sign):
        raise ValueError
    x = P - x if x & 1 != sign else x
    return x, y, 1, x * y % P


BASE = point_of((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))


def same(p, q):
    return (p[0] * q[2] - q[0] * p[2]) % P == 0 and (p[1] * q[2] - q[1] * p[2]) % P == 0


def is_signed(key, text, signature):
    try:
        a, r = point_of(key), point_of(signature[:32])
    except ValueError:
        return False
    s = int.from_bytes(signature[32:], "little")
    if len(signature) != 64 or s >= L or same(multiply(8, a), (0, 1, 1, 0)):  # a key of small order signs everything
        return False
    k = int.from_bytes(hashlib.sha512(signature[:32] + key + text).digest(), "little") % L
    return same(multiply(s, BASE), add(r, multiply(k, a)))


# The format: lines of JSON with these members in this order. Each but the last ends with its sum, which is over all before it.
HEAD = {"size": int, "root": str, "time": str, "signature": str}
MANIFEST = {"sallyport_evidence": int, "id": str, "created": str, "vault": str, "by": str, "since": (str, type(None)),
            "until": (str, type(None)), "q": str, "records": int, "head": HEAD, "public_key": str}
DAMAGED = {**MANIFEST, "damage": str}  # made from a journal that was known to be damaged
CHANGED = {**DAMAGED, "damaged": list}  # in which these events, [first, last] each, were not those of their leaves any more
PARTY = {"kind": str, "id": str, "name": str, "email": str}
RECORD = {"position": int, "leaf": str, "sequence": int, "time": str, "kind": str, "severity": str, "outcome": str, "actor": PARTY,
          "object": PARTY, "address": str, "user_agent": str, "request_id": str, "method": str, "path": str, "status": int,
          "reason": str, "details": str, "hash": str}
PROOF = {"proof": str}
SEVERITIES = ["info", "notice", "warning", "critical"]
OUTCOMES = ["success", "failure", "refused", "blocked"]


class Wrong(Exception):
    pass


def has_form(value, form):
    if not isinstance(form, dict):
        return isinstance(value, form) and not isinstance(value, bool)
    return isinstance(value, dict) and list(value) == list(form) and all(has_form(value[k], form[k]) for k in form)


class Lines:
    """The lines of a pack, one after the other, with the sum so far."""

    def __init__(self, file):
        self.file, self.sum, self.number, self.event = file, bytes(32), 0, 0

    def next(self):
        self.number, self.event = self.number + 1, 0
        line = self.file.readline(1 << 20)
        if not line:
            raise Wrong("is missing: the pack was cut off")
        if not line.endswith(b"\n"):
            raise Wrong("has no line end")
        return line[:-1]

    def read(self, line, *forms):
        """The members of a line, if it fits its sum: SHA-256(sum of the line before || what stands before `,"sum":`)."""
        body, self.sum = line[:-74], hashlib.sha256(self.sum + line[:-74]).digest()
        if line[-74:] != b',"sum":"%s"}' % self.sum.hex().encode():
            raise Wrong("does not fit its sum")
        try:
            value = json.loads((body + b"}").decode("utf-8"))
        except (ValueError, RecursionError):
            raise Wrong("is no JSON") from None
        if not any(has_form(value, form) for form in forms) or value.get("damage") == "":
            raise Wrong("has not the members that it should have")
        return value


def raw(text, size):
    if len(text) != 2 * size or text.strip("0123456789abcdef"):
        raise Wrong("holds something else than lower-case hexadecimal")
    return bytes.fromhex(text)


def number(value):
    return (value % 2**64).to_bytes(8, "big")


def text(value):
    data = value if isinstance(value, bytes) else value.encode("utf-8")
    return number(len(data)) + data


def micros(when):
    try:
        moment = datetime.datetime.strptime(when, "%Y-%m-%dT%H:%M:%S.%fZ")
        if moment.strftime("%Y-%m-%dT%H:%M:%S.%fZ").zfill(27) != when:
            raise ValueError
    except ValueError:
        raise Wrong("has a time that is none") from None
    return (moment - datetime.datetime(1970, 1, 1)) // datetime.timedelta(microseconds=1)


def leaf(record):
    """SHA-256(0x00 || canonical bytes of the event), RFC 9162 2.1.1."""
    if record["severity"] not in SEVERITIES or record["outcome"] not in OUTCOMES:
        raise Wrong("has a severity or an outcome that there is not")
    actor, target = record["actor"], record["object"]
    texts = [record["kind"], actor["kind"], actor["id"], actor["name"], actor["email"], target["kind"], target["id"], target["name"],
             target["email"]] + [record[k] for k in ("address", "user_agent", "request_id", "method", "path", "reason", "details")]
    data = text("sallyport leaf 1") + text(raw(record["hash"], 32)) + number(record["sequence"]) + number(micros(record["time"]))
    data += number(SEVERITIES.index(record["severity"])) + number(OUTCOMES.index(record["outcome"])) + number(record["status"])
    return hashlib.sha256(b"\0" + data + b"".join(map(text, texts))).digest()


def root(positions, leaves, proof, size):
    """The root that the leaves at these positions, and a hash for each subtree without any, lead to (docs/audit.md)."""
    proof, at = iter(proof), 0

    def subtree(begin, end):
        nonlocal at
        if at == len(positions) or positions[at] >= end:
            return next(proof)
        if end - begin == 1:
            at += 1
            return leaves[at - 1]
        middle = begin + (1 << (end - begin - 1).bit_length() - 1)
        left = subtree(begin, middle)
        return hashlib.sha256(b"\1" + left + subtree(middle, end)).digest()

    try:
        found = subtree(0, size)
    except StopIteration:
        return None
    return found if next(proof, None) is None else None


def damaged(manifest):
    """The ranges of events that the pack says are not those of their leaves."""
    last, ranges = None, manifest.get("damaged", [])
    for one in ranges:
        if not isinstance(one, list) or [type(n) for n in one] != [int, int] or one[0] > one[1] or (last is not None and one[0] <= last):
            raise Wrong("names damaged events in another way than it should")
        last = one[1]
    if "damaged" in manifest and not 0 < len(ranges) <= 4000:
        raise Wrong("names no damaged events, or too many")
    return ranges


def fits(record):
    try:
        return leaf(record) == raw(record["leaf"], 32)
    except (Wrong, OverflowError):
        return False


def check(lines, fingerprint):
    """What the pack says of itself."""
    manifest = lines.read(lines.next(), MANIFEST, DAMAGED, CHANGED)
    ranges = damaged(manifest)
    if manifest["sallyport_evidence"] != 1:
        raise Wrong("is of another format")
    key, head = raw(manifest["public_key"], 32), manifest["head"]
    if hashlib.sha256(key).hexdigest() != fingerprint:
        raise Wrong("the key is not the one with that fingerprint")
    signed = "sallyport tree head 1\n%d\n%s\n%s\n" % (head["size"], head["root"], head["time"])
    if not is_signed(key, signed.encode(), raw(head["signature"], 64)):
        raise Wrong("the head's signature does not fit")
    positions, leaves, proof, last, at = [-1], [], [], 0, 0
    for _ in range(manifest["records"]):
        record = lines.read(lines.next(), RECORD)
        lines.event = record["sequence"]
        while at < len(ranges) and ranges[at][1] < record["sequence"]:
            at += 1
        named = at < len(ranges) and ranges[at][0] <= record["sequence"]
        if fits(record) == named:
            raise Wrong("the record is the one that the leaf is of, and said to be damaged" if named else
                        "the record is not the one that the leaf is of")
        if not positions[-1] < record["position"] < head["size"] or record["sequence"] <= last:
            raise Wrong("is out of order")
        positions.append(record["position"])
        leaves.append(raw(record["leaf"], 32))
        last = record["sequence"]
    line = lines.next()
    while line.startswith(b'{"proof":"'):
        proof.append(raw(lines.read(line, PROOF)["proof"], 32))
        line = lines.next()
    if len(line) != 144 or not (line.startswith(b'{"signature":"') and line.endswith(b'"}')):
        raise Wrong("is not the end of a pack")
    signature = raw(line[14:-2].decode("latin-1"), 64)
    if not is_signed(key, b"sallyport evidence 1\n%s\n" % lines.sum.hex().encode(), signature):
        raise Wrong("the signature of the pack does not fit")
    if root(positions[1:], leaves, proof, head["size"]) != raw(head["root"], 32):
        raise Wrong("records and proof above do not lead to the signed root")
    if lines.file.read(1):
        lines.number += 1
        raise Wrong("stands behind the pack's end")
    return manifest


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("file")
    parser.add_argument("--fingerprint", required=True, help="SHA-256 of the signing key, 64 hex digits")
    arguments = parser.parse_args()
    try:
        with open(arguments.file, "rb") as file:
            lines = Lines(file)
            manifest = check(lines, arguments.fingerprint.lower())
    except Wrong as wrong:
        event = " (event %d)" % lines.event if lines.event else ""
        print("%s, line %d%s: %s" % (arguments.file, lines.number, event, wrong), file=sys.stderr)
        return 1
    except OSError as error:
        print("%s: %s" % (arguments.file, error.strerror), file=sys.stderr)
        return 1
    print("intact: %d events, signed tree of %d leaves, %s" % (manifest["records"], manifest["head"]["size"],
                                                              manifest["head"]["time"]))
    if "damage" in manifest:
        said = "DAMAGED: the journal was not whole when the pack was made from it: %s" % ascii(manifest["damage"])[1:-1]
        ranges = ["%d" % a if a == b else "%d-%d" % (a, b) for a, b in manifest.get("damaged", [])]
        if ranges:
            said += "; events that are not the ones that the tree holds: " + ", ".join(ranges)
        print(said, file=sys.stderr)
        return 3
    return 0


if __name__ == "__main__":
    sys.exit(main())
