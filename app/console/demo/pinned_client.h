#pragma once

#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QSslCertificate>
#include <QUrl>

#include <functional>
#include <utility>
#include <vector>

namespace sallyport::app {

/// HTTPS to one server, whose certificate is known: it is the only authority that is trusted, and the only certificate
/// that the server may show. Verification, name and dates included, is the usual one.
class PinnedClient final : public QObject {
    Q_OBJECT

public:
    struct Answer {
        int status = 0; ///< 0: no answer
        QJsonObject body;
    };
    using Done = std::function<void(const Answer&)>;

    PinnedClient(QUrl server, QSslCertificate certificate, QObject* parent = nullptr);

    void get(const QString& path, const QByteArray& token, Done done);
    using Fields = std::vector<std::pair<QByteArray, QByteArray>>;
    /// With these header fields instead of a token.
    void get(const QString& path, const Fields& fields, Done done);
    void post(const QString& path, const QJsonObject& body, const QByteArray& token, Done done);
    void setUserAgent(const QByteArray& name) { m_userAgent = name; }

    static constexpr qint64 largestAnswer = 1024 * 1024;

private:
    QNetworkRequest request(const QString& path, const QByteArray& token) const;
    void follow(QNetworkReply* reply, Done done);

    QNetworkAccessManager m_network{this}; // a child: it must move to the traffic thread with its client
    QUrl m_server;
    QSslCertificate m_certificate;
    QByteArray m_userAgent;
};

} // namespace sallyport::app
