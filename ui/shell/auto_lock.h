#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>

namespace sallyport::ui {

/// Says when nobody has touched keyboard or mouse for a while. Watches the whole application.
class AutoLock final : public QObject {
    Q_OBJECT

public:
    explicit AutoLock(QObject* parent = nullptr);

    /// Zero switches it off.
    void setTimeout(std::chrono::milliseconds timeout);
    /// Only armed while there is something to lock.
    void setArmed(bool armed);
    bool isRunning() const { return m_timer.isActive(); }

    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    void timedOut();

private:
    void restart();

    QTimer m_timer;
    bool m_armed = false;
};

} // namespace sallyport::ui
