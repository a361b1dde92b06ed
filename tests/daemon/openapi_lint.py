"""`@redocly/cli lint` accepts the document that the server describes itself with."""
import os
import ssl
import subprocess
import sys
import urllib.request

from vault import Vault, npm


def main(daemon, build):
    place = npm(build, "@redocly/cli")
    with Vault(daemon) as vault:
        vault.serve()
        context = ssl.create_default_context(cafile=vault.certificate)
        document = urllib.request.urlopen(vault.url + "/api/openapi.json", context=context).read()
        path = os.path.join(vault.root, "openapi.json")
        with open(path, "wb") as file:
            file.write(document)
        vault.stop()
        environment = dict(os.environ, REDOCLY_TELEMETRY="off", REDOCLY_SUPPRESS_UPDATE_NOTICE="true")
        done = subprocess.run([os.path.join(place, "node_modules", ".bin", "redocly"), "lint", "--extends", "recommended", path],
                              capture_output=True, text=True, env=environment, cwd=vault.root)
        print(done.stdout, done.stderr)
        assert done.returncode == 0, "redocly found errors"


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
