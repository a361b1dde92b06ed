#include "backend/protection/threats/threat_log.h"

#include "backend/protection/threats/threat_weights.h"
#include "backend/storage/columns.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace sallyport::protection {
namespace {

constexpr double thousandth = 1'000;

std::optional<ThreatSignal> signalOf(std::string_view word)
{
    const auto found = std::ranges::find(threatSignalInfo, word, &ThreatSignalInfo::word);
    if (found == threatSignalInfo.end()) // a newer program's
        return std::nullopt;
    return static_cast<ThreatSignal>(found - threatSignalInfo.begin());
}

std::uint32_t countOf(std::int64_t number)
{
    return static_cast<std::uint32_t>(std::clamp<std::int64_t>(number, 0, UINT32_MAX));
}

std::int64_t thousandths(double value)
{
    return static_cast<std::int64_t>(std::llround(value * thousandth));
}

enum class ScoreColumn {
    Address,
    Signal,
    Points,
    Amount,
    Counted,
    CountedOf,
    Subject,
    SubjectTimes,
    SeenFirst,
    SeenLast,
    KeptAt,
    End
};
constexpr storage::Columns<ScoreColumn> scoreColumns{{{ScoreColumn::Address, "address"},
                                                      {ScoreColumn::Signal, "signal"},
                                                      {ScoreColumn::Points, "points"},
                                                      {ScoreColumn::Amount, "amount"},
                                                      {ScoreColumn::Counted, "counted"},
                                                      {ScoreColumn::CountedOf, "counted_of"},
                                                      {ScoreColumn::Subject, "subject"},
                                                      {ScoreColumn::SubjectTimes, "subject_times"},
                                                      {ScoreColumn::SeenFirst, "seen_first"},
                                                      {ScoreColumn::SeenLast, "seen_last"},
                                                      {ScoreColumn::KeptAt, "kept_at"}}};
constexpr auto allScores = storage::select(scoreColumns, "FROM threat_scores ORDER BY address, signal");

enum class PeakColumn { Address, Peak, ReachedAt, End };
constexpr storage::Columns<PeakColumn> peakColumns{
    {{PeakColumn::Address, "address"}, {PeakColumn::Peak, "peak"}, {PeakColumn::ReachedAt, "reached_at"}}};
constexpr auto peaksSince = storage::select(peakColumns, "FROM threat_peaks WHERE reached_at >= $1 ORDER BY peak DESC, address");

enum class WeightColumn { Signal, Points, Most, End };
constexpr storage::Columns<WeightColumn> weightColumns{
    {{WeightColumn::Signal, "signal"}, {WeightColumn::Points, "points"}, {WeightColumn::Most, "most"}}};
constexpr auto allWeights = storage::select(weightColumns, "FROM threat_weights");

Result<void> writeScore(storage::Transaction& transaction, const StoredScore& score, UtcTime now)
{
    for (const StoredScore::Part& part : score.parts) {
        SALLYPORT_ASSIGN(auto row, transaction.prepare("INSERT INTO threat_scores (address, signal, points, amount, counted, "
                                                       "counted_of, subject, seen_first, seen_last, kept_at, subject_times) "
                                                       "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)"));
        const std::string address = score.address.text();
        row.bind(1, std::string_view(address)).bind(2, infoOf(part.signal).word).bind(3, thousandths(part.points));
        row.bind(4, thousandths(part.amount)).bind(5, std::int64_t{part.count}).bind(6, std::int64_t{part.of});
        row.bind(7, std::string_view(part.subject)).bind(8, score.seenFirst).bind(9, score.seenLast).bind(10, now);
        row.bind(11, std::int64_t{part.subjectTimes});
        SALLYPORT_TRY(row.run());
    }
    return {};
}

Result<void> writePeak(storage::Transaction& transaction, const StoredPeak& peak)
{
    SALLYPORT_ASSIGN(auto row, transaction.prepare("INSERT INTO threat_peaks (address, hour, peak, reached_at) "
                                                   "VALUES ($1, $2, $3, $4) ON CONFLICT (address, hour) "
                                                   "DO UPDATE SET peak = excluded.peak, reached_at = excluded.reached_at "
                                                   "WHERE excluded.peak > threat_peaks.peak"));
    const std::string address = peak.address.text();
    return row.bind(1, std::string_view(address)).bind(2, peak.hour).bind(3, std::int64_t{peak.peak}).bind(4, peak.at).run();
}

} // namespace

Result<std::vector<StoredScore>> ThreatLog::scores(std::chrono::seconds halfLife)
{
    const UtcTime now = m_clock.now();
    return m_store.read([&](storage::Transaction& transaction) -> Result<std::vector<StoredScore>> {
        SALLYPORT_ASSIGN(auto rows, transaction.prepare(allScores));
        std::vector<StoredScore> found;
        for (;;) {
            SALLYPORT_ASSIGN(const bool more, rows.step());
            if (!more)
                return found;
            const auto row = rows.row();
            const auto address = IpAddress::parse(row.text(ScoreColumn::Address));
            const std::optional<ThreatSignal> signal = signalOf(row.text(ScoreColumn::Signal));
            if (!address || !signal)
                continue;
            if (found.empty() || found.back().address != *address)
                found.push_back({*address, row.time(ScoreColumn::SeenFirst), row.time(ScoreColumn::SeenLast), {}});
            // A clock that was set back since wears nothing.
            const auto since = std::max(now - row.time(ScoreColumn::KeptAt), std::chrono::microseconds(0));
            const double left = std::exp2(-std::chrono::duration<double>(since) / std::chrono::duration<double>(halfLife));
            found.back().parts.push_back({*signal, static_cast<double>(row.integer(ScoreColumn::Points)) / thousandth * left,
                                          static_cast<double>(row.integer(ScoreColumn::Amount)) / thousandth * left,
                                          countOf(row.integer(ScoreColumn::Counted)),
                                          countOf(row.integer(ScoreColumn::CountedOf)), row.text(ScoreColumn::Subject),
                                          countOf(row.integer(ScoreColumn::SubjectTimes))});
        }
    });
}

Result<void> ThreatLog::save(const ThreatScores& scores)
{
    const std::lock_guard lock(m_saving);
    const std::vector<StoredScore> kept = scores.stored(scoreFloor, scoresMost);
    const std::vector<StoredPeak> peaks = scores.peaks(peakFloor);
    if (kept.empty() && peaks.empty() && !m_any)
        return {};
    const UtcTime now = m_clock.now();
    const auto put = [&](storage::Transaction& transaction) -> Result<void> {
        SALLYPORT_ASSIGN(auto remove, transaction.prepare("DELETE FROM threat_scores"));
        SALLYPORT_TRY(remove.run());
        for (const StoredScore& score : kept)
            SALLYPORT_TRY(writeScore(transaction, score, now));
        for (const StoredPeak& peak : peaks)
            SALLYPORT_TRY(writePeak(transaction, peak));
        return {};
    };
    SALLYPORT_TRY(m_store.write(put));
    m_any = !kept.empty();
    return {};
}

Result<void> ThreatLog::removeExpired(UtcTime deletable)
{
    return m_store.write([&](storage::Transaction& transaction) -> Result<void> {
        if (deletable != UtcTime{}) {
            SALLYPORT_ASSIGN(auto old, transaction.prepare("DELETE FROM threat_peaks WHERE reached_at < $1"));
            SALLYPORT_TRY(old.bind(1, UtcTime(deletable - peaksKept)).run());
        }
        SALLYPORT_ASSIGN(auto low,
                         transaction.prepare("DELETE FROM threat_peaks WHERE peak < (SELECT COALESCE(MIN(top.peak), 0) FROM "
                                             "(SELECT peak FROM threat_peaks ORDER BY peak DESC LIMIT $1) AS top)"));
        return low.bind(1, peaksMost).run();
    });
}

Result<std::vector<ThreatPeak>> ThreatLog::peaks(const ThreatScores& scores, UtcTime& since)
{
    const UtcTime from = m_clock.now() - peaksShown;
    std::map<std::string, ThreatPeak> highest;
    const auto take = [&](const IpAddress& address, std::uint32_t peak, UtcTime at) {
        ThreatPeak& known = highest[networkText(address)];
        if (peak > known.peak)
            known = {networkText(address), peak, at};
    };
    const auto read = [&](storage::Transaction& transaction) -> Result<void> {
        SALLYPORT_ASSIGN(auto rows, transaction.prepare(peaksSince));
        rows.bind(1, from);
        for (;;) {
            SALLYPORT_ASSIGN(const bool more, rows.step());
            if (!more)
                return {};
            const auto row = rows.row();
            if (const auto address = IpAddress::parse(row.text(PeakColumn::Address)))
                take(*address, countOf(row.integer(PeakColumn::Peak)), row.time(PeakColumn::ReachedAt));
        }
    };
    SALLYPORT_TRY(m_store.read(read));
    for (const StoredPeak& peak : scores.peaks(peakFloor))
        if (peak.at >= from)
            take(peak.address, peak.peak, peak.at);
    since = from;
    std::vector<ThreatPeak> found;
    for (auto& [text, peak] : highest)
        found.push_back(std::move(peak));
    std::ranges::stable_sort(found, std::ranges::greater(), &ThreatPeak::peak);
    return found;
}

Result<std::array<ThreatWeight, threatSignals>> readWeights(storage::Transaction& transaction)
{
    auto weights = defaultThreatWeights();
    SALLYPORT_ASSIGN(auto rows, transaction.prepare(allWeights));
    for (;;) {
        SALLYPORT_ASSIGN(const bool more, rows.step());
        if (!more)
            return weights;
        const auto row = rows.row();
        const std::optional<ThreatSignal> signal = signalOf(row.text(WeightColumn::Signal));
        if (!signal)
            continue;
        ThreatWeight& weight = weights[static_cast<std::size_t>(*signal)];
        weight.points = std::min(countOf(row.integer(WeightColumn::Points)), threatPointsMost);
        weight.most = std::min(countOf(row.integer(WeightColumn::Most)), threatPointsMost);
    }
}

Result<void> writeWeight(storage::Transaction& transaction, const ThreatWeight& weight)
{
    SALLYPORT_ASSIGN(auto row, transaction.prepare("INSERT INTO threat_weights (signal, points, most) VALUES ($1, $2, $3) "
                                                   "ON CONFLICT (signal) DO UPDATE SET points = excluded.points, "
                                                   "most = excluded.most"));
    return row.bind(1, infoOf(weight.signal).word).bind(2, std::int64_t{weight.points}).bind(3, std::int64_t{weight.most}).run();
}

Result<std::array<ThreatWeight, threatSignals>> ThreatLog::weights()
{
    return m_store.read(readWeights);
}

} // namespace sallyport::protection
