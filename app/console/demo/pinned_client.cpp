#include "app/console/demo/pinned_client.h"

#include <QJsonDocument>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QSslConfiguration>

namespace sallyport::app {

PinnedClient::PinnedClient(QUrl server, QSslCertificate certificate, QObject* parent)
    : QObject(parent), m_server(std::move(server)), m_certificate(std::move(certificate))
{
    m_network.setProxy(QNetworkProxy::NoProxy);
    m_network.setTransferTimeout(10'000);
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
}

QNetworkRequest PinnedClient::request(const QString& path, const QByteArray& token) const
{
    QNetworkRequest request(m_server.resolved(QUrl(path)));
    auto tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    tls.setCaCertificates({m_certificate});
    request.setSslConfiguration(tls);
    request.setHeader(QNetworkRequest::UserAgentHeader, m_userAgent);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    if (!token.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + token);
    return request;
}

void PinnedClient::get(const QString& path, const QByteArray& token, Done done)
{
    follow(m_network.get(request(path, token)), std::move(done));
}

void PinnedClient::get(const QString& path, const Fields& fields, Done done)
{
    auto toSend = request(path, {});
    for (const auto& [name, value] : fields)
        toSend.setRawHeader(name, value);
    follow(m_network.get(toSend), std::move(done));
}

void PinnedClient::post(const QString& path, const QJsonObject& body, const QByteArray& token, Done done)
{
    auto toSend = request(path, token);
    toSend.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/json"));
    follow(m_network.post(toSend, QJsonDocument(body).toJson(QJsonDocument::Compact)), std::move(done));
}

void PinnedClient::follow(QNetworkReply* reply, Done done)
{
    connect(reply, &QNetworkReply::encrypted, this, [this, reply] {
        if (reply->sslConfiguration().peerCertificate() != m_certificate)
            reply->abort();
    });
    connect(reply, &QNetworkReply::finished, this, [reply, done = std::move(done)] {
        reply->deleteLater();
        Answer answer;
        answer.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        if (reply->isReadable() && reply->bytesAvailable() <= largestAnswer) // not one that was cut off
            answer.body = QJsonDocument::fromJson(reply->readAll()).object();
        done(answer);
    });
}

} // namespace sallyport::app
