#include "tests/ui/support/panel_test.h"

#include "app/console/panel_registry.h"

#include <QApplication>
#include <QDir>
#include <QPainter>
#include <QVBoxLayout>

namespace sallyport::tests {

PanelStage::PanelStage(std::size_t users, std::size_t events) : house(users, events), console(std::make_unique<ui::Console>())
{
    theme();
    console->setPanels(app::panelRules());
    auto* column = new QVBoxLayout(&host);
    column->setContentsMargins(0, 0, 0, 0);
}

PanelStage::~PanelStage()
{
    // One may take another with it (a dialog its scrim), so the list is asked for again after each.
    while (QWidget* child = host.findChild<QWidget*>(QString(), Qt::FindDirectChildrenOnly))
        delete child;
    console.reset();
}

bool PanelStage::open()
{
    return open(house.administrator());
}

bool PanelStage::open(access::Actor actor)
{
    bool done = false;
    console->open(
        console.get(),
        [this, actor]() -> Result<ui::OpenedVault> {
            ui::OpenedVault opened;
            opened.backend = std::make_unique<FakeBackend>(house);
            opened.actor = actor;
            return opened;
        },
        [&](const Result<void>& result) { done = result.has_value(); });
    return QTest::qWaitFor([&] { return done; });
}

void PanelStage::show(QWidget* panel, QSize size)
{
    host.resize(size);
    host.layout()->addWidget(panel);
    host.show();
    // Without a window manager nobody else gives it the keyboard.
    host.activateWindow();
    if (!QTest::qWaitForWindowActive(&host))
        qWarning("the window did not get the keyboard: shortcuts will not work");
}

ui::Theme& theme()
{
    static auto* made = new ui::Theme(qApp);
    return *made;
}

void picture(QWidget* widget, const QString& name)
{
    const auto directory = qEnvironmentVariable("SALLYPORT_PICTURES", QDir::currentPath());
    QDir().mkpath(directory);
    auto* window = widget->window();
    auto pixmap = window->grab();
    // Dialogs are windows of their own: drawn where they stand, as on a screen.
    QPainter painter(&pixmap);
    for (auto* top : QApplication::topLevelWidgets())
        if (top != window && top->isVisible() && top->isWindow() && top->parentWidget() &&
            top->parentWidget()->window() == window)
            painter.drawPixmap(window->mapFromGlobal(top->mapToGlobal(QPoint())), top->grab());
    painter.end();
    pixmap.save(directory + u'/' + name + QStringLiteral(".png"));
}

void pictureIfFailed(QWidget* widget)
{
    if (QTest::currentTestFailed())
        picture(widget, QStringLiteral("%1-%2").arg(QCoreApplication::applicationName(),
                                                    QString::fromLatin1(QTest::currentTestFunction())));
}

QWidget* openDialog(const QString& name)
{
    for (auto* top : QApplication::topLevelWidgets())
        if (top->isVisible() && top->objectName() == name)
            return top;
    return nullptr;
}

} // namespace sallyport::tests
