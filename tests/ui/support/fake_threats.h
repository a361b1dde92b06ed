#pragma once

#include "backend/protection/threats/threats.h"
#include "tests/ui/support/failures.h"

#include <mutex>
#include <vector>

namespace sallyport::tests {

/// The scores of seven addresses, held in memory: one is banned, one is about to be, the others are people at work.
class FakeThreats final : public protection::Threats {
public:
    explicit FakeThreats(const Clock& clock);

    Result<protection::ThreatList> list(const access::Actor&, std::size_t limit) override;
    Result<protection::ThreatDetail> read(const access::Actor&, const IpAddress& address) override;
    Result<void> forget(const access::Actor&, const IpAddress& address) override;
    Result<protection::ThreatRules> rules(const access::Actor&) override;
    Result<protection::ThreatRules> change(const access::Actor&, const protection::ThreatChange& change) override;
    Result<protection::ThreatPreview> preview(const access::Actor&, std::uint32_t threshold) override;

    Failures failures;       ///< of what reads
    Failures changeFailures; ///< of change() and forget()
    std::mutex mutex;
    std::vector<protection::ThreatAddress> rows; ///< highest score first
    std::vector<protection::ThreatPeak> peaks;   ///< of the last day, highest first
    protection::ThreatRules inForce;
    std::vector<protection::ThreatChange> changes; ///< what was asked for
    std::vector<std::string> forgotten;

private:
    const protection::ThreatAddress* find(const IpAddress& address) const;
    const Clock& m_clock;
};

} // namespace sallyport::tests
