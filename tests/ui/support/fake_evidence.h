#pragma once

#include "backend/journal/evidence.h"
#include "tests/ui/support/failures.h"

#include <atomic>
#include <mutex>
#include <string>
#include <vector>

namespace sallyport::tests {

/// A tree with three heads and two packs, held in memory. Thread-safe.
class FakeEvidence final : public journal::Evidence {
public:
    explicit FakeEvidence(const Clock& clock);

    std::string fingerprint() const override;
    Result<journal::TreeState> state(const access::Actor& actor) override;
    Result<journal::TreeHead> head(const access::Actor& actor) override;
    Result<std::vector<journal::TreeHead>> heads(const access::Actor& actor, std::int64_t below, std::uint32_t limit) override;
    Result<journal::InclusionProof> prove(const access::Actor& actor, std::string_view eventId) override;
    Result<journal::ConsistencyProof> consistency(const access::Actor& actor, std::int64_t from, std::int64_t to) override;
    Result<journal::EvidencePack> create(const access::Actor& actor, const journal::PackRequest& request,
                                         const audit::Progress& progress) override;
    Result<std::vector<journal::EvidencePack>> list(const access::Actor& actor) override;
    Result<journal::EvidencePack> read(const access::Actor& actor, const std::string& id) override;
    Result<journal::EvidencePack> download(const access::Actor& actor, const std::string& id, const Sink& sink) override;
    Result<journal::EvidencePack> save(const access::Actor& actor, const std::string& id, const std::filesystem::path& file,
                                       journal::ExistingFile existing) override;
    Result<void> remove(const access::Actor& actor, const std::string& id) override;

    Failures failures;
    std::atomic<bool> busy = false; ///< a pack is being made until it is false
    std::mutex mutex;
    std::vector<journal::TreeHead> signedHeads; ///< the newest first
    std::vector<journal::EvidencePack> packs;
    std::vector<std::string> saved; ///< files
    std::string damage;             ///< what the next packs say of the journal

private:
    const Clock& m_clock;
    std::int64_t m_size = 48'213;
};

} // namespace sallyport::tests
