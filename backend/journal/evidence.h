#pragma once

#include "backend/access/actor.h"
#include "backend/audit/event_query.h"
#include "backend/audit/journal.h"
#include "backend/audit/tree/pack_format.h"
#include "backend/journal/report_file.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sallyport::journal {

/// A signed head of the journal's tree, for whoever shows it or hands it on: hashes, signature and key in hex.
struct TreeHead {
    std::int64_t size = 0; ///< leaves, one for each event
    std::string root;
    UtcTime time;
    std::string signature; ///< Ed25519, over audit::headText
    std::string publicKey;
};

/// That an event is a leaf of a signed tree (RFC 9162 §2.1.3).
struct InclusionProof {
    std::int64_t index = 0;
    std::string leaf;
    TreeHead head;
    std::vector<std::string> hashes; ///< from the leaf up
};

/// That one tree is the beginning of another (RFC 9162 §2.1.4).
struct ConsistencyProof {
    std::int64_t from = 0, to = 0;
    std::string fromRoot, toRoot;
    std::vector<std::string> hashes;
};

/// How the tree stands.
struct TreeState {
    std::int64_t size = 0;
    std::string root;        ///< hex, of now
    std::string fingerprint; ///< SHA-256 of the signing key, hex
};

/// Which events a pack is to hold.
struct PackRequest {
    audit::EventQuery query; ///< since and until are the period
    std::string filter;      ///< as it was written, for the manifest
};

/// A pack that is kept.
struct EvidencePack {
    std::string id;
    UtcTime createdAt;
    std::string createdBy;
    UserId maker; ///< empty: the command line, or nobody knows
    std::optional<UtcTime> since, until;
    std::string filter;
    std::int64_t records = 0;
    std::int64_t bytes = 0;
    std::int64_t headSize = 0;              ///< leaves of the signed tree that it is proved in
    std::string sha256;                     ///< of the file, hex
    std::string damage;                     ///< of the journal when it was made, as its manifest has it; not told in a list
    std::vector<audit::EventRange> damaged; ///< which events were not those of their leaves, likewise
};

inline constexpr std::int64_t packsLimit = 100;                       ///< that are kept
inline constexpr std::int64_t packBytesLimit = std::int64_t{1} << 30; ///< of one: a million usual events
inline constexpr std::int64_t allPacksBytesLimit = std::int64_t{4} << 30;

/// Signed heads, proofs and packs that a stranger can check. Checks permissions, records. Calls block: workers only. Thread-safe.
class Evidence {
public:
    virtual ~Evidence() = default;

    /// What a stranger must be told once: SHA-256 of the signing key, in hex. Nothing secret.
    virtual std::string fingerprint() const = 0;
    /// events:verify.
    [[nodiscard]] virtual Result<TreeState> state(const access::Actor& actor) = 0;
    /// events:verify. The head of the tree as it stands; signed, and recorded, now if anything but its own record has been added
    /// since the last. DiskFull, NotWritable.
    [[nodiscard]] virtual Result<TreeHead> head(const access::Actor& actor) = 0;
    /// events:verify. The largest `limit` (1 to 200) below `below` leaves (0: all), the newest first.
    [[nodiscard]] virtual Result<std::vector<TreeHead>> heads(const access::Actor& actor, std::int64_t below,
                                                              std::uint32_t limit) = 0;
    /// events:verify. By the id that the API tells; NotFound. In the newest head, or in one signed now if that is older.
    [[nodiscard]] virtual Result<InclusionProof> prove(const access::Actor& actor, std::string_view eventId) = 0;
    /// events:verify. InvalidArgument, with the field, unless 0 <= from <= to <= size.
    [[nodiscard]] virtual Result<ConsistencyProof> consistency(const access::Actor& actor, std::int64_t from,
                                                               std::int64_t to) = 0;

    /// events:export, for all that follows. Signs a head, and keeps the events that are selected, with the proof that they are in
    /// its tree, as one file (docs/audit.md). Recorded. False from `progress` cancels, and nothing stays. LimitReached, for
    /// number or size. What is damaged is said by the pack and its manifest; Conflict if nothing leads to the signed head any
    /// more.
    [[nodiscard]] virtual Result<EvidencePack> create(const access::Actor& actor, const PackRequest& request,
                                                      const audit::Progress& progress) = 0;
    /// All, the newest first.
    [[nodiscard]] virtual Result<std::vector<EvidencePack>> list(const access::Actor& actor) = 0;
    /// NotFound.
    [[nodiscard]] virtual Result<EvidencePack> read(const access::Actor& actor, const std::string& id) = 0;
    /// Hands out the file piece by piece; false from `sink` cancels. Recorded. NotFound.
    using Sink = std::function<bool(std::string_view piece)>;
    [[nodiscard]] virtual Result<EvidencePack> download(const access::Actor& actor, const std::string& id, const Sink& sink) = 0;
    /// The same into a file (0600), which appears when it is complete.
    [[nodiscard]] virtual Result<EvidencePack> save(const access::Actor& actor, const std::string& id,
                                                    const std::filesystem::path& file,
                                                    ExistingFile existing = ExistingFile::Replace) = 0;
    /// Of its maker, or of who holds retention:update, too. Recorded. NotFound; Conflict (`held`) if a legal hold keeps one of
    /// its events.
    [[nodiscard]] virtual Result<void> remove(const access::Actor& actor, const std::string& id) = 0;
};

} // namespace sallyport::journal
