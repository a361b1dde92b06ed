"""Constants are written camelBack, as clang-tidy's naming check has it (.clang-tidy). That check needs a compiler's view
of every file; this one reads the declarations and takes a second, so that ctest can hold the rule on every machine.

Usage: constants.py SOURCE_ROOT
"""
import pathlib
import re
import sys

FOLDERS = ("backend", "ui", "app", "tests")
SUFFIXES = (".cpp", ".h", ".def")
# Boost.JSON asks for these names.
OTHERS = {"max_object_size", "max_array_size", "max_key_size", "max_string_size"}
# Comments and what stands in quotes.
BLANK = re.compile(r'//[^\n]*|/\*.*?\*/|R"(\w*)\(.*?\)\1"|"(?:\\.|[^"\\\n])*"|(?<![0-9A-Fa-f])\'(?:\\.|[^\'\\\n])+\'', re.S)
START = re.compile(r"\b(?:static\s+const(?!expr|init)|(?:inline\s+|static\s+)*constexpr|^const)\b(?!\s*\()", re.M)
# A row of a table that declares one.
ROW = re.compile(r"^EVENT_KIND\((\w+),", re.M)
NAME = re.compile(r"([A-Za-z_]\w*)\s*((?:\[[^\]]*\]\s*)*)$")


def blank(text: str) -> str:
    """The text without comments and what stands in quotes, as long as before."""
    return BLANK.sub(lambda m: re.sub(r"[^\n]", " ", m.group()), text)


def declared(text: str):
    """(position, name) of every constant that `text`, blanked, declares."""
    for row in ROW.finditer(text):
        yield row.start(1), row.group(1)
    for start in START.finditer(text):
        at = begin = start.end()
        depth = angle = 0
        first = True
        value = False
        while at < len(text):
            c = text[at]
            if not value and c == "<" and re.search(r"[\w>]$", text[begin:at]):
                angle += 1
            elif not value and c == ">" and angle:
                angle -= 1
            elif angle:
                pass
            elif depth == 0 and not value and c in "={;,":
                found = NAME.search(text[begin:at])
                if not found or (first and not text[begin:begin + found.start()].strip()):
                    break  # no type before it: `if constexpr`, an operator
                yield begin + found.start(1), found.group(1)
                first, value = False, c in "={"
                if c == ";":
                    break
                if c == "{":
                    depth += 1
                if c == ",":
                    begin, value = at + 1, False
            elif depth == 0 and not value and c in "()":
                break  # a function, a parameter
            elif c in "({[":
                depth += 1
            elif c in ")}]":
                depth -= 1
                if depth < 0:
                    break
            elif depth == 0 and value and c == ",":
                begin, value = at + 1, False
            elif depth == 0 and c == ";":
                break
            at += 1


def files(root: pathlib.Path):
    for top in FOLDERS:
        for file in sorted((root / top).rglob("*")):
            if file.name.endswith(SUFFIXES) and file.is_file():
                yield file


def wrong(name: str) -> bool:
    return name not in OTHERS and (not re.fullmatch(r"[a-z][A-Za-z0-9]*", name) or bool(re.match(r"k[A-Z]", name)))


def main() -> int:
    root = pathlib.Path(sys.argv[1])
    bad = []
    count = 0
    for file in files(root):
        text = blank(file.read_text(encoding="utf-8"))
        for position, name in declared(text):
            count += 1
            if wrong(name):
                bad.append(f"{file.relative_to(root).as_posix()}:{text.count(chr(10), 0, position) + 1}: {name}")
    print("\n".join(bad) if bad else f"{count} constants in one style")
    return 1 if bad or not count else 0


if __name__ == "__main__":
    sys.exit(main())
