#pragma once

#include <QByteArray>
#include <QObject>
#include <QTimer>

#include <chrono>

class QClipboard;

namespace sallyport::ui {

/// Puts secrets on the clipboard for a short time: asks clipboard histories not to keep them and takes them away
/// after 30 s, if what is there is still ours.
class ClipboardGuard final : public QObject {
    Q_OBJECT

public:
    static constexpr std::chrono::seconds timeToLive{30};

    /// Tests hand in another clipboard-like timer by calling `expire()` themselves.
    explicit ClipboardGuard(QObject* parent = nullptr);
    ~ClipboardGuard() override;

    /// Copies a secret; the clock starts.
    void copySecret(const QString& text);
    bool isHolding() const { return !m_digest.isEmpty(); }

    void setTimeToLive(std::chrono::milliseconds time) { m_timer.setInterval(time); }

public Q_SLOTS:
    /// Takes our text off the clipboard if it is still there.
    void expire();

Q_SIGNALS:
    void copied();
    /// The secret was taken away (or replaced by somebody else's text).
    void expired();

private:
    QTimer m_timer;
    QByteArray m_digest; ///< SHA-256 of what we copied: enough to know it again
};

} // namespace sallyport::ui
