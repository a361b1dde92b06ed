"""What is shipped: the list of its parts, what an installation puts where, and what is not among it.

Usage: shipped.py SOURCE_ROOT BUILD_ROOT SALLYPORTD
"""
import json
import pathlib
import re
import subprocess
import sys
import tempfile


def asvs_15_1_2_everyLibraryIsInTheListOfParts(source, build, program):
    made = subprocess.run([sys.executable, str(source / "installer/sbom.py"), program], capture_output=True, text=True, check=False)
    if made.returncode != 0:
        return [made.stderr.strip()]
    document = json.loads(made.stdout)
    bad = [] if (document["bomFormat"], document["specVersion"]) == ("CycloneDX", "1.5") else ["it is no CycloneDX"]
    names = {part["name"] for part in document["components"]}
    for part in document["components"]:
        if not re.search(r"\d", part["version"]) or not part["purl"].startswith("pkg:deb/"):
            bad.append(f"{part['name']} has no version")
    for library in ("libssl", "libsqlcipher", "libargon2", "libboost-json", "libre2", "libgumbo", "libarchive", "libmagic", "libcurl"):
        if not any(name.startswith(library) for name in names):
            bad.append(f"{library} is missing")
    # Each library that the program names itself, as ldd tells it.
    needed = re.findall(r"NEEDED\s+(\S+)", subprocess.run(["objdump", "-p", program], capture_output=True, text=True, check=True).stdout)
    if len(names) < len(needed) / 2:
        bad.append("the program needs more than the list has")
    return bad


def asvs_15_1_2_everyLibraryStandsInTheNotices(source, build, program):
    notices = (source / "NOTICES.md").read_text(encoding="utf-8").lower()
    wanted = re.findall(r"find_package\((\w+)|pkg_check_modules\((\w+)", (source / "cmake/Dependencies.cmake").read_text(encoding="utf-8"))
    called = {"qt6": "qt", "argon2": "libargon2", "png": "libpng", "qrcodegencpp": "qr-code-generator", "idn2": "libidn2", "curl": "libcurl",
              "maxminddb": "libmaxminddb", "xcb": "libxcb"}
    names = {(one or other).lower() for one, other in wanted} - {"threads", "pkgconfig"}
    return [f"NOTICES.md doesn't name {name}" for name in sorted(names) if called.get(name, name) not in notices]


def asvs_13_4_1_and_asvs_15_2_3_onlyTheProductIsInstalled(source, build, program):
    with tempfile.TemporaryDirectory() as folder:
        made = subprocess.run(["cmake", "--install", str(build), "--prefix", folder], capture_output=True, text=True, check=False)
        if made.returncode != 0:
            return [made.stderr.strip()[-400:]]
        files = sorted(file.relative_to(folder).as_posix() for file in pathlib.Path(folder).rglob("*") if file.is_file())
    bad = [f"{file} is installed" for file in files if not re.fullmatch(r"bin/sallyport[\w-]*|share/[\w./-]+", file) or "/.git" in file or
           "test" in file]
    return bad if "bin/sallyportd" in files else [*bad, "sallyportd isn't installed"]


def asvs_15_2_3_noCodeOfATestIsInTheProgram(source, build, program):
    names = subprocess.run(["nm", "-C", "--defined-only", program], capture_output=True, text=True, check=True).stdout
    return [f"{line.split(' ', 2)[-1]} is in the program" for line in names.splitlines()
            if re.search(r"sallyport::tests?::|\bQTest::|tst_\w+::", line)][:5]


RULES = [rule for name, rule in sorted(globals().items()) if name.startswith("asvs_")]


def main() -> int:
    source, build = (pathlib.Path(path).resolve() for path in sys.argv[1:3])
    bad = [f"{problem} ({rule.__name__})" for rule in RULES for problem in rule(source, build, sys.argv[3])]
    print("\n".join(bad) if bad else f"{len(RULES)} rules")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
