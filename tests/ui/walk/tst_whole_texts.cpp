#include "app/console/panel_registry.h"
#include "tests/support/test_main.h"
#include "tests/ui/support/scene_events.h"
#include "tests/ui/support/stillness.h"
#include "tests/ui/walk/fake_desk.h"
#include "ui/look/text_style.h"
#include "ui/tables/data_table.h"
#include "ui/tables/table_cells.h"
#include "ui/tables/table_delegate.h"
#include "ui/widgets/small_parts.h"

#include <QHeaderView>
#include <QLabel>
#include <QPushButton>

namespace tst_whole_texts {

using namespace sallyport;
using namespace Qt::StringLiterals;

namespace {

/// No text of the product is cut at 1280x800, in any language: what is cut is what others have written and is longer than usual.
class TestWholeTexts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { tests::theme().setMode(ui::ThemeMode::Light); }
    void panel_isWhole_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("id");
        for (const char* language : {"en", "de", "fr"})
            for (const app::PanelInfo& panel : app::panels())
                QTest::addRow("%s-%s", language, qPrintable(panel.id)) << QString::fromLatin1(language) << panel.id;
    }
    void panel_isWhole()
    {
        QFETCH(QString, language);
        QFETCH(QString, id);
        tests::FakeHouse house(60);
        house.events.emitEvents(tests::sceneEvents(house.clock.now()));
        tests::FakeDesk desk(house, {1280, 800}, language);
        QVERIFY(desk.open(house.administrator()));
        desk.window.showPanel(id);
        tests::waitUntilStill(&desk.window);
        QStringList cut = cutTexts(desk.window);
        openFirstRow(desk.window.panel(id));
        tests::waitUntilStill(&desk.window);
        cut += cutTexts(desk.window);
        desk.spoken.set(u"en"_s);
        if (!cut.isEmpty() || qEnvironmentVariableIsSet("SALLYPORT_ALL_PICTURES"))
            tests::picture(&desk.window, u"whole-"_s + QString::fromLatin1(QTest::currentDataTag()));
        cut.removeDuplicates();
        QVERIFY2(cut.isEmpty(), qPrintable(cut.join(u'\n')));
    }

private:
    static void openFirstRow(QWidget* panel)
    {
        for (auto* table : panel->findChildren<ui::DataTable*>()) {
            if (!table->isVisible() || table->model()->rowCount() == 0)
                continue;
            table->setFocus();
            QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(table->model()->index(0, 0)).center());
            return;
        }
    }
    static bool inSight(const QWidget* widget) { return widget->isVisible() && !widget->visibleRegion().isEmpty(); }
    static QString place(const QWidget* widget)
    {
        const QWidget* named = widget;
        while (named->objectName().isEmpty() && named->parentWidget())
            named = named->parentWidget();
        return named->objectName();
    }
    static QStringList cutTexts(QWidget& window)
    {
        QStringList cut;
        for (const auto* label : window.findChildren<ui::ElideLabel*>())
            if (inSight(label) && label->isElided() && label->style() != ui::TextStyle::Mono)
                cut << u"%1: “%2”"_s.arg(place(label), label->text());
        for (const auto* button : window.findChildren<QPushButton*>())
            if (inSight(button) && !button->text().isEmpty() && button->width() < button->sizeHint().width())
                cut << u"button %1: “%2”"_s.arg(place(button), button->text());
        for (const auto* label : window.findChildren<QLabel*>())
            if (inSight(label) && !label->wordWrap() && label->pixmap().isNull() && label->width() < label->sizeHint().width())
                cut << u"label %1: “%2”"_s.arg(place(label), label->text());
        for (const auto* table : window.findChildren<ui::DataTable*>())
            if (inSight(table))
                cut += cutCells(*table);
        return cut;
    }
    static QStringList cutCells(const ui::DataTable& table)
    {
        QStringList cut;
        const QHeaderView* head = table.horizontalHeader();
        for (int column = 0; column < head->count(); ++column) {
            if (table.isColumnHidden(column))
                continue;
            const int insets = (table.isFirstColumn(column) ? ui::tableLeadingInset : 0) +
                               (table.isLastColumn(column) ? ui::tableTrailingInset : ui::tableColumnGap);
            const int room = table.columnWidth(column) - insets;
            const QString title = table.model()->headerData(column, Qt::Horizontal).toString();
            if (head->fontMetrics().horizontalAdvance(title) > room)
                cut << u"head of %1: “%2”"_s.arg(table.objectName(), title);
            for (int row = 0; row < table.model()->rowCount() && table.visualRect(table.model()->index(row, column)).isValid() &&
                              table.visualRect(table.model()->index(row, column)).top() < table.viewport()->height();
                 ++row) {
                const QModelIndex cell = table.model()->index(row, column);
                const bool mark = cell.data(ui::CellIconRole).toInt() != 0;
                const bool name = cell.data(ui::CellAvatarRole).isValid();
                if (!mark && !name)
                    continue; // what is long may be cut; a state or a name isn't
                const auto style = cell.data(ui::CellStrongRole).toBool() ? ui::TextStyle::BodyStrong : ui::TextStyle::Body;
                const int wide = QFontMetrics(ui::textFont(style)).horizontalAdvance(cell.data().toString()) + (name ? 32 : 22);
                if (wide > room)
                    cut << u"cell of %1: “%2”"_s.arg(table.objectName(), cell.data().toString());
            }
        }
        return cut;
    }
};

} // namespace

SALLYPORT_GUI_TEST(TestWholeTexts)

} // namespace tst_whole_texts
#include "tst_whole_texts.moc"
