#pragma once

#include "ui/look/tokens.h"

#include <QObject>

class QDBusVariant;

namespace sallyport::ui {

/// What the desktop prefers, from the settings portal (`org.freedesktop.appearance`, `color-scheme`). Asks without
/// waiting; a desktop without the portal never answers and nothing changes.
class DesktopScheme final : public QObject {
    Q_OBJECT

public:
    explicit DesktopScheme(QObject* parent = nullptr);

Q_SIGNALS:
    void preferred(Scheme scheme);

private Q_SLOTS:
    void settingChanged(const QString& group, const QString& key, const QDBusVariant& value);

private:
    void take(const QVariant& value);
};

} // namespace sallyport::ui
