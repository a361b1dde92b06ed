#include "app/console/panel_registry.h"
#include "tests/support/test_main.h"
#include "tests/ui/support/scene_events.h"
#include "tests/ui/support/stillness.h"
#include "tests/ui/walk/fake_desk.h"
#include "ui/look/icons.h"
#include "ui/tables/data_table.h"
#include "ui/widgets/small_parts.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>

#include <map>

namespace tst_mirrored {

using namespace sallyport;
using namespace Qt::StringLiterals;

namespace {

/// Read from right to left everything stands where its mirror image would: margins, icons and arrows too.
class TestMirrored : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { tests::theme().setMode(ui::ThemeMode::Light); }
    void cleanup() { QApplication::setLayoutDirection(Qt::LeftToRight); }

    void panel_isMirrored_data()
    {
        QTest::addColumn<QString>("id");
        for (const app::PanelInfo& panel : app::panels())
            QTest::newRow(qPrintable(panel.id)) << panel.id;
    }
    void panel_isMirrored()
    {
        QFETCH(QString, id);
        const Places there = placesOf(id, Qt::LeftToRight);
        if (QTest::currentTestFailed())
            return;
        const Places here = placesOf(id, Qt::RightToLeft);
        if (QTest::currentTestFailed())
            return;
        QVERIFY(there.size() > 10);
        QStringList wrong;
        for (const auto& [name, place] : there) {
            const auto turned = here.find(name);
            if (turned == here.end()) {
                wrong << name + u" is not there"_s;
                continue;
            }
            const int expected = size.width() - place.right() - 1;
            if (std::abs(turned->second.left() - expected) > 1)
                wrong << u"%1 begins at %2 instead of %3"_s.arg(name).arg(turned->second.left()).arg(expected);
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }

    void arrows_pointAlongTheLine()
    {
        const auto drawn = [](ui::Icon icon) {
            QImage image(16, 16, QImage::Format_ARGB32_Premultiplied);
            image.fill(Qt::white);
            QPainter painter(&image);
            ui::drawIcon(&painter, icon, QRectF(0, 0, 16, 16), Qt::black);
            return image;
        };
        const QImage arrow = drawn(ui::Icon::ArrowRight), door = drawn(ui::Icon::SignOut), key = drawn(ui::Icon::Key);
        QApplication::setLayoutDirection(Qt::RightToLeft);
        QVERIFY(drawn(ui::Icon::ArrowRight) != arrow);
        QVERIFY(drawn(ui::Icon::SignOut) != door);
        QCOMPARE(drawn(ui::Icon::Key), key);
    }

private:
    using Places = std::map<QString, QRect>;
    static constexpr QSize size{1280, 800};

    static QString pathOf(const QWidget* widget, const QWidget* window)
    {
        QString path = widget->objectName();
        for (const QWidget* at = widget; at && at != window; at = at->parentWidget())
            path.prepend(QString::number(at->parentWidget()->children().indexOf(const_cast<QWidget*>(at))) + u'/');
        return path;
    }
    static bool isWhole(const QWidget* widget)
    {
        return qobject_cast<const QLabel*>(widget) || qobject_cast<const QAbstractButton*>(widget) ||
               qobject_cast<const ui::ElideLabel*>(widget) || qobject_cast<const ui::IconLabel*>(widget) ||
               qobject_cast<const ui::Pill*>(widget) || qobject_cast<const QLineEdit*>(widget);
    }
    /// What was sent over the wire goes from left to right everywhere.
    static bool isCode(const QWidget* widget)
    {
        for (const QWidget* at = widget; at && !at->isWindow(); at = at->parentWidget()) {
            if (at->testAttribute(Qt::WA_SetLayoutDirection) && at->layoutDirection() == Qt::LeftToRight)
                return true;
        }
        return false;
    }
    static Places placesOf(const QString& id, Qt::LayoutDirection direction)
    {
        QApplication::setLayoutDirection(direction);
        Places places;
        tests::FakeHouse house(60);
        house.events.emitEvents(tests::sceneEvents(house.clock.now()));
        tests::FakeDesk desk(house, size);
        [&] { QVERIFY(desk.open(house.administrator())); }();
        desk.window.showPanel(id);
        tests::waitUntilStill(&desk.window);
        for (auto* table : desk.window.panel(id)->findChildren<ui::DataTable*>())
            if (table->isVisible() && table->model()->rowCount() > 0) {
                QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(table->model()->index(0, 0)).center());
                break;
            }
        tests::waitUntilStill(&desk.window);
        for (const QWidget* widget : desk.window.findChildren<QWidget*>())
            if (isWhole(widget) && !isCode(widget) && widget->isVisible() && !widget->visibleRegion().isEmpty() &&
                widget->width() > 0)
                places[pathOf(widget, &desk.window)] = QRect(widget->mapTo(&desk.window, QPoint()), widget->size());
        if (qEnvironmentVariableIsSet("SALLYPORT_ALL_PICTURES"))
            tests::picture(&desk.window, (direction == Qt::RightToLeft ? u"turned-"_s : u"straight-"_s) + id);
        return places;
    }
};

} // namespace

SALLYPORT_GUI_TEST(TestMirrored)

} // namespace tst_mirrored
#include "tst_mirrored.moc"
