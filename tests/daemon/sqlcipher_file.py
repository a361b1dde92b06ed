"""The database opens with Debian's sqlcipher and the right raw key only, and its bytes tell nothing."""
import glob
import os
import subprocess
import sys

from vault import ADMIN, PASSPHRASE, PASSWORD, Vault, need

MARKERS = [ADMIN, "Ada Admin", PASSWORD, PASSPHRASE, "user.created", "CREATE TABLE", "SQLite format 3"]


def rows(database, key):
    commands = "PRAGMA key = \"x'%s'\";\nSELECT count(*) FROM users;\n" % key
    return subprocess.run(["sqlcipher", "-batch", database], input=commands, capture_output=True, text=True)


def main(daemon, _build):
    need("sqlcipher")
    with Vault(daemon) as vault:
        vault.serve()
        vault.stop()
        database = os.path.join(vault.directory, "sallyport.db")
        key = subprocess.run([os.environ["DATABASE_KEY"], vault.directory], input=PASSPHRASE + "\n", check=True,
                             capture_output=True, text=True).stdout.strip()
        right = rows(database, key)
        assert right.stdout.split()[-1] == "1", (right.stdout, right.stderr)
        for wrong in ("00" * 32, key[:-2] + ("00" if key[-2:] != "00" else "11")):
            refused = rows(database, wrong)
            assert "not a database" in refused.stderr + refused.stdout, refused
        for path in glob.glob(os.path.join(vault.directory, "**"), recursive=True):
            if not os.path.isfile(path):
                continue
            assert os.stat(path).st_mode & 0o077 == 0, path
            if os.path.basename(path) == "about.json":
                continue  # says who opened it last, for the unlock screen
            content = open(path, "rb").read()
            for marker in MARKERS:
                assert marker.encode() not in content, (path, marker)
    print("sealed")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
