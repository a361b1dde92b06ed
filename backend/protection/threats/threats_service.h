#pragma once

#include "backend/protection/threats/threats.h"

namespace sallyport::protection {

/// Keeps no score yet: knows no address, and the rules as they are by default.
class ThreatsService final : public Threats {
public:
    Result<ThreatList> list(const access::Actor&, std::size_t) override { return ThreatList{}; }
    Result<ThreatDetail> read(const access::Actor&, const IpAddress&) override { return none(); }
    Result<void> forget(const access::Actor&, const IpAddress&) override { return none(); }
    Result<ThreatRules> rules(const access::Actor&) override { return ThreatRules{}; }
    Result<ThreatRules> change(const access::Actor&, const ThreatChange&) override { return ThreatRules{}; }
    Result<ThreatPreview> preview(const access::Actor&, std::uint32_t) override { return ThreatPreview{}; }

private:
    static Error none() { return makeError(ErrorCode::NotFound, "Nothing is known about this address."); }
};

} // namespace sallyport::protection
