// The services that a vault's backend is made of, in the order in which they need each other.
#include "backend/api/endpoints/all_endpoints.h"
#include "backend/records/record_text_keys.h"
#include "backend/storage/files.h"
#include "backend/vault/open_backend.h"
#include "backend/vault/threat_lists.h"

namespace sallyport {
namespace {

/// Of which every word is the product's, settings by their names among them.
std::vector<std::string> knownPaths()
{
    std::vector<std::string> paths = api::routeNames();
    for (const settings::Definition& setting : settings::definitions())
        paths.push_back("/api/settings/" + std::string(setting.key));
    return paths;
}

} // namespace

Result<void> OpenBackend::openServices()
{
    SALLYPORT_ASSIGN(m_roles, access::Roles::open(*m_store));
    SALLYPORT_ASSIGN(m_settings, settings::Settings::open(*m_store, *m_journal));
    m_limiter = std::make_unique<protection::RateLimiter>(m_platform.clock, m_platform.random);
    m_limiter->setLimits(*m_settings->values());
    m_onSettings =
        m_settings->onChange([this](const std::shared_ptr<const settings::Values>& values) { m_limiter->setLimits(*values); });
    m_traffic = std::make_unique<protection::Traffic>(m_platform.clock);
    SALLYPORT_ASSIGN(m_identity,
                     identity::openIdentity(*m_store, *m_journal, *m_roles, *m_settings, identity::IdentityKeys::from(m_keyring),
                                            m_platform.clock, m_platform.random, m_platform.passwordCost));
    SALLYPORT_ASSIGN(m_detection,
                     protection::DetectionService::open(
                         {.store = *m_store,
                          .journal = *m_journal,
                          .settings = *m_settings,
                          .clock = m_platform.clock,
                          .random = m_platform.random,
                          .now = [this](const access::Actor& actor) { return m_identity->now(actor); },
                          .routes = api::routeNames(),
                          // What is only observed bans nobody either.
                          .onHit =
                              [this](const IpAddress& address, protection::detection::AttackClass attackClass,
                                     protection::detection::Severity severity, bool blocked) {
                                  if (blocked && m_threats)
                                      m_threats->scores().noteDetection(address, protection::detection::classWord(attackClass),
                                                                        1 + static_cast<std::uint32_t>(severity));
                              }}));
    SALLYPORT_TRY(openRateLimits());
    if (!m_mode.beside) {
        SALLYPORT_ASSIGN(m_trafficLog, protection::TrafficLog::open(*m_store, *m_traffic, m_platform.clock));
        m_identity->watchKeyUse(m_upkeep->reporter(audit::Duty::KeyUse));
        identity::NonceOptions nonces;
        nonces.used = m_identity->anyKeySigns();
        nonces.deletable = m_seenTime->believed();
        nonces.watcher = m_upkeep->reporter(audit::Duty::Nonces);
        SALLYPORT_ASSIGN(m_nonces, identity::NonceStore::open(m_directory / "nonces", m_keyring.derive("nonces"),
                                                              m_platform.clock, std::move(nonces)));
        SALLYPORT_ASSIGN(m_signedRequests,
                         identity::SignedRequests::create(m_identity->apiKeys(), *m_nonces, *m_settings, m_platform.clock));
    }
    SALLYPORT_ASSIGN(m_authorization, authorization::openAuthorization(
                                          {.store = *m_store,
                                           .journal = *m_journal,
                                           .roles = *m_roles,
                                           .settings = *m_settings,
                                           .clock = m_platform.clock,
                                           .random = m_platform.random,
                                           .now = [this](const access::Actor& actor) { return m_identity->now(actor); },
                                           .routeOf = api::routeTemplate,
                                           .reportProgram = m_platform.reportProgram}));
    SALLYPORT_TRY(records::renewTextKeys(*m_store));
    SALLYPORT_ASSIGN(records::RecordKeyCipher recordKeys, records::RecordKeyCipher::create(m_keyring.derive("records")));
    m_records = std::make_unique<records::RecordsService>(
        records::RecordsParts{
            .store = *m_store,
            .journal = *m_journal,
            .decisions = m_authorization->decisions(),
            .settings = *m_settings,
            .clock = m_platform.clock,
            .random = m_platform.random,
            .now = [this](const access::Actor& actor) { return m_identity->now(actor); },
            .filesGone = [this](const auto& ids) { m_files->removeContents(ids); },
            .lets = [this](const access::Actor& actor, access::Permission action,
                           const access::Resource& resource) { return m_authorization->lets(actor, action, resource); }},
        std::move(recordKeys));
    m_comments = std::make_unique<records::CommentsService>(
        records::CommentsParts{.store = *m_store,
                               .journal = *m_journal,
                               .decisions = m_authorization->decisions(),
                               .settings = *m_settings,
                               .clock = m_platform.clock,
                               .random = m_platform.random,
                               .now = [this](const access::Actor& actor) { return m_identity->now(actor); }});
    m_files = std::make_unique<records::FilesService>(
        records::FilesParts{.store = *m_store,
                            .journal = *m_journal,
                            .decisions = m_authorization->decisions(),
                            .settings = *m_settings,
                            .clock = m_platform.clock,
                            .random = m_platform.random,
                            .keys = m_records->keys(),
                            .now = [this](const access::Actor& actor) { return m_identity->now(actor); }},
        std::make_unique<records::FileStore>(storage::filesDirectory(m_directory), m_platform.random));
    m_provisionalChanges = std::make_unique<ProvisionalChangesService>(ProvisionalChangesService::Parts{
        .store = *m_store,
        .journal = *m_journal,
        .settings = *m_settings,
        .clock = m_platform.clock,
        .random = m_platform.random,
        .bootClock = m_platform.bootClock,
        .now = [this](const access::Actor& actor) { return m_identity->now(actor); },
        .undo = [this](storage::Transaction& transaction, const StoredChange& stored) -> Result<std::vector<std::string>> {
            if (stored.change.kind == access::ProvisionalKind::Certificate)
                return m_certificates->takeBack(transaction, stored.undo);
            if (stored.change.kind == access::ProvisionalKind::AddressRule)
                return m_addressRules->takeBack(transaction, stored.undo);
            return m_identity->takeBack(transaction, stored.change.kind, stored.change.id, stored.objectId, stored.undo);
        },
        .onFault = m_faults.listener(),
        .onTakenBack = m_upkeep->reporter(audit::Duty::TakingBack)});
    m_identity->setChangeBook(*m_provisionalChanges);
    SALLYPORT_ASSIGN(m_addressRules, protection::AddressRulesService::open(
                                         {.store = *m_store,
                                          .journal = *m_journal,
                                          .settings = *m_settings,
                                          .clock = m_platform.clock,
                                          .random = m_platform.random,
                                          .now = [this](const access::Actor& actor) { return m_identity->now(actor); },
                                          .changeBook = m_provisionalChanges.get()}));
    m_authorization->knowObjects(
        access::ResourceKind::Record, [this](const std::string& id) { return m_records->find(id); },
        [this](const std::string& id) { return m_records->nameOf(id); });
    if (!m_mode.beside)
        sweepFiles(); // what a crash has left
    m_authorization->knowObjects(
        access::ResourceKind::Comment, [this](const std::string& id) { return m_comments->find(id); },
        [this](const std::string& id) { return m_comments->nameOf(id); });
    m_authorization->knowObjects(
        access::ResourceKind::File, [this](const std::string& id) { return m_files->find(id); },
        [this](const std::string& id) { return m_files->nameOf(id); });
    m_events = journal::makeEvents(*m_store, *m_journal, m_platform.clock,
                                   {.vaultName = [this] { return vaultName(); },
                                    .reportProgram = m_platform.reportProgram,
                                    .seenTime = m_seenTime.get(),
                                    .onClockTrusted =
                                        [this] {
                                            if (m_housekeeping)
                                                m_housekeeping->hurry();
                                        },
                                    .onHead = m_upkeep->reporter(audit::Duty::Heads),
                                    .now = [this](const access::Actor& actor) { return m_identity->now(actor); },
                                    .zone = [this] { return m_settings->values()->timesZone; },
                                    .knownPaths = knownPaths()});
    SALLYPORT_ASSIGN(m_threats, protection::ThreatsService::open({.store = *m_store,
                                                                  .journal = *m_journal,
                                                                  .settings = *m_settings,
                                                                  .clock = m_platform.clock,
                                                                  .random = m_platform.random,
                                                                  .lists = threatListsOf(*m_addressRules),
                                                                  .serves = !m_mode.beside}));
    m_onLifted = m_addressRules->onLifted([this](const Cidr& range) { m_threats->forgetRange(range); });
    m_drills = std::make_unique<DrillService>(
        DrillService::Parts{.journal = *m_journal,
                            .events = *m_events,
                            .settings = *m_settings,
                            .platform = m_platform,
                            .now = [this](const access::Actor& actor) { return m_identity->now(actor); },
                            .limits = *m_rateLimits,
                            .detection = *m_detection});
    return openEvidence();
}

} // namespace sallyport
