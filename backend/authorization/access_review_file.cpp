#include "backend/authorization/access_review_file.h"

#include "backend/audit/details.h"
#include "backend/base/csv_field.h"
#include "backend/identity/api_keys/key_rows.h"

namespace sallyport::authorization {

namespace {

std::string timeText(const std::optional<UtcTime>& time, const TimeZone& zone)
{
    return time ? zone.rfc3339(*time) : std::string();
}

std::string_view holderWord(const HeldAccess& held)
{
    return held.service ? "service_account" : "user";
}

} // namespace

void appendReviewHead(std::string& to)
{
    to += "holder_kind,holder,email,status,access,name,title,inherits,scopes,way,since,given_by,ends,last_active,last_decision,"
          "holder_id,key_id\r\n";
}

void appendReviewRow(std::string& to, const HeldAccess& held, const TimeZone& zone)
{
    const bool key = held.kind == HeldAccess::Kind::Key;
    const auto field = [&to](std::string_view text, char end = ',') {
        appendCsvField(to, text);
        to += end;
    };
    field(holderWord(held));
    field(held.name);
    field(held.email);
    field(held.status);
    field(accessKindWord(held.kind));
    field(key ? held.prefix : held.item);
    field(held.title);
    field(identity::joinWords(held.inherits));
    field(identity::joinWords(held.scopes));
    field(identity::joinWords(held.way));
    field(timeText(held.since, zone));
    field(held.by);
    field(timeText(held.until, zone));
    field(timeText(held.activeAt, zone));
    field(timeText(held.decidedAt, zone));
    field(held.holder.text());
    field(key ? held.item : std::string(), '\r');
    to += '\n';
}

void appendReviewHead(std::string& to, const ReviewHead& head, const TimeZone& zone)
{
    audit::Details line;
    line.text("report", "access_review").text("title", head.title).text("language", head.language).text("vault", head.vault);
    line.text("operator", head.operatorName).text("generated", zone.rfc3339(head.generated));
    line.text("zone", zone.place(head.generated)).text("filter", head.filter).number("total", head.counts.total);
    line.number("user_roles", head.counts.userRoles).number("account_roles", head.counts.accountRoles);
    line.number("keys", head.counts.keys).flag("with_keys", head.counts.withKeys);
    line.flag("with_accounts", head.counts.withAccounts);
    to += line.json() + '\n';
}

void appendReviewLine(std::string& to, const HeldAccess& held, const TimeZone& zone)
{
    const bool key = held.kind == HeldAccess::Kind::Key;
    audit::Details line;
    line.text("holder", held.name).text("email", held.email).flag("service", held.service).text("status", held.status);
    line.text("access", accessKindWord(held.kind)).text("name", key ? held.prefix : held.item).text("title", held.title);
    line.text("since", timeText(held.since, zone)).text("by", held.by).text("until", timeText(held.until, zone));
    line.text("active", timeText(held.activeAt, zone)).flag("active_known", held.activeKnown);
    to += line.json() + '\n';
}

std::string filterText(const AccessReviewQuery& query)
{
    std::string text;
    const auto add = [&text](std::string_view name, std::string_view value) {
        if (!value.empty())
            text.append(text.empty() ? "" : " ").append(name).append("=").append(value);
    };
    add("q", query.text);
    add("holder", query.holder);
    add("role", query.role);
    if (query.permission)
        add("permission", access::info(*query.permission).word);
    if (query.kind)
        add("access", accessKindWord(*query.kind));
    if (query.service)
        add("kind", *query.service ? "service_account" : "user");
    if (query.unusedDays)
        add("unused_days", std::to_string(*query.unusedDays));
    if (query.endsDays)
        add("ends_days", std::to_string(*query.endsDays));
    return text;
}

} // namespace sallyport::authorization
