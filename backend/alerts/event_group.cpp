#include "backend/alerts/event_group.h"

#include "backend/audit/event_kinds.h"
#include "backend/base/utf8.h"

#include <algorithm>
#include <array>

namespace sallyport::alerts {
namespace {

constexpr std::string_view userKind = "user", keyKind = "api_key", systemKind = "system";

EventSubject named(const std::string& id, const std::string& name, const std::string& otherwise)
{
    const std::string& shown = name.empty() ? otherwise : name;
    if (!id.empty())
        return {id, shown.empty() ? id : shown, id};
    return shown.empty() ? EventSubject() : EventSubject{"name:" + toLowerAscii(shown), shown, {}};
}

} // namespace

EventSubject userOf(const audit::Event& event)
{
    const audit::EventActor& actor = event.actor;
    if (actor.kind == userKind || actor.kind == "operator" || actor.kind == "service")
        return named(actor.id, actor.name, actor.email);
    // Whoever signs in is nobody yet: what was tried is the account.
    if (event.object.kind == userKind)
        return named(event.object.id, event.object.name, event.object.email);
    if (actor.kind == systemKind)
        return {};
    return named({}, actor.name, actor.email); // of a key that is whom it speaks for
}

EventSubject keyOf(const audit::Event& event)
{
    if (event.actor.kind == keyKind)
        return named(event.actor.id, event.actor.name, {});
    return event.object.kind == keyKind ? named(event.object.id, event.object.name, {}) : EventSubject();
}

EventSubject targetOf(const audit::Event& event)
{
    EventSubject subject = named(event.object.id, event.object.name, event.object.email);
    if (!subject.value.empty())
        subject.value = event.object.kind + ':' + subject.value;
    if (event.object.kind != userKind)
        subject.id.clear();
    return subject;
}

EventSubject groupOf(const audit::Event& event, GroupBy by)
{
    switch (by) {
    case GroupBy::None: break;
    case GroupBy::Address: return {event.address, event.address, {}};
    case GroupBy::User: return userOf(event);
    case GroupBy::Target: return targetOf(event);
    case GroupBy::Key: return keyOf(event);
    case GroupBy::Kind: {
        const audit::EventKind* const kind = audit::findEventKind(event.kind);
        return {event.kind, kind != nullptr ? std::string(kind->title) : event.kind, {}};
    }
    }
    return {};
}

bool isOfAlerts(const audit::Event& event) noexcept
{
    constexpr std::array own{audit::kind::incidentOpened, audit::kind::incidentChanged, audit::kind::alertActed,
                             audit::kind::alertActionFailed, audit::kind::alertActionUndone};
    return std::ranges::find(own, std::string_view(event.kind)) != own.end() ||
           (event.actor.kind == systemKind && event.actor.name.starts_with(alertsName));
}

} // namespace sallyport::alerts
