#include "ui/shell/tray.h"

#include "ui/look/icons.h"

#include <QSystemTrayIcon>

namespace sallyport::ui {

SystemTray::SystemTray(QObject* parent) : Tray(parent) {}

SystemTray::~SystemTray() = default;

bool SystemTray::isAvailable() const
{
    return QSystemTrayIcon::isSystemTrayAvailable();
}

void SystemTray::show(const QString& name)
{
    if (m_icon == nullptr) {
        m_icon = new QSystemTrayIcon(icon(Icon::Shield, Token::Accent), this);
        connect(m_icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
            if (reason != QSystemTrayIcon::Context)
                Q_EMIT activated();
        });
    }
    m_icon->setToolTip(name);
    m_icon->show();
}

void SystemTray::hide()
{
    if (m_icon != nullptr)
        m_icon->hide();
}

QRect SystemTray::geometry() const
{
    return m_icon != nullptr ? m_icon->geometry() : QRect();
}

} // namespace sallyport::ui
