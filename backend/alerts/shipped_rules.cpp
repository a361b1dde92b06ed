#include "backend/alerts/shipped_rules.h"

#include "backend/alerts/rule_rows.h"
#include "backend/audit/event_kinds.h"

#include <algorithm>
#include <set>

namespace sallyport::alerts {
namespace {

using audit::Severity;
namespace kind = audit::kind;
using std::chrono::minutes;

constexpr std::uint8_t workdays = 0b0011111;
constexpr std::uint16_t workBegins = 7 * 60, workEnds = 19 * 60;

AlertDraft draftOf(std::string name, std::vector<std::string_view> kinds, GroupBy groupBy, Severity severity)
{
    AlertDraft draft;
    draft.name = std::move(name);
    draft.kinds.assign(kinds.begin(), kinds.end());
    std::ranges::sort(draft.kinds);
    draft.groupBy = groupBy;
    draft.severity = severity;
    if (severity >= Severity::Warning)
        draft.actions = {{ActionKind::Notice, {}, {}}};
    return draft;
}

/// The same, for what is nothing once.
AlertDraft often(AlertDraft draft, std::uint32_t threshold, std::chrono::seconds window, Counted counted = Counted::Events)
{
    draft.threshold = threshold;
    draft.window = window;
    draft.counted = counted;
    return draft;
}

AlertDraft only(std::string filter, AlertDraft draft)
{
    draft.filter = std::move(filter);
    return draft;
}

AlertDraft outsideWork(AlertDraft draft)
{
    draft.schedule = {workdays, workBegins, workEnds, {}, true};
    return draft;
}

std::vector<std::pair<std::string_view, AlertDraft>> made()
{
    using enum GroupBy;
    return {
        {"password_guessing",
         often(draftOf("Password guessing", {kind::signInFailed, kind::signInThrottled}, Address, Severity::Warning), 20,
               minutes(5))},
        {"credential_stuffing", often(draftOf("Many accounts tried", {kind::signInFailed}, Address, Severity::Critical), 10,
                                      minutes(10), Counted::Users)},
        {"account_from_many", often(draftOf("Account tried from many addresses", {kind::signInFailed}, User, Severity::Warning),
                                    8, minutes(15), Counted::Addresses)},
        {"factor_guessing",
         often(draftOf("Second factor guessed at", {kind::mfaFailed}, User, Severity::Critical), 5, minutes(10))},
        {"console_guessing",
         often(draftOf("Console sign-in guessed at", {kind::operatorSignInFailed}, None, Severity::Critical), 5, minutes(10))},
        {"after_failures", draftOf("Sign-in after failed tries", {kind::afterFailures}, User, Severity::Warning)},
        {"refresh_reused", draftOf("Refresh token used twice", {kind::refreshReused}, User, Severity::Critical)},
        {"recovery_code", draftOf("Recovery code used", {kind::recoveryCodeUsed}, User, Severity::Warning)},
        {"factor_removed", draftOf("Second factor switched off", {kind::mfaDisabled, kind::mfaReset}, Target, Severity::Warning)},
        {"roles_changed", only("reason:administrator_given", draftOf("Administrator role given",
                                                                     {kind::userRolesChanged, kind::userCreated,
                                                                      kind::serviceAccountChanged, kind::serviceAccountCreated},
                                                                     Target, Severity::Warning))},
        {"forbidden", often(draftOf("Many refused requests of one user", {kind::permissionDenied, kind::policyDenied}, User,
                                    Severity::Warning),
                            20, minutes(10))},
        {"keys_refused",
         often(draftOf("Many refused API keys", {kind::keyRefused}, Address, Severity::Warning), 10, minutes(10))},
        {"attacks", often(draftOf("Attacks blocked", {kind::detectionBlocked}, Address, Severity::Warning), 5, minutes(10))},
        {"malformed",
         often(draftOf("Many malformed requests", {kind::requestMalformed}, Address, Severity::Notice), 20, minutes(10))},
        {"limits",
         often(draftOf("Rate limits reached again and again", {kind::limitReached}, Address, Severity::Notice), 50, minutes(10))},
        {"banned", draftOf("Address banned by its score", {kind::addressBanned}, Address, Severity::Notice)},
        {"key_leaked", draftOf("API key found in files", {kind::keyLeaked}, Target, Severity::Critical)},
        {"passkey_copied", draftOf("Passkey may have been copied", {kind::passkeyCopied}, User, Severity::Critical)},
        {"journal_damaged", draftOf("Audit journal damaged", {kind::auditDamaged}, None, Severity::Critical)},
        {"events_lost", draftOf("Events lost", {kind::eventsDropped, kind::outputDropped}, None, Severity::Critical)},
        {"journal_exported", draftOf("Journal exported", {kind::reportExported, kind::evidenceCreated}, User, Severity::Notice)},
        {"monitoring_changed", draftOf("Monitoring changed",
                                       {kind::alertRuleChanged, kind::alertRuleDeleted, kind::outputChanged, kind::outputDeleted,
                                        kind::retentionChanged, kind::eventsPurged},
                                       User, Severity::Notice)},
        {"policy_off_hours", outsideWork(draftOf("Access rules changed outside working hours",
                                                 {kind::policyChanged, kind::policyPublished, kind::policyDeleted,
                                                  kind::roleChanged, kind::roleDeleted},
                                                 User, Severity::Warning))},
        {"clock", draftOf("Clock was changed", {kind::clockJumped, kind::clockSetBack}, None, Severity::Warning)},
        {"server_fault",
         draftOf("Server fault", {kind::serverFault, kind::internalError, kind::serverFailed}, Kind, Severity::Critical)},
        {"data_damaged",
         draftOf("Stored data does not open", {kind::fileDamaged, kind::recordDamaged}, Target, Severity::Critical)},
        {"upkeep", draftOf("Upkeep fails", {kind::upkeepFailed, kind::changeDropped}, Target, Severity::Warning)},
    };
}

} // namespace

const std::vector<std::pair<std::string_view, AlertDraft>>& shippedRules()
{
    static const auto all = made();
    return all;
}

const AlertDraft* shippedRule(std::string_view word)
{
    for (const auto& [known, draft] : shippedRules()) {
        if (known == word)
            return &draft;
    }
    return nullptr;
}

Result<void> addShippedRules(storage::Store& store, RandomSource& random, const Clock& clock)
{
    const auto missing = [](storage::Transaction& transaction) -> Result<std::vector<std::string_view>> {
        SALLYPORT_ASSIGN(const std::vector<AlertRule> known, rows::allRules(transaction));
        std::vector<std::string_view> words;
        for (const auto& [word, draft] : shippedRules()) {
            if (std::ranges::find(known, word, &AlertRule::shipped) == known.end())
                words.push_back(word);
        }
        return words;
    };
    // Most openings have nothing to add, and then write nothing.
    SALLYPORT_ASSIGN(const auto wanted, store.read(missing));
    if (wanted.empty())
        return {};
    return store.write([&](storage::Transaction& transaction) -> Result<void> {
        SALLYPORT_ASSIGN(const auto words, missing(transaction));
        for (const std::string_view word : words) {
            AlertRule rule;
            rule.id = AlertRuleId(newIdText(random, clock));
            rule.what = *shippedRule(word);
            rule.shipped = word;
            rule.author.name = "Sallyport";
            rule.changedAt = store.now();
            // Somebody may have called one of their own so.
            for (int number = 2;; ++number) {
                SALLYPORT_ASSIGN(const auto taken, rows::ruleNamed(transaction, rule.what.name));
                if (!taken)
                    break;
                rule.what.name = shippedRule(word)->name + " " + std::to_string(number);
            }
            SALLYPORT_TRY(rows::putRule(transaction, rule));
        }
        return {};
    });
}

} // namespace sallyport::alerts
