#pragma once

#include "app/console/app_context.h"

#include <QObject>
#include <QTemporaryDir>
#include <QThread>

#include <memory>

namespace sallyport::app {

class DemoClock;
class DemoTraffic;
struct DemoAccount;
struct DemoKey;

/// `--demo`: makes the sample vault in a directory that goes with the program, signs its operator in, and lets the
/// sample traffic run while the server does.
class DemoFlow final : public QObject {
    Q_OBJECT

public:
    DemoFlow(AppContext& context, QObject* parent);
    ~DemoFlow() override;

    void begin();
    /// The shell is up.
    void entered();
    /// The vault is being locked.
    void left();

Q_SIGNALS:
    void signedIn();

private:
    void reopen();
    void followServer(const ServerStatus& status);
    void stopTraffic();

    AppContext& m_context;
    QTemporaryDir m_directory;
    std::unique_ptr<DemoClock> m_clock;
    std::shared_ptr<std::vector<DemoAccount>> m_accounts;
    std::shared_ptr<std::vector<DemoKey>> m_keys;
    std::shared_ptr<SecretBytes> m_operatorPassword;
    QThread m_thread;
    DemoTraffic* m_traffic = nullptr;
    std::string m_url;
    bool m_triedOtherPort = false;
};

} // namespace sallyport::app
