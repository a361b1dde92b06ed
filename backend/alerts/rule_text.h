#pragma once

#include "backend/alerts/alert_rule.h"

#include <string>
#include <string_view>

namespace sallyport::alerts {

// How schedule and actions of a rule lie in the database: text of ours.

std::string scheduleText(const AlertSchedule& schedule);
AlertSchedule scheduleOf(std::string_view text);
std::string actionsText(const std::vector<AlertAction>& actions);
/// What no version of the program knows is left out.
std::vector<AlertAction> actionsOf(std::string_view text);

/// `mon,tue 08:00-18:00 Europe/Berlin`, for records; empty: always.
std::string shownSchedule(const AlertSchedule& schedule);
/// `notice, ban_address 3600`, for records.
std::string shownActions(const std::vector<AlertAction>& actions);
/// `mon`... by bit.
std::string_view dayWord(int day) noexcept;
/// `08:00`
std::string clockText(int minute);
/// Minutes of `08:00`..`24:00`.
std::optional<int> clockOf(std::string_view text) noexcept;
/// Words separated by a space, and back.
std::string joinedKinds(const std::vector<std::string>& kinds);
std::vector<std::string> splitKinds(std::string_view text);

} // namespace sallyport::alerts
