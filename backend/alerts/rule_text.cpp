#include "backend/alerts/rule_text.h"

#include <boost/json.hpp>

#include <array>
#include <charconv>

namespace sallyport::alerts {
namespace {

namespace json = boost::json;

constexpr std::array<std::string_view, 7> dayWords{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
constexpr int minutesOfHour = 60, minutesOfTheDay = 1440;

json::value parsed(std::string_view text)
{
    boost::system::error_code failure;
    json::value value = json::parse(text, failure);
    return failure ? json::value() : value;
}

std::int64_t numberIn(const json::object& from, std::string_view name)
{
    const json::value* const found = from.if_contains(name);
    return found != nullptr && found->is_int64() ? found->get_int64() : 0;
}

std::string textIn(const json::object& from, std::string_view name)
{
    const json::value* const found = from.if_contains(name);
    return found != nullptr && found->is_string() ? std::string(found->get_string()) : std::string();
}

} // namespace

std::string_view dayWord(int day) noexcept
{
    return dayWords.at(static_cast<std::size_t>(day));
}

std::string clockText(int minute)
{
    const auto two = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
    return two(minute / minutesOfHour) + ":" + two(minute % minutesOfHour);
}

std::optional<int> clockOf(std::string_view text) noexcept
{
    int hours = 0, minutes = 0;
    const char* const end = text.data() + text.size();
    if (text.size() != 5 || text[2] != ':' || std::from_chars(text.data(), text.data() + 2, hours).ptr != text.data() + 2 ||
        std::from_chars(text.data() + 3, end, minutes).ptr != end || hours < 0 || minutes < 0 || minutes >= minutesOfHour)
        return std::nullopt;
    const int all = hours * minutesOfHour + minutes;
    return all <= minutesOfTheDay ? std::optional(all) : std::nullopt;
}

std::string scheduleText(const AlertSchedule& schedule)
{
    return json::serialize(json::object{{"days", schedule.days},
                                        {"from", schedule.from},
                                        {"until", schedule.until},
                                        {"zone", schedule.zone},
                                        {"outside", schedule.outside}});
}

AlertSchedule scheduleOf(std::string_view text)
{
    AlertSchedule schedule;
    const json::value value = parsed(text);
    if (const json::object* const all = value.if_object()) {
        schedule.days = static_cast<std::uint8_t>(numberIn(*all, "days") & 0x7F);
        schedule.from = static_cast<std::uint16_t>(numberIn(*all, "from") % minutesOfTheDay);
        schedule.until = static_cast<std::uint16_t>(std::min<std::int64_t>(numberIn(*all, "until"), minutesOfTheDay));
        schedule.zone = textIn(*all, "zone");
        const json::value* const outside = all->if_contains("outside");
        schedule.outside = outside != nullptr && outside->is_bool() && outside->get_bool();
    }
    return schedule;
}

std::string actionsText(const std::vector<AlertAction>& actions)
{
    json::array list;
    for (const AlertAction& one : actions)
        list.push_back({{"kind", actionKindWord(one.kind)}, {"lasts", one.lasts.count()}, {"destination", one.destination}});
    return json::serialize(list);
}

std::vector<AlertAction> actionsOf(std::string_view text)
{
    std::vector<AlertAction> actions;
    const json::value value = parsed(text);
    if (const json::array* const list = value.if_array()) {
        for (const json::value& one : *list) {
            const json::object* const all = one.if_object();
            if (const auto kind = all != nullptr ? findActionKind(textIn(*all, "kind")) : std::nullopt)
                actions.push_back({*kind, std::chrono::seconds(numberIn(*all, "lasts")), textIn(*all, "destination")});
        }
    }
    return actions;
}

std::string shownSchedule(const AlertSchedule& schedule)
{
    std::string text;
    if (schedule.always())
        return text;
    for (int day = 0; day < static_cast<int>(dayWords.size()); ++day) {
        if ((schedule.days & (1u << day)) != 0)
            text.append(text.empty() ? "" : ",").append(dayWord(day));
    }
    text += ' ' + clockText(schedule.from) + '-' + clockText(schedule.until);
    if (!schedule.zone.empty())
        text += ' ' + schedule.zone;
    return schedule.outside ? "outside " + text : text;
}

std::string shownActions(const std::vector<AlertAction>& actions)
{
    std::string text;
    for (const AlertAction& one : actions) {
        text.append(text.empty() ? "" : ", ").append(actionKindWord(one.kind));
        if (one.lasts.count() > 0)
            text += ' ' + std::to_string(one.lasts.count());
        if (!one.destination.empty())
            text += ' ' + one.destination;
    }
    return text;
}

std::string joinedKinds(const std::vector<std::string>& kinds)
{
    std::string text;
    for (const std::string& one : kinds)
        text.append(text.empty() ? "" : " ").append(one);
    return text;
}

std::vector<std::string> splitKinds(std::string_view text)
{
    std::vector<std::string> kinds;
    while (!text.empty()) {
        const std::size_t end = text.find(' ');
        if (end != 0)
            kinds.emplace_back(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return kinds;
}

} // namespace sallyport::alerts
