#include "app/console/demo/pinned_client.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QSslConfiguration>

#include <algorithm>
#include <chrono>

using namespace std::chrono_literals;

namespace sallyport::app {

PinnedClient::PinnedClient(QUrl server, const QString& fingerprint, QObject* parent)
    : QObject(parent), m_server(std::move(server)),
      m_fingerprint(QByteArray::fromHex(fingerprint.toLatin1().replace(':', QByteArray()))) {
    m_network.setProxy(QNetworkProxy::NoProxy);
    m_network.setTransferTimeout(10'000);
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
}

QNetworkRequest PinnedClient::request(const QString& path, const QByteArray& token) const {
    QNetworkRequest request(m_server.resolved(QUrl(path)));
    auto tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    tls.setCaCertificates({});  // no authority is trusted: the fingerprint alone decides
    request.setSslConfiguration(tls);
    request.setHeader(QNetworkRequest::UserAgentHeader, m_userAgent);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    if (!token.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + token);
    return request;
}

void PinnedClient::get(const QString& path, const QByteArray& token, Done done) {
    follow(m_network.get(request(path, token)), std::move(done));
}

void PinnedClient::post(const QString& path, const QJsonObject& body, const QByteArray& token, Done done) {
    auto toSend = request(path, token);
    toSend.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/json"));
    follow(m_network.post(toSend, QJsonDocument(body).toJson(QJsonDocument::Compact)), std::move(done));
}

void PinnedClient::follow(QNetworkReply* reply, Done done) {
    connect(reply, &QNetworkReply::sslErrors, this,
            [this, reply](const QList<QSslError>& errors) { checkCertificate(reply, errors); });
    connect(reply, &QNetworkReply::finished, this, [reply, done = std::move(done)] {
        reply->deleteLater();
        Answer answer;
        answer.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        if (reply->bytesAvailable() <= LargestAnswer)
            answer.body = QJsonDocument::fromJson(reply->readAll()).object();
        done(answer);
    });
}

void PinnedClient::checkCertificate(QNetworkReply* reply, const QList<QSslError>& errors) const {
    const auto leaf = reply->sslConfiguration().peerCertificate();
    if (leaf.isNull() || leaf.digest(QCryptographicHash::Sha256) != m_fingerprint)
        return;  // the reply fails
    const bool onlyUnsigned = std::all_of(errors.begin(), errors.end(), [](const QSslError& error) {
        return error.error() == QSslError::SelfSignedCertificate
               || error.error() == QSslError::SelfSignedCertificateInChain
               || error.error() == QSslError::CertificateUntrusted
               || error.error() == QSslError::UnableToGetLocalIssuerCertificate
               || error.error() == QSslError::UnableToVerifyFirstCertificate;
    });
    if (onlyUnsigned)
        reply->ignoreSslErrors(errors);
}

} // namespace sallyport::app
