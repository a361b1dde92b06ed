"""No host name of a package registry anywhere in the repository: packages come from what the system is configured with.

Usage: registries.py SOURCE_ROOT
"""
import pathlib
import re
import subprocess
import sys

# Written in pieces so that this file does not name them either.
HOSTS = [("registry", "npmjs", "org"), ("deb", "debian", "org"), ("archive", "ubuntu", "com"), ("pypi", "org"),
         ("security", "debian", "org"), ("files", "pythonhosted", "org"), ("crates", "io")]
PATTERN = re.compile("|".join(re.escape(".".join(host)) for host in HOSTS), re.I)


def main() -> int:
    root = pathlib.Path(sys.argv[1])
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=root, capture_output=True, check=False).stdout.decode()
    names = [n for n in listed.split("\0") if n] or \
        [p.relative_to(root).as_posix() for p in root.rglob("*") if p.is_file() and "build" not in p.parts]
    bad = []
    for name in names:
        path = root / name
        if not path.is_file():
            continue
        data = path.read_bytes()
        if b"\0" in data[:8192]:
            continue
        for number, line in enumerate(data.decode("utf-8", "replace").splitlines(), 1):
            if PATTERN.search(line):
                bad.append(f"{name}:{number}")
    print("\n".join(bad) if bad else f"{len(names)} files name no registry")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
