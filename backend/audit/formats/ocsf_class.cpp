#include "backend/audit/formats/ocsf_class.h"

#include "backend/audit/event_kinds.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace sallyport::audit {

namespace {

constexpr int otherActivity = 99;

/// A kind, or how kinds end, and the activity that it is.
struct ActivityWord {
    std::string_view word;
    int activity;
};

template <std::size_t Size>
int activityOf(const std::array<ActivityWord, Size>& words, std::string_view kind, int otherwise)
{
    const auto found = std::ranges::find_if(words, [&](const ActivityWord& row) { return kind.ends_with(row.word); });
    return found != words.end() ? found->activity : otherwise;
}

constexpr auto accountChanges = std::to_array<ActivityWord>({{".created", 1},
                                                             {".imported", 1},
                                                             {"user.enabled", 2},
                                                             {"password.changed", 3},
                                                             {"password.reset_started", 4},
                                                             {"user.disabled", 5},
                                                             {".deleted", 6},
                                                             {".erased", 6},
                                                             {"mfa.enabled", 10},
                                                             {"passkey.added", 10},
                                                             {"mfa.disabled", 11},
                                                             {"mfa.reset", 11},
                                                             {"passkey.removed", 11}});
constexpr auto authentications = std::to_array<ActivityWord>(
    {{".logout", 2}, {"session.revoked", 2}, {"auth.refresh", otherActivity}, {"auth.stepped_up", otherActivity}});
constexpr auto managements = std::to_array<ActivityWord>({{"created", 1},
                                                          {"added", 1},
                                                          {"saved", 1},
                                                          {"imported", 1},
                                                          {"placed", 1},
                                                          {"signed", 1},
                                                          {"exported", 2},
                                                          {"tested", 2},
                                                          {"deleted", 4},
                                                          {"removed", 4},
                                                          {"expired", 4},
                                                          {"purged", 4},
                                                          {"revoked", 4},
                                                          {"ended", 4},
                                                          {"lifted", 4},
                                                          {"forgotten", 4}});
constexpr auto groupManagements = std::to_array<ActivityWord>({{".deleted", 5}, {".created", 6}});
constexpr auto lifecycles = std::to_array<ActivityWord>({{"vault.created", 1},
                                                         {"server.started", 3},
                                                         {"vault.unlocked", 3},
                                                         {"server.stopped", 4},
                                                         {"vault.locked", 4},
                                                         {"server.moved", 5},
                                                         {"vault.restored", 8}});
constexpr auto apiCalls = std::to_array<ActivityWord>(
    {{"sensitive_create", 1}, {"sensitive_read", 2}, {"sensitive_update", 3}, {"sensitive_delete", 4}});
constexpr auto fileCalls = std::to_array<ActivityWord>({{".uploaded", 1}, {".refused", 1}, {".downloaded", 2}, {".deleted", 4}});
constexpr auto methods = std::to_array<ActivityWord>({{"CONNECT", 1},
                                                      {"DELETE", 2},
                                                      {"GET", 3},
                                                      {"HEAD", 4},
                                                      {"OPTIONS", 5},
                                                      {"POST", 6},
                                                      {"PUT", 7},
                                                      {"TRACE", 8},
                                                      {"PATCH", 9}});

int methodActivity(std::string_view method)
{
    const auto found = std::ranges::find(methods, method, &ActivityWord::word);
    return found != methods.end() ? found->activity : otherActivity;
}

} // namespace

OcsfActivity ocsfActivity(const Event& event)
{
    const EventKind* const known = findEventKind(event.kind);
    OcsfActivity result;
    result.eventClass = static_cast<OcsfClass>(known != nullptr ? known->ocsfClass : 0);
    switch (result.eventClass) {
    case OcsfClass::Base:
    case OcsfClass::AuthorizeSession: break;
    case OcsfClass::DetectionFinding: result.id = 1; break;
    case OcsfClass::IncidentFinding: result.id = event.kind == kind::incidentOpened ? 1 : 2; break;
    case OcsfClass::AccountChange: result.id = activityOf(accountChanges, event.kind, otherActivity); break;
    case OcsfClass::Authentication: result.id = activityOf(authentications, event.kind, 1); break;
    case OcsfClass::EntityManagement: result.id = activityOf(managements, event.kind, 3); break;
    case OcsfClass::UserAccess: result.id = event.kind == kind::userRoleEnded ? 2 : otherActivity; break;
    case OcsfClass::GroupManagement: result.id = activityOf(groupManagements, event.kind, otherActivity); break;
    case OcsfClass::NetworkActivity: result.id = event.kind == kind::handshakeFailed ? 4 : 5; break;
    case OcsfClass::HttpActivity: result.id = methodActivity(event.method); break;
    case OcsfClass::ApplicationLifecycle: result.id = activityOf(lifecycles, event.kind, otherActivity); break;
    case OcsfClass::ApiActivity: result.id = activityOf(apiCalls, known->owasp, otherActivity); break;
    case OcsfClass::FileHosting: result.id = activityOf(fileCalls, event.kind, otherActivity); break;
    case OcsfClass::ScanActivity: result.id = 2; break;
    case OcsfClass::ApplicationError: result.id = 1; break;
    }
    return result;
}

} // namespace sallyport::audit
