// Detection.

#include "tests/ui/pictures/scenes.h"
#include "tests/ui/support/open_console.h"
#include "ui/detection/allow_card.h"
#include "ui/detection/classes_model.h"
#include "ui/detection/detection_panel.h"
#include "ui/detection/hit_pane.h"
#include "ui/detection/hits_model.h"
#include "ui/detection/tester_view.h"
#include "ui/tables/data_table.h"

#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

namespace sallyport::tests {

using ui::DetectionPanel;

namespace {

const char* const request = "POST /api/comments HTTP/1.1\nContent-Type: application/json\n\n{ \"record_id\": 2231,\n"
                            "  \"content\": \"1%27 \\u004fR/**/1=1 -- \" }";

} // namespace

void pictureDetection(Camera& camera)
{
    OpenConsole house(40, 0);
    if (!house.open())
        throw Missing("the console did not open");
    DetectionPanel panel(house.console);
    panel.resize(Camera::small);
    panel.show();
    waitFor("classes and hits", [&] { return panel.classes()->rowCount() == 17 && panel.hits()->model()->rowCount() == 6; });
    panel.tester()->editor()->setPlainText(QString::fromLatin1(request));
    waitFor("the verdict", [&] { return panel.tester()->tested().has_value(); });
    panel.hits()->table()->selectRow(0);
    waitFor("the hit", [&] { return panel.hits()->hit().has_value(); });
    panel.findChild<QPushButton*>(QStringLiteral("detection.allow_here"))->click();
    waitFor("its answers", [&] { return house.console.waiting() == 0; });
    camera.take(panel, QStringLiteral("detection-full"));
    house.house.detectionRules.empty = true;
    DetectionPanel none(house.console);
    none.resize(Camera::small);
    none.show();
    waitFor("no hits", [&] { return none.classes()->rowCount() == 17 && house.console.waiting() == 0; });
    camera.take(none, QStringLiteral("detection-empty"));
    house.house.detectionRules.failures.failAlways(makeError(ErrorCode::Unavailable, "busy"));
    DetectionPanel failed(house.console);
    camera.take(failed, QStringLiteral("detection-error"));
}

} // namespace sallyport::tests
