#include "backend/audit/event_kinds.h"
#include "backend/identity/core/sign_in_facts.h"
#include "backend/reports/templates/template.h"

#include <algorithm>

namespace sallyport::reports {

namespace {

using audit::Cell;
using audit::CellType;
using audit::Phrase;
using audit::Tone;
using identity::User;

constexpr std::uint32_t usersAtOnce = 200;
constexpr std::size_t rolesCharted = 12;

Result<void> writeCoverage(Draft& draft, const identity::MfaCoverage& coverage)
{
    const identity::MfaFigures& all = coverage.all;
    SALLYPORT_TRY(draft.writer.section("Second factor"));
    SALLYPORT_TRY(draft.writer.figures({{"Active users", all.users},
                                        {"With a second factor", all.withFactor},
                                        {"Covered, per cent", std::int64_t{identity::coveredPercent(all)},
                                         all.users == all.withFactor ? Tone::Good : Tone::Attention},
                                        {"Overdue", all.overdue, all.overdue == 0 ? Tone::Plain : Tone::Bad},
                                        {"Administrators without", coverage.administratorsMissing,
                                         coverage.administratorsMissing == 0 ? Tone::Good : Tone::Bad}}));
    audit::Chart chart;
    chart.kind = audit::Chart::Kind::Bars;
    chart.title = "Second factor by role";
    chart.series = {Phrase("With"), Phrase("Without")};
    chart.tones = {Tone::Good, Tone::Attention};
    for (const identity::RoleCoverage& role : coverage.roles) {
        if (role.figures.users == 0 || chart.points.size() == rolesCharted)
            continue;
        chart.points.push_back(
            {Phrase(role.title, std::string_view()), {role.figures.withFactor, role.figures.users - role.figures.withFactor}});
    }
    chart.summary =
        Phrase("%1 of %2 active users have a second factor", {std::to_string(all.withFactor), std::to_string(all.users)});
    if (!chart.points.empty())
        SALLYPORT_TRY(draft.writer.chart(chart));
    SALLYPORT_TRY(draft.writer.beginTable({"roles",
                                           "Coverage by role",
                                           {{"role", "Role", CellType::Text, 30},
                                            {"required", "Required", CellType::Phrase, 15},
                                            {"users", "Users", CellType::Number, 12},
                                            {"with_factor", "With", CellType::Number, 12},
                                            {"in_grace", "In time", CellType::Number, 12},
                                            {"overdue", "Overdue", CellType::Number, 12}},
                                           static_cast<std::int64_t>(coverage.roles.size()),
                                           false,
                                           false}));
    for (const identity::RoleCoverage& role : coverage.roles)
        SALLYPORT_TRY(
            draft.writer.row({role.title.empty() ? role.role : role.title, role.required ? Phrase("Yes") : Phrase("No"),
                              role.figures.users, role.figures.withFactor, role.figures.inGrace, role.figures.overdue}));
    return draft.writer.endTable();
}

Result<void> writeSignIns(Draft& draft)
{
    SALLYPORT_TRY(draft.writer.section("Sign-ins"));
    const auto counted = [&](std::vector<std::string> kinds) {
        audit::EventQuery query = draft.events;
        query.kinds = std::move(kinds);
        return draft.sources.events.count(draft.actor, query);
    };
    using namespace audit;
    SALLYPORT_ASSIGN(const std::int64_t good, counted({std::string(kind::signInSucceeded), std::string(kind::operatorSignedIn)}));
    SALLYPORT_ASSIGN(const std::int64_t failed,
                     counted({std::string(kind::signInFailed), std::string(kind::operatorSignInFailed)}));
    SALLYPORT_ASSIGN(const std::int64_t factor, counted({std::string(kind::mfaFailed)}));
    SALLYPORT_ASSIGN(const std::int64_t held, counted({std::string(kind::signInThrottled)}));
    SALLYPORT_TRY(
        draft.writer.figures({{"Succeeded", good}, {"Failed", failed}, {"Second factor failed", factor}, {"Held back", held}}));
    EventQuery query = draft.events;
    query.kinds = {"auth.", "console."};
    return writeEventChart(draft, query, "Sign-in events over time");
}

Phrase factorWords(const User& user)
{
    if (user.authenticatorApp && user.passkeys > 0)
        return "App and passkey";
    if (user.passkeys > 0)
        return "Passkey";
    return user.mfaEnabled ? "Authenticator app" : "None";
}

/// How roles are called, as the access review calls them.
std::string roleTitles(const User& user, const identity::MfaCoverage& coverage)
{
    std::string titles;
    for (const std::string& role : user.roles) {
        const auto known = std::ranges::find(coverage.roles, role, &identity::RoleCoverage::role);
        const bool titled = known != coverage.roles.end() && !known->title.empty();
        titles += (titles.empty() ? "" : ", ") + (titled ? known->title : role);
    }
    return titles;
}

std::vector<Cell> userCells(const User& user, const identity::MfaCoverage& coverage)
{
    const std::string roles = roleTitles(user, coverage);
    const std::string_view status = user.status == identity::UserStatus::Active     ? "active"
                                    : user.status == identity::UserStatus::Disabled ? "disabled"
                                                                                    : "invited";
    if (!user.signInFacts)
        return {user.name, user.email, roles, statusWords(status), Cell(), Cell(), Cell()};
    return {user.name,
            user.email,
            roles,
            statusWords(status),
            factorWords(user),
            user.mfaEnabled ? Cell(std::int64_t{user.recoveryCodesLeft}) : Cell(),
            user.lastSignInAt ? Cell(*user.lastSignInAt) : Cell(Phrase("Never"))};
}

} // namespace

Result<void> writeAuthentication(Draft& draft)
{
    SALLYPORT_ASSIGN(const identity::MfaCoverage coverage, draft.sources.mfa.coverage(draft.actor));
    SALLYPORT_TRY(writeCoverage(draft, coverage));
    SALLYPORT_TRY(writeSignIns(draft));
    SALLYPORT_TRY(draft.writer.section("Users"));
    identity::UserQuery query;
    query.limit = usersAtOnce;
    bool begun = false;
    do {
        SALLYPORT_ASSIGN(const identity::UserPage page, draft.sources.users.list(draft.actor, query));
        if (!begun) {
            begun = true;
            draft.expect(page.total);
            SALLYPORT_TRY(draft.writer.beginTable({"users",
                                                   "Users by name",
                                                   {{"name", "Name", CellType::Text, 19},
                                                    {"email", "E-mail", CellType::Text, 23},
                                                    {"roles", "Roles", CellType::Text, 16},
                                                    {"status", "Status", CellType::Phrase, 10},
                                                    {"second_factor", "Second factor", CellType::Phrase, 14},
                                                    {"recovery_codes", "Codes left", CellType::Number, 10},
                                                    {"last_sign_in", "Last sign-in", CellType::Time, 15}},
                                                   page.total,
                                                   true,
                                                   true}));
        }
        for (const User& user : page.users)
            SALLYPORT_TRY(draft.writer.row(userCells(user, coverage)));
        SALLYPORT_TRY(draft.advance(static_cast<std::int64_t>(page.users.size())));
        query.cursor = draft.writer.wantsRows() ? page.nextCursor : std::string();
    } while (!query.cursor.empty());
    return draft.writer.endTable();
}

} // namespace sallyport::reports
