#pragma once

#include "backend/audit/journal.h"
#include "backend/audit/seen_time.h"
#include "backend/base/random.h"
#include "backend/http/handler.h"
#include "backend/http/server.h"
#include "backend/identity/identity.h"
#include "backend/protection/limits/rate_limiter.h"
#include "backend/protection/traffic/traffic.h"
#include "backend/services/certificate_imports.h"
#include "backend/services/server_control.h"
#include "backend/settings/settings.h"
#include "backend/vault/server_certificate.h"
#include "backend/vault/vault.h"

#include <filesystem>
#include <mutex>

namespace sallyport {

/// The HTTPS server of an open vault: certificate, settings and transport brought together. Thread-safe.
class EmbeddedServer final : public ServerControl, public CertificateImports {
public:
    struct Parts {
        std::filesystem::path dataDirectory;
        settings::Settings& settings;
        audit::Journal& journal;
        identity::Identity& identity;
        protection::RateLimiter& limiter;
        protection::Traffic& traffic;
        const Clock& clock;
        RandomSource& random;
        std::optional<ListenOverride> listen;
        const audit::SeenTime& seenTime;
        ServerCertificates& certificates;
        access::ChangeBook& changes;
    };
    explicit EmbeddedServer(Parts parts);
    /// Stops without recording; shutDown() is the orderly way.
    ~EmbeddedServer() override;

    /// Who answers. Must outlive this object; given once, before the first start.
    void setHandler(http::Handler& handler) { m_handler = &handler; }
    /// Puts a new certificate in the place of our own shortly before that ends, while the server runs: new handshakes take it,
    /// open connections stay. Once an hour.
    [[nodiscard]] Result<void> renewCertificate();
    /// If the server runs elsewhere than its settings say now, it goes there: listens at the new place, then leaves the old one,
    /// whose connections may finish. It keeps who it says that it is in tokens until it is started anew. Nothing where this run
    /// listens where it was told to (`--listen`). On an error (AddressInUse, AddressNotAllowed) it stays where it was.
    [[nodiscard]] Result<void> moveToSettings();
    /// What is to be presented now is, from the next handshake on, if the server runs. Whoever has changed that has recorded it.
    [[nodiscard]] Result<void> followCertificate();
    /// The vault closes: drains, closes, records.
    void shutDown();

    [[nodiscard]] Result<void> start(const access::Actor& actor) override;
    [[nodiscard]] Result<void> stop(const access::Actor& actor) override;
    ServerStatus status() const override;
    /// Of the transport since it last started; all 0 while it is stopped.
    http::ServerStats transportStats() const;
    [[nodiscard]] Result<void> reload(const access::Actor& actor) override;

    [[nodiscard]] Result<PresentedCertificate> presented(const access::Actor& actor) override;
    [[nodiscard]] Result<PresentedCertificate> importCertificate(const access::Actor& actor, BroughtCertificate brought) override;
    [[nodiscard]] Result<PresentedCertificate> goBack(const access::Actor& actor) override;
    [[nodiscard]] Result<PresentedCertificate> useOwn(const access::Actor& actor) override;

private:
    Result<void> tryStart(const access::Actor& actor);
    /// Records a change of what is presented, and enters it where it cuts off who made it.
    ServerCertificates::Note noteOf(const access::Actor& actor, std::string_view how) const;
    Result<PresentedCertificate> presentedNow();
    /// What start and reload present.
    Result<StoredCertificate> presentable(std::chrono::microseconds ahead = {});
    KnownTime knownTime() const;
    Result<void> recordMade(const access::Actor& actor, const StoredCertificate& certificate);
    Result<http::ServerOptions> options(const ListenOverride& listen, StoredCertificate certificate) const;
    /// Listens there and is what status() tells of from then on; answers what listened before.
    Result<std::shared_ptr<http::Server>> listenAt(const ListenOverride& listen, StoredCertificate certificate);
    void noteUrl(const std::string& url);
    void stopNow(const access::Actor& actor);
    /// Whether that can be written or not, the reason itself goes back to the caller.
    void recordFailure(const access::Actor& actor, std::string_view kind, const std::string& url, const Error& problem);
    /// The pair on disk for new connections; recorded if it is another one.
    Result<void> reloadCertificate(http::Server& server, const access::Actor& actor, std::chrono::microseconds ahead = {});
    /// Shows it from the next handshake on; answers what was shown before.
    Result<std::string> showCertificate(http::Server& server, StoredCertificate certificate);
    /// The status names the address of the settings if nothing listens.
    void showConfigured();
    /// The settings of now: limits of connections of a running server, else the address that it will have.
    void applyLimits();
    void setStatus(ServerStatus::State state, const Error* problem = nullptr);
    /// Address, port and threads of the settings, or of this run.
    ListenOverride wanted() const;
    std::string configuredUrl() const;

    Parts m_parts;
    http::Handler* m_handler = nullptr;
    std::mutex m_command;       ///< one start, stop or reload at a time
    mutable std::mutex m_mutex; ///< guards what status() reads
    std::shared_ptr<http::Server> m_server;
    ListenOverride m_listens; ///< where m_server was told to; the port may be 0
    ListenOverride m_chosen;  ///< where it was when the system last chose its port: there it comes back to
    ServerStatus m_status;
    settings::Settings::Subscription m_onSettings;
};

} // namespace sallyport
