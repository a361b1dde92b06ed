#include "backend/vault/drill_service.h"

#include "backend/audit/event_kinds.h"
#include "backend/services/drill_outcome.h"
#include "backend/storage/json_member.h"
#include "backend/vault/sandbox_rules.h"

#include <boost/json.hpp>

namespace sallyport {
namespace {

namespace json = boost::json;

std::string detailsOf(const DrillReport& report)
{
    json::array checks;
    for (const DrillCheck& check : report.checks) {
        json::object object{
            {"id", check.id}, {"group", check.group}, {"title", check.title}, {"tried", check.tried}, {"caught", check.caught}};
        if (!check.setting.empty())
            object["setting"] = check.setting;
        if (check.honest)
            object["honest"] = true;
        if (!check.note.empty()) {
            object["note"] = check.note;
            object["number"] = check.number;
            object["status"] = check.status;
        }
        checks.push_back(std::move(object));
    }
    return json::serialize(json::object{{"attacks", report.attacks()},
                                        {"caught", report.caught()},
                                        {"honest", report.honest()},
                                        {"wrongly_blocked", report.wronglyBlocked()},
                                        {"not_run", notRun(report)},
                                        {"milliseconds", report.took.count()},
                                        {"checks", std::move(checks)}});
}

/// What an event of a drill holds. Empty if another program wrote something else there.
DrillReport reportOf(const audit::Event& event)
{
    DrillReport report;
    report.id = audit::eventId(event);
    report.startedAt = event.time;
    report.by = event.actor.name;
    boost::system::error_code failed;
    const json::value details = json::parse(event.detailsJson, failed);
    if (failed || !details.is_object())
        return report;
    report.took = std::chrono::milliseconds(jsonNumber(details.as_object(), "milliseconds"));
    report.startedAt = event.time - report.took;
    const json::value* const checks = details.as_object().if_contains("checks");
    if (checks == nullptr || !checks->is_array())
        return report;
    for (const json::value& entry : checks->as_array()) {
        if (!entry.is_object())
            continue;
        const json::object& object = entry.as_object();
        DrillCheck& check = report.checks.emplace_back();
        check.id = jsonText(object, "id");
        check.group = jsonText(object, "group");
        check.title = jsonText(object, "title");
        check.setting = jsonText(object, "setting");
        check.honest = object.contains("honest");
        check.tried = static_cast<std::uint32_t>(jsonNumber(object, "tried"));
        check.caught = std::min(static_cast<std::uint32_t>(jsonNumber(object, "caught")), check.tried);
        check.note = jsonText(object, "note");
        if (!check.note.empty()) {
            check.number = jsonNumber(object, "number");
            check.status = static_cast<int>(jsonNumber(object, "status"));
        }
    }
    return report;
}

} // namespace

Result<DrillReport> DrillService::run(const access::Actor& actor, const Progress& progress)
{
    SALLYPORT_ASSIGN(const access::Actor now, m_parts.now(actor));
    SALLYPORT_TRY(access::require(now, access::Permission::ProtectionUpdate));
    if (!m_parts.platform.drill)
        return makeError(ErrorCode::Unavailable, "This program has no attacker");
    if (m_running.test_and_set())
        return makeError(ErrorCode::Conflict, "A drill is running already");
    struct Ended {
        std::atomic_flag& running;
        ~Ended() { running.clear(); }
    } const ended{m_running};

    ServerShape shape;
    SALLYPORT_ASSIGN(shape.furnish, rulesForSandbox(m_parts.limits, m_parts.detection));
    const auto values = m_parts.settings.values();
    for (const settings::Definition& definition : settings::definitions())
        shape.settings.emplace_back(definition.key, definition.get(*values));
    SALLYPORT_ASSIGN(DrillReport report, m_parts.platform.drill(shape, m_parts.platform,
                                                                [&](std::size_t done, std::size_t total, std::string_view title) {
                                                                    return !m_stopping && progress(done, total, title);
                                                                }));
    report.by = now.name;
    report.startedAt = m_parts.platform.clock.now() - report.took;

    audit::Event event = access::eventBy(now, audit::kind::drillFinished);
    event.object = {"server", {}, "Drill"};
    event.detailsJson = detailsOf(report);
    SALLYPORT_TRY(m_parts.journal.record(std::move(event)));
    return report;
}

Result<std::vector<DrillReport>> DrillService::list(const access::Actor& actor, std::uint32_t limit)
{
    SALLYPORT_ASSIGN(const access::Actor now, m_parts.now(actor));
    SALLYPORT_TRY(access::require(now, access::Permission::ProtectionRead));
    audit::EventQuery query;
    query.kinds = {std::string(audit::kind::drillFinished)};
    // Who may read drills reads this one kind of event.
    SALLYPORT_ASSIGN(const journal::EventPage page,
                     m_parts.events.list(access::Actor::system("Drill"), query, std::min<std::uint32_t>(limit, 100), {}, false));
    std::vector<DrillReport> reports;
    for (const audit::Event& event : page.events)
        reports.push_back(reportOf(event));
    return reports;
}

} // namespace sallyport
