#pragma once

#include "backend/alerts/alerts.h"
#include "backend/api/api_context.h"
#include "backend/api/pipeline.h"
#include "backend/audit/fault_log.h"
#include "backend/audit/journal.h"
#include "backend/audit/seen_time.h"
#include "backend/audit/upkeep_log.h"
#include "backend/authorization/authorization.h"
#include "backend/history/history.h"
#include "backend/identity/identity.h"
#include "backend/identity/signed_requests/signed_requests.h"
#include "backend/journal/evidence.h"
#include "backend/journal/saved_searches.h"
#include "backend/outputs/destinations_service.h"
#include "backend/protection/inspection/detection_service.h"
#include "backend/protection/limits/rate_limits_service.h"
#include "backend/protection/lists/address_rules_service.h"
#include "backend/protection/threats/threats_service.h"
#include "backend/protection/traffic/traffic_log.h"
#include "backend/records/comments_service.h"
#include "backend/records/files_service.h"
#include "backend/records/records_service.h"
#include "backend/reports/reports.h"
#include "backend/reports/reports_service.h"
#include "backend/retention/retention.h"
#include "backend/retention/retention_service.h"
#include "backend/storage/instance_lock.h"
#include "backend/vault/change_socket.h"
#include "backend/vault/command_backend.h"
#include "backend/vault/destination_notifier.h"
#include "backend/vault/drill_service.h"
#include "backend/vault/embedded_server.h"
#include "backend/vault/housekeeping.h"
#include "backend/vault/provisional_changes_service.h"
#include "backend/vault/sealing_anew.h"

#include <atomic>
#include <mutex>

namespace sallyport {

/// How a vault is opened.
struct OpenMode {
    bool create = false; ///< a new database
    bool beside = false; ///< the command line: no instance lock, no server
};

/// An open vault: everything that lives while it is open, in the order in which it depends on each other. Members below
/// may use members above; they go in the opposite order.
class OpenBackend final : public CommandBackend {
public:
    static Result<std::unique_ptr<OpenBackend>> open(const std::filesystem::path& dataDirectory, storage::Keyring keyring,
                                                     const Platform& platform, OpenMode mode);
    ~OpenBackend() override;

    Services& services() override { return *m_services; }
    std::string vaultName() const override;
    void noteOpenedBy(const std::string& name) override;
    void noteFault(const Fault& fault) override { m_faults.tell(fault); }
    [[nodiscard]] Result<VaultAbout> about(const access::Actor& actor) override;
    [[nodiscard]] Result<void> changePassphrase(const access::Actor& actor, const SecretBytes& current,
                                                const SecretBytes& next) override;
    [[nodiscard]] Result<void> backupTo(const std::filesystem::path& target) override;
    [[nodiscard]] Result<void> verifyIntegrity() override;
    [[nodiscard]] Result<void> writeAnchor() override;
    [[nodiscard]] Result<ShownCertificate> certificate() override;

    /// An event of the vault as a whole, on disk when this returns.
    [[nodiscard]] Result<void> record(audit::Event event) { return m_journal->record(std::move(event)); }

private:
    OpenBackend(std::filesystem::path dataDirectory, storage::Keyring keyring, const Platform& platform, OpenMode mode);
    Result<void> openStorage(OpenMode mode);
    Result<void> openServices();
    Result<void> openServer();
    void adoptServerKey();
    /// A change of where the server listens, or what it shows, was made, kept or taken back.
    void followChange(access::ProvisionalKind kind);
    [[nodiscard]] Result<void> moveServer();
    /// What memory holds of the database, after another process has changed it.
    Result<void> takeOver();
    Result<void> readAgain();
    void announceChanges();
    void hourly();
    void minutely();
    void saveTraffic();
    void keepRateLimits();
    void sweepFiles();
    void forgetDropped(UtcTime deletable);
    /// The time by which may be deleted, and whether somebody has to be told that nothing is.
    UtcTime lookAtClock();
    bool isReady() const;
    void closeDown();
    Result<void> openRateLimits();
    Result<void> openHeads(); ///< the key that signs heads of the journal's tree, and where they are kept
    [[nodiscard]] Result<void> signHead();
    Result<void> openReports();
    Result<access::Actor> authorNow(const access::Author& author);
    Result<void> openEvidence(); ///< what is built on the journal: evidence, alerts, destinations, retention, history, reports

    const std::filesystem::path m_directory;
    const Platform m_platform;
    const OpenMode m_mode;
    storage::Keyring m_keyring;
    audit::FaultLog m_faults;
    std::optional<storage::InstanceLock> m_lock;
    std::unique_ptr<storage::Store> m_store;
    std::unique_ptr<audit::Journal> m_journal;
    std::unique_ptr<audit::UpkeepLog> m_upkeep;
    std::unique_ptr<audit::SeenTime> m_seenTime;
    std::unique_ptr<access::Roles> m_roles;
    std::unique_ptr<settings::Settings> m_settings;
    std::unique_ptr<protection::RateLimiter> m_limiter;
    std::unique_ptr<protection::Traffic> m_traffic;
    std::unique_ptr<protection::AddressRulesService> m_addressRules;
    std::unique_ptr<protection::ThreatsService> m_threats;
    std::unique_ptr<protection::TrafficLog> m_trafficLog; ///< of the process that serves; not beside it
    std::unique_ptr<identity::Identity> m_identity;
    std::unique_ptr<protection::RateLimitsService> m_rateLimits;
    std::unique_ptr<protection::DetectionService> m_detection;
    std::unique_ptr<identity::NonceStore> m_nonces; ///< of the process that serves; not beside it
    std::unique_ptr<identity::SignedRequests> m_signedRequests;
    std::unique_ptr<authorization::Authorization> m_authorization;
    std::unique_ptr<records::RecordsService> m_records;
    std::unique_ptr<records::CommentsService> m_comments;
    std::unique_ptr<records::FilesService> m_files;
    std::unique_ptr<ProvisionalChangesService> m_provisionalChanges;
    std::unique_ptr<journal::Events> m_events;
    std::unique_ptr<DrillService> m_drills;
    std::unique_ptr<journal::Evidence> m_evidence;
    std::unique_ptr<journal::SavedSearches> m_savedSearches;
    std::unique_ptr<outputs::DestinationsService> m_destinations;
    std::unique_ptr<retention::RetentionService> m_retention;
    std::unique_ptr<DestinationNotifier> m_notifier;
    std::unique_ptr<alerts::Alerts> m_alerts;
    std::unique_ptr<history::History> m_history;
    std::unique_ptr<reports::ReportsService> m_reports;
    std::unique_ptr<ThreadPool> m_work, m_kdf, m_report, m_outbound;
    std::unique_ptr<ServerCertificates> m_certificates;
    std::unique_ptr<EmbeddedServer> m_server;
    std::unique_ptr<Services> m_services;
    std::unique_ptr<api::ApiContext> m_context;
    std::unique_ptr<api::Pipeline> m_pipeline;
    settings::Settings::Subscription m_onSettings, m_routesChecked;
    storage::ChangeFeed::Subscription m_onDropped;
    protection::AddressRules::Subscription m_onLifted;
    std::shared_ptr<Housekeeping> m_housekeeping;
    std::shared_ptr<SealingAnew> m_sealing;  ///< of the process that serves; not beside it
    std::unique_ptr<ChangeSocket> m_changes; ///< of the process that has the vault open; not beside it
    std::mutex m_readingAgain;
    std::atomic<bool> m_waitsForClock = false;
    bool m_hourGone = false; ///< housekeeping's thread
    std::uint64_t m_versionAtOpening = 0;
};

/// Others must not have had a key in their hands without anybody's knowing: what stood open is closed and told, or nothing opens.
[[nodiscard]] Result<void> shutOut(const std::filesystem::path& dataDirectory, const Platform& platform);

/// PasswordTooWeak unless it may protect a vault.
[[nodiscard]] Result<void> checkPassphrase(const SecretBytes& passphrase);

} // namespace sallyport
