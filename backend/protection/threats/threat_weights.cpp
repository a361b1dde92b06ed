#include "backend/protection/threats/threat_weights.h"

#include <algorithm>
#include <bit>

namespace sallyport::protection {
namespace {

/// What isn't a setting: how a signal goes on growing.
struct Growth {
    double knee; ///< of those that count each: so many give full points; 0: counted in a minute
    double step; ///< at each doubling from there, as a share of `points`
};

/// By ThreatSignal.
constexpr std::array<Growth, threatSignals> growth{{
    {0, 10.0 / 30}, // Frequency
    {0, 10.0 / 25}, // Repetition
    {0, 0},         // MissingAgent
    {0, 0.5},       // Scanning
    {8, 3},         // FailedSignIns
    {8, 3},         // BadSignatures
    {0, 0.5},       // NotFound
    {0, 0.5},       // BadRequests
    {4, 0},         // Refused
    {15, 0},        // Detection
    {6, 0},         // Trap
}};

constexpr std::chrono::seconds minute{60};
constexpr double slack = 0.25; ///< of a count that time has worn: the 16th try within minutes is the 16th

std::string times(std::uint32_t count)
{
    return count == 1 ? "once" : std::to_string(count) + " times";
}

std::string ofMany(const ThreatPart& part)
{
    return part.of == 0 ? std::to_string(part.count) : std::to_string(part.count) + " of " + std::to_string(part.of);
}

} // namespace

std::array<ThreatWeight, threatSignals> defaultThreatWeights()
{
    const auto weight = [](ThreatSignal signal, std::uint32_t points, std::uint32_t most, std::uint32_t from,
                           std::chrono::seconds within = std::chrono::seconds(0)) {
        return ThreatWeight{signal, points, most, from, within, points, most};
    };
    // A client that does everything that the guide counts at once, 61 equal requests a minute without an agent, comes to 80;
    // one with a valid credential never comes that far by volume alone.
    return {weight(ThreatSignal::Frequency, 30, 60, 61, minute),
            weight(ThreatSignal::Repetition, 25, 55, 21, minute),
            weight(ThreatSignal::MissingAgent, 15, 15, 1, minute),
            weight(ThreatSignal::Scanning, 20, 40, 21, minute),
            weight(ThreatSignal::FailedSignIns, 5, 85, 1),
            weight(ThreatSignal::BadSignatures, 5, 85, 1),
            weight(ThreatSignal::NotFound, 16, 40, 10, minute),
            weight(ThreatSignal::BadRequests, 10, 25, 20, minute),
            weight(ThreatSignal::Refused, 4, 16, 1),
            weight(ThreatSignal::Detection, 6, 90, 1),
            weight(ThreatSignal::Trap, 15, 90, 1)};
}

double threatPoints(const ThreatWeight& weight, double count, bool grows) noexcept
{
    const Growth& how = growth[static_cast<std::size_t>(weight.signal)];
    const double points = weight.points, most = weight.most;
    const bool inMinute = how.knee == 0;
    const double start = inMinute ? static_cast<double>(weight.from) : how.knee;
    if (points == 0 || count <= 0 || (inMinute && count < start))
        return 0;
    double sum = inMinute ? points : points * std::min(count, how.knee);
    const double worn = inMinute ? 0 : slack;
    if (grows && how.step > 0 && count + worn >= 2 * start)
        sum += points * how.step * static_cast<double>(std::bit_width(static_cast<std::uint64_t>((count + worn) / start)) - 1);
    return std::min(sum, most);
}

Result<void> applyWeights(std::array<ThreatWeight, threatSignals>& weights, const std::vector<ThreatWeight>& wanted)
{
    Error error(ErrorCode::ValidationFailed, "A weight is not acceptable.");
    for (const ThreatWeight& one : wanted) {
        if (one.signal >= ThreatSignal::Count_)
            continue;
        const std::string name(infoOf(one.signal).word);
        if (one.points > threatPointsMost)
            error.fields.push_back({"weights." + name + ".points", "Must be at most 100.", "maximum"});
        if (one.most > threatPointsMost)
            error.fields.push_back({"weights." + name + ".most", "Must be at most 100.", "maximum"});
        else if (one.most < one.points)
            error.fields.push_back({"weights." + name + ".most", "Must not be less than the points of one.", "minimum"});
        ThreatWeight& weight = weights[static_cast<std::size_t>(one.signal)];
        weight.points = one.points;
        weight.most = one.most;
    }
    if (!error.fields.empty())
        return error;
    return {};
}

std::string threatDetail(const ThreatPart& part)
{
    const std::string within = part.within.count() > 0 ? " in " + std::to_string(part.within.count()) + " s" : std::string();
    switch (part.signal) {
    case ThreatSignal::Frequency: return std::to_string(part.count) + " requests" + within;
    case ThreatSignal::Repetition: return ofMany(part) + " alike" + within;
    case ThreatSignal::Scanning: return std::to_string(part.count) + " paths" + within;
    case ThreatSignal::FailedSignIns:
    case ThreatSignal::BadSignatures: return std::to_string(part.count) + (part.count == 1 ? " try" : " tries");
    case ThreatSignal::MissingAgent:
    case ThreatSignal::NotFound:
    case ThreatSignal::BadRequests: return ofMany(part) + within;
    case ThreatSignal::Refused:
    case ThreatSignal::Detection:
    case ThreatSignal::Trap:
        if (part.subject.empty())
            return times(part.count);
        return part.alike ? part.subject + ", " + times(part.count) : times(part.count) + ", last " + part.subject;
    case ThreatSignal::Count_: break;
    }
    return {};
}

std::string threatReason(const std::vector<ThreatPart>& parts)
{
    static constexpr std::array<std::string_view, threatSignals> names{"Too many requests", "The same request again and again",
                                                                       "No agent",          "Scanning",
                                                                       "Failed sign-ins",   "Bad signatures",
                                                                       "Nothing found",     "Bad requests",
                                                                       "Refused by limits", "Attack",
                                                                       "Trap opened"};
    if (parts.empty())
        return "Threat score";
    const auto most = std::ranges::max_element(parts, {}, &ThreatPart::points);
    return std::string(names[static_cast<std::size_t>(most->signal)]) + ", " + threatDetail(*most);
}

} // namespace sallyport::protection
