#pragma once

#include "app/console/app_context.h"

#include <QObject>
#include <QPointer>

namespace sallyport::ui {
class ClipboardGuard;
class FirstRunWizard;
} // namespace sallyport::ui

namespace sallyport::app {

/// From nothing to an open vault with its administrator signed in.
class FirstRunFlow final : public QObject {
    Q_OBJECT

public:
    FirstRunFlow(AppContext& context, QObject* parent);

    void begin();

Q_SIGNALS:
    /// The vault is open and the administrator is signed in.
    void signedIn();
    void otherVaultRequested();

private:
    void create();

    AppContext& m_context;
    QPointer<ui::FirstRunWizard> m_wizard;
    ui::ClipboardGuard* m_clipboard;
};

} // namespace sallyport::app
