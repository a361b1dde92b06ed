#pragma once

#include "backend/identity/leak_scan.h"

namespace sallyport::tests {

/// Answers every search with `report`.
class FakeLeakScan final : public identity::LeakScan {
public:
    Result<identity::LeakReport> scan(const access::Actor&, const identity::LeakScanRequest&, const identity::LeakProgress&) override
    {
        return report;
    }
    Result<identity::LeakReport> scanText(const access::Actor&, std::string_view) override { return report; }

    identity::LeakReport report;
};

} // namespace sallyport::tests
