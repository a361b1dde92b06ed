#pragma once

#include "backend/outputs/destinations.h"
#include "tests/ui/support/failures.h"

#include <mutex>
#include <string>
#include <vector>

namespace sallyport::tests {

/// A log collector, a webhook that fails, mail, and a file that is switched off. Tests pass unless `failTests`.
class FakeDestinations final : public outputs::Destinations {
public:
    explicit FakeDestinations(Clock& clock);

    Result<std::vector<outputs::Destination>> list(const access::Actor&) override;
    Result<outputs::Destination> read(const access::Actor&, const outputs::DestinationId& id) override;
    Result<outputs::Destination> create(const access::Actor&, outputs::NewDestination wanted) override;
    Result<outputs::Destination> change(const access::Actor&, const outputs::DestinationId& id,
                                        outputs::DestinationPatch patch) override;
    Result<void> remove(const access::Actor&, const outputs::DestinationId& id) override;
    Result<outputs::DestinationTest> test(const access::Actor&, const outputs::DestinationId& id) override;
    Result<void> send(const outputs::DestinationId&, const std::string&, const std::string&, const std::string&) override;

    Failures failures;
    bool failTests = false;
    std::mutex mutex;
    std::vector<outputs::Destination> destinations;
    std::string lastSecret; ///< of the last create or change

private:
    outputs::Destination* find(const outputs::DestinationId& id);
    Clock& m_clock;
};

} // namespace sallyport::tests
