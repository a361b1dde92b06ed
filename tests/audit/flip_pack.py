"""Changes each byte of an evidence pack, one at a time, and asks docs/verify_evidence.py: it refuses each, and names the line.

Usage: flip_pack.py VERIFIER PACK FINGERPRINT. Prints what went through or was named wrongly; exit 1 if anything was.
"""
import functools
import importlib.util
import io
import sys


def main():
    verifier, pack, fingerprint = sys.argv[1:]
    spec = importlib.util.spec_from_file_location("verify_evidence", verifier)
    checker = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(checker)
    checker.is_signed = functools.lru_cache(None)(checker.is_signed)
    with open(pack, "rb") as file:
        good = file.read()
    checker.check(checker.Lines(io.BytesIO(good)), fingerprint)
    wrong = 0
    for place in range(len(good)):
        line = good.count(b"\n", 0, place) + 1
        for mask in (1, 0x20, 0x80):
            bad = bytearray(good)
            bad[place] ^= mask
            lines = checker.Lines(io.BytesIO(bytes(bad)))
            try:
                checker.check(lines, fingerprint)
                print("byte %d ^ %d went through" % (place, mask))
                wrong += 1
            except checker.Wrong:
                if lines.number != line:
                    print("byte %d ^ %d: line %d, not %d" % (place, mask, lines.number, line))
                    wrong += 1
    for length in range(len(good)):
        try:
            checker.check(checker.Lines(io.BytesIO(good[:length])), fingerprint)
            print("cut off at %d went through" % length)
            wrong += 1
        except checker.Wrong:
            pass
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
