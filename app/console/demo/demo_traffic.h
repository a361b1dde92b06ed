#pragma once

#include "app/console/demo/pinned_client.h"

#include <QTimer>

#include <memory>
#include <vector>

namespace sallyport::app {

struct DemoAccount;
struct DemoKey;

/// A quiet clinic: some people at work who sign in, read, are refused now and then, and leave, and programs with keys. Real HTTPS
/// requests to the running server, about three a second. Lives on a thread of its own; made and destroyed there.
class DemoTraffic final : public QObject {
    Q_OBJECT

public:
    DemoTraffic(std::shared_ptr<const std::vector<DemoAccount>> accounts, std::shared_ptr<const std::vector<DemoKey>> keys,
                QUrl server, QSslCertificate certificate);

    void start();

private:
    /// Somebody at work.
    struct Desk {
        const DemoAccount* account = nullptr;
        QByteArray token, refreshToken;
        bool busy = false;
    };
    void act();
    void signIn(Desk& desk);
    void takeTokens(Desk& desk, const PinnedClient::Answer& answer);
    void read(Desk& desk);
    void refresh(Desk& desk);
    void signOut(Desk& desk);
    /// A program reads, with its key or with a signed request.
    void runProgram();
    void knock();
    std::uint32_t below(std::uint32_t bound);

    std::shared_ptr<const std::vector<DemoAccount>> m_accounts;
    std::shared_ptr<const std::vector<DemoKey>> m_keys;
    std::vector<Desk> m_desks; // outlives the client, whose last answers still arrive
    PinnedClient m_client;
    QTimer m_timer;
};

} // namespace sallyport::app
