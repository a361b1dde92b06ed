#pragma once

#include "ui/look/surface.h"
#include "ui/shell/shell_state.h"

#include <QList>

class QPushButton;

namespace sallyport::ui {

class StripItem;

/// The 28 px at the bottom of every screen: server, address, certificate, requests a second; at the trailing side who
/// is signed in, and Lock. What has no room goes, least important first.
class StatusStrip final : public Surface {
    Q_OBJECT

public:
    explicit StatusStrip(QWidget* parent = nullptr);
    void setState(const ShellState& state);

Q_SIGNALS:
    void startServerRequested();
    void stopServerRequested();
    void lockRequested();
    /// Something that is no secret is wanted on the clipboard.
    void copyRequested(const QString& text);
    void signOutRequested();
    /// The operator wants to see what they were told about their account.
    void noticesRequested();
    void ownPasswordRequested();
    void ownFactorRequested();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void showState();
    void arrange();
    void openServerMenu();
    void openOperatorMenu();

    ShellState m_state;
    StripItem* m_server;
    StripItem* m_address;
    StripItem* m_fingerprint;
    StripItem* m_requests;
    StripItem* m_operator;
    StripItem* m_lock;
    QList<int> m_lines; ///< where separators stand
};

/// `7C:41:0D…9E:B2`: enough of a fingerprint to compare at a glance.
QString shortFingerprint(const QString& fingerprint);

} // namespace sallyport::ui
