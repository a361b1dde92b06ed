"""testssl.sh finds nothing of medium severity or worse, except that nobody else vouches for a self-signed certificate."""
import json
import os
import subprocess
import sys

from vault import Vault, need

# About trust in a certificate that a machine made for itself, and about the tool's own rating.
EXPECTED = {"cert_chain_of_trust", "cert_trust", "cert_trust_SNI", "cert_ocspURL", "cert_revocation", "cert_crlDistributionPoints",
            "overall_grade", "grade_cap_reason_1", "grade_cap_reason_2", "cert_expirationStatus", "DNS_CAArecord",
            "cert_validityPeriod", "cert_extlifeSpan"}


def main(daemon, _build):
    need("testssl")
    with Vault(daemon) as vault:
        vault.run("settings", "set", "connections.per_address=1000", "rate_limits.address=1000000/3600")
        vault.serve()
        report = os.path.join(vault.root, "testssl.json")
        subprocess.run(["testssl", "--quiet", "--color", "0", "--warnings", "off", "--severity", "MEDIUM", "--jsonfile", report,
                        vault.url], capture_output=True, text=True, timeout=800)
        found = json.load(open(report))
        bad = [f for f in found if f["severity"] in ("MEDIUM", "HIGH", "CRITICAL") and f["id"] not in EXPECTED]
        for finding in found:
            print(finding["severity"], finding["id"], finding["finding"])
        assert not bad, bad
        vault.stop()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
