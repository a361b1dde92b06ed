// What is built on the journal, in the order in which it needs each other.
#include "backend/audit/event_kinds.h"
#include "backend/audit/tree/signed_heads.h"
#include "backend/history/history_service.h"
#include "backend/journal/evidence_service.h"
#include "backend/journal/saved_searches_service.h"
#include "backend/vault/open_backend.h"

namespace sallyport {

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
                               .now = [this](const access::Actor& actor) { return m_identity->now(actor); }});
    m_alertRules = std::make_unique<alerts::AlertRules>();
    m_incidents = std::make_unique<alerts::Incidents>();
    SALLYPORT_ASSIGN(m_destinations, outputs::DestinationsService::open(
                                         {.store = *m_store,
                                          .journal = *m_journal,
                                          .settings = *m_settings,
                                          .clock = m_platform.clock,
                                          .random = m_platform.random,
                                          .now = [this](const access::Actor& actor) { return m_identity->now(actor); },
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
                                  .users = m_identity->users(),
                                  .clock = m_platform.clock,
                                  .random = m_platform.random,
                                  .now = [this](const access::Actor& actor) { return m_identity->now(actor); }});
    m_history = std::make_unique<history::HistoryService>(
        history::HistoryParts{.store = *m_store,
                              .journal = *m_journal,
                              .settings = *m_settings,
                              .roles = *m_roles,
                              .roleChanges = m_identity->roleChanges(),
                              .policies = m_authorization->policies(),
                              .now = [this](const access::Actor& actor) { return m_identity->now(actor); }});
    m_reports = std::make_unique<reports::Reports>();
    return {};
}

Result<void> OpenBackend::openHeads()
{
    SALLYPORT_ASSIGN(audit::HeadKey key, audit::HeadKey::make(m_keyring.derive("audit-heads")));
    return audit::attachHeads(*m_journal,
                              std::make_shared<audit::SignedHeads>(*m_store, std::move(key), m_directory / "heads.jsonl"));
}

void OpenBackend::signHead()
{
    (void) m_upkeep->run(audit::Duty::Heads, [this]() -> Result<void> {
        const auto by = access::eventBy(access::Actor::system(), audit::kind::headSigned);
        SALLYPORT_TRY(audit::headsOf(*m_journal)->current(*m_journal, by));
        return {};
    });
}

} // namespace sallyport
