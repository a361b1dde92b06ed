#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <memory>

namespace sallyport::app {

/// SIGTERM, SIGINT and SIGHUP as a Qt signal, so that the vault is closed properly (self-pipe).
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
