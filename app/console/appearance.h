#pragma once

#include "app/console/app_context.h"

#include <QObject>

namespace sallyport::app {

/// Language and theme: from the preferences before a vault is open, from its settings afterwards. What is chosen in a
/// menu is remembered in both, so that the next unlock screen already speaks it.
class Appearance final : public QObject {
    Q_OBJECT

public:
    Appearance(AppContext& context, QObject* parent);

private:
    void applyPreferences();
    void applySettings();
    void remember(const QString& preference, const char* setting, const QString& value);

    AppContext& m_context;
    bool m_applying = false;
};

} // namespace sallyport::app
