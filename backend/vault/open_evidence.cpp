// What is built on the journal, in the order in which it needs each other.
#include "backend/audit/event_kinds.h"
#include "backend/audit/tree/signed_heads.h"
#include "backend/history/history_service.h"
#include "backend/identity/author_now.h"
#include "backend/journal/evidence_service.h"
#include "backend/journal/saved_searches_service.h"
#include "backend/retention/retention_plan.h"
#include "backend/vault/open_backend.h"

namespace sallyport {

/// Whoever has written a plan of reports or a destination, as they are now.
Result<access::Actor> OpenBackend::authorNow(const access::Author& author)
{
    return identity::authorNow({m_identity->users(), m_identity->apiKeys(), *m_roles, &m_identity->serviceAccounts()}, author);
}

Result<void> OpenBackend::openReports()
{
    m_reports = std::make_unique<reports::ReportsService>(
        reports::ReportsParts{.store = *m_store,
                              .journal = *m_journal,
                              .clock = m_platform.clock,
                              .random = m_platform.random,
                              .sources = {.events = *m_events,
                                          .users = m_identity->users(),
                                          .mfa = m_identity->mfa(),
                                          .apiKeys = m_identity->apiKeys(),
                                          .accessReview = m_authorization->accessReview(),
                                          .settings = *m_settings,
                                          .addressRules = *m_addressRules,
                                          .threats = *m_threats,
                                          .detection = *m_detection,
                                          .alertRules = m_alerts->rules()},
                              .now = [this](const access::Actor& actor) { return m_identity->now(actor); },
                              .author = [this](const access::Author& author) { return authorNow(author); },
                              .vaultName = [this] { return vaultName(); },
                              .folder = m_directory / "reports",
                              .reportProgram = m_platform.reportProgram,
                              .held = retention::refuseHeld});
    if (m_mode.beside)
        return {};
    m_reports->start(m_upkeep->reporter(audit::Duty::Reports), m_faults.listener());
    return m_reports->sweep(); // what a crash has left
}

Result<void> OpenBackend::openEvidence()
{
    m_savedSearches = std::make_unique<journal::SavedSearchesService>(
        journal::SavedSearchesParts{.store = *m_store,
                                    .journal = *m_journal,
                                    .clock = m_platform.clock,
                                    .random = m_platform.random,
                                    .now = [this](const access::Actor& actor) { return m_identity->now(actor); }});
    m_evidence = std::make_unique<journal::EvidenceService>(
        journal::EvidenceParts{.store = *m_store,
                               .journal = *m_journal,
                               .clock = m_platform.clock,
                               .random = m_platform.random,
                               .vaultName = [this] { return vaultName(); },
                               .now = [this](const access::Actor& actor) { return m_identity->now(actor); },
                               .held = retention::refuseHeld});
    SALLYPORT_ASSIGN(m_destinations, outputs::DestinationsService::open(
                                         {.store = *m_store,
                                          .journal = *m_journal,
                                          .settings = *m_settings,
                                          .clock = m_platform.clock,
                                          .random = m_platform.random,
                                          .now = [this](const access::Actor& actor) { return m_identity->now(actor); },
                                          .author = [this](const access::Author& author) { return authorNow(author); },
                                          .dataDirectory = m_directory,
                                          .delivers = !m_mode.beside,
                                          .onFault = m_faults.listener(),
                                          .report = m_upkeep->reporter(audit::Duty::Outputs)},
                                         m_keyring.derive("outputs")));
    m_retention = std::make_unique<retention::RetentionService>(
        retention::RetentionParts{.store = *m_store,
                                  .journal = *m_journal,
                                  .seenTime = *m_seenTime,
                                  .settings = *m_settings,
                                  .userActions = m_identity->joinedUserActions(),
                                  .clock = m_platform.clock,
                                  .random = m_platform.random,
                                  .now = [this](const access::Actor& actor) { return m_identity->now(actor); },
                                  .erased =
                                      [this] {
                                          if (!m_mode.beside)
                                              (void) takeOver(); // rows in memory have the name; it tells by itself if it fails
                                      }});
    SALLYPORT_ASSIGN(m_alerts, alerts::openAlerts({.store = *m_store,
                                                   .journal = *m_journal,
                                                   .settings = *m_settings,
                                                   .roles = *m_roles,
                                                   .users = m_identity->users(),
                                                   .userActions = m_identity->joinedUserActions(),
                                                   .apiKeys = m_identity->apiKeys(),
                                                   .addressRules = *m_addressRules,
                                                   .clock = m_platform.clock,
                                                   .random = m_platform.random,
                                                   .now = [this](const access::Actor& actor) { return m_identity->now(actor); },
                                                   .watches = !m_mode.beside,
                                                   .report = m_upkeep->reporter(audit::Duty::Alerts),
                                                   .onFault = m_faults.listener()}));
    m_notifier = std::make_unique<DestinationNotifier>(*m_destinations);
    m_alerts->setNotifier(m_notifier.get());
    m_history = std::make_unique<history::HistoryService>(
        history::HistoryParts{.store = *m_store,
                              .journal = *m_journal,
                              .settings = *m_settings,
                              .roles = *m_roles,
                              .roleChanges = m_identity->roleChanges(),
                              .policies = m_authorization->policies(),
                              .now = [this](const access::Actor& actor) { return m_identity->now(actor); }});
    return openReports();
}

Result<void> OpenBackend::openHeads()
{
    SALLYPORT_ASSIGN(audit::HeadKey key, audit::HeadKey::make(m_keyring.derive("audit-heads")));
    return audit::attachHeads(*m_journal,
                              std::make_shared<audit::SignedHeads>(*m_store, std::move(key), m_directory / "heads.jsonl"));
}

Result<void> OpenBackend::signHead()
{
    const auto by = access::eventBy(access::Actor::system(), audit::kind::headSigned);
    SALLYPORT_TRY(audit::headsOf(*m_journal)->current(*m_journal, by));
    return {};
}

} // namespace sallyport
