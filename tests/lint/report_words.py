"""The words of reports are known to lupdate: every text that backend/reports/templates and backend/audit/documents hand to a document
stands in ui/words/report_words.cpp or report_text.cpp, and nothing stands there that no report says.

Usage: report_words.py SOURCE_ROOT
"""
import pathlib
import re
import sys

LITERALS = re.compile(r'(?:"(?:[^"\\]|\\.)*"\s*)+')
PART = re.compile(r'"((?:[^"\\]|\\.)*)"')
# Words, as people read them: they begin with a capital letter or a value, or are one of these.
SAID = re.compile(r"^(?:[A-Z%].*[a-z].*|ASVS)$")
NOT_SAID = {"EventKind", "Report", "EdDSA"}


def texts(path: pathlib.Path) -> set[str]:
    code = re.sub(r"(?m)^\s*(#include.*|//.*)$", "", path.read_text(encoding="utf-8"))
    found = {"".join(PART.findall(literal)) for literal in LITERALS.findall(code)}
    return {text for text in found if SAID.match(text) and not text.startswith("<") and text not in NOT_SAID}


def main() -> int:
    root = pathlib.Path(sys.argv[1])
    said: set[str] = set()
    for file in sorted((root / "backend/reports/templates").glob("*.cpp")):
        said |= texts(file)
    for name in ("event_document.cpp", "html_document.cpp"):
        said |= texts(root / "backend/audit/documents" / name)
    words = (root / "ui/words/report_words.cpp").read_text(encoding="utf-8")
    known = {"".join(PART.findall(literal)) for literal in re.findall(r'QT_TRANSLATE_NOOP\(\s*"Report",\s*((?:"(?:[^"\\]|\\.)*"\s*)+)\)', words)}
    titles = texts(root / "ui/words/report_text.cpp")
    bad = [f"ui/words/report_words.cpp: lacks {text!r}" for text in sorted(said - known - titles)]
    bad += [f"ui/words/report_words.cpp: {text!r} is in no report" for text in sorted(known - said)]
    print("\n".join(bad) if bad else f"{len(known)} texts of reports, all known")
    return 1 if bad or not known else 0


if __name__ == "__main__":
    sys.exit(main())
