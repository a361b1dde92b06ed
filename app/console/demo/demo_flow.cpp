#include "app/console/demo/demo_flow.h"

#include "app/console/demo/demo_traffic.h"
#include "app/console/demo/demo_vault.h"
#include "backend/crypto/system_random.h"
#include "ui/unlock/gate_view.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/toast.h"

#include <QCryptographicHash>
#include <QPointer>
#include <QSslCertificate>
#include <QTextStream>

namespace sallyport::app {

using namespace Qt::StringLiterals;

namespace {

/// What stands there while the sample vault is made.
class DemoGate final : public ui::GateView {
public:
    DemoGate(const QString& title, const QString& note) : GateView(u"demo_gate"_s)
    {
        addHeading();
        setHeading(title, note);
    }
    /// Why there is no demo: stays, unlike a toast.
    void tell(const QString& title, const QString& why) { setHeading(title, why); }
};

/// The server's own certificate from the data directory, if it has the fingerprint that the server tells.
QSslCertificate serverCertificate(const std::filesystem::path& directory, const std::string& fingerprint)
{
    const auto file = QString::fromStdString((directory / "tls" / "certificate.pem").string());
    const auto found = QSslCertificate::fromPath(file);
    const auto wanted = QByteArray::fromHex(QByteArray::fromStdString(fingerprint).replace(':', QByteArray()));
    if (found.isEmpty() || found.front().digest(QCryptographicHash::Sha256) != wanted)
        return QSslCertificate();
    return found.front();
}

} // namespace

DemoFlow::DemoFlow(AppContext& context, QObject* parent)
    : QObject(parent), m_context(context), m_clock(std::make_unique<DemoClock>()),
      m_accounts(std::make_shared<std::vector<DemoAccount>>()), m_keys(std::make_shared<std::vector<DemoKey>>()),
      m_operatorPassword(std::make_shared<SecretBytes>())
{
    m_thread.setObjectName(u"demo-1"_s);
    m_context.dataDirectory = std::filesystem::path(m_directory.path().toStdString()) / "vault";
    m_context.signInInstead = [this] { reopen(); };
    // Unlocked again, too: with the usual cost a hundred people who sign in at once leave the server nothing to answer with.
    m_context.platform.passwordCost = demoCost;
    connect(&context.console, &ui::Console::serverStatusChanged, this, &DemoFlow::followServer);
    connect(&context.console, &ui::Console::serverCommandFailed, this, [this](const Error& error) {
        // Another Sallyport may have the usual port: the demo takes any.
        if (error.code != ErrorCode::AddressInUse || std::exchange(m_triedOtherPort, true))
            return;
        m_context.console.run(
            this,
            [](Services& services, const access::Actor& actor) {
                return services.settings.change(actor, {{"server.port", "0"}});
            },
            [this](const Result<void>& changed) {
                if (!changed)
                    return;
                m_context.window.toast()->hide(); // that the port is taken: another one is as good
                m_context.console.startServer();
            });
    });
}

DemoFlow::~DemoFlow()
{
    stopTraffic();
}

void DemoFlow::begin()
{
    auto* gate = new DemoGate(tr("Preparing the demo"), tr("A made-up clinic, 120 people, two weeks of events"));
    gate->setVersion(productVersion());
    m_context.window.showView(gate);
    m_context.console.open(
        this,
        [directory = m_context.dataDirectory, clock = m_clock.get(), accounts = m_accounts, keys = m_keys,
         password = m_operatorPassword]() -> Result<ui::OpenedVault> {
            static crypto::SystemRandom random;
            SALLYPORT_ASSIGN(auto demo, makeDemoVault(directory, *clock, random));
            *accounts = std::move(demo.accounts);
            *keys = std::move(demo.keys);
            *password = std::move(demo.operatorPassword);
            return std::move(demo.opened);
        },
        [this, gate = QPointer<DemoGate>(gate)](const Result<void>& result) {
            if (result) {
                Q_EMIT signedIn();
                return;
            }
            QTextStream(stderr) << "sallyport: the demo failed: " << result.error().detail.c_str() << Qt::endl;
            if (gate)
                gate->tell(tr("Preparing the demo"), ui::errorLine(result.error()));
        });
}

void DemoFlow::entered()
{
    followServer(m_context.console.serverStatus());
}

void DemoFlow::left()
{
    stopTraffic();
    m_context.window.toast()->say(ui::Tone::Info, tr("The demo’s passphrase: %1").arg(QString::fromLatin1(demoPassphrase)));
}

void DemoFlow::reopen()
{
    m_context.console.run(
        this,
        [password = m_operatorPassword](Services& services, const access::Actor&) {
            return services.signIn.operatorSignIn(demoEmail(demoOperatorName), *password, {});
        },
        [this](Result<access::Actor> actor) {
            if (!actor) {
                m_context.window.toast()->say(ui::Tone::Danger, ui::errorLine(actor.error()));
                return;
            }
            m_context.console.signIn(std::move(*actor));
            Q_EMIT signedIn();
        });
}

void DemoFlow::followServer(const ServerStatus& status)
{
    const bool running = status.state == ServerStatus::State::Running && !status.fingerprint.empty();
    if (!running || (m_traffic && m_url != status.url))
        stopTraffic();
    if (!running || m_traffic || m_accounts->empty())
        return;
    const auto certificate = serverCertificate(m_context.dataDirectory, status.fingerprint);
    if (certificate.isNull())
        return; // not the one that the server says it shows: no traffic
    m_url = status.url;
    m_traffic = new DemoTraffic(m_accounts, m_keys, QUrl(QString::fromStdString(status.url)), certificate);
    m_traffic->moveToThread(&m_thread);
    connect(&m_thread, &QThread::started, m_traffic, &DemoTraffic::start);
    connect(&m_thread, &QThread::finished, m_traffic, &QObject::deleteLater);
    m_thread.start();
}

void DemoFlow::stopTraffic()
{
    if (!std::exchange(m_traffic, nullptr))
        return;
    m_thread.quit();
    m_thread.wait(); // its loop ends at the next event: milliseconds
}

} // namespace sallyport::app
