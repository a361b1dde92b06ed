"""Users come in from a file that Python's csv module wrote, and go out into files that its csv and json modules read: on the
command line and over HTTPS."""
import csv
import io
import json
import os
import ssl
import subprocess
import sys
import urllib.error
import urllib.request

from vault import ADMIN, PASSWORD, Vault

PEOPLE = [
    ["Grace \"Amazing\" Hopper", "grace@sallyport.example", "45", "Compilers, and more", "editor viewer"],
    ["Zoë, Brandt", "zoe@sallyport.example", "", "", "viewer"],
    ["=1+1", "formula@sallyport.example", "", "", ""],
]


def written(rows):
    text = io.StringIO()
    csv.writer(text).writerows([["Name", "E-Mail", "Age", "Department", "Roles"], *rows])
    return text.getvalue().replace("E-Mail", "email")


def fails(vault, *words):
    done = subprocess.run([vault.daemon, *words, "--data-dir", vault.directory, "--passphrase-file", vault.passphrase],
                          capture_output=True, text=True)
    assert done.returncode == 1, done
    return done


def on_the_command_line(vault):
    people, report, links = (os.path.join(vault.root, name) for name in ("people.csv", "report.txt", "links.txt"))
    with open(people, "w", newline="") as file:
        file.write(written(PEOPLE))
    tried = vault.run("user", "import", people, "--dry-run")
    assert tried == "3 rows: 3 would be added, 0 there already, 0 twice in the file, 0 wrong\n", tried
    done = vault.run("user", "import", people, "--report", report, "--invitations", links)
    assert done == "3 rows: 3 added, 0 there already, 0 twice in the file, 0 wrong\n", done
    for path, lines in ((report, 3), (links, 3)):
        with open(path) as file:
            assert len(file.readlines()) == lines
        assert os.stat(path).st_mode & 0o777 == 0o600
    again = vault.run("user", "import", people)
    assert again.endswith("3 rows: 0 added, 3 there already, 0 twice in the file, 0 wrong\n"), again

    wrong = os.path.join(vault.root, "wrong.csv")
    with open(wrong, "w", newline="") as file:
        file.write(written([["New", "new@sallyport.example", "", "", ""], ["Bad", "secret text", "", "", ""]]))
    refused = fails(vault, "user", "import", wrong)
    assert "3\twrong\temail: " in refused.stdout and "secret text" not in refused.stdout + refused.stderr, refused
    assert "1 row is wrong" in refused.stderr, refused
    broken = os.path.join(vault.root, "broken.csv")
    with open(broken, "w", newline="") as file:
        file.write("name,email\nLast,last@sallyport.example\n\"never ends")
    told = fails(vault, "user", "import", broken)
    assert "1 user was added" in told.stderr, told
    assert told.stdout.startswith("2\tadded\t") and "1 row: 1 added," in told.stdout, told
    empty = os.path.join(vault.root, "empty.csv")
    open(empty, "w").close()
    assert "The file is empty" in fails(vault, "user", "import", empty).stderr
    moved = os.path.join(vault.root, "hash")
    with open(moved, "w") as file:
        file.write("pbkdf2_sha256$1000$saltsalt1234$88hwziW948qlcWwE4VWqnDBgA1Q37kgLv6L37X0GDhE=\n")
    added = vault.run("user", "add", "--email", "moved@sallyport.example", "--name", "Moved", "--password-hash-file", moved)
    assert "active" in added and "invitation" not in added, added
    vault.run("user", "delete", "moved@sallyport.example")
    fails(vault, "user", "import", os.path.join(vault.root, "none.csv"))
    fails(vault, "user", "import", people, "--report", report)  # it is there

    exported = vault.run("user", "export")
    with open(people, "w", newline="") as file:
        file.write(exported)
    rows = {row["email"]: row for row in csv.DictReader(io.StringIO(exported))}
    assert len(rows) == 6 and rows[ADMIN]["status"] == "active", rows
    assert rows["grace@sallyport.example"]["name"] == PEOPLE[0][0] and rows["grace@sallyport.example"]["roles"] == "editor viewer"
    assert rows["zoe@sallyport.example"]["name"] == PEOPLE[1][0] and rows["formula@sallyport.example"]["name"] == "'=1+1"
    assert " 6 there already," in vault.run("user", "import", people, "--dry-run")
    one = json.loads(vault.run("user", "export", "--format", "json", "--q", "grace"))["data"]
    assert len(one) == 1 and one[0]["age"] == 45 and one[0]["department"] == PEOPLE[0][3], one
    return one


def over_https(vault, one):
    vault.serve()
    context = ssl.create_default_context(cafile=vault.certificate)
    context.check_hostname = False

    def call(method, path, body=None, kind="application/json", token=None):
        headers = {"Content-Type": kind} if body is not None else {}
        if token:
            headers["Authorization"] = "Bearer " + token
        request = urllib.request.Request(vault.url + path, method=method, headers=headers, data=body and body.encode())
        try:
            with urllib.request.urlopen(request, context=context) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()

    status, answer = call("POST", "/api/auth/login", json.dumps({"email": ADMIN, "password": PASSWORD}))
    assert status == 200, answer
    token = json.loads(answer)["token"]
    rows = [["Name %d" % i, "row%d@sallyport.example" % i, "", "", ""] for i in range(1100)] + [["", "no name", "", "", ""]]
    status, answer = call("POST", "/api/import/users?dry_run=true", written(rows), "text/csv", token)
    told = json.loads(answer)["data"]
    assert status == 200 and told["added"] == 1100 and told["wrong"] == 1, answer[:300]
    # The one that has to be mended is told, however many went well before it.
    assert not told["results_complete"] and told["results"][-1]["line"] == 1102 and told["results"][-1]["outcome"] == "wrong"
    status, answer = call("GET", "/api/export/users?format=json&q=grace", token=token)
    assert status == 200 and json.loads(answer)["data"] == one, (answer, one)
    status, answer = call("GET", "/api/export/users", token=token)
    assert status == 200 and len(list(csv.DictReader(io.StringIO(answer)))) == 6, answer
    assert call("GET", "/api/export/users?format=xml", token=token)[0] == 400
    assert call("GET", "/api/export/users")[0] == 401
    vault.stop()


with Vault(sys.argv[1]) as checked:
    over_https(checked, on_the_command_line(checked))
print("passed")
