#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <memory>

namespace sallyport::app {

/// SIGTERM, SIGINT and SIGHUP as a Qt signal, so that the vault is closed properly (self-pipe). Nobody is asked about what isn't
/// saved, unlike when the window is closed: who sends a signal (the end of a session, a machine that goes down, a service
/// manager) waits some seconds and kills then, and a question that nobody sees would cost the vault its clean end.
class StopSignals final : public QObject {
    Q_OBJECT

public:
    explicit StopSignals(QObject* parent = nullptr);
    ~StopSignals() override;

Q_SIGNALS:
    void received();

private:
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace sallyport::app
