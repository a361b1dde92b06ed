"""The guide is whole: every page is in its index, shows at least one picture, and names only pictures and pages that are
there; every picture is shown by a page or the README, and the window carries every page.

Usage: guide.py SOURCE_ROOT
"""
import pathlib
import re
import sys

LINK = re.compile(r"(!?)\[[^\]]*\]\(([^)#\s]+)(?:#[^)]*)?\)")


def main() -> int:
    root = pathlib.Path(sys.argv[1])
    guide = root / "docs/guide"
    index = (guide / "README.md").read_text(encoding="utf-8")
    carried = (guide / "guide.qrc").read_text(encoding="utf-8")
    bad, shown, pages = [], set(), sorted(guide.glob("*.md"))
    for page in pages + [root / "README.md"]:
        name = page.relative_to(root).as_posix()
        pictures = 0
        for picture, target in LINK.findall(page.read_text(encoding="utf-8")):
            if "://" in target or target.startswith("mailto:"):
                continue
            there = (page.parent / target).resolve()
            if not there.exists():
                bad.append(f"{name}: {target} is not there")
            if picture:
                pictures += 1
                shown.add(there)
        if page.parent == guide and f"<file>{page.name}</file>" not in carried:
            bad.append(f"{name}: is not in docs/guide/guide.qrc, so the window does not have it")
        if page.parent == guide and page.name != "README.md":
            if not pictures:
                bad.append(f"{name}: shows no picture")
            if f"]({page.name})" not in index:
                bad.append(f"{name}: is not in docs/guide/README.md")
    for picture in sorted(guide.glob("*.png")):
        if picture.resolve() not in shown:
            bad.append(f"{picture.relative_to(root).as_posix()}: no page shows it")
    if "docs/guide/README.md" not in (root / "README.md").read_text(encoding="utf-8"):
        bad.append("README.md: does not lead to the guide")
    print("\n".join(bad) if bad else f"{len(pages)} pages, {len(shown)} pictures, all there")
    return 1 if bad or len(pages) < 2 else 0


if __name__ == "__main__":
    sys.exit(main())
