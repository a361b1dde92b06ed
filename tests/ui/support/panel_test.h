#pragma once

#include "tests/ui/support/fake_services.h"
#include "ui/console/console.h"
#include "ui/look/theme.h"

#include <QObject>
#include <QTest>
#include <QWidget>

#include <memory>

namespace sallyport::tests {

/// A house, an open console and a window-sized host for one panel. Pictures of the host are written when a test
/// fails, to `$SALLYPORT_PICTURES` or the working directory.
class PanelStage {
public:
    explicit PanelStage(std::size_t users = 1284, std::size_t events = 300);
    ~PanelStage();

    /// Unlocks as the administrator, or as `actor`; true when that is done.
    bool open();
    bool open(access::Actor actor);
    /// Puts the panel on the screen at `size`.
    void show(QWidget* panel, QSize size = {1072, 772});

    FakeHouse house;
    std::unique_ptr<ui::Console> console;
    QWidget host;
};

/// The look on the application, once a program.
ui::Theme& theme();
/// A picture of the window under `name`.png, when the running test has failed.
void pictureIfFailed(QWidget* widget);
void picture(QWidget* widget, const QString& name);

/// The child with that object name, of any class; fails the test if there is none.
template <typename T = QWidget>
T* find(QWidget* root, const QString& name)
{
    auto* found = root->findChild<T*>(name);
    if (!found)
        QTest::qFail(qPrintable(QStringLiteral("no widget called ") + name), __FILE__, __LINE__);
    return found;
}

/// The dialog with that object name that is open now, anywhere.
QWidget* openDialog(const QString& name);

} // namespace sallyport::tests
