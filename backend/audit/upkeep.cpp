#include "backend/audit/upkeep.h"

#include <algorithm>
#include <array>

namespace sallyport::audit {
namespace {

struct DutyRow {
    Duty duty;
    std::string_view word, title;
};

constexpr auto table = std::to_array<DutyRow>({
#define DUTY_TITLE(context, english) english
#define DUTY(constant, word, title) {Duty::constant, word, title},
#include "backend/audit/duties.def"
#undef DUTY_TITLE
});
static_assert(table.size() == dutyCount);

constexpr std::array<Duty, dutyCount> allDuties = [] {
    std::array<Duty, dutyCount> duties{};
    std::ranges::transform(table, duties.begin(), &DutyRow::duty);
    return duties;
}();
static_assert(std::ranges::is_sorted(allDuties), "a row stands where its duty does in the enum");

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
    return allDuties;
}

std::vector<DutyState> Upkeep::failing() const
{
    std::vector<DutyState> found = states();
    std::erase_if(found, [](const DutyState& state) { return !state.failing; });
    return found;
}

} // namespace sallyport::audit
