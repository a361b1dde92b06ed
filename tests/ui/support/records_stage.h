#pragma once

#include "tests/ui/support/panel_test.h"
#include "ui/records/record_pane.h"
#include "ui/records/records_model.h"
#include "ui/records/records_panel.h"
#include "ui/widgets/small_parts.h"

#include <QMenu>
#include <QPushButton>

#include <functional>
#include <optional>

namespace sallyport::tests {

/// The panel of records on a house of so many.
struct OpenRecords {
    explicit OpenRecords(std::size_t count = 240, const std::function<void(OpenRecords&)>& prepare = {})
    {
        theme();
        stage.house.records.count = count;
        if (prepare)
            prepare(*this);
        if (!(actor ? stage.open(*actor) : stage.open()))
            return;
        panel = new ui::RecordsPanel(*stage.console);
        stage.show(panel);
    }
    QString cell(int row, int column) const { return panel->model()->index(row, column).data().toString(); }
    ui::RecordPane* pane() const { return panel->findChild<ui::RecordPane*>(); }
    ui::RecordPane* openRecord(const std::string& title)
    {
        panel->activate(QString::fromStdString(stage.house.records.idOf(title).text()));
        const bool shown = QTest::qWaitFor([&] {
            return pane()->isVisible() && pane()->hasRecord() && pane()->record().title == title &&
                   !pane()->record().body.empty() && stage.console->waiting() == 0;
        });
        if (!shown)
            QTest::qFail("the record is not shown", __FILE__, __LINE__);
        return pane();
    }
    template <typename T = QWidget>
    T* part(const QString& name) const
    {
        return find<T>(panel, name);
    }
    QString value(int at) const { return part<ui::ElideLabel>(QStringLiteral("records.details.value.%1").arg(at))->text(); }
    /// Chooses a line of the filters' menu by its words, the submenu first.
    void filter(const QString& menu, const QString& line) const
    {
        QTest::mouseClick(part(QStringLiteral("records.add_filter")), Qt::LeftButton);
        auto* opened = panel->findChild<QMenu*>(QStringLiteral("records.filters_menu"));
        QVERIFY(opened);
        for (QAction* action : opened->actions())
            if (action->text() == menu)
                for (QAction* inner : action->menu()->actions())
                    if (inner->text() == line) {
                        inner->trigger();
                        return opened->close(), void();
                    }
        QTest::qFail(qPrintable(menu + QStringLiteral(": ") + line), __FILE__, __LINE__);
    }
    std::optional<access::Actor> actor;
    PanelStage stage{40, 0};
    ui::RecordsPanel* panel = nullptr;
};
/// The dialog of that name, as soon as it is open.
inline QWidget* waitForDialog(const QString& name)
{
    QWidget* found = nullptr;
    if (!QTest::qWaitFor([&] { return (found = openDialog(name)) != nullptr; }))
        QTest::qFail(qPrintable(QStringLiteral("no dialog ") + name), __FILE__, __LINE__);
    return found;
}
/// Clicks it as soon as it can be.
inline void clickButton(QWidget* root, const QString& name)
{
    auto* button = find<QPushButton>(root, name);
    QTRY_VERIFY(button->isVisible() && button->isEnabled());
    button->click();
}

} // namespace sallyport::tests
