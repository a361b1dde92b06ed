#pragma once

#include "backend/base/random.h"
#include "backend/journal/evidence.h"
#include "backend/storage/store.h"

#include <functional>
#include <memory>

namespace sallyport::audit {
struct SignedHead;
class SignedHeads;
} // namespace sallyport::audit

namespace sallyport::journal {

/// What the service is made of; all outlive it.
struct EvidenceParts {
    storage::Store& store;
    audit::Journal& journal; ///< with heads attached (audit::attachHeads)
    const Clock& clock;
    RandomSource& random;
    std::function<std::string()> vaultName;
    /// The actor as of this moment, or why they may do nothing any more.
    std::function<Result<access::Actor>(const access::Actor& actor)> now;
    /// Conflict (`held`) if a legal hold matches one of the events.
    std::function<Result<void>(storage::Transaction& transaction, const audit::EventQuery& query)> held = {};
};

class EvidenceService final : public Evidence {
public:
    explicit EvidenceService(EvidenceParts parts);
    ~EvidenceService() override;

    std::string fingerprint() const override;
    Result<TreeState> state(const access::Actor& actor) override;
    Result<TreeHead> head(const access::Actor& actor) override;
    Result<std::vector<TreeHead>> heads(const access::Actor& actor, std::int64_t below, std::uint32_t limit) override;
    Result<InclusionProof> prove(const access::Actor& actor, std::string_view eventId) override;
    Result<ConsistencyProof> consistency(const access::Actor& actor, std::int64_t from, std::int64_t to) override;
    Result<EvidencePack> create(const access::Actor& actor, const PackRequest& request, const audit::Progress& progress) override;
    Result<std::vector<EvidencePack>> list(const access::Actor& actor) override;
    Result<EvidencePack> read(const access::Actor& actor, const std::string& id) override;
    Result<EvidencePack> download(const access::Actor& actor, const std::string& id, const Sink& sink) override;
    Result<EvidencePack> save(const access::Actor& actor, const std::string& id, const std::filesystem::path& file,
                              ExistingFile existing) override;
    Result<void> remove(const access::Actor& actor, const std::string& id) override;

private:
    Result<access::Actor> permit(const access::Actor& actor, access::Permission permission) const;
    TreeHead shown(const audit::SignedHead& head) const;

    const EvidenceParts m_parts;
    const std::shared_ptr<const audit::SignedHeads> m_heads;
};

} // namespace sallyport::journal
