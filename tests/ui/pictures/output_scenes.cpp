// Destinations of events.

#include "tests/ui/pictures/scenes.h"
#include "tests/ui/support/open_console.h"
#include "ui/outputs/outputs_model.h"
#include "ui/outputs/outputs_panel.h"
#include "ui/tables/data_table.h"

#include <QComboBox>
#include <QPushButton>
#include <QTest>

namespace sallyport::tests {

void pictureOutputs(Camera& camera)
{
    OpenConsole house(10, 0);
    if (!house.open())
        throw Missing("the console did not open");
    ui::OutputsPanel panel(house.console);
    panel.resize(Camera::small);
    panel.show();
    waitFor("the destinations", [&] { return panel.model()->rowAt(0) != nullptr; });
    camera.take(panel, QStringLiteral("outputs-full"));
    panel.table()->selectRow(1);
    QTest::keyClick(panel.table(), Qt::Key_Return);
    waitFor("the destination", [&] { return house.console.waiting() == 0; });
    camera.take(panel, QStringLiteral("outputs-pane"));
    need<QPushButton>(panel, "outputs.add").click();
    camera.takeDialog(needDialog("output"), QStringLiteral("outputs-add"));
    auto& kind = need<QComboBox>(needDialog("output"), "output.kind");
    for (const auto& [index, name] :
         {std::pair(1, "outputs-add-webhook"), std::pair(2, "outputs-add-mail"), std::pair(3, "outputs-add-file")}) {
        kind.setCurrentIndex(index);
        Q_EMIT kind.activated(index);
        camera.takeDialog(needDialog("output"), QLatin1StringView(name));
    }
    needDialog("output").close();
    for (const char* name : {"outputs-test", "outputs-test-failed"}) {
        need<QPushButton>(panel, "outputs.details.test").click();
        waitFor("the test", [&] { return house.console.waiting() == 0; });
        camera.takeDialog(needDialog("output_test"), QLatin1StringView(name));
        needDialog("output_test").close();
        house.house.destinations.failTests = true;
    }
    house.house.destinations.destinations.clear();
    ui::OutputsPanel none(house.console);
    none.resize(Camera::small);
    none.show();
    waitFor("the empty list", [&] { return none.model()->hasAnswer() && none.model()->rowCount() == 0; });
    camera.take(none, QStringLiteral("outputs-empty"));
    house.house.destinations.failures.failAlways(makeError(ErrorCode::Unavailable, "busy"));
    ui::OutputsPanel failed(house.console);
    camera.take(failed, QStringLiteral("outputs-error"));
}

} // namespace sallyport::tests
