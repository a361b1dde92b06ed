#include "backend/audit/formats/ocsf.h"

#include "backend/audit/event_csv.h"
#include "backend/audit/event_id.h"
#include "backend/audit/event_kinds.h"
#include "backend/audit/event_limits.h"
#include "backend/audit/formats/json_members.h"
#include "backend/audit/formats/ocsf_class.h"
#include "backend/audit/formats/product.h"
#include "backend/base/strict_json.h"

#include <array>

namespace sallyport::audit {

namespace {

std::string_view otherwise(std::string_view text, std::string_view fallback)
{
    return text.empty() ? fallback : text;
}

/// 1 informational to 5 critical.
int severityNumber(Severity severity)
{
    constexpr std::array numbers{1, 2, 3, 5};
    return numbers[static_cast<std::size_t>(severity)];
}

/// 1 a person, 3 the system, 99 what else acts.
int userType(std::string_view actorKind)
{
    if (actorKind == "user" || actorKind == "operator")
        return 1;
    return actorKind == "system" ? 3 : actorKind == "anonymous" || actorKind.empty() ? 0 : 99;
}

void product(JsonMembers&& members)
{
    members.text("name", productName);
    members.text("vendor_name", productVendor);
    members.text("version", productVersion());
}

void user(JsonMembers&& members, std::string_view kind, std::string_view id, std::string_view name, std::string_view email)
{
    members.text("name", id.empty() ? otherwise(name, otherwise(kind, "unknown")) : name);
    members.text("uid", id);
    members.text("email_addr", email);
    members.number("type_id", userType(kind));
}

/// The account that it is about: the object, if that is one, else who acted.
void account(JsonMembers& event, const Event& of)
{
    if (of.object.kind == "user" || of.object.kind == "service_account")
        user(event.object("user"), "user", of.object.id, of.object.name, of.object.email);
    else
        user(event.object("user"), of.actor.kind, of.actor.id, of.actor.name, of.actor.email);
}

void source(JsonMembers& event, const Event& of, bool needed)
{
    if (!of.address.empty())
        event.object("src_endpoint").text("ip", of.address);
    else if (needed)
        event.object("src_endpoint").text("name", "console");
}

void request(JsonMembers& event, const Event& of, bool needed)
{
    if (of.method.empty() && of.path.empty() && !needed)
        return;
    JsonMembers members = event.object("http_request");
    members.text("http_method", of.method);
    members.text("user_agent", of.userAgent);
    members.text("uid", of.requestId);
    members.object("url").text("path", otherwise(of.path, "/"));
}

/// The text of a member of the details, or the new value of a changed field of that name.
std::string detailOf(const Event& event, std::string_view name)
{
    const auto parsed = parseStrictJson(event.detailsJson, detailsLimit);
    if (!parsed || !parsed->is_object())
        return {};
    if (const auto* value = parsed->as_object().if_contains(name); value != nullptr && value->is_string())
        return std::string(value->as_string());
    const auto* changes = parsed->as_object().if_contains("changes");
    if (changes == nullptr || !changes->is_array())
        return {};
    for (const auto& change : changes->as_array()) {
        const auto* object = change.if_object();
        const auto* field = object != nullptr ? object->if_contains("field") : nullptr;
        const auto* now = object != nullptr ? object->if_contains("new") : nullptr;
        if (field != nullptr && now != nullptr && field->is_string() && now->is_string() && field->as_string() == name)
            return std::string(now->as_string());
    }
    return {};
}

void privileges(JsonMembers& event, const std::string& text)
{
    std::string list = "[";
    if (!text.empty())
        appendJsonString(list, text);
    event.raw("privileges", list + "]");
}

void finding(JsonMembers&& members, const Event& of, std::string_view title)
{
    members.text("title", title);
    members.text("uid", otherwise(eventId(of), of.kind));
}

void ofItsClass(JsonMembers& event, const Event& of, OcsfClass eventClass, std::string_view title)
{
    switch (eventClass) {
    case OcsfClass::Base:
    case OcsfClass::ApplicationError: break;
    case OcsfClass::DetectionFinding: finding(event.object("finding_info"), of, title); break;
    case OcsfClass::IncidentFinding: {
        std::string list = "[";
        finding(JsonMembers(list), of, otherwise(of.object.name, title));
        event.raw("finding_info_list", list + "]");
        event.object("assignee_group").text("name", "operators");
        break;
    }
    case OcsfClass::AccountChange:
    case OcsfClass::UserAccess:
        account(event, of);
        if (eventClass == OcsfClass::UserAccess)
            privileges(event, detailOf(of, "roles"));
        break;
    case OcsfClass::Authentication:
        account(event, of);
        event.object("service").text("name", productName);
        break;
    case OcsfClass::AuthorizeSession:
        account(event, of);
        privileges(event, detailOf(of, "required"));
        break;
    case OcsfClass::EntityManagement: {
        JsonMembers entity = event.object("entity");
        entity.text("name", of.object.id.empty() ? otherwise(of.object.name, of.kind) : std::string_view(of.object.name));
        entity.text("uid", of.object.id);
        entity.text("type", of.object.kind);
        break;
    }
    case OcsfClass::GroupManagement: {
        JsonMembers group = event.object("group");
        group.text("name", otherwise(of.object.name, of.kind));
        group.text("uid", of.object.id);
    }
        privileges(event, detailOf(of, "permissions"));
        break;
    case OcsfClass::NetworkActivity:
    case OcsfClass::HttpActivity: event.object("dst_endpoint").text("name", productName); break;
    case OcsfClass::ApplicationLifecycle: product(event.object("app")); break;
    case OcsfClass::ApiActivity:
        event.object("api").text("operation", of.method.empty() ? of.kind : of.method + " " + of.path);
        break;
    case OcsfClass::FileHosting: {
        JsonMembers file = event.object("file");
        file.text("name", otherwise(of.object.name, "unknown"));
        file.text("uid", of.object.id);
        file.number("type_id", 1);
        break;
    }
    case OcsfClass::ScanActivity: {
        JsonMembers scan = event.object("scan");
        scan.text("name", title);
        scan.number("type_id", of.actor.kind == "system" ? 2 : 1);
        break;
    }
    }
}

/// 1 done, 2 not; of an incident whether it is new.
int statusNumber(const Event& event, OcsfClass eventClass)
{
    if (eventClass == OcsfClass::IncidentFinding)
        return event.kind == kind::incidentOpened ? 1 : 2;
    return event.outcome == Outcome::Success ? 1 : 2;
}

void unmapped(JsonMembers&& members, const Event& event, const EventKind* known, std::string_view damage)
{
    members.text("kind", event.kind);
    members.text("owasp", known != nullptr ? known->owasp : std::string_view());
    members.text("outcome", outcomeWord(event.outcome));
    members.text("actor_kind", event.actor.kind);
    members.text("object_kind", event.object.kind);
    members.text("object_id", event.object.id);
    members.text("object_name", event.object.name);
    members.text("hash", event.hash);
    members.text(damageColumn, damage);
    if (event.detailsJson.empty())
        return;
    std::string details;
    const auto parsed = parseStrictJson(event.detailsJson, detailsLimit);
    if (parsed && parsed->is_object())
        appendJsonText(details, event.detailsJson);
    else
        appendJsonString(details, event.detailsJson);
    members.raw("details", details);
}

} // namespace

void appendOcsf(std::string& to, const Event& event, std::string_view damage)
{
    const EventKind* const known = findEventKind(event.kind);
    const std::string_view title = known != nullptr ? known->title : std::string_view(event.kind);
    const OcsfActivity activity = ocsfActivity(event);
    const OcsfClass own = activity.eventClass;
    const bool byHttp = own == OcsfClass::HttpActivity;
    const bool wantsSource = own == OcsfClass::ApiActivity || own == OcsfClass::FileHosting;
    JsonMembers members(to);
    members.number("class_uid", static_cast<int>(own));
    members.number("category_uid", activity.category());
    members.number("activity_id", activity.id);
    if (activity.id == 99)
        members.text("activity_name", title);
    members.number("type_uid", activity.type());
    members.number("time", event.time.time_since_epoch().count() / 1000);
    members.number("severity_id", severityNumber(event.severity));
    members.number("status_id", statusNumber(event, own));
    members.text("status_code", event.status != 0 ? std::to_string(event.status) : std::string());
    members.text("status_detail", event.reason);
    members.text("message", title);
    {
        JsonMembers metadata = members.object("metadata");
        metadata.text("version", ocsfVersion);
        product(metadata.object("product"));
        metadata.text("uid", eventId(event));
        metadata.number("sequence", event.sequence);
        metadata.text("event_code", event.kind);
        metadata.text("correlation_uid", event.requestId);
        metadata.text("log_name", "journal");
    }
    {
        JsonMembers actor = members.object("actor");
        actor.text("app_name", productName);
        user(actor.object("user"), event.actor.kind, event.actor.id, event.actor.name, event.actor.email);
    }
    source(members, event, wantsSource);
    request(members, event, byHttp);
    ofItsClass(members, event, own, title);
    unmapped(members.object("unmapped"), event, known, damage);
}

} // namespace sallyport::audit
