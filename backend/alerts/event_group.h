#pragma once

#include "backend/alerts/alert_rule.h"
#include "backend/audit/event.h"

#include <string>
#include <string_view>

namespace sallyport::alerts {

/// Somebody or something that events are about.
struct EventSubject {
    std::string value; ///< what makes two of them the same; empty: the event has none
    std::string name;  ///< as people know it
    std::string id;    ///< of the user, key or object; empty: nothing of this vault
};

/// Who did it: a user, or whose name was tried at a sign-in.
EventSubject userOf(const audit::Event& event);
/// The API key that was used, or that the event is about.
EventSubject keyOf(const audit::Event& event);
/// What it was done to.
EventSubject targetOf(const audit::Event& event);
/// The group that the event belongs to.
EventSubject groupOf(const audit::Event& event, GroupBy by);

/// What the alerts do themselves: no rule counts it, so that none can call itself up.
bool isOfAlerts(const audit::Event& event) noexcept;
/// How the alerts are called where a record says who did something, before the rule's name.
inline constexpr std::string_view alertsName = "Alert rule";

} // namespace sallyport::alerts
