#!/usr/bin/env python3
"""Whether the tests notice: puts one fault at a time into a line of the product, builds the test programs of that module and
runs them, and lists the faults that no test saw.

    tests/mutation.py                                  an hour, a choice of all files below
    tests/mutation.py --seed 7 --minutes 120           another choice, and longer
    tests/mutation.py --files backend/identity/core/throttle.cpp --list
    tests/mutation.py --only backend/identity/core/throttle.cpp:49:less   one that was listed

Works in a copy of the tree (build/mutation/tree, or --copy), where it builds with its own build directory: nothing that is built or edited here
ever holds a fault, even if this is killed. The next run begins with what the files are then. Reproducible: the same seed and
files give the same order; how far it comes depends on the time it has. A fault that doesn't compile, or that makes the same
text, counts as nothing.

Ends with 1 if a fault survived that tests/mutation_accepted.txt doesn't explain, or none could be tried; with 2 if the unchanged tests fail."""
import argparse
import hashlib
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
COPY = ROOT / "build" / "mutation" / "tree"
ACCEPTED = ROOT / "tests" / "mutation_accepted.txt"
# Where a fault is a hole, and the test programs that must see it, the quickest first. The longest prefix counts.
MODULES = {
    "backend/crypto/": ["crypto"],
    "backend/access/": ["access", "identity"],
    "backend/audit/": ["audit"],
    "backend/identity/": ["identity"],
    "backend/api/stages/": ["api"],
    "backend/http/": ["http"],
}
COPIED = ["CMakeLists.txt", "CMakePresets.json", "cmake", "backend", "app", "ui", "tests", "docs", "resources", "translations"]
# A test that takes many times as long as without the fault hangs: that is noticed as well.
PATIENCE = 10


# --- which faults -----------------------------------------------------------------------------------------------------------

class Fault:
    def __init__(self, path, line, word, text):
        self.path, self.line, self.word, self.text = path, line, word, text

    @property
    def name(self):
        return f"{self.path}:{self.line}:{self.word}"


def code_of(line):
    """The line with texts and comments blanked out, so that nothing is found in them; as long as before."""
    blank = lambda match: match.group()[0] + "_" * (len(match.group()) - 2) + match.group()[-1]
    line = re.sub(r'"(?:[^"\\]|\\.)*"|\'(?:[^\'\\]|\\.)\'', blank, line)
    return re.sub(r"//.*", lambda match: " " * len(match.group()), line)


SWAPS = [  # word, what, into what
    ("less", r"(?<=[\w)\]] )<(?= [\w(*&-])", "<="),
    ("less-equal", r"(?<=[\w)\]] )<=(?= )", "<"),
    ("more", r"(?<=[\w)\]] )>(?= [\w(*&-])", ">="),
    ("more-equal", r"(?<=[\w)\]] )>=(?= )", ">"),
    ("equal", r"(?<= )==(?= )", "!="),
    ("unequal", r"(?<= )!=(?= )", "=="),
    ("and", r"(?<= )&&(?= |$)", "||"),
    ("or", r"(?<= )\|\|(?= |$)", "&&"),
    ("plus", r"(?<=[\w)\]] )\+(?= [\w(])", "-"),
    ("minus", r"(?<=[\w)\]] )-(?= [\w(])", "+"),
    ("not", r"(?<![\w)\]])!(?=[\w(])", ""),
    ("true", r"\btrue\b", "false"),
    ("false", r"\bfalse\b", "true"),
    ("min", r"\bstd::min\b", "std::max"),
    ("max", r"\bstd::max\b", "std::min"),
    ("any", r"\bany_of\b", "all_of"),
    ("all", r"\ball_of\b", "any_of"),
    ("none", r"\bnone_of\b", "any_of"),
]
# A statement that stands alone on its line, and what is left when it is not there.
LEAVE_OUT = [
    ("try", re.compile(r"^(\s*)SALLYPORT_TRY\(.*\);\s*$"), r"\1;"),
    ("call", re.compile(r"^(\s*)(?!return\b|case\b|delete\b|throw\b|using\b|static_assert\b)[\w.:>-]+(?:->|\.|::)?\w+\(.*\);\s*$"), r"\1;"),
    ("assignment", re.compile(r"^(\s*)[\w.>-]+(?:->|\.)?\w+ (?:\+|-|\|)?= [^;]+;\s*$"), r"\1;"),
    ("step", re.compile(r"^(\s*)(?:\+\+|--)[\w.*>-]+;\s*$"), r"\1;"),
]
ANSWERS = [
    ("refusal", re.compile(r"^(\s*)return (?:false|makeError\(.*\)|\w+Error\(.*\)|Verdict<.*>::refuse\(.*\)|notValid\(\));\s*$")),
]
CONDITION = re.compile(r"^(\s*(?:\}? ?else )?if \()(?!constexpr)(.+)(\)(?: \{)?\s*)$")
NUMBER = re.compile(r"(?<![\w.\"'])(\d[\d']*)(?![\w.])")


def replaced(line, match, by):
    return line[:match.start()] + by + line[match.end():]


def faults_of(path):
    """Every fault that can be put into a file, in the order of its lines."""
    found = []
    lines = (ROOT / path).read_text(encoding="utf-8").splitlines()
    deep = False  # inside of a raw text
    for number, line in enumerate(lines, 1):
        raw = line.count('R"(') - line.count(')"')
        if deep or raw > 0 or re.match(r"\s*(#|//|///|\*|using |namespace |template|static_assert|\"|\{\"|SALLYPORT_ASSIGN\(auto \w+, transaction)", line):
            deep = deep and raw >= 0 or raw > 0
            continue
        code = code_of(line)
        add = lambda word, text: text != line and found.append(Fault(path, number, word, text))
        for word, what, into in SWAPS:
            for count, match in enumerate(re.finditer(what, code)):
                add(word + (str(count + 1) if count else ""), replaced(line, match, into))
        for word, what, left in LEAVE_OUT:
            if what.match(code) and code.count("(") == code.count(")"):
                add(word, what.sub(left, code))
                break
        for word, what in ANSWERS:
            if what.match(code):
                add(word, re.match(r"\s*", line).group() + ";")
        if match := CONDITION.match(code):
            inside = line[match.start(2):match.end(2)]
            if ";" not in code[match.start(2):match.end(2)] and code[match.start(2):match.end(2)].count("(") == code[match.start(2):match.end(2)].count(")"):
                add("negated", match.group(1) + "!(" + inside + ")" + match.group(3))
                add("never", match.group(1) + "false && (" + inside + ")" + match.group(3))
        for count, match in enumerate(NUMBER.finditer(code)):
            if "constexpr" in line or re.search(r"[<>=+\-*/%]\s*$", code[:match.start()]):
                add("constant" + (str(count + 1) if count else ""), replaced(line, match, str(int(match.group(1).replace("'", "")) + 1)))
    return found


def module_of(path):
    best = [prefix for prefix in MODULES if path.startswith(prefix)]
    return MODULES[max(best, key=len)] if best else None


def all_files():
    return sorted(str(path.relative_to(ROOT)) for prefix in MODULES for path in (ROOT / prefix).rglob("*.cpp"))


def chosen(files, seed):
    """One file after the other in turn, so that a short run sees many; the order within each is the seed's."""
    queues = []
    for path in files:
        faults = faults_of(path)
        random.Random(f"{seed} {path}").shuffle(faults)
        if faults:
            queues.append(faults)
    random.Random(seed).shuffle(queues)
    order = []
    while queues:
        order += [queue.pop(0) for queue in queues]
        queues = [queue for queue in queues if queue]
    return order


def accepted():
    """What is explained: file, a piece of the line (lines move), the kind of fault, and why it may survive."""
    entries = []
    if ACCEPTED.exists():
        for number, line in enumerate(ACCEPTED.read_text(encoding="utf-8").splitlines(), 1):
            if not line.strip() or line.startswith("#"):
                continue
            parts = [part.strip() for part in line.split(" | ")]
            if len(parts) != 4 or not all(parts):
                sys.exit(f"{ACCEPTED.name}:{number}: needs file | piece of the line | kind of fault | reason")
            entries.append(parts)
    return entries


def explained(fault, entries):
    line = (ROOT / fault.path).read_text(encoding="utf-8").splitlines()[fault.line - 1]
    kind = fault.word.rstrip("0123456789")
    return any(path == fault.path and piece in line and word in (kind, "any") for path, piece, word, _ in entries)


# --- the copy ---------------------------------------------------------------------------------------------------------------

def same(one, other):
    return other.exists() and one.read_bytes() == other.read_bytes()


def bring_up_to_date(tree):
    """The copy becomes what the tree is now: a fault that a killed run has left goes, and what didn't change keeps its time."""
    tree.mkdir(parents=True, exist_ok=True)
    if tree.samefile(ROOT):
        sys.exit("the copy must not be this tree")
    wanted = set()
    for name in COPIED:
        source = ROOT / name
        files = [source] if source.is_file() else [path for path in source.rglob("*") if path.is_file()]
        for path in files:
            if "__pycache__" in path.parts:
                continue
            relative = path.relative_to(ROOT)
            wanted.add(relative)
            target = tree / relative
            if not same(path, target):
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(path, target)
                shutil.copymode(path, target)
    for name in COPIED:
        for path in list((tree / name).rglob("*")):
            if path.is_file() and path.relative_to(tree) not in wanted and "__pycache__" not in path.parts:
                path.unlink()


def limited(command, seconds, **options):
    """Runs a command in a group of its own, and ends all of it when its time is over. Its code, or None."""
    process = subprocess.Popen(command, start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                               stdin=subprocess.DEVNULL, **options)
    try:
        return process.wait(timeout=max(seconds, 1))
    except subprocess.TimeoutExpired:
        return None
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


class Tree:
    def __init__(self, path, build, jobs, configure):
        self.path, self.build, self.jobs = path, build, jobs
        self.spent = {}  # seconds that a test program takes without a fault
        command = ["cmake", "-G", "Ninja", "-S", str(path), "-B", str(build), "-DCMAKE_BUILD_TYPE=Debug", "-DSALLYPORT_TESTS=ON",
                   "-DCMAKE_CXX_FLAGS_DEBUG=-g0 -w", *configure]  # what is unused then is no mistake of the code
        if subprocess.run(command, stdout=subprocess.DEVNULL).returncode != 0:
            sys.exit("the copy cannot be configured")

    def compile(self, folders, seconds):
        targets = [f"{folder}_tests" for folder in folders]
        return limited(["cmake", "--build", str(self.build), "--target", *targets, "--", "-j", str(self.jobs)], seconds)

    def test(self, folder, only, seconds):
        """True: all good; False: something failed, or hung."""
        command = ["ctest", "--test-dir", str(self.build), "--stop-on-failure", "-j", str(self.jobs),
                   "-R", f"^{folder}/" + (f"({only})$" if only else "")]
        begin = time.monotonic()
        code = limited(command, seconds, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"})
        if code == 0 and (folder, only) not in self.spent:
            self.spent[folder, only] = time.monotonic() - begin
        return code == 0

    def put(self, fault):
        target = self.path / fault.path
        before = target.read_text(encoding="utf-8")
        lines = before.splitlines(keepends=True)
        lines[fault.line - 1] = fault.text + "\n"
        target.write_text("".join(lines), encoding="utf-8")
        return lambda: target.write_text(before, encoding="utf-8")


def judge(tree, fault, only, left):
    """`noticed`, `survived`, `no program` (it doesn't compile) or `no time`."""
    take_back = tree.put(fault)
    try:
        folders = module_of(fault.path)
        code = tree.compile(folders, left())
        if code is None:
            return "no time"
        if code != 0:
            return "no program"
        for folder in folders:
            usual = tree.spent.get((folder, only), 60.0)
            limit = PATIENCE * usual + 10
            if left() < usual:
                return "no time"
            if not tree.test(folder, only, min(limit, max(left(), usual))):
                return "noticed"
        return "survived"
    finally:
        take_back()


# --- the run ----------------------------------------------------------------------------------------------------------------

def arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n", 1)[0])
    parser.add_argument("--seed", default="1", help="another one chooses other faults")
    parser.add_argument("--minutes", type=float, default=float(os.environ.get("SALLYPORT_MUTATION_MINUTES", "60")))
    parser.add_argument("--files", nargs="+", metavar="FILE", help="of the product; otherwise all that a fault is a hole in")
    parser.add_argument("--tests", metavar="PATTERN", help="only those of the module's tests, like 'tst_(throttle|sign_in)'")
    parser.add_argument("--only", metavar="FILE:LINE:WORD", help="this fault")
    parser.add_argument("--most", type=int, help="so many faults")
    parser.add_argument("--list", action="store_true", help="say which faults there are, and do nothing")
    parser.add_argument("--copy", type=Path, default=COPY, help="where the faults are put in; build/mutation/tree")
    parser.add_argument("--build", type=Path, help="where that is built; in the copy")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--configure", nargs="*", default=[], metavar="-DNAME=VALUE", help="more for cmake")
    return parser.parse_args()


def main():
    # Ended from outside it still takes the fault back, though only the copy has it.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("ended"))
    options = arguments()
    files = [options.only.split(":")[0]] if options.only else options.files or all_files()
    for path in files:
        if not (ROOT / path).is_file() or module_of(path) is None:
            sys.exit(f"{path}: not a file of {', '.join(MODULES)}")
    order = chosen(files, options.seed)
    if options.only:
        order = [fault for fault in order if fault.name == options.only]
        if not order:
            sys.exit(f"there is no fault {options.only}")
    order = order[:options.most]
    if options.list:
        for fault in sorted(order, key=lambda fault: (fault.path, fault.line)):
            print(fault.name, fault.text.strip(), sep="  ")
        print(f"{len(order)} faults in {len({fault.path for fault in order})} files")
        return 0

    end = time.monotonic() + options.minutes * 60
    left = lambda: end - time.monotonic()  # building the tree without a fault is not counted
    entries = accepted()
    bring_up_to_date(options.copy)
    tree = Tree(options.copy, options.build or options.copy / "build", options.jobs, options.configure)
    counts = {"noticed": 0, "survived": 0, "no program": 0, "accepted": 0}
    survivors, ready, tried = [], set(), 0
    for fault in order:
        folders = module_of(fault.path)
        for folder in folders:
            if folder not in ready:
                begin = time.monotonic()
                if tree.compile([folder], 3 * 3600) != 0 or not tree.test(folder, options.tests, 3600):
                    print(f"the tests of {folder} fail without any fault, or do not build")
                    return 2
                ready.add(folder)
                end += time.monotonic() - begin
        if left() <= 0:
            break
        if explained(fault, entries):
            counts["accepted"] += 1
            continue
        said = judge(tree, fault, options.tests, left)
        if said == "no time":
            break
        tried += 1
        counts[said] += 1
        print(f"{said:10}  {fault.name}  {fault.text.strip()}", flush=True)
        if said == "survived":
            survivors.append(fault)

    if survivors:
        print("\n== survived: no test would notice")
        for fault in sorted(survivors, key=lambda fault: (fault.path, fault.line)):
            print(f"{fault.name}\n    {fault.text.strip()}")
    digest = hashlib.sha256("\n".join(fault.name for fault in order).encode()).hexdigest()[:8]
    print(f"{counts['survived']} of {counts['noticed'] + counts['survived']} faults survived (seed {options.seed}, {tried} tried of "
          f"{len(order)} [{digest}], {counts['no program']} that do not compile, {counts['accepted']} explained)")
    return 1 if survivors or (tried == 0 and counts["accepted"] == 0) else 0  # nothing tried says nothing


if __name__ == "__main__":
    sys.exit(main())
