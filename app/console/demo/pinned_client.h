#pragma once

#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QUrl>

#include <functional>

namespace sallyport::app {

/// HTTPS to one server, whose certificate is known by its SHA-256 fingerprint. A certificate of another key is refused,
/// and so is the right one with any other fault than that no authority signed it.
class PinnedClient final : public QObject {
    Q_OBJECT

public:
    struct Answer {
        int status = 0;  ///< 0: no answer
        QJsonObject body;
    };
    using Done = std::function<void(const Answer&)>;

    PinnedClient(QUrl server, const QString& fingerprint, QObject* parent = nullptr);

    void get(const QString& path, const QByteArray& token, Done done);
    void post(const QString& path, const QJsonObject& body, const QByteArray& token, Done done);
    void setUserAgent(const QByteArray& name) { m_userAgent = name; }

    static constexpr qint64 LargestAnswer = 1024 * 1024;

private:
    QNetworkRequest request(const QString& path, const QByteArray& token) const;
    void follow(QNetworkReply* reply, Done done);
    void checkCertificate(QNetworkReply* reply, const QList<QSslError>& errors) const;

    QNetworkAccessManager m_network;
    QUrl m_server;
    QByteArray m_fingerprint;
    QByteArray m_userAgent;
};

} // namespace sallyport::app
