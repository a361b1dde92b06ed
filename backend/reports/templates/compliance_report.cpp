#include "backend/audit/upkeep.h"
#include "backend/reports/templates/template.h"

#include <algorithm>
#include <array>

namespace sallyport::reports {

namespace {

using audit::Cell;
using audit::CellType;
using audit::Phrase;
using audit::Tone;
using settings::ControlMode;

/// How a control stands: part of the product and not to be switched off, on, on with something to do, or off.
enum class State { BuiltIn, On, Attention, Off };

struct Control {
    const char* area;
    const char* text; ///< as the guide's checklist says it
    const char* asvs; ///< rows of docs/asvs.md whose tests show it
    State state;
    Phrase evidence; ///< what was read, now
};

Phrase controlState(State state)
{
    switch (state) {
    case State::BuiltIn: return "Built in";
    case State::On: return "On";
    case State::Attention: return "Needs attention";
    case State::Off: return "Off";
    }
    return "Off";
}

State stateOf(ControlMode mode)
{
    return mode == ControlMode::Enforce ? State::On : mode == ControlMode::Observe ? State::Attention : State::Off;
}

std::string numeral(std::int64_t value)
{
    return std::to_string(value);
}

/// What the controls are read from, once.
struct Facts {
    std::shared_ptr<const settings::Values> values;
    identity::MfaCoverage coverage;
    identity::ApiKeyStatistics keys;
    protection::DetectionOverview detection;
    std::string damage;
    bool damageAccepted = false;
    std::int64_t journalLength = 0, bans = 0, alertRules = 0, alertsOn = 0, drills = 0;
};

void addAuthentication(std::vector<Control>& controls, const Facts& facts)
{
    constexpr const char* area = "Authentication and authorization";
    const settings::Values& values = *facts.values;
    const identity::MfaFigures& all = facts.coverage.all;
    controls.push_back({area, "Implement proper authentication mechanism", "6.1.3, 6.3.1, 6.3.8", State::BuiltIn,
                        Phrase("%1 active users; every route that isn't public takes a credential", {numeral(all.users)})});
    const bool strong = values.passwordsMinLength >= 15 && values.passwordsMinLengthMfa >= 8;
    controls.push_back({area, "Use strong password policies", "6.2.1, 6.2.4, 6.2.12", strong ? State::On : State::Attention,
                        Phrase("At least %1 characters, %2 beside a second factor; list of breached passwords: %3",
                               {numeral(values.passwordsMinLength), numeral(values.passwordsMinLengthMfa),
                                values.passwordsBreachList.empty() ? "–" : values.passwordsBreachList})});
    controls.push_back(
        {area, "Enable multi-factor authentication for sensitive operations", "6.3.3, 6.3.4",
         facts.coverage.administratorsMissing > 0 || values.mfaRequiredRoles.empty() ? State::Attention : State::On,
         Phrase("%1 of %2 active users have a second factor; administrators without: %3; roles that must have one: %4",
                {numeral(all.withFactor), numeral(all.users), numeral(facts.coverage.administratorsMissing),
                 numeral(static_cast<std::int64_t>(values.mfaRequiredRoles.size()))})});
    controls.push_back({area, "Implement proper session management", "7.2.1, 7.3.1, 7.3.2", State::BuiltIn,
                        Phrase("Sessions end after %1 min without use and %2 h in any case",
                               {numeral(values.sessionsIdle.count() / 60), numeral(values.sessionsAbsolute.count() / 3600)})});
    controls.push_back({area, "Use secure token storage and transmission", "9.1.1, 9.2.1", State::BuiltIn,
                        Phrase("Access tokens last %1 s and are signed with %2; refresh tokens work once",
                               {numeral(values.tokensAccessLifetime.count()), values.tokensEdDsa ? "EdDSA" : "ES256"})});
}

void addInput(std::vector<Control>& controls, const Facts& facts)
{
    constexpr const char* area = "Input validation";
    controls.push_back({area, "Validate all inputs on server side", "2.3.2", State::BuiltIn,
                        "Every body is held against the schema of its route; unknown parameters are refused"});
    controls.push_back(
        {area, "Sanitize data to prevent XSS", "1.2.1, 1.3.1", State::BuiltIn, "Rich text goes through an allow-list"});
    controls.push_back(
        {area, "Use parameterized queries to prevent SQL injection", "1.2.4", State::BuiltIn, "Every value is bound"});
    controls.push_back({area, "Implement proper file upload validation", "5.2.2, 5.3.2", State::BuiltIn,
                        Phrase("Type by content and name; at most %1 MiB a file", {numeral(facts.values->filesMaxSize)})});
    controls.push_back(
        {area, "Set appropriate request size limits", "5.2.1", State::BuiltIn, "Each route has a limit of its own"});
}

void addCommunication(std::vector<Control>& controls, const Facts& facts)
{
    constexpr const char* area = "Communication security";
    const settings::Values& values = *facts.values;
    controls.push_back({area, "Use HTTPS everywhere", "4.1.2", State::BuiltIn, "There is no port without TLS"});
    controls.push_back({area, "Implement proper TLS configuration", "", State::BuiltIn, "TLS 1.2 and 1.3 only"});
    controls.push_back({area, "Add security headers", "3.4.1, 3.4.2", State::On,
                        Phrase("HSTS for %1 days; origins that may read answers: %2",
                               {numeral(values.headersHstsMaxAge.count() / 86'400),
                                numeral(static_cast<std::int64_t>(values.corsOrigins.size()))})});
    controls.push_back(
        {area, "Verify SSL certificates", "1.3.6", State::BuiltIn, "Outgoing calls check the other's certificate and name"});
    controls.push_back({area, "Implement request signing for sensitive operations", "4.1.5", State::BuiltIn,
                        Phrase("Signed requests count once, within %1 s", {numeral(values.signaturesWindow.count())})});
}

void addProtection(std::vector<Control>& controls, const Facts& facts)
{
    constexpr const char* area = "Rate limiting and DDoS";
    const settings::Values& values = *facts.values;
    controls.push_back({area, "Implement rate limiting per endpoint", "2.4.1", State::BuiltIn,
                        Phrase("Sign-ins: %1 in %2 s; reading: %3 in %4 s; writing: %5 in %6 s",
                               {numeral(values.rateAuth.requests), numeral(values.rateAuth.window.count()),
                                numeral(values.rateApiRead.requests), numeral(values.rateApiRead.window.count()),
                                numeral(values.rateApiWrite.requests), numeral(values.rateApiWrite.window.count())})});
    controls.push_back({area, "Add progressive delays for suspicious activity", "2.4.1", stateOf(values.slowDownMode),
                        Phrase("After %1 requests in %2 s each waits %3 ms more",
                               {numeral(values.slowDownAfter.requests), numeral(values.slowDownAfter.window.count()),
                                numeral(values.slowDownStep)})});
    controls.push_back(
        {area, "Monitor for attack patterns", "", stateOf(facts.detection.mode),
         Phrase("In the last 7 days %1 blocked, %2 noticed; exclusions: %3",
                {numeral(facts.detection.blocked), numeral(facts.detection.observed), numeral(facts.detection.exclusions)})});
    controls.push_back(
        {area, "Implement IP blocking for malicious actors", "2.4.1", stateOf(values.protectionMode),
         Phrase("Banned from a score of %1 on; kept out now: %2", {numeral(values.protectionThreshold), numeral(facts.bans)})});
}

void addData(std::vector<Control>& controls, const Facts& facts)
{
    constexpr const char* area = "Data protection";
    const settings::Values& values = *facts.values;
    controls.push_back({area, "Encrypt sensitive data at rest", "11.3.3, 14.2.6", State::BuiltIn,
                        "The database, its files and kept reports are encrypted; sensitive members once more, each by itself"});
    const bool hashed = values.passwordsArgon2Memory >= settings::leastArgon2Memory(values.passwordsArgon2Passes);
    controls.push_back({area, "Use secure password hashing", "11.4.2", hashed ? State::On : State::Attention,
                        Phrase("Argon2id with %1 KiB, %2 passes, %3 lanes",
                               {numeral(values.passwordsArgon2Memory), numeral(values.passwordsArgon2Passes),
                                numeral(values.passwordsArgon2Lanes)})});
    controls.push_back({area, "Implement proper key management", "11.2.2, 13.3.4",
                        facts.keys.overScoped > 0 || facts.keys.stale > 0 ? State::Attention : State::On,
                        Phrase("%1 usable API keys; unused for long: %2; with more than their owner: %3",
                               {numeral(facts.keys.usable), numeral(facts.keys.stale), numeral(facts.keys.overScoped)})});
    controls.push_back({area, "Follow data minimization principles", "8.2.3", State::BuiltIn,
                        "An answer leaves out what its reader may not know; sensitive members are masked"});
    controls.push_back(
        {area, "Implement secure data deletion", "", State::BuiltIn,
         Phrase("What is deleted is overwritten; events are kept for %1 days", {numeral(values.auditRetentionDays)})});
}

void addMonitoring(std::vector<Control>& controls, const Facts& facts)
{
    constexpr const char* area = "Monitoring and logging";
    controls.push_back(
        {area, "Log security events", "", State::BuiltIn, Phrase("%1 events in the journal", {numeral(facts.journalLength)})});
    controls.push_back(
        {area, "Monitor for intrusion attempts", "", stateOf(facts.detection.mode),
         Phrase("%1 classes of attacks are looked for", {numeral(static_cast<std::int64_t>(facts.detection.classes.size()))})});
    controls.push_back({area, "Set up alerts for suspicious activity", "", facts.alertsOn > 0 ? State::On : State::Off,
                        Phrase("%1 of %2 alert rules are on", {numeral(facts.alertsOn), numeral(facts.alertRules)})});
    controls.push_back({area, "Implement audit trails", "", facts.damage.empty() ? State::On : State::Attention,
                        !facts.damage.empty()  ? Phrase("The journal is damaged: %1", {facts.damage})
                        : facts.damageAccepted ? Phrase("The chain is intact but for damage that was accepted")
                                               : Phrase("The chain of the journal has no damage that is known")});
    controls.push_back({area, "Regular security assessments", "", facts.drills > 0 ? State::On : State::Attention,
                        Phrase("Drills in the last 90 days: %1", {numeral(facts.drills)})});
}

Result<Facts> readFacts(Draft& draft)
{
    const ReportSources& from = draft.sources;
    SALLYPORT_TRY(access::require(draft.actor, access::Permission::SettingsRead));
    Facts facts;
    facts.values = from.settings.values();
    SALLYPORT_ASSIGN(facts.coverage, from.mfa.coverage(draft.actor));
    identity::ApiKeyQuery keys;
    keys.limit = 1;
    SALLYPORT_ASSIGN(const identity::ApiKeyPage keyPage, from.apiKeys.list(draft.actor, keys));
    facts.keys = keyPage.statistics;
    SALLYPORT_ASSIGN(facts.detection, from.detection.overview(draft.actor));
    facts.damage = draft.damage;
    SALLYPORT_ASSIGN(const audit::ChainReport remembered, from.events.remembered());
    facts.damageAccepted = !remembered.accepted.empty();
    facts.journalLength = from.events.head().sequence;
    protection::AddressRuleQuery bans;
    bans.action = protection::AddressAction::Block;
    bans.limit = 1;
    SALLYPORT_ASSIGN(const protection::AddressRulePage banPage, from.addressRules.list(draft.actor, bans));
    facts.bans = banPage.total;
    SALLYPORT_ASSIGN(const std::vector<alerts::AlertRule> rules, from.alertRules.list(draft.actor));
    facts.alertRules = static_cast<std::int64_t>(rules.size());
    facts.alertsOn = std::ranges::count_if(rules, [](const alerts::AlertRule& rule) { return rule.what.enabled; });
    audit::EventQuery drills;
    drills.kinds = {"drill.finished"};
    drills.since = draft.now - std::chrono::days(90);
    SALLYPORT_ASSIGN(facts.drills, from.events.count(draft.actor, drills));
    return facts;
}

} // namespace

Result<void> writeCompliance(Draft& draft)
{
    SALLYPORT_ASSIGN(const Facts facts, readFacts(draft));
    std::vector<Control> controls;
    addAuthentication(controls, facts);
    addInput(controls, facts);
    addCommunication(controls, facts);
    addProtection(controls, facts);
    addData(controls, facts);
    addMonitoring(controls, facts);
    std::array<std::int64_t, 4> counts{};
    for (const Control& control : controls)
        ++counts[static_cast<std::size_t>(control.state)];
    draft.expect(static_cast<std::int64_t>(controls.size()));
    SALLYPORT_TRY(draft.writer.section("Summary"));
    SALLYPORT_TRY(draft.writer.figures({{"Controls", static_cast<std::int64_t>(controls.size())},
                                        {"Built in", counts[0]},
                                        {"On", counts[1], Tone::Good},
                                        {"Needs attention", counts[2], counts[2] > 0 ? Tone::Attention : Tone::Plain},
                                        {"Off", counts[3], counts[3] > 0 ? Tone::Bad : Tone::Plain}}));
    SALLYPORT_TRY(draft.writer.note(
        "The controls are those of the security checklist. Each state was read from this vault when the report was made. Built "
        "in is "
        "what can't be switched off; the rows of OWASP ASVS 5.0.0 name the tests that show it (docs/asvs.md)."));
    SALLYPORT_TRY(draft.writer.section("Controls"));
    SALLYPORT_TRY(draft.writer.beginTable({"controls",
                                           "Security checklist",
                                           {{"control", "Control", CellType::Phrase, 28},
                                            {"area", "Area", CellType::Phrase, 16},
                                            {"state", "State", CellType::Phrase, 12},
                                            {"evidence", "What was read", CellType::Phrase, 34},
                                            {"asvs", "ASVS", CellType::Text, 12}},
                                           static_cast<std::int64_t>(controls.size()),
                                           true,
                                           false}));
    for (const Control& control : controls)
        SALLYPORT_TRY(draft.writer.row({Phrase(control.text), Phrase(control.area), controlState(control.state), control.evidence,
                                        audit::cellOf(control.asvs)}));
    SALLYPORT_TRY(draft.advance(static_cast<std::int64_t>(controls.size())));
    return draft.writer.endTable();
}

} // namespace sallyport::reports
