#pragma once

#include "backend/access/decisions.h"
#include "backend/access/roles.h"
#include "backend/audit/upkeep.h"
#include "backend/authorization/access_checks.h"
#include "backend/authorization/decision_log.h"
#include "backend/authorization/policies.h"
#include "backend/identity/api_keys/api_keys.h"
#include "backend/identity/api_keys/service_accounts.h"
#include "backend/identity/factors/mfa.h"
#include "backend/identity/leak_scan/leak_scan.h"
#include "backend/identity/notices/notices.h"
#include "backend/identity/passkeys/passkeys.h"
#include "backend/identity/passwords/passwords.h"
#include "backend/identity/providers/identity_providers.h"
#include "backend/identity/providers/outside_sign_in.h"
#include "backend/identity/roles/role_changes.h"
#include "backend/identity/sessions/issued_tokens.h"
#include "backend/identity/sessions/sessions.h"
#include "backend/identity/sign_in/sign_in.h"
#include "backend/identity/signed_requests/signature_lab.h"
#include "backend/identity/users/user_transfer.h"
#include "backend/identity/users/users.h"
#include "backend/journal/events.h"
#include "backend/protection/traffic/traffic.h"
#include "backend/records/records.h"
#include "backend/services/server_control.h"
#include "backend/settings/settings.h"

namespace sallyport::alerts {
class AlertRules;
class Incidents;
} // namespace sallyport::alerts
namespace sallyport::authorization {
class AccessReview;
}
namespace sallyport::history {
class History;
}
namespace sallyport::journal {
class Evidence;
class SavedSearches;
} // namespace sallyport::journal
namespace sallyport::outputs {
class Destinations;
}
namespace sallyport::protection {
class AddressRules;
class DetectionRules;
class RateLimits;
class Threats;
} // namespace sallyport::protection
namespace sallyport::records {
class Comments;
class Files;
} // namespace sallyport::records
namespace sallyport::reports {
class Reports;
}
namespace sallyport::retention {
class Retention;
}

namespace sallyport {

class CertificateImports;
class Drills;
class ProvisionalChanges;

/// The one way in: what console, API and command line call. Made by name: vault/open_backend.cpp,
/// tests/ui/support/fake_services.h.
struct Services {
    identity::Users& users;
    identity::Sessions& sessions;
    identity::SignIn& signIn;
    identity::Mfa& mfa;
    access::Roles& roles;
    settings::Settings& settings;
    journal::Events& events;
    ServerControl& server;
    protection::Traffic& traffic;
    const Clock& clock;
    identity::ApiKeys& apiKeys;
    identity::ServiceAccounts& serviceAccounts;
    identity::RoleChanges& roleChanges;
    identity::SignatureLab& signatureLab;
    identity::IssuedTokens& issuedTokens;
    identity::Passkeys& passkeys;
    identity::LeakScan& leakScan;
    identity::Passwords& passwords;
    identity::IdentityProviders& identityProviders;
    identity::OutsideSignIn& outsideSignIn;
    identity::Notices& notices;
    identity::UserTransfer& userTransfer;
    const audit::Upkeep& upkeep;
    authorization::Policies& policies;
    access::Decisions& decisions;
    authorization::DecisionLog& decisionLog;
    authorization::AccessChecks& accessChecks;
    records::Records& records;
    records::Comments& comments;
    records::Files& files;
    authorization::AccessReview& accessReview;
    ProvisionalChanges& provisionalChanges;
    CertificateImports& certificateImports;
    Drills& drills;
    protection::RateLimits& rateLimits;
    protection::AddressRules& addressRules;
    protection::Threats& threats;
    protection::DetectionRules& detectionRules;
    journal::Evidence& evidence;
    journal::SavedSearches& savedSearches;
    alerts::AlertRules& alertRules;
    alerts::Incidents& incidents;
    outputs::Destinations& destinations;
    retention::Retention& retention;
    history::History& history;
    reports::Reports& reports;
};

} // namespace sallyport
