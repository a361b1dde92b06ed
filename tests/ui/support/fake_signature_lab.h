#pragma once

#include "backend/identity/signed_requests/signature_lab.h"
#include "tests/ui/support/failures.h"

#include <mutex>

namespace sallyport::tests {

/// Answers every request with `report`, and keeps what it was asked.
class FakeSignatureLab final : public identity::SignatureLab {
public:
    Result<identity::LabReport> explain(const access::Actor&, const std::string& request, const std::string& clientText) override
    {
        const std::lock_guard lock(mutex);
        asked = request;
        askedText = clientText;
        if (auto failure = failures.take())
            return *failure;
        return report;
    }

    Failures failures;
    std::mutex mutex;
    identity::LabReport report;
    std::string asked, askedText;
};

} // namespace sallyport::tests
