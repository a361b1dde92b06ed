#include "backend/protection/lists/kept_out.h"

#include <algorithm>
#include <string>
#include <utility>

namespace sallyport::protection {

using rows::StoredRule;

namespace {

/// Ranges lie beside or inside each other, so those that begin within one are inside it or as wide.
class Exceptions {
public:
    explicit Exceptions(std::span<const StoredRule> rules)
    {
        for (const StoredRule& stored : rules)
            if (stored.rule.action == AddressAction::Allow)
                m_ranges.push_back(stored.range);
        const auto order = [](const AddressRange& range) { return std::pair(range.base, range.length); };
        std::ranges::sort(m_ranges, {}, order);
        // What lies in a wider one says nothing new, so that the one before an address is the only one that may hold it.
        std::vector<AddressRange> widest;
        for (AddressRange& range : m_ranges)
            if (widest.empty() || !widest.back().cidr.contains(range.cidr))
                widest.push_back(std::move(range));
        m_ranges = std::move(widest);
    }

    bool empty() const noexcept { return m_ranges.empty(); }

    bool cover(const AddressRange& range) const
    {
        const auto next = std::ranges::upper_bound(m_ranges, range.base, {}, &AddressRange::base);
        return next != m_ranges.begin() && std::prev(next)->cidr.contains(range.cidr);
    }

    bool touch(const AddressRange& range) const
    {
        const auto first = std::ranges::lower_bound(m_ranges, range.base, {}, &AddressRange::base);
        return first != m_ranges.end() && range.cidr.contains(first->cidr);
    }

private:
    std::vector<AddressRange> m_ranges;
};

/// The lower and the upper half of a range that isn't one address.
std::pair<Result<AddressRange>, Result<AddressRange>> halves(const AddressRange& range)
{
    const std::string length = '/' + std::to_string(range.length + 1);
    std::array<std::uint8_t, 16> upper = range.base.bytes();
    upper[static_cast<std::size_t>(range.length / 8)] |= static_cast<std::uint8_t>(0x80 >> (range.length % 8));
    std::uint32_t v4 = 0;
    for (std::size_t i = 0; i < 4; ++i)
        v4 = v4 << 8 | upper[i];
    const IpAddress base = range.base.isV4() ? IpAddress::v4(v4) : IpAddress::v6(upper);
    return {AddressRange::parse(range.base.text() + length), AddressRange::parse(base.text() + length)};
}

Result<void> takeAround(const Exceptions& exceptions, const StoredRule& rule, const AddressRange& range,
                        std::vector<StoredRule>& kept)
{
    if (exceptions.cover(range))
        return {};
    if (exceptions.touch(range)) {
        const auto [lower, upper] = halves(range);
        if (!lower || !upper)
            return lower ? upper.error() : lower.error();
        SALLYPORT_TRY(takeAround(exceptions, rule, *lower, kept));
        return takeAround(exceptions, rule, *upper, kept);
    }
    if (kept.size() >= keptOutMost)
        return makeError(ErrorCode::LimitReached, "At most " + std::to_string(keptOutMost) + " lines are exported.");
    StoredRule part = rule;
    part.range = range;
    part.rule.address = range.text();
    kept.push_back(std::move(part));
    return {};
}

} // namespace

Result<std::vector<StoredRule>> keptOut(std::span<const StoredRule> rules)
{
    const Exceptions exceptions(rules);
    std::vector<StoredRule> kept;
    for (const StoredRule& stored : rules)
        if (stored.rule.action == AddressAction::Block)
            SALLYPORT_TRY(takeAround(exceptions, stored, stored.range, kept));
    return kept;
}

} // namespace sallyport::protection
