"""Files are opened by their names in one place, backend/base/descriptor.cpp, which waits for no pipe and takes no device for a file; a
new file (O_EXCL) and a folder (O_DIRECTORY) can't be anything else. What is left beside it stands below with its reason.

Usage: opens.py SOURCE_ROOT
"""
import pathlib
import re
import sys

OPENS = re.compile(r"(?<![\w:])::open\(|\bopenat\(|\bfreopen\(|\bfopen\(|\bstd::i?o?fstream\b|\bQFile \w+\((?!u\":/)|\bBIO_new_file\(|"
                   r"\bSSL_CTX_use_\w+_file\(|\bQSaveFile \w+\(")
SURE = re.compile(r"O_EXCL|O_DIRECTORY")
OTHERS = {
    "backend/base/descriptor.cpp": "is it",
    "backend/base/standard_descriptors.cpp": "/dev/null",
    "backend/audit/boot_time.cpp": "/proc",
    "backend/identity/signed_requests/nonce_file.cpp": "/proc",
    "backend/identity/signatures/samples_rfc9421.cpp": "text for clients",
    "backend/identity/signatures/sample_text.cpp": "text for clients",
    "backend/identity/leak_scan/leak_folders.cpp": "files or folders, neither waited for nor taken for the other",
    "backend/identity/leak_scan/git_call.cpp": "in a folder that it has just made",
    "backend/identity/leak_scan/git_objects.cpp": "in a folder that it has just made",
    "backend/storage/private_files.cpp": "a file or a folder, to close it to others",
    "app/daemon/input_file.cpp": "a pipe that somebody names, whose writer is waited for two seconds",
    "app/daemon/secret_input.cpp": "/dev/tty",
}
# A QSaveFile writes beside what is there and takes its place: it asks isFileOrFree first.
BESIDE = re.compile(r"\bQSaveFile \w+\(")


def main() -> int:
    root = pathlib.Path(sys.argv[1])
    bad, found = [], set()
    for top in ("backend", "ui", "app"):
        for file in sorted((root / top).rglob("*")):
            if file.suffix not in (".cpp", ".h"):
                continue
            name = file.relative_to(root).as_posix()
            text = file.read_text(encoding="utf-8")
            for number, line in enumerate(text.split("\n"), 1):
                code = line.split("//")[0]
                if not OPENS.search(code) or SURE.search(code):
                    continue
                if BESIDE.search(code) and "isFileOrFree(" in text:
                    continue
                found.add(name)
                if name not in OTHERS:
                    bad.append(f"{name}:{number}: opens a file by its name: take openFile (backend/base/descriptor.h)")
    bad += [f"{name} opens no file by its name any more: take it off the list in opens.py" for name in sorted(set(OTHERS) - found)]
    print("\n".join(bad) if bad else f"files are opened by one function; {len(found) - 1} files open something else beside it")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
