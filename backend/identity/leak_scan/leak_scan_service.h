#pragma once

#include "backend/identity/api_keys/api_keys_service.h"
#include "backend/identity/leak_scan/leak_scan.h"

namespace sallyport::identity {

/// The one implementation of LeakScan.
class LeakScanService final : public LeakScan {
public:
    LeakScanService(Core& core, ApiKeysService& keys) : m_core(core), m_keys(keys) {}

    Result<LeakReport> scan(const access::Actor& actor, const LeakScanRequest& request, const LeakProgress& progress) override;
    Result<LeakReport> scanText(const access::Actor& actor, std::string_view text) override;

private:
    Result<void> record(const access::Actor& actor, const LeakReport& report, const std::string& places);

    Core& m_core;
    ApiKeysService& m_keys;
};

} // namespace sallyport::identity
