#pragma once

#include "backend/audit/details.h"
#include "backend/audit/journal.h"
#include "backend/base/clock.h"
#include "backend/base/random.h"
#include "backend/outputs/delivery.h"
#include "backend/outputs/destinations.h"
#include "backend/settings/settings.h"

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <mutex>

namespace sallyport::outputs {

struct DestinationsParts {
    storage::Store& store;
    audit::Journal& journal;
    settings::Settings& settings;
    const Clock& clock;
    RandomSource& random;
    /// The actor as of this moment, or why they may do nothing any more.
    std::function<Result<access::Actor>(const access::Actor& actor)> now;
    /// The author as of this moment, or why they may do nothing any more. Any thread.
    std::function<Result<access::Actor>(const access::Author& author)> author;
    std::filesystem::path dataDirectory;
    bool delivers = true; ///< false beside a running server: it delivers, this process only changes and tests
    Pace pace = {};
    FaultListener onFault = {};
    /// Told when a destination begins to fail, and when all work again. Any thread.
    std::function<void(const Result<void>&)> report = {};
};

/// The one implementation of Destinations, with a Delivery for each that is switched on.
class DestinationsService final : public Destinations {
public:
    /// `key` seals the secrets.
    [[nodiscard]] static Result<std::unique_ptr<DestinationsService>> open(DestinationsParts parts, SecretBytes key);
    ~DestinationsService() override;

    Result<std::vector<Destination>> list(const access::Actor& actor) override;
    Result<Destination> read(const access::Actor& actor, const DestinationId& id) override;
    Result<Destination> create(const access::Actor& actor, NewDestination destination) override;
    Result<Destination> change(const access::Actor& actor, const DestinationId& id, DestinationPatch patch) override;
    Result<void> remove(const access::Actor& actor, const DestinationId& id) override;
    Result<DestinationTest> test(const access::Actor& actor, const DestinationId& id) override;
    Result<void> send(const DestinationId& id, const std::string& subject, const std::string& text,
                      const std::string& json) override;

    /// Begins to deliver, and again to act by what another process has changed.
    [[nodiscard]] Result<void> reload();
    /// Ends every delivery; nothing begins any more.
    void stop();

private:
    DestinationsService(DestinationsParts parts, OutputCipher cipher);
    Result<access::Actor> authorize(const access::Actor& actor, access::Permission permission) const;
    Result<void> seal(DestinationRow& row, const SecretBytes& secret) const;
    /// Empty if there is none.
    Result<SecretBytes> openSecret(const DestinationRow& row) const;
    Result<void> requireFree(storage::Transaction& transaction, const DestinationRow& row) const;
    Result<void> requireFreeFile(storage::Transaction& transaction, const DestinationRow& row) const;
    /// Whether the author may still have events sent there.
    Result<void> mayDeliver(const Destination& destination) const;
    Result<void> takeOver(const access::Actor& actor, DestinationRow& row, audit::Details& details) const;
    Result<DestinationRow> applyPatch(storage::Transaction& transaction, const access::Actor& actor, const DestinationId& id,
                                      const DestinationPatch& patch) const;
    Result<void> record(storage::Transaction& transaction, const access::Actor& actor, const Destination& destination,
                        std::string_view kind, std::string details) const;
    Destination finished(DestinationRow row);
    void wakeAll();
    void forgetGone(const std::vector<DestinationRow>& all);
    void noteDelivery(const std::string& id, const Result<void>& how);

    const DestinationsParts m_parts;
    const OutputCipher m_cipher;
    const Surroundings m_surroundings;
    std::mutex m_reloading; ///< held while deliveries begin and end
    std::mutex m_mutex;     ///< of the map; never held while anything is waited for
    std::map<std::string, std::shared_ptr<Delivery>> m_deliveries;
    bool m_stopped = false;
    std::mutex m_noting; ///< of those that fail
    std::map<std::string, Error> m_failing;
    audit::Journal::Subscription m_onEvents;
};

} // namespace sallyport::outputs
