#pragma once

#include <QByteArray>
#include <QElapsedTimer>
#include <QList>
#include <QNetworkAccessManager>
#include <QUrl>

#include <functional>
#include <utility>

namespace sallyport::ui {

/// HTTPS to the server of this vault as a client far away would speak it: nothing of what runs in this process is asked. The
/// only certificate that counts is the one whose SHA-256 the server tells. No proxy, no redirect, no cookie, no cache. Lives on
/// the thread of its parent; a request ends after ten seconds or, with a slowed down one in mind, after `patience`.
class ServerClient final : public QObject {
    Q_OBJECT

public:
    using Fields = QList<std::pair<QByteArray, QByteArray>>;

    struct Request {
        QByteArray method = "GET";
        QString target; ///< path with its query, `/api/data?limit=5`
        Fields fields;
        QByteArray body;
    };
    struct Answer {
        int status = 0; ///< 0: no answer; `problem` says why
        Fields fields;
        QByteArray body;         ///< `largestAnswer` at most
        bool cut = false;        ///< there was more
        double milliseconds = 0; ///< from sending to the last byte
        QString problem;         ///< Qt's own words, English

        /// The first field of that name in any case, or empty.
        QByteArray field(QByteArrayView name) const;
    };
    using Done = std::function<void(const Answer&)>;

    explicit ServerClient(QObject* parent = nullptr);

    /// Whom to ask: `https://127.0.0.1:8443` and the certificate's SHA-256, `7C:41:..`.
    void setServer(const QUrl& url, const QString& fingerprint);
    const QUrl& url() const { return m_url; }
    void setUserAgent(const QByteArray& name) { m_userAgent = name; }
    /// `done` is called once, on this thread, unless this object goes before.
    void send(const Request& request, Done done);
    /// The requests under way end without an answer.
    void stop();

    static constexpr qint64 largestAnswer = 1024 * 1024;
    static constexpr int patience = 30'000; // ms

private:
    void follow(QNetworkReply* reply, Done done);
    bool isExpected(const QNetworkReply* reply) const;

    QNetworkAccessManager m_network{this}; // a child: it moves to another thread with its owner
    QUrl m_url;
    QString m_fingerprint;
    QByteArray m_userAgent = "Sallyport window";
    QList<QNetworkReply*> m_running;
};

} // namespace sallyport::ui
