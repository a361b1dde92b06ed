#include "ui/console/server_client.h"

#include <QNetworkProxy>
#include <QNetworkReply>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslError>

namespace sallyport::ui {

QByteArray ServerClient::Answer::field(QByteArrayView name) const
{
    for (const auto& [key, value] : fields) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

ServerClient::ServerClient(QObject* parent) : QObject(parent)
{
    m_network.setProxy(QNetworkProxy::NoProxy);
    m_network.setTransferTimeout(patience);
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
}

void ServerClient::setServer(const QUrl& url, const QString& fingerprint)
{
    m_url = url;
    m_fingerprint = fingerprint;
}

/// The certificate that was shown, not who vouches for it: the server's own is self-signed.
bool ServerClient::isExpected(const QNetworkReply* reply) const
{
    const QSslCertificate shown = reply->sslConfiguration().peerCertificate();
    const QByteArray digest = shown.digest(QCryptographicHash::Sha256).toHex(':').toUpper();
    return !shown.isNull() && !m_fingerprint.isEmpty() && QString::fromLatin1(digest) == m_fingerprint;
}

void ServerClient::send(const Request& request, Done done)
{
    // A target is sent as it was written: what a client may send that is wrong is for the server to say.
    QNetworkRequest toSend(QUrl::fromEncoded(m_url.toEncoded(QUrl::RemovePath) + request.target.toUtf8(), QUrl::TolerantMode));
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    toSend.setSslConfiguration(tls);
    toSend.setHeader(QNetworkRequest::UserAgentHeader, m_userAgent);
    toSend.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    toSend.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    toSend.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    toSend.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    for (const auto& [name, value] : request.fields)
        toSend.setRawHeader(name, value);
    follow(m_network.sendCustomRequest(toSend, request.method, request.body), std::move(done));
}

void ServerClient::follow(QNetworkReply* reply, Done done)
{
    m_running.push_back(reply);
    connect(reply, &QNetworkReply::sslErrors, this, [this, reply](const QList<QSslError>&) {
        if (isExpected(reply))
            reply->ignoreSslErrors();
    });
    connect(reply, &QNetworkReply::encrypted, this, [this, reply] {
        if (!isExpected(reply))
            reply->abort();
    });
    QElapsedTimer since;
    since.start();
    connect(reply, &QNetworkReply::finished, this, [this, reply, since, done = std::move(done)] {
        reply->deleteLater();
        m_running.removeOne(reply);
        Answer answer;
        answer.milliseconds = static_cast<double>(since.nsecsElapsed()) / 1e6;
        answer.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        if (answer.status == 0)
            answer.problem = reply->errorString();
        for (const auto& [name, value] : reply->rawHeaderPairs())
            answer.fields.emplaceBack(name, value);
        answer.body = reply->read(largestAnswer);
        answer.cut = reply->bytesAvailable() > 0;
        done(answer);
    });
}

void ServerClient::stop()
{
    const QList<QNetworkReply*> running = m_running;
    for (QNetworkReply* reply : running)
        reply->abort();
}

} // namespace sallyport::ui
