"""What installer/dependencies.sh would install on a bare machine, with an apt that answers as each release's does.

Usage: dependencies.py SOURCE_ROOT
"""
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ".").resolve()

# `mentioned`: names that other packages depend on or replace, but nobody has. apt of Debian 13 says yes to `show` for
# them and prints nothing; the one of Debian 12 says no. Both have an empty policy for a name that they never heard.
APT_CACHE = """#!/bin/sh
case " $KNOWN " in *" $2 "*) known=yes ;; *) known=no ;; esac
case " $MENTIONED " in *" $2 "*) mentioned=yes ;; *) mentioned=no ;; esac
if [ "$1" = show ]; then
    [ $known = yes ] && { echo "Package: $2"; exit 0; }
    [ $mentioned = yes ] && exit "$SHOW_OF_MENTIONED"
    echo "E: No packages found" >&2; exit 100
fi
word=Candidate; [ "${LC_ALL:-}" = C ] || word=Installationskandidat
[ $known = yes ] && printf '%s:\\n  Installed: (none)\\n  %s: 1.0-1\\n' "$2" $word
[ $mentioned = yes ] && printf '%s:\\n  Installed: (none)\\n  %s: (none)\\n' "$2" $word
exit 0
"""


class Dependencies(unittest.TestCase):
    def listed(self, known, mentioned="", show_of_mentioned=0, installed="", removed=""):
        with tempfile.TemporaryDirectory() as folder:
            stubs = {"apt-cache": APT_CACHE, "apt-get": "#!/bin/sh\necho 'nothing may be installed' >&2; exit 1\n",
                     "dpkg-query": "#!/bin/sh\nfor name in $INSTALLED; do echo \"ii  $name\"; done\n"
                                   "for name in $REMOVED; do echo \"rc  $name\"; done\n"}
            for name, text in stubs.items():
                path = pathlib.Path(folder, name)
                path.write_text(text, encoding="utf-8")
                path.chmod(0o755)
            environment = dict(os.environ, PATH=folder + ":" + os.environ["PATH"], LANG="de_DE.UTF-8", KNOWN=known,
                               MENTIONED=mentioned, SHOW_OF_MENTIONED=str(show_of_mentioned), INSTALLED=installed,
                               REMOVED=removed)
            environment.pop("LC_ALL", None)
            done = subprocess.run([ROOT / "installer/dependencies.sh", "--list"], env=environment, capture_output=True,
                                  text=True, check=False)
            self.assertEqual(done.returncode, 0, done.stderr)
            return done.stdout.split()

    def test_debian_12_has_boost_in_a_package_with_a_number(self):
        listed = self.listed("libboost1.81-dev libboost-dev libboost-json1.81-dev libboost-json-dev libqt6svg6-dev libqt6svg6",
                             "qt6-svg-dev", show_of_mentioned=100)
        for package in ("libboost1.81-dev", "libboost-json1.81-dev", "libqt6svg6-dev", "libqt6svg6"):
            self.assertIn(package, listed)
        for package in ("libboost-dev", "libboost-json-dev", "qt6-svg-dev", "qt6-svg-plugins"):
            self.assertNotIn(package, listed)

    def test_debian_13_mentions_packages_that_it_does_not_have(self):
        listed = self.listed("libboost-dev libboost-json-dev qt6-svg-dev qt6-svg-plugins",
                             "libboost1.81-dev libboost-json1.81-dev libqt6svg6-dev libqt6svg6")
        for package in ("libboost-dev", "libboost-json-dev", "qt6-svg-dev", "qt6-svg-plugins"):
            self.assertIn(package, listed)
        for package in ("libboost1.81-dev", "libboost-json1.81-dev", "libqt6svg6-dev", "libqt6svg6"):
            self.assertNotIn(package, listed)

    def test_an_installed_alternative_is_enough(self):
        listed = self.listed("libboost1.81-dev libboost-dev", installed="libboost-dev cmake")
        self.assertNotIn("libboost1.81-dev", listed)
        self.assertNotIn("libboost-dev", listed)
        self.assertNotIn("cmake", listed)
        self.assertIn("ninja-build", listed)

    def test_a_removed_package_is_not_installed(self):
        self.assertIn("ninja-build", self.listed("libboost-dev", installed="cmake", removed="ninja-build"))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
