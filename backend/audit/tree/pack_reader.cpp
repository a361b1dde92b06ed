#include "backend/audit/tree/pack_reader.h"

#include "backend/audit/chain/chain.h"
#include "backend/audit/tree/leaf.h"
#include "backend/base/encoding.h"
#include "backend/base/utf8.h"

#include <vector>

namespace sallyport::audit {
namespace {

class PackCheck {
public:
    explicit PackCheck(std::string_view fingerprint) : m_fingerprint(toLowerAscii(fingerprint)) {}

    /// `line` has its end.
    Result<void> take(std::string_view line)
    {
        ++m_line;
        m_summary.bytes += static_cast<std::int64_t>(line.size());
        const std::string_view text = line.substr(0, line.size() - 1);
        if (m_over)
            return wrong("stands behind the pack's end");
        if (m_line > 1 && static_cast<std::int64_t>(m_leaves.size()) == m_summary.manifest.records && !isPackProof(text))
            return end(text);
        const std::optional<std::string> body = m_sum.open(text);
        if (!body)
            return wrong("does not fit its sum");
        if (m_line == 1)
            return manifest(*body);
        return static_cast<std::int64_t>(m_leaves.size()) < m_summary.manifest.records ? record(*body) : proof(*body);
    }

    Result<PackSummary> finish(bool unfinished)
    {
        ++m_line;
        if (unfinished)
            return wrong("has no line end");
        if (!m_over)
            return wrong("is missing: the pack was cut off");
        return std::move(m_summary);
    }

    Error wrong(std::string_view what, std::int64_t event = 0) const
    {
        return makeError(ErrorCode::InvalidArgument, "line " + std::to_string(m_line) +
                                                         (event > 0 ? " (event " + std::to_string(event) + ")" : std::string()) +
                                                         ": " + std::string(what));
    }
    void skipTo(std::int64_t line) { m_line = line; }
    std::int64_t line() const { return m_line; }

private:
    Error wrong(const Error& error) const { return wrong(error.detail); }

    Result<void> manifest(std::string_view text)
    {
        auto read = readPackManifest(text);
        if (!read)
            return wrong(read.error());
        const auto raw = fromHex(read->publicKey);
        const auto key = raw ? crypto::Ed25519PublicKey::fromRaw(*raw) : Result<crypto::Ed25519PublicKey>(raw.error());
        if (!key || fingerprintOf(*key) != m_fingerprint)
            return wrong("the key is not the one with that fingerprint");
        if (!key->verify(asBytes(headText(read->head)), read->head.signature))
            return wrong("the head's signature does not fit");
        if (read->records < 0 || read->records > read->head.size)
            return wrong("holds an impossible number of records");
        m_summary.manifest = std::move(*read);
        m_key = *key;
        return {};
    }

    Result<void> record(std::string_view text)
    {
        const auto read = readPackRecord(text);
        if (!read)
            return wrong(read.error());
        const std::int64_t sequence = read->event.sequence;
        if (read->position >= m_summary.manifest.head.size || read->position < 0 ||
            (!m_positions.empty() && read->position <= m_positions.back()) || sequence <= m_summary.lastSequence)
            return wrong("is out of order", sequence);
        const bool named = isAmong(m_summary.manifest.damaged, sequence);
        const auto own = hashFromHex(read->event.hash);
        if (const bool fits = own && leafOf(read->event, *own) == read->leaf; fits == named)
            return wrong(named ? "the record is the one that the leaf is of, and said to be damaged"
                               : "the record is not the one that the leaf is of",
                         sequence);
        m_positions.push_back(read->position);
        m_leaves.push_back(read->leaf);
        if (m_summary.firstSequence == 0)
            m_summary.firstSequence = sequence;
        m_summary.lastSequence = sequence;
        return {};
    }

    Result<void> proof(std::string_view text)
    {
        const auto read = readPackProof(text);
        if (!read)
            return wrong(read.error());
        m_hashes.push_back(*read);
        return {};
    }

    Result<void> end(std::string_view text)
    {
        const auto read = readPackEnd(text);
        if (!read)
            return wrong(read.error());
        if (!m_key->verify(asBytes(packEndText(m_sum.value())), *read))
            return wrong("the signature of the pack does not fit");
        const auto root = rootBySelection(m_positions, m_leaves, m_summary.manifest.head.size, m_hashes);
        if (!root || *root != m_summary.manifest.head.root)
            return wrong("records and proof above do not lead to the signed root");
        m_over = true;
        return {};
    }

    const std::string m_fingerprint;
    PackSummary m_summary;
    std::optional<crypto::Ed25519PublicKey> m_key;
    PackSum m_sum;
    std::vector<std::int64_t> m_positions;
    std::vector<TreeHash> m_leaves, m_hashes;
    std::int64_t m_line = 0;
    bool m_over = false;
};

} // namespace

Result<PackSummary> checkPack(const ReadPiece& next, std::string_view fingerprint)
{
    PackCheck check(fingerprint);
    std::string waiting;
    for (;;) {
        SALLYPORT_ASSIGN(const std::string piece, next());
        std::size_t from = waiting.size(), begin = 0;
        waiting += piece;
        for (std::size_t end = waiting.find('\n', from); end != waiting.npos; end = waiting.find('\n', begin)) {
            SALLYPORT_TRY(check.take(std::string_view(waiting).substr(begin, end + 1 - begin)));
            begin = end + 1;
        }
        waiting.erase(0, begin);
        if (waiting.size() > packLineLimit) {
            check.skipTo(check.line() + 1);
            return check.wrong("is longer than a line of a pack can be");
        }
        if (piece.empty())
            return check.finish(!waiting.empty());
    }
}

} // namespace sallyport::audit
