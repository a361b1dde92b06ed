// Records.

#include "tests/ui/pictures/scenes.h"
#include "tests/ui/support/open_console.h"
#include "tests/ui/support/scene_records.h"
#include "ui/records/files_part.h"
#include "ui/records/record_pane.h"
#include "ui/records/records_model.h"
#include "ui/records/records_panel.h"
#include "ui/tables/data_table.h"

#include <QApplication>
#include <QPushButton>

namespace sallyport::tests {

using namespace ui;
using namespace Qt::StringLiterals;

namespace {

void openRecord(OpenConsole& house, RecordsPanel& panel)
{
    panel.activate(QString::fromStdString(house.house.records.idOf("Discharge summary 2231").text()));
    const auto* pane = panel.findChild<RecordPane*>();
    waitFor("the record", [&] {
        return pane->isVisible() && pane->hasRecord() && !pane->record().body.empty() && house.console.waiting() == 0;
    });
}

} // namespace

void pictureRecords(Camera& camera)
{
    {
        OpenConsole house(40, 200);
        house.house.records.count = 100'000;
        sceneRecords(house.house);
        if (!house.open())
            throw Missing("the console did not open");
        RecordsPanel panel(house.console);
        panel.resize(Camera::small);
        panel.show();
        waitFor("records", [&] { return panel.model()->rowCount() == 100'000; });
        camera.take(panel, u"records-full"_s);
        panel.model()->change([](records::RecordQuery& query) {
            query.department = "Cardiology";
            query.classification = records::Classification::Restricted;
            query.changedDays = 30;
        });
        waitFor("filtered records", [&] { return panel.model()->hasAnswer() && house.console.waiting() == 0; });
        camera.take(panel, u"records-filtered"_s);
        panel.model()->change([](records::RecordQuery& query) {
            query.classification.reset();
            query.changedDays.reset();
        });
        openRecord(house, panel);
        camera.take(panel, u"records-pane"_s);
        need<QPushButton>(panel, "records.details.show").click();
        waitFor("the values", [&] { return panel.findChild<QPushButton*>(u"records.details.copy.0"_s) != nullptr; });
        camera.take(panel, u"records-shown"_s);
        need<QPushButton>(panel, "records.add").click();
        camera.takeDialog(needDialog("record"), u"records-add"_s);
        needDialog("record").close();
        need<QPushButton>(panel, "records.encryption").click();
        waitFor("the key", [&] { return house.console.waiting() == 0; });
        camera.takeDialog(needDialog("encryption"), u"records-encryption"_s);
        needDialog("encryption").close();
        panel.activateWindow(); // a key of the panel's works in the window that has the keyboard
        waitFor("the panel's window", [&] { return panel.isActiveWindow(); });
        panel.table()->setFocus();
        panel.table()->selectRow(2);
        QTest::keyClick(panel.table(), Qt::Key_F2);
        waitFor("the form", [&] { return house.console.waiting() == 0 && QApplication::activeModalWidget() != nullptr; });
        camera.takeDialog(needDialog("record"), u"records-edit"_s);
        needDialog("record").close();
        panel.table()->selectRow(1);
        QTest::keyClick(panel.table(), Qt::Key_Down, Qt::ShiftModifier);
        camera.take(panel, u"records-several"_s);
    }
    OpenConsole bare(40, 0);
    bare.house.records.count = 0;
    if (!bare.open())
        throw Missing("the console did not open");
    RecordsPanel none(bare.console);
    none.resize(Camera::small);
    none.show();
    waitFor("the empty list of records", [&] { return none.model()->hasAnswer() && none.model()->rowCount() == 0; });
    camera.take(none, u"records-empty"_s);
    bare.house.records.failures.failAlways(makeError(ErrorCode::Unavailable, "busy"));
    RecordsPanel failed(bare.console);
    camera.take(failed, u"records-error"_s);
}

} // namespace sallyport::tests
