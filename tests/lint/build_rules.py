"""How the product is compiled, checked and run: what CMake, .ci/ and installer/ must keep saying. Each rule carries the row of the
ASVS that it shows.

Usage: build_rules.py SOURCE_ROOT
"""
import json
import pathlib
import re
import sys


def text(path: pathlib.Path) -> str:
    """The file without what stands behind #."""
    return "\n".join(re.sub(r"(^|\s)#.*", "", line) for line in path.read_text(encoding="utf-8").splitlines())


def asvs_1_3_10_and_asvs_1_4_1_warningsAndHardening(root):
    """Formats that are no texts of ours don't compile; stack, jumps, heap and relocations are guarded in what is shipped."""
    settings = text(root / "cmake/CompilerSettings.cmake")
    for flag in ("-Wall", "-Wextra", "-Werror", "-Wformat=2", "-Werror=format-security", "-fstack-protector-strong", "-fcf-protection",
                 "-D_FORTIFY_SOURCE=3", "_GLIBCXX_ASSERTIONS", "-ftrivial-auto-var-init=zero", "-Wl,-z,relro", "-Wl,-z,now",
                 "CMAKE_POSITION_INDEPENDENT_CODE ON", "OPENSSL_NO_DEPRECATED"):
        if flag not in settings:
            yield f"the compiler isn't told {flag}"
    for file in root.glob("**/CMakeLists.txt"):
        if file.is_relative_to(root / "build"):
            continue
        for flag in re.findall(r"-Wno-(?:error=)?format\S*|-fno-stack-protector|-U_FORTIFY_SOURCE\b", text(file)):
            yield f"{file.relative_to(root)}: {flag}"


def asvs_1_4_1_and_asvs_1_4_3_and_asvs_15_4_1_and_asvs_15_4_3_sanitizersRunEveryTest(root):
    """AddressSanitizer with LeakSanitizer and UBSan, and ThreadSanitizer, over all tests; each parser of what strangers send has a fuzzer."""
    presets = {preset["name"]: preset.get("cacheVariables", {})
               for preset in json.loads((root / "CMakePresets.json").read_text(encoding="utf-8"))["configurePresets"]}
    if presets.get("asan-ubsan", {}).get("SALLYPORT_SANITIZE") != "address,undefined":
        yield "there is no preset with ASan and UBSan"
    if presets.get("tsan", {}).get("SALLYPORT_SANITIZE") != "thread":
        yield "there is no preset with TSan"
    deep, run = text(root / ".ci/deep"), text(root / ".ci/parts/preset.sh")
    for part in ("preset.sh asan-ubsan", "preset.sh tsan", "fuzz.sh"):
        if part not in deep:
            yield f".ci/deep doesn't run {part}"
    if "halt_on_error=1" not in run or not re.search(r'ctest --preset "\$preset"', run):
        yield ".ci/parts/preset.sh doesn't fail at what a sanitizer finds, or leaves tests out"
    if run.count("left_out=(-E") != 1 or not re.search(r'if \[ "\$preset" = tsan \]; then\s+left_out=\(-E', run):
        yield ".ci/parts/preset.sh leaves tests out, and not those that fork under TSan alone"
    if re.search(r"detect_leaks=0", run):
        yield "LeakSanitizer is off"
    fuzzers = text(root / "tests/fuzz/CMakeLists.txt")
    for file in sorted((root / "tests/fuzz").glob("fuzz_*.cpp")):
        if not re.search(rf"sallyport_fuzzer\({file.stem} ", fuzzers):
            yield f"{file.name} isn't built"
    for parser in ("http_head", "strict_json", "signature_fields", "form", "proxy_header", "webauthn", "rich_text", "cel", "csv"):
        if f"sallyport_fuzzer(fuzz_{parser} " not in fuzzers:
            yield f"nothing fuzzes {parser}"


def asvs_15_2_4_nothingIsFetchedByTheBuild(root):
    """What we use comes from the system's signed package sources: neither CMake nor a script of ours downloads code."""
    fetch = re.compile(r"\b(FetchContent|ExternalProject|CPM\w*Package)\b|file\s*\(\s*DOWNLOAD|\b(git clone|wget|pip3? install|npm (i|ci|install)|"
                       r"cargo install|go install)\b|\bcurl\s+(-\w+\s+)*https?://(?!127\.|localhost)")
    places = [root / "CMakeLists.txt", root / "run.sh", root / "test.sh", *root.glob("cmake/*"), *root.glob("installer/*"), *root.glob(".ci/**/*"),
              *(file for top in ("backend", "ui", "app", "tests") for file in (root / top).rglob("CMakeLists.txt"))]
    for file in places:
        if file.is_file() and (found := fetch.search(text(file))):
            yield f"{file.relative_to(root)}: {found.group()}"
    if not fetch.search("FetchContent_Declare(x)") and not fetch.search("curl -fsSL https://x"):
        yield "the pattern finds nothing any more"
    script = text(root / "installer/dependencies.sh")
    for word in ("allow-unauthenticated", "trusted=yes", "--force-yes"):
        if word in script:
            yield f"installer/dependencies.sh takes what isn't signed: {word}"


def asvs_15_2_3_noTestIsInAProduct(root):
    """No source of the product includes one of tests/, and no program of it links what is made for them."""
    for top in ("backend", "ui", "app"):
        for file in (root / top).rglob("*"):
            if file.suffix in (".cpp", ".h") and re.search(r'#include "tests/', file.read_text(encoding="utf-8")):
                yield f"{file.relative_to(root)} includes a test"
            if file.name == "CMakeLists.txt" and (found := re.search(r"\btests_\w+|Qt6::Test\b|/tests/", text(file))):
                yield f"{file.relative_to(root)}: {found.group()}"


def asvs_13_2_2_and_asvs_15_2_5_theServersAccountMayLittle(root):
    """The unit that comes with it: a user of its own, one folder, no capability, a filter of system calls."""
    unit = dict(re.findall(r"^(\w+)=(.*)$", text(root / "installer/sallyportd.service"), re.M))
    for key, value in {"NoNewPrivileges": "yes", "ProtectSystem": "strict", "ProtectHome": "yes", "PrivateTmp": "yes", "PrivateDevices": "yes",
                       "CapabilityBoundingSet": "", "MemoryDenyWriteExecute": "yes", "RestrictNamespaces": "yes", "LimitCORE": "0",
                       "RestrictAddressFamilies": "AF_INET AF_INET6 AF_UNIX"}.items():
        if unit.get(key) != value:
            yield f"installer/sallyportd.service: {key}={unit.get(key)}, not {value}"
    if unit.get("User", "root") in ("root", "0", ""):
        yield "installer/sallyportd.service runs as root"
    if "SystemCallFilter" not in unit or "passphrase=" in unit.get("ExecStart", ""):
        yield "installer/sallyportd.service filters no system calls, or shows the passphrase"


RULES = [rule for name, rule in sorted(globals().items()) if name.startswith("asvs_")]


def main() -> int:
    root = pathlib.Path(sys.argv[1]).resolve()
    bad = [f"{problem} ({rule.__name__})" for rule in RULES for problem in rule(root)]
    print("\n".join(bad) if bad else f"{len(RULES)} rules")
    return 1 if bad or not RULES else 0


if __name__ == "__main__":
    sys.exit(main())
