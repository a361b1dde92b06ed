#include "tests/ui/support/scene_lab.h"

namespace sallyport::tests {

identity::LabReport sceneLabReport()
{
    using identity::LabOutcome;
    using identity::LabStep;
    identity::LabReport report;
    report.keyPrefix = "spk_7QK3M2XA";
    report.keyName = "Billing export";
    report.canonical = "GET\n/api/users?limit=5\n1795530000\n5f0c2f1e\n";
    report.lines = {{"GET", "GET", false},
                    {"/api/users?limit=5", "/api/users", true},
                    {"1795530000", "1795530000", false},
                    {"5f0c2f1e", "5f0c2f1e", false},
                    {"", "", false}};
    report.checks = {{LabStep::Read, LabOutcome::Passed, {}, {}, {}},
                     {LabStep::Key, LabOutcome::Passed, {}, {}, {}},
                     {LabStep::Coverage, LabOutcome::Passed, {}, {}, {}},
                     {LabStep::Clock, LabOutcome::Failed, "signature_clock", {}, {"-785", "300"}},
                     {LabStep::Signature, LabOutcome::Failed, "signature_mismatch", {}, {}},
                     {LabStep::Digest, LabOutcome::NotAsked, {}, {}, {}}};
    report.mistakes = {"no_query"};
    return report;
}

QString sceneLabRequest()
{
    return QStringLiteral(
        "GET /api/users?limit=5 HTTP/1.1\nHost: 127.0.0.1:8443\nX-API-Key: spk_7QK3M2XA\nX-Timestamp: 1795530000\n"
        "X-Nonce: 5f0c2f1e\nX-Signature: 9b1c0f6d3fd8e0b6a0c1c9f9d4f0a3b2c1d0e9f8a7b6c5d4e3f2a1b0c9d8e7f6\n\n");
}

} // namespace sallyport::tests
