#include "backend/audit/chain/accepted_damage.h"

#include <algorithm>

namespace sallyport::audit {
namespace {

enum class AcceptanceColumn { First, Last, Problem, Fingerprint, At, By, Why, Seal, End };
constexpr storage::Columns<AcceptanceColumn> acceptanceColumns{{{AcceptanceColumn::First, "first_event"},
                                                                {AcceptanceColumn::Last, "last_event"},
                                                                {AcceptanceColumn::Problem, "problem"},
                                                                {AcceptanceColumn::Fingerprint, "fingerprint"},
                                                                {AcceptanceColumn::At, "accepted_at"},
                                                                {AcceptanceColumn::By, "accepted_by"},
                                                                {AcceptanceColumn::Why, "why"},
                                                                {AcceptanceColumn::Seal, "seal"}}};
constexpr auto allAcceptances = storage::select(acceptanceColumns, "FROM accepted_damage ORDER BY first_event, last_event");

/// Every text after its length: no two rows share a seal.
void add(std::string& to, std::string_view text)
{
    to += ' ' + std::to_string(text.size()) + ':';
    to += text;
}

Result<ChainHash> sealOf(const Chain& chain, const Acceptance& row)
{
    std::string text = "accepted " + std::to_string(row.first) + ' ' + std::to_string(row.last) + ' ' +
                       std::to_string(row.at.time_since_epoch().count()) + ' ' + hexOf(row.fingerprint);
    for (const std::string_view part : {problemWord(row.problem), std::string_view(row.by), std::string_view(row.why)})
        add(text, part);
    return chain.seal(text);
}

} // namespace

Result<ChainHash> fingerprintOf(const Chain& chain, const StoredEvent& stored)
{
    SALLYPORT_ASSIGN(const ChainHash content, chain.next(chainStart, stored.event));
    return chain.seal("row " + hexOf(content) + ' ' + stored.event.hash + (stored.wellFormed ? "" : " odd"));
}

Result<std::vector<Acceptance>> readAcceptances(storage::Transaction& transaction, const Chain& chain)
{
    SALLYPORT_ASSIGN(auto rows, transaction.prepare(allAcceptances));
    std::vector<Acceptance> found;
    for (;;) {
        SALLYPORT_ASSIGN(const bool there, rows.step());
        if (!there)
            return found;
        const auto row = rows.row();
        Acceptance one;
        one.first = row.integer(AcceptanceColumn::First);
        one.last = row.integer(AcceptanceColumn::Last);
        one.problem = problemOfWord(row.text(AcceptanceColumn::Problem)).value_or(ChainProblem::None);
        const Bytes fingerprint = row.blob(AcceptanceColumn::Fingerprint);
        const Bytes seal = row.blob(AcceptanceColumn::Seal);
        std::copy_n(fingerprint.begin(), std::min(fingerprint.size(), one.fingerprint.size()), one.fingerprint.begin());
        one.at = row.time(AcceptanceColumn::At);
        one.by = row.text(AcceptanceColumn::By);
        one.why = row.text(AcceptanceColumn::Why);
        SALLYPORT_ASSIGN(const ChainHash expected, sealOf(chain, one));
        if (std::ranges::equal(seal, expected))
            found.push_back(std::move(one));
    }
}

Result<void> insertAcceptance(storage::Transaction& transaction, const Chain& chain, const Acceptance& acceptance)
{
    SALLYPORT_ASSIGN(const ChainHash seal, sealOf(chain, acceptance));
    SALLYPORT_ASSIGN(auto put, transaction.prepare("INSERT INTO accepted_damage (first_event, last_event, problem, fingerprint, "
                                                   "accepted_at, accepted_by, why, seal) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) "
                                                   "ON CONFLICT (first_event, last_event, problem) DO UPDATE SET fingerprint = "
                                                   "excluded.fingerprint, accepted_at = excluded.accepted_at, accepted_by = "
                                                   "excluded.accepted_by, why = excluded.why, seal = excluded.seal"));
    put.bind(1, acceptance.first).bind(2, acceptance.last).bind(3, problemWord(acceptance.problem));
    put.bind(4, std::span<const std::byte>(acceptance.fingerprint)).bind(5, acceptance.at).bind(6, acceptance.by);
    put.bind(7, acceptance.why).bind(8, std::span<const std::byte>(seal));
    return put.run();
}

} // namespace sallyport::audit
