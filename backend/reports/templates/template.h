#pragma once

#include "backend/alerts/alert_rules.h"
#include "backend/audit/documents/document.h"
#include "backend/authorization/access_review.h"
#include "backend/identity/api_keys/api_keys.h"
#include "backend/identity/factors/mfa.h"
#include "backend/identity/users/users.h"
#include "backend/journal/events.h"
#include "backend/protection/inspection/detection_rules.h"
#include "backend/protection/lists/address_rules.h"
#include "backend/protection/threats/threats.h"
#include "backend/reports/report.h"
#include "backend/settings/settings.h"

namespace sallyport::reports {

/// Where the data of reports come from; each service asks for its own permission.
struct ReportSources {
    journal::Events& events;
    identity::Users& users;
    identity::Mfa& mfa;
    identity::ApiKeys& apiKeys;
    authorization::AccessReview& accessReview;
    settings::Settings& settings;
    protection::AddressRules& addressRules;
    protection::Threats& threats;
    protection::DetectionRules& detection;
    alerts::AlertRules& alertRules;
};

/// One report being written.
struct Draft {
    const ReportSources& sources;
    const access::Actor& actor;
    const ReportQuery& query;
    const audit::EventQuery& events; ///< filter and period, for what is of events
    audit::DocumentWriter& writer;
    UtcTime now;
    const std::string& damage; ///< of the journal, as ReportDone has it; known before anything is written
    /// So many rows more are written; Cancelled, or why the actor may not go on.
    std::function<Result<void>(std::int64_t rows)> advance;
    std::function<void(std::int64_t total)> expect; ///< how many rows there will be
};

// Each writes everything between the head and the end.
[[nodiscard]] Result<void> writeAccessReview(Draft& draft);
[[nodiscard]] Result<void> writeAuthentication(Draft& draft);
[[nodiscard]] Result<void> writeApiKeys(Draft& draft);
[[nodiscard]] Result<void> writeConfiguration(Draft& draft);
[[nodiscard]] Result<void> writeDetection(Draft& draft);
[[nodiscard]] Result<void> writeCompliance(Draft& draft);

/// On the first page, whatever the report is of: what it was made from can't be believed.
[[nodiscard]] Result<void> noteDamage(audit::DocumentWriter& writer);
/// Of a user or account: active, disabled or invited.
audit::Phrase statusWords(std::string_view status);
/// Of a control.
audit::Phrase modeWords(settings::ControlMode mode);
audit::Tone modeTone(settings::ControlMode mode);
/// The events that a query selects as a table of their own, oldest first.
[[nodiscard]] Result<void> writeEventTable(Draft& draft, const audit::EventQuery& query, const audit::Phrase& caption, bool main);
/// By severity, in at most 40 columns, with what it shows in words.
[[nodiscard]] Result<void> writeEventChart(Draft& draft, const audit::EventQuery& query, const audit::Phrase& title);
/// `given` as far as it lies within `kinds` (words and families); `kinds` where none is given.
std::vector<std::string> within(const std::vector<std::string>& kinds, const std::vector<std::string>& given);

} // namespace sallyport::reports
