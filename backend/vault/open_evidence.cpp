// What is built on the journal, in the order in which it needs each other.
#include "backend/journal/saved_searches_service.h"
#include "backend/vault/open_backend.h"

namespace sallyport {

Result<void> OpenBackend::openEvidence()
{
    m_evidence = std::make_unique<journal::Evidence>();
    m_savedSearches = std::make_unique<journal::SavedSearchesService>(
        journal::SavedSearchesParts{.store = *m_store,
                                    .journal = *m_journal,
                                    .clock = m_platform.clock,
                                    .random = m_platform.random,
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
    m_retention = std::make_unique<retention::Retention>();
    m_history = std::make_unique<history::History>();
    m_reports = std::make_unique<reports::Reports>();
    return {};
}

} // namespace sallyport
