#include "backend/audit/upkeep.h"

#include <algorithm>
#include <array>

namespace sallyport::audit {
namespace {

struct DutyRow {
    std::string_view word, title;
};

constexpr std::array<DutyRow, dutyCount> table{{
    {"signing_key", "Rotation of the signing key"},
    {"expiry", "Removal of what has expired"},
    {"retention", "Removal of old events"},
    {"key_use", "Counts of the use of API keys"},
    {"anchor", "Anchor of the journal"},
    {"nonces", "Nonces of signed requests"},
    {"take_over", "Changes from the command line"},
    {"clock", "Clock that deletion goes by"},
    {"traffic", "Counts of requests"},
}};

constexpr std::array<Duty, dutyCount> all{Duty::SigningKey, Duty::Expiry,   Duty::Retention, Duty::KeyUse, Duty::Anchor,
                                          Duty::Nonces,     Duty::TakeOver, Duty::Clock,     Duty::Traffic};

} // namespace

std::string_view dutyWord(Duty duty) noexcept
{
    return table[static_cast<std::size_t>(duty)].word;
}

std::string_view dutyTitle(Duty duty) noexcept
{
    return table[static_cast<std::size_t>(duty)].title;
}

std::span<const Duty> duties() noexcept
{
    return all;
}

std::vector<DutyState> Upkeep::failing() const
{
    std::vector<DutyState> found = states();
    std::erase_if(found, [](const DutyState& state) { return !state.failing; });
    return found;
}

} // namespace sallyport::audit
