#include "backend/vault/open_backend.h"

#include "backend/audit/chain/anchor_check.h"
#include "backend/audit/details.h"
#include "backend/audit/event_kinds.h"
#include "backend/audit/foreign_events.h"
#include "backend/audit/tree/signed_heads.h"
#include "backend/base/limits.h"
#include "backend/base/name_text.h"
#include "backend/base/time_format.h"
#include "backend/base/utf8.h"
#include "backend/storage/dropped_change.h"
#include "backend/storage/files.h"
#include "backend/storage/held_work.h"
#include "backend/storage/restore_place.h"
#include "backend/storage/watched_store.h"
#include "backend/vault/about_file.h"

#include <algorithm>
#include <thread>

namespace sallyport {
namespace {

storage::StoreLoad loadOf(const storage::Store& store)
{
    const auto* const watched = dynamic_cast<const storage::WatchedStore*>(&store);
    return watched != nullptr ? watched->load() : storage::StoreLoad();
}

constexpr std::size_t passphraseMinimum = 8;                  // code points; the window shows how good it is beyond that
constexpr std::size_t passphraseMaximum = limits::secretText; // the same
constexpr std::size_t workQueue = 1024;                       // requests that may wait for a worker; more are answered 503
constexpr int kdfNiceness = 10;            // logins that saturate the pool leave the loops their share of the processor
constexpr std::size_t kdfQueue = 16;       // at 19 MiB and about 80 ms each: under a second of waiting a core
constexpr std::size_t outboundThreads = 4; // calls to identity providers wait for others, up to 10 s each
constexpr std::size_t outboundQueue = 32;
constexpr std::size_t reportThreads = 2;
constexpr std::size_t reportQueue = 4;
constexpr std::chrono::seconds takeOverPatience{10}; // for a running server to act by what a command changed
constexpr std::chrono::days droppedTold{3};          // how long a change that could not be kept is told as upkeep that fails

/// Whether the database can be asked. Blocks.
bool answers(storage::Store& store)
{
    return store
        .read([](storage::Transaction& transaction) -> Result<void> {
            SALLYPORT_ASSIGN(auto row, transaction.prepare("SELECT 1"));
            SALLYPORT_TRY(row.step());
            return {};
        })
        .has_value();
}

} // namespace

Result<void> checkPassphrase(const SecretBytes& passphrase)
{
    const auto length = codePointCount(passphrase.view());
    if (length && *length >= passphraseMinimum && *length <= passphraseMaximum)
        return {};
    Error error(ErrorCode::PasswordTooWeak, "The passphrase must have 8 characters or more and at most 1,024");
    error.fields.push_back({"passphrase", error.detail, length && *length < passphraseMinimum ? "minLength" : "maxLength"});
    return error;
}

OpenBackend::OpenBackend(std::filesystem::path dataDirectory, storage::Keyring keyring, const Platform& platform, OpenMode mode)
    : m_directory(std::move(dataDirectory)), m_platform(platform), m_mode(mode), m_keyring(std::move(keyring))
{
}

Result<std::unique_ptr<OpenBackend>> OpenBackend::open(const std::filesystem::path& dataDirectory, storage::Keyring keyring,
                                                       const Platform& platform, OpenMode mode)
{
    std::unique_ptr<OpenBackend> backend(new OpenBackend(dataDirectory, std::move(keyring), platform, mode));
    SALLYPORT_TRY(backend->openStorage(mode));
    SALLYPORT_TRY(backend->openServices());
    SALLYPORT_TRY(backend->openServer());
    if (!mode.beside) {
        const auto kind = mode.create ? audit::kind::vaultCreated : audit::kind::vaultUnlocked;
        audit::Event event = access::eventBy(access::Actor::system(), kind);
        event.object = {"vault", "", backend->vaultName()};
        SALLYPORT_TRY(backend->m_journal->record(std::move(event)));
    }
    backend->m_versionAtOpening = backend->m_store->version();
    return backend;
}

Result<void> OpenBackend::openStorage(OpenMode mode)
{
    if (!mode.beside) {
        SALLYPORT_ASSIGN(m_lock, storage::InstanceLock::acquire(m_directory));
        SALLYPORT_TRY(storage::settleRestore(m_directory));
    } else {
        SALLYPORT_TRY(storage::settleRestoreBeside(m_directory));
    }
    storage::StoreOptions options;
    options.file = storage::databaseFile(m_directory);
    options.backups = storage::backupsDirectory(m_directory);
    options.create = mode.create;
    options.clock = &m_platform.clock;
    options.onFault = m_faults.listener();
    SALLYPORT_ASSIGN(m_store, storage::openStore(options, m_keyring.derive("database")));
    if (mode.beside) {
        SALLYPORT_TRY(storage::refuseWhileRestoring(m_directory));
        storage::refuseToHold(*m_store);
    }
    SALLYPORT_ASSIGN(m_journal, audit::Journal::open(*m_store, m_keyring.derive("audit-chain"), m_directory / "audit.anchor"));
    SALLYPORT_TRY(openHeads());
    m_faults.setJournal(m_journal.get());
    SALLYPORT_ASSIGN(m_upkeep, audit::UpkeepLog::open(*m_store, *m_journal, m_faults.listener(), [this](const auto& duty) {
                         if (m_platform.notice)
                             m_platform.notice(std::string(audit::dutyTitle(duty.duty)) +
                                               (duty.failing ? " fails: " + duty.why : " works again"));
                     }));
    // A command beside the server reads how its upkeep goes, and says nothing of its own: one voice in the journal. But whoever
    // has given it hears that it could not do all of it.
    if (!mode.beside) {
        m_journal->watchAnchor(m_upkeep->reporter(audit::Duty::Anchor));
    } else {
        m_journal->watchAnchor([notice = m_platform.notice, told = false](const Result<void>& written) mutable {
            if (!written && notice && !std::exchange(told, true))
                notice("warning: the journal's end could not be anchored: " + written.error().detail);
        });
    }
    SALLYPORT_ASSIGN(m_seenTime,
                     audit::SeenTime::open(*m_store, *m_journal, m_platform.clock, !mode.beside, m_platform.bootClock));
    return {};
}

Result<void> OpenBackend::openServer()
{
    const std::size_t cores = std::max(2u, std::thread::hardware_concurrency());
    m_work = std::make_unique<ThreadPool>("work", std::min<std::size_t>(cores, 8), workQueue, 0, m_faults.listener());
    m_kdf =
        std::make_unique<ThreadPool>("kdf", std::clamp<std::size_t>(cores / 2, 1, 4), kdfQueue, kdfNiceness, m_faults.listener());
    m_outbound = std::make_unique<ThreadPool>("outbound", outboundThreads, outboundQueue, 0, m_faults.listener());
    m_report = std::make_unique<ThreadPool>("report", reportThreads, reportQueue, 0, m_faults.listener());
    SALLYPORT_ASSIGN(m_certificates, ServerCertificates::open({m_directory, *m_store, m_platform.clock, m_platform.random},
                                                              m_keyring.derive("server-key")));
    if (!m_mode.beside)
        adoptServerKey();
    m_server = std::make_unique<EmbeddedServer>(EmbeddedServer::Parts{
        .dataDirectory = m_directory,
        .settings = *m_settings,
        .journal = *m_journal,
        .identity = *m_identity,
        .limiter = *m_limiter,
        .traffic = *m_traffic,
        .clock = m_platform.clock,
        .random = m_platform.random,
        .listen = m_platform.listen,
        .seenTime = *m_seenTime,
        .certificates = *m_certificates,
        .changes = *m_provisionalChanges,
    });
    m_services.reset(new Services{
        .users = m_identity->users(),
        .sessions = m_identity->sessions(),
        .signIn = m_identity->signIn(),
        .mfa = m_identity->mfa(),
        .roles = *m_roles,
        .settings = *m_settings,
        .events = *m_events,
        .server = *m_server,
        .traffic = *m_traffic,
        .clock = m_platform.clock,
        .apiKeys = m_identity->apiKeys(),
        .serviceAccounts = m_identity->serviceAccounts(),
        .roleChanges = m_identity->roleChanges(),
        .signatureLab = m_identity->signatureLab(),
        .issuedTokens = m_identity->issuedTokens(),
        .passkeys = m_identity->passkeys(),
        .leakScan = m_identity->leakScan(),
        .passwords = m_identity->passwords(),
        .identityProviders = m_identity->identityProviders(),
        .outsideSignIn = m_identity->outsideSignIn(),
        .notices = m_identity->notices(),
        .userTransfer = m_identity->userTransfer(),
        .upkeep = *m_upkeep,
        .policies = m_authorization->policies(),
        .decisions = m_authorization->decisions(),
        .decisionLog = m_authorization->decisionLog(),
        .accessChecks = m_authorization->accessChecks(),
        .records = *m_records,
        .comments = *m_comments,
        .files = *m_files,
        .accessReview = m_authorization->accessReview(),
        .provisionalChanges = *m_provisionalChanges,
        .certificateImports = *m_server,
        .drills = *m_drills,
        .rateLimits = *m_rateLimits,
        .addressRules = *m_addressRules,
        .threats = *m_threats,
        .detectionRules = *m_detection,
        .evidence = *m_evidence,
        .savedSearches = *m_savedSearches,
        .alertRules = m_alerts->rules(),
        .incidents = m_alerts->incidents(),
        .destinations = *m_destinations,
        .retention = *m_retention,
        .history = *m_history,
        .reports = *m_reports,
    });
    if (m_mode.beside) {
        SALLYPORT_TRY(m_provisionalChanges->reload());
        // Tokens made here are for the server that runs on this directory, or did last.
        if (const AboutFile about = readAbout(m_directory); !about.url.empty())
            m_identity->setIssuer(about.url);
        return {};
    }
    m_context.reset(new api::ApiContext{.services = *m_services,
                                        .signedRequests = *m_signedRequests,
                                        .journal = *m_journal,
                                        .limiter = *m_limiter,
                                        .scores = m_threats->scores(),
                                        .slowDown = m_threats->slowDown(),
                                        .random = m_platform.random,
                                        .work = *m_work,
                                        .kdf = *m_kdf,
                                        .report = *m_report,
                                        .outbound = *m_outbound,
                                        .ready = [this] { return isReady(); },
                                        .onFault = m_faults.listener(),
                                        .load = [this] { return loadOf(*m_store); },
                                        .transport = [this] { return m_server->transportStats(); }});
    SALLYPORT_ASSIGN(m_pipeline, api::Pipeline::create(*m_context));
    m_server->setHandler(*m_pipeline);
    m_housekeeping = std::make_shared<Housekeeping>(Housekeeping::Rounds{.onWake = [this] { (void) takeOver(); },
                                                                         .minutely = [this] { minutely(); },
                                                                         .hourly = [this] { hourly(); }},
                                                    m_faults.listener());
    m_sealing = std::make_shared<SealingAnew>(*m_records, *m_upkeep, m_faults.listener());
    m_records->onRotated([weak = std::weak_ptr<SealingAnew>(m_sealing)] {
        if (const auto sealing = weak.lock())
            sealing->wake();
    });
    m_store->onExternalChange([weak = std::weak_ptr<Housekeeping>(m_housekeeping)] {
        if (const auto housekeeping = weak.lock())
            housekeeping->wake();
    });
    audit::holdForeignEvents(*m_journal); // until readAgain()
    // What a full disk has held back and another process has made impossible: nobody who was promised it is there to be told.
    m_onDropped = m_store->changeFeed().subscribe(
        storage::droppedTopic,
        [journal = m_journal.get(), upkeep = m_upkeep.get(), weak = std::weak_ptr<Housekeeping>(m_housekeeping)](
            const std::string& id, const std::shared_ptr<const storage::DroppedChange>& dropped) {
            audit::Event event = access::eventBy(access::Actor::system(), audit::kind::changeDropped, audit::Outcome::Failure);
            event.object = {dropped->topic, id, {}};
            event.reason = errorWord(dropped->why.code);
            event.detailsJson = audit::Details().text("why", dropped->why.detail).json();
            journal->recordLater(std::move(event));
            upkeep->report(audit::Duty::Held,
                           makeError(dropped->why.code, "a change of " + dropped->topic + " " + dropped->id +
                                                            " was in force and could not be kept: " + dropped->why.detail));
            if (const auto housekeeping = weak.lock())
                housekeeping->wake(); // memory has it still
        });
    auto changes = ChangeSocket::open(
        m_directory,
        [this]() -> Result<void> {
            SALLYPORT_TRY(m_store->noticeExternalChange());
            return takeOver();
        },
        m_faults.listener());
    if (changes)
        m_changes = std::move(*changes);
    else if (m_platform.notice) // commands then return before their changes are noticed, half a second later
        m_platform.notice("commands cannot reach this server: " + changes.error().detail);
    // Before anybody can come in: what nobody has confirmed while the vault was closed is as it was.
    return m_provisionalChanges->start([this](access::ProvisionalKind kind) { followChange(kind); });
}

void OpenBackend::followChange(access::ProvisionalKind kind)
{
    if (kind == access::ProvisionalKind::Certificate)
        (void) m_upkeep->run(audit::Duty::Certificate, [this] { return m_server->followCertificate(); });
    else if (kind == access::ProvisionalKind::Listening && !moveServer())
        m_provisionalChanges->takeBackAll(kind); // nobody could come in there to confirm it
}

Result<void> OpenBackend::moveServer()
{
    // That there is a change is told before the settings in memory have it, and this is another thread.
    SALLYPORT_TRY(m_settings->reload());
    return m_server->moveToSettings();
}

void OpenBackend::adoptServerKey()
{
    const auto adopted = m_certificates->adopt();
    if (!m_platform.notice || (adopted && !*adopted))
        return;
    m_platform.notice(
        adopted ? "the key of the server's own certificate is kept in the vault now; tls/key.pem has been removed"
                : "warning: the key of the server's own certificate could not be taken from tls/key.pem into the vault: " +
                      adopted.error().detail);
}

OpenBackend::~OpenBackend()
{
    contained(m_faults.listener(), "closing", [this] { closeDown(); });
    // Nobody below tells anything any more: what is told about goes before these two.
    if (m_identity)
        m_identity->watchKeyUse({});
    if (m_journal && !m_mode.beside) // a command's last word is written by the journal's end, and its giver hears of it
        m_journal->watchAnchor({});
    m_faults.setJournal(nullptr);
}

void OpenBackend::closeDown()
{
    // From the outside in: nobody comes in any more, what runs ends, and only then the rooms are closed.
    m_changes.reset();
    if (m_provisionalChanges)
        m_provisionalChanges->stop();
    if (m_drills)
        m_drills->stop();
    if (m_pipeline)
        m_pipeline->endStreams();
    if (m_server)
        m_server->shutDown();
    if (m_housekeeping)
        m_housekeeping->stop();
    m_sealing.reset();
    if (m_destinations)
        m_destinations->stop();
    if (m_reports)
        m_reports->stop();
    if (m_identity)
        m_identity->outsideSignIn().stop();
    for (const auto& pool : {m_outbound.get(), m_report.get(), m_kdf.get(), m_work.get()}) {
        if (pool != nullptr)
            pool->stop();
    }
    if (m_seenTime && m_services && !m_mode.beside)
        (void) m_seenTime->deletable(); // the last hour counts too
    if (m_trafficLog && m_services) {
        saveTraffic();
        keepRateLimits();
    }
    if (m_journal && m_services && !m_mode.beside) {
        if (m_evidence)
            (void) m_upkeep->run(audit::Duty::Heads, [this] { return signHead(); }); // what the last hour brought is signed, too
        audit::Event event = access::eventBy(access::Actor::system(), audit::kind::vaultLocked);
        event.object = {"vault", "", vaultName()};
        (void) m_journal->record(std::move(event)); // a full disk must not keep the vault open
    }
    if (m_alerts)
        m_alerts->stop(); // what it hasn't looked at by now, it looks at when the vault is opened again
    const bool changed = m_mode.beside && m_store && m_versionAtOpening != 0 && m_store->version() != m_versionAtOpening;
    // Twice: when the second returns, the notifications of every commit before it have run.
    for (int i = 0; m_store && i < 2; ++i)
        (void) m_store->write([](storage::Transaction&) -> Result<void> { return {}; });
    m_onSettings.reset();
    m_onLifted.reset();
    m_onDropped.reset();
    if (changed)
        announceChanges();
}

Result<void> OpenBackend::takeOver()
{
    if (m_waitsForClock.load()) {
        // A command may have said that the clock is right.
        if (const auto jump = m_seenTime->jump(); jump && !*jump && m_housekeeping)
            m_housekeeping->hurry();
    }
    return m_upkeep->run(audit::Duty::TakeOver, [this] { return readAgain(); });
}

Result<void> OpenBackend::readAgain()
{
    const std::lock_guard lock(m_readingAgain);
    // All that is kept in memory, since another process doesn't say what it changed (storage/change_feed.h).
    // Each keeps its old state if it cannot be read; the next change tries again.
    const Result<void> settings = m_settings->reload(), roles = m_roles->reload();
    Result<void> identity = m_identity->reload();
    const Result<void> policies = m_authorization->reload(), records = m_records->reload(),
                       provisional = m_provisionalChanges->reload(), addresses = m_addressRules->reload(),
                       threats = m_threats->reload(), detection = m_detection->reload(), outputs = m_destinations->reload(),
                       alerts = m_alerts->reload();
    m_limiter->setLimits(*m_settings->values());
    const Result<void> rateLimits = m_rateLimits->reload();
    SALLYPORT_TRY(settings);
    SALLYPORT_TRY(rateLimits);
    SALLYPORT_TRY(roles);
    SALLYPORT_TRY(policies);
    SALLYPORT_TRY(records);
    SALLYPORT_TRY(provisional);
    SALLYPORT_TRY(addresses);
    SALLYPORT_TRY(threats);
    SALLYPORT_TRY(detection);
    SALLYPORT_TRY(outputs);
    SALLYPORT_TRY(alerts);
    SALLYPORT_TRY(m_server->followCertificate()); // a command may have brought another one
    if (m_sealing)
        m_sealing->wake(); // a command may have made another key seal
    if (identity)
        audit::publishForeignEvents(*m_journal); // now that it is known who may see them
    return identity;
}

void OpenBackend::announceChanges()
{
    const TakenOver answer = announceChange(m_directory, takeOverPatience);
    if (!m_platform.notice || answer == TakenOver::Yes || answer == TakenOver::NobodyThere)
        return;
    m_platform.notice(answer == TakenOver::No
                          ? "stored, but the running server could not take it over; it tries again with the next change"
                          : "stored, but the running server has not confirmed within " +
                                std::to_string(takeOverPatience.count()) + " seconds that it acts by it");
}

void OpenBackend::hourly()
{
    // Each tries again in an hour if it fails now, and none keeps the others from their turn.
    const UtcTime deletable = lookAtClock();
    forgetDropped(deletable);
    (void) m_upkeep->run(audit::Duty::SigningKey, [&] { return m_identity->renewSigningKey(deletable); });
    (void) m_upkeep->run(audit::Duty::Certificate, [&] { return m_server->renewCertificate(); });
    (void) m_upkeep->run(audit::Duty::Expiry, [&]() -> Result<void> {
        SALLYPORT_TRY(m_provisionalChanges->removeExpired(deletable));
        return m_identity->removeExpired(deletable);
    });
    (void) m_upkeep->run(audit::Duty::Retention, [&]() -> Result<void> {
        SALLYPORT_TRY(m_retention->run(deletable));
        SALLYPORT_TRY(m_detection->removeExpired(deletable));
        SALLYPORT_TRY(
            m_alerts->removeExpired(deletable - std::chrono::days(std::int64_t{m_settings->values()->auditRetentionDays})));
        return m_authorization->removeExpired(deletable);
    });
    (void) m_upkeep->run(audit::Duty::Traffic, [&]() -> Result<void> {
        SALLYPORT_TRY(m_trafficLog->save());
        SALLYPORT_TRY(m_threats->removeExpired(deletable));
        SALLYPORT_TRY(m_rateLimits->removeExpired(deletable));
        return m_trafficLog->removeExpired(deletable);
    });
    sweepFiles();
    const bool opening = !std::exchange(m_hourGone, true); // the first round: the last closing has signed
    (void) m_upkeep->run(audit::Duty::Heads,
                         [&] { return opening ? audit::headsOf(*m_journal)->bringFile(*m_journal) : signHead(); });
    if (m_sealing)
        m_sealing->wake(); // a key may have been used up
}

void OpenBackend::sweepFiles()
{
    (void) m_upkeep->run(audit::Duty::Files, [this]() -> Result<void> {
        SALLYPORT_TRY(m_files->sweep());
        return {};
    });
}

void OpenBackend::minutely()
{
    m_authorization->flush();
    m_reports->wake();
    saveTraffic();
    keepRateLimits();
    m_alerts->keep();
    (void) m_upkeep->run(audit::Duty::RoleEnds,
                         [this] { return m_identity->keepRoleEnds([this] { return m_seenTime->deletable(); }); });
    (void) m_upkeep->run(audit::Duty::AddressRules,
                         [this] { return m_addressRules->keep([this] { return m_seenTime->deletable(); }); });
}

/// A change that could not be kept can only be made once more: it is told for a while, since nobody may have been there, and the
/// journal has it then.
void OpenBackend::forgetDropped(UtcTime deletable)
{
    for (const audit::DutyState& state : m_upkeep->failing()) {
        if (state.duty == audit::Duty::Held && *state.lastFailure + droppedTold <= deletable)
            m_upkeep->report(audit::Duty::Held, {});
    }
}

void OpenBackend::saveTraffic()
{
    (void) m_upkeep->run(audit::Duty::Traffic, [this]() -> Result<void> {
        SALLYPORT_TRY(m_threats->save());
        return m_trafficLog->save();
    });
}

void OpenBackend::keepRateLimits()
{
    (void) m_upkeep->run(audit::Duty::Traffic, [this] { return m_rateLimits->keep(); });
}

UtcTime OpenBackend::lookAtClock()
{
    UtcTime deletable{}; // an unreadable clock deletes nothing
    (void) m_upkeep->run(audit::Duty::Clock, [&]() -> Result<void> {
        SALLYPORT_ASSIGN(deletable, m_seenTime->deletable());
        SALLYPORT_ASSIGN(const std::optional<audit::ClockJump> jump, m_seenTime->jump());
        m_waitsForClock = jump.has_value();
        if (!jump || !jump->overdue)
            return {};
        return makeError(ErrorCode::Conflict, "it went ahead from " + toRfc3339(jump->from) + " to " + toRfc3339(jump->to) +
                                                  ": nothing that has expired is deleted until somebody says that it is right "
                                                  "(sallyportd doctor --accept-clock)");
    });
    return deletable;
}

/// The database answers and takes what is to be stored, and that can be proved later.
bool OpenBackend::isReady() const
{
    return answers(*m_store) && m_store->takesWrites() &&
           std::ranges::none_of(m_upkeep->failing(),
                                [](const audit::DutyState& state) { return state.duty == audit::Duty::Anchor; });
}

Result<void> OpenBackend::backupTo(const std::filesystem::path& target)
{
    std::filesystem::path files = target;
    files += ".files";
    std::error_code ignored;
    if (std::filesystem::exists(target, ignored))
        return m_store->backupTo(target); // which says so
    if (std::filesystem::exists(files, ignored))
        return makeError(ErrorCode::AlreadyExists, files.string() + " exists already");
    // What is uploaded while the database is copied, and is in it, comes with the second round; what is deleted, with the first.
    const auto copyAll = [&]() -> Result<void> {
        SALLYPORT_TRY(m_files->copyContents(files));
        SALLYPORT_TRY(m_store->backupTo(target));
        SALLYPORT_TRY(m_files->copyContents(files));
        return {};
    };
    Result<void> copied = copyAll();
    if (!copied)
        std::filesystem::remove_all(files, ignored); // and the database without them, where it was made, is no whole backup
    return copied;
}

Result<void> OpenBackend::verifyIntegrity()
{
    return m_store->verifyIntegrity();
}

Result<void> OpenBackend::writeAnchor()
{
    return audit::writeAnchor(*m_journal);
}

Result<VaultAbout> OpenBackend::about(const access::Actor& actor)
{
    SALLYPORT_TRY(access::require(actor, access::Permission::SettingsRead));
    SALLYPORT_ASSIGN(storage::StoreAbout store, m_store->about());
    VaultAbout about;
    about.product = std::move(store.product);
    about.version = std::move(store.version);
    about.engine = std::move(store.engine);
    about.cipher = std::move(store.cipher);
    about.place = std::move(store.place);
    about.pageBytes = store.pageBytes;
    about.schema = store.schema;
    std::error_code failed;
    const std::uintmax_t bytes = std::filesystem::file_size(storage::databaseFile(m_directory), failed);
    about.bytes = failed ? 0 : static_cast<std::int64_t>(bytes);
    return about;
}

Result<ShownCertificate> OpenBackend::certificate()
{
    SALLYPORT_ASSIGN(StoredCertificate stored, m_certificates->load());
    return ShownCertificate(std::move(stored));
}

std::string OpenBackend::vaultName() const
{
    return m_settings ? m_settings->values()->vaultName : std::string();
}

void OpenBackend::noteOpenedBy(const std::string& name)
{
    AboutFile about = readAbout(m_directory);
    about.lastOpenedAt = m_platform.clock.now();
    about.lastOpenedBy = truncateCharacters(name, 200);
    about.url = m_server->status().url;
    (void) writeAbout(m_directory, about); // only the unlock screen misses it
}

Result<void> OpenBackend::changePassphrase(const access::Actor& actor, const SecretBytes& current, const SecretBytes& next)
{
    SALLYPORT_TRY(access::require(actor, access::Permission::SettingsUpdate));
    SALLYPORT_TRY(checkPassphrase(next));
    const std::filesystem::path file = storage::keyringFile(m_directory);
    SALLYPORT_ASSIGN(const storage::Keyring keyring, storage::Keyring::unlockWithPassphrase(file, current));
    SALLYPORT_TRY(keyring.changePassphrase(file, next, m_platform.random));
    audit::Event event = access::eventBy(actor, audit::kind::passphraseChanged);
    event.object = {"vault", "", vaultName()};
    return m_journal->record(std::move(event));
}

} // namespace sallyport
