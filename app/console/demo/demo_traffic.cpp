#include "app/console/demo/demo_traffic.h"

#include "app/console/demo/demo_totp.h"
#include "app/console/demo/demo_vault.h"

#include <QDateTime>
#include <QMessageAuthenticationCode>
#include <QRandomGenerator>

#include <array>

namespace sallyport::app {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t desks = 12;
constexpr int shortestPause = 120; // ms
constexpr int longestPause = 520;
constexpr int restAfterFailure = 5000; // a server that has no time for one more isn't asked again at once
// All of them come from one address, and thirty failures from one address hold everybody back: there are a few an hour.
constexpr std::uint32_t mistypesOne = 40; // of so many
constexpr std::uint32_t knocksGuessOne = 60;
constexpr std::uint32_t readsDeniedOne = 150;
constexpr std::uint32_t leavesOne = 6; // of those whose turn it would be

} // namespace

DemoTraffic::DemoTraffic(std::shared_ptr<const std::vector<DemoAccount>> accounts,
                         std::shared_ptr<const std::vector<DemoKey>> keys, QUrl server, QSslCertificate certificate)
    : m_accounts(std::move(accounts)), m_keys(std::move(keys)), m_desks(desks),
      m_client(std::move(server), std::move(certificate), this), m_timer(this)
{
    m_client.setUserAgent("Northgate Ward App/4.2");
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &DemoTraffic::act);
}

void DemoTraffic::start()
{
    if (!m_accounts->empty())
        m_timer.start(shortestPause);
}

std::uint32_t DemoTraffic::below(std::uint32_t bound)
{
    return QRandomGenerator::global()->bounded(bound);
}

void DemoTraffic::act()
{
    m_timer.start(shortestPause + static_cast<int>(below(longestPause - shortestPause)));
    const auto throwOf = below(100);
    auto& desk = m_desks[below(desks)];
    if (throwOf >= 94)
        return knock();
    if (throwOf < 25 && !m_keys->empty())
        return runProgram();
    if (desk.busy)
        return;
    if (desk.token.isEmpty())
        return signIn(desk);
    if (throwOf >= 90)
        return below(leavesOne) == 0 ? signOut(desk) : read(desk);
    if (throwOf >= 84)
        return refresh(desk);
    read(desk);
}

void DemoTraffic::signIn(Desk& desk)
{
    desk.account = &(*m_accounts)[below(static_cast<std::uint32_t>(m_accounts->size()))];
    desk.busy = true;
    const bool mistypes = below(mistypesOne) == 0;
    const QJsonObject body{{u"email"_s, QString::fromStdString(desk.account->person.email)},
                           {u"password"_s, mistypes ? u"winter-is-coming"_s
                                                    : QString::fromUtf8(desk.account->password.view().data(),
                                                                        static_cast<qsizetype>(desk.account->password.size()))}};
    m_client.post(u"/api/auth/login"_s, body, {}, [this, &desk](const PinnedClient::Answer& answer) {
        const auto mfaToken = answer.body.value(u"mfa_token"_s).toString();
        if (answer.status != 200 || mfaToken.isEmpty())
            return takeTokens(desk, answer);
        const auto code =
            below(mistypesOne) == 0 ? std::string("000000") : demoCode(desk.account->totpSecret, SystemClock().now());
        m_client.post(u"/api/auth/mfa"_s, {{u"mfa_token"_s, mfaToken}, {u"code"_s, QString::fromStdString(code)}}, {},
                      [this, &desk](const PinnedClient::Answer& second) { takeTokens(desk, second); });
    });
}

void DemoTraffic::takeTokens(Desk& desk, const PinnedClient::Answer& answer)
{
    desk.token = answer.body.value(u"token"_s).toString().toLatin1();
    desk.refreshToken = answer.body.value(u"refresh_token"_s).toString().toLatin1();
    if (answer.status == 0 || answer.status == 429 || answer.status >= 500)
        QTimer::singleShot(restAfterFailure, this, [&desk] { desk.busy = false; });
    else
        desk.busy = false;
}

void DemoTraffic::read(Desk& desk)
{
    static constexpr std::array paths{u"/api/protected",     u"/api/protected",      u"/api/auth/me",
                                      u"/api/auth/sessions", u"/api/users?limit=20", u"/api/data?limit=20"};
    desk.busy = true;
    // Nobody but an administrator may read them.
    const char16_t* path = below(readsDeniedOne) == 0 ? u"/api/settings" : paths[below(paths.size())];
    m_client.get(QString::fromUtf16(path), desk.token, [&desk](const PinnedClient::Answer& answer) {
        desk.busy = false;
        if (answer.status == 401)
            desk.token.clear();
    });
}

void DemoTraffic::refresh(Desk& desk)
{
    desk.busy = true;
    m_client.post(u"/api/auth/refresh"_s, {{u"refresh_token"_s, QString::fromLatin1(desk.refreshToken)}}, {},
                  [this, &desk](const PinnedClient::Answer& answer) { takeTokens(desk, answer); });
}

void DemoTraffic::signOut(Desk& desk)
{
    desk.busy = true;
    m_client.post(u"/api/auth/logout"_s, {}, desk.token, [&desk](const PinnedClient::Answer&) { desk = {}; });
}

void DemoTraffic::runProgram()
{
    const DemoKey& key = (*m_keys)[below(static_cast<std::uint32_t>(m_keys->size()))];
    const auto ignore = [](const PinnedClient::Answer&) {};
    const auto bytes = [](const SecretBytes& secret) {
        return QByteArray::fromRawData(secret.view().data(), static_cast<qsizetype>(secret.size()));
    };
    if (key.signingSecret.empty())
        return m_client.get(u"/api/protected"_s, {{"X-API-Key", bytes(key.text)}}, ignore);
    const QString path = u"/api/signed"_s;
    const QByteArray time = QByteArray::number(QDateTime::currentSecsSinceEpoch() - (below(20) == 0 ? 412 : 0));
    const QByteArray nonce = QByteArray::number(QRandomGenerator::system()->generate64(), 16).rightJustified(16, '0');
    const QByteArray text = "GET\n" + path.toLatin1() + '\n' + time + '\n' + nonce + '\n';
    const QByteArray signature =
        QMessageAuthenticationCode::hash(text, bytes(key.signingSecret), QCryptographicHash::Sha256).toHex();
    m_client.get(path,
                 {{"X-API-Key", "spk_" + QByteArray::fromStdString(key.id.text())},
                  {"X-Timestamp", time},
                  {"X-Nonce", nonce},
                  {"X-Signature", signature}},
                 ignore);
}

void DemoTraffic::knock()
{
    const auto ignore = [](const PinnedClient::Answer&) {};
    if (below(knocksGuessOne) == 0) {
        static constexpr std::array names{u"root", u"postmaster", u"pacs", u"backup", u"scanner", u"test"};
        const QString email = QString::fromUtf16(names[below(names.size())]) + u"@northgate.example"_s;
        return m_client.post(u"/api/auth/login"_s, {{u"email"_s, email}, {u"password"_s, u"Password2026!"_s}}, {}, ignore);
    }
    switch (below(3)) {
    case 0: return m_client.get(u"/api/protected"_s, QByteArray("eyJhbGciOiJub25lIn0.e30."), ignore);
    case 1: return m_client.get(u"/wp-login.php"_s, QByteArray(), ignore);
    default: return m_client.get(u"/healthz"_s, QByteArray(), ignore);
    }
}

} // namespace sallyport::app
