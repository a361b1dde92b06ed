#pragma once

#include "ui/headers/header_check.h"

#include <QObject>

namespace sallyport::ui {

/// Asks the running server what it tells browsers, as a client far away: once without an origin, as a page that isn't allowed
/// and, if any is, as one that is; the last two ask before (a preflight). Nothing of it needs a credential or counts against a
/// limit.
class LiveCheck final : public QObject {
    Q_OBJECT

public:
    explicit LiveCheck(QObject* parent = nullptr);

    void setServer(const QUrl& url, const QString& fingerprint) { m_client->setServer(url, fingerprint); }
    /// Begins anew; what was under way is dropped. `origin`: an allowed one, or empty.
    void run(const QString& origin);
    void stop();
    bool isRunning() const { return m_left > 0; }

Q_SIGNALS:
    void finished(const sallyport::ui::HeaderAnswers& answers);
    /// The server gave no answer; why, in Qt's own words.
    void failed(const QString& problem);

private:
    void ask(const QByteArray& method, const QByteArray& origin, ServerClient::Answer HeaderAnswers::*answer);

    ServerClient* m_client;
    HeaderAnswers m_answers;
    int m_run = 0, m_left = 0;
};

} // namespace sallyport::ui
