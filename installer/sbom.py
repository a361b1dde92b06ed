#!/usr/bin/env python3
"""Writes which libraries a program of ours stands on, with their versions, as a CycloneDX 1.5 document: what ldd finds, and the
packages that dpkg says the files are of.

    installer/sbom.py build/release/bin/sallyportd > sallyportd.cdx.json
"""
import json
import pathlib
import re
import subprocess
import sys


def said(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True, env={"LC_ALL": "C", "PATH": "/usr/bin:/bin"}).stdout


def libraries(program: pathlib.Path) -> list:
    return sorted(set(re.findall(r"=> (/\S+)", said("ldd", str(program)))))


def package_of(file: str) -> str:
    """The package that a library is of; /lib and /usr/lib are one folder, and dpkg knows either name."""
    real = str(pathlib.Path(file).resolve())
    for name in dict.fromkeys((file, real, real.removeprefix("/usr"), "/usr" + file)):
        try:
            return said("dpkg-query", "-S", name).split(": ")[0].split(",")[0]
        except subprocess.CalledProcessError:
            continue
    return ""


def main() -> int:
    if len(sys.argv) != 2 or not pathlib.Path(sys.argv[1]).is_file():
        print("usage: sbom.py PROGRAM", file=sys.stderr)
        return 2
    program = pathlib.Path(sys.argv[1])
    components, unknown = {}, []
    for file in libraries(program):
        package = package_of(file)
        if not package:
            unknown.append(file)
            continue
        name, version = said("dpkg-query", "-W", "-f=${Package} ${Version}", package).split(" ")
        components[name] = {"type": "library", "name": name, "version": version, "purl": f"pkg:deb/debian/{name}@{version}"}
    json.dump({"bomFormat": "CycloneDX", "specVersion": "1.5", "version": 1,
               "metadata": {"component": {"type": "application", "name": program.name}},
               "components": [components[name] for name in sorted(components)]}, sys.stdout, indent=2)
    print()
    for file in unknown:
        print(f"no package has {file}", file=sys.stderr)
    return 1 if unknown else 0


if __name__ == "__main__":
    sys.exit(main())
