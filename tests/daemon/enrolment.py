"""An administrator sets up somebody's authenticator app on the command line; oathtool is the app."""
import subprocess
import sys

from vault import Vault, need

need("oathtool")


def lines(text):
    return [line.split("\t") for line in text.splitlines()]


with Vault(sys.argv[1]) as vault:
    who = "phone@sallyport.example"
    vault.run("user", "add", "--email", who, "--name", "Phone Owner")
    begun = dict(lines(vault.run("mfa", "enrol", who)))
    secret = begun["key"].replace(" ", "")
    assert "secret=" + secret in begun["url"], begun

    def confirm(code):
        return subprocess.run([vault.daemon, "mfa", "confirm", who, "--data-dir", vault.directory, "--passphrase-file", vault.passphrase],
                              input=code + "\n", capture_output=True, text=True)

    code = subprocess.run(["oathtool", "--totp", "-b", secret], check=True, capture_output=True, text=True).stdout.strip()
    wrong = confirm("%06d" % ((int(code) + 1) % 1000000))
    assert wrong.returncode == 1 and not wrong.stdout, wrong
    done = confirm(code)
    assert done.returncode == 0, done
    codes = [value for name, value in lines(done.stdout) if name == "recovery-code"]
    assert len(set(codes)) == 10, done.stdout
    assert dict(lines(vault.run("user", "show", who)))["recovery-codes-left"] == "10"
    assert confirm(code).returncode == 1
print("passed")
