#pragma once

#include <QObject>
#include <QRect>
#include <QString>

class QSystemTrayIcon;

namespace sallyport::ui {

/// The system's tray, where there is one.
class Tray : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    virtual bool isAvailable() const = 0;
    /// Shows the icon, called so; again: only calls it so.
    virtual void show(const QString& name) = 0;
    virtual void hide() = 0;
    /// Where the icon is on the screen; empty where the system doesn't tell.
    virtual QRect geometry() const = 0;

Q_SIGNALS:
    /// Somebody has clicked on the icon.
    void activated();
};

/// The desktop's own. Where there is none, nothing is shown and nothing is said.
class SystemTray final : public Tray {
    Q_OBJECT

public:
    explicit SystemTray(QObject* parent = nullptr);
    ~SystemTray() override;

    bool isAvailable() const override;
    void show(const QString& name) override;
    void hide() override;
    QRect geometry() const override;

private:
    QSystemTrayIcon* m_icon = nullptr;
};

} // namespace sallyport::ui
