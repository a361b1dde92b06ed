#include "app/console/panel_registry.h"
#include "tests/support/test_main.h"
#include "tests/ui/support/scene_events.h"
#include "tests/ui/support/stillness.h"
#include "tests/ui/support/written_texts.h"
#include "tests/ui/walk/fake_desk.h"
#include "ui/charts/column_chart.h"
#include "ui/detection/detection_panel.h"
#include "ui/detection/hit_pane.h"
#include "ui/detection/hits_model.h"
#include "ui/detection/tester_view.h"
#include "ui/look/text_style.h"
#include "ui/parts/numbered_editor.h"
#include "ui/tables/data_table.h"
#include "ui/tables/table_cells.h"
#include "ui/widgets/small_parts.h"

#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPersistentModelIndex>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>

#include <algorithm>

namespace tst_whole_texts {

using namespace sallyport;
using namespace Qt::StringLiterals;

namespace {

/// No text of the product is cut at 1280x800, in any language: what is cut is what others have written and is longer than usual.
/// Read off what is painted, whoever paints it; the columns of states and times are asked for all that may come, too.
class TestWholeTexts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { tests::theme().setMode(ui::ThemeMode::Light); }
    void panel_isWhole_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("id");
        QTest::addColumn<bool>("later");
        for (const char* language : {"en", "de", "fr"})
            for (const app::PanelInfo& panel : app::panels())
                for (const bool later : {false, true})
                    QTest::addRow("%s-%s%s", language, qPrintable(panel.id), later ? "-later" : "")
                        << QString::fromLatin1(language) << panel.id << later;
    }
    void panel_isWhole()
    {
        QFETCH(QString, language);
        QFETCH(QString, id);
        QFETCH(bool, later);
        tests::FakeHouse house(60);
        house.events.emitEvents(tests::sceneEvents(house.clock.now()));
        if (later) // what was `4 min ago` is a date then, and what was to be done is overdue
            house.clock.advance(std::chrono::hours(24 * 75));
        tests::FakeDesk desk(house, {1280, 800}, language);
        QVERIFY(desk.open(house.administrator()));
        desk.window.showPanel(id);
        tests::waitUntilStill(&desk.window);
        m_cut.clear();
        lookAt(desk);
        for (const int row : {0, 3, 8}) {
            if (!openRow(desk.window.panel(id), row))
                break;
            tests::waitUntilStill(&desk.window);
            lookAt(desk);
        }
        if (!m_cut.isEmpty() || qEnvironmentVariableIsSet("SALLYPORT_ALL_PICTURES"))
            tests::picture(&desk.window, u"whole-"_s + QString::fromLatin1(QTest::currentDataTag()));
        desk.spoken.set(u"en"_s);
        m_cut.removeDuplicates();
        QVERIFY2(m_cut.isEmpty(), qPrintable(m_cut.join(u'\n')));
    }

    /// What is seen only after something was done there: a request that was tested, and each hit.
    void detectionAtWork_isWhole_data()
    {
        QTest::addColumn<QString>("language");
        for (const char* language : {"en", "de", "fr"})
            QTest::addRow("%s", language) << QString::fromLatin1(language);
    }
    void detectionAtWork_isWhole()
    {
        QFETCH(QString, language);
        tests::FakeHouse house(60);
        tests::FakeDesk desk(house, {1280, 800}, language);
        QVERIFY(desk.open(house.administrator()));
        auto* panel = desk.show<ui::DetectionPanel>(u"detection"_s);
        QVERIFY(panel);
        panel->tester()->editor()->setPlainText(u"POST /api/comments HTTP/1.1\nContent-Type: application/json\n\n"
                                                "{ \"record_id\": 2231, \"content\": \"1%27 \\u004fR/**/1=1 -- \" }"_s);
        QTRY_VERIFY(panel->tester()->tested().has_value());
        QTRY_VERIFY(panel->hits()->model()->rowCount() > 0);
        m_cut.clear();
        for (int row = 0; row < panel->hits()->model()->rowCount(); ++row) {
            panel->hits()->table()->selectRow(row);
            QTRY_VERIFY(panel->hits()->hit().has_value());
            tests::waitUntilStill(&desk.window);
            lookAt(desk);
        }
        if (!m_cut.isEmpty() || qEnvironmentVariableIsSet("SALLYPORT_ALL_PICTURES"))
            tests::picture(&desk.window, u"whole-detection-at-work-"_s + language);
        desk.spoken.set(u"en"_s);
        m_cut.removeDuplicates();
        QVERIFY2(m_cut.isEmpty(), qPrintable(m_cut.join(u'\n')));
    }

    /// The figures of an axis are not of one width: the highest may be the narrowest.
    void axisOfAChart_isWhole_data()
    {
        QTest::addColumn<double>("highest");
        for (const double highest : {0.0, 0.14, 0.3, 1.4, 11.0, 31.0, 111.0, 1400.0, 111'000.0})
            QTest::addRow("%g", highest) << highest;
    }
    void axisOfAChart_isWhole()
    {
        QFETCH(double, highest);
        ui::Language language;
        language.set(u"de"_s);
        ui::ColumnChart chart(u"chart"_s);
        chart.setSeries({ui::ChartSeries{u"Any"_s}});
        chart.setColumns({ui::ChartColumn{u"14:21"_s, {highest}}});
        chart.resize(400, 200);
        const auto texts = tests::writtenTexts(chart);
        language.set(u"en"_s);
        QVERIFY(texts.size() >= 4);
        for (const auto& written : texts)
            QVERIFY2(!written.text.endsWith(u'…'), qPrintable(written.text));
    }

private:
    /// Something that ends in `…`, and what it would be if there were room.
    struct Cut {
        QPointer<QWidget> widget;
        QPersistentModelIndex cell;
        int section = -1;
        QString shown;
        QString whole;
    };

    static bool openRow(QWidget* panel, int row)
    {
        for (auto* table : panel->findChildren<ui::DataTable*>()) {
            if (!table->isVisible() || table->model()->rowCount() <= row)
                continue;
            table->setFocus();
            QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(table->model()->index(row, 0)).center());
            return true;
        }
        return false;
    }
    static bool inSight(const QWidget* widget) { return widget->isVisible() && !widget->visibleRegion().isEmpty(); }
    static QString place(const QWidget* widget)
    {
        const QWidget* named = widget;
        while (named->objectName().isEmpty() && named->parentWidget())
            named = named->parentWidget();
        return named->objectName();
    }
    /// What stands there as its owner knows it.
    static QString wholeText(const Cut& cut)
    {
        QWidget* widget = cut.widget;
        if (cut.cell.isValid()) {
            const QString secondary = cut.cell.data(ui::CellSecondaryRole).toString();
            const QString text = cut.cell.data().toString();
            return !secondary.isEmpty() && !text.startsWith(cut.shown.chopped(1)) ? secondary : text;
        }
        if (auto* view = qobject_cast<QAbstractItemView*>(widget ? widget->parentWidget() : nullptr); view && cut.section >= 0)
            return view->model()->headerData(cut.section, Qt::Horizontal).toString();
        if (const auto* label = qobject_cast<ui::ElideLabel*>(widget))
            return label->text();
        if (const auto* label = qobject_cast<QLabel*>(widget))
            return label->text();
        if (const auto* line = qobject_cast<QLineEdit*>(widget))
            return line->text().isEmpty() ? line->placeholderText() : line->text();
        if (const auto* button = qobject_cast<QAbstractButton*>(widget); button && !button->text().isEmpty())
            return button->text();
        return widget ? widget->accessibleName() : QString();
    }
    static Cut findCut(QWidget& window, const tests::WrittenText& written)
    {
        Cut cut;
        cut.shown = written.text;
        cut.widget = window.childAt(written.at);
        if (!cut.widget)
            return cut;
        const QPoint inside = cut.widget->mapFrom(&window, written.at);
        auto* view = qobject_cast<QAbstractItemView*>(cut.widget->parentWidget());
        if (auto* head = qobject_cast<QHeaderView*>(view))
            cut.section = head->logicalIndexAt(inside);
        else if (view && view->viewport() == cut.widget)
            cut.cell = view->indexAt(inside);
        cut.whole = wholeText(cut);
        return cut;
    }
    /// Adds to m_cut what is cut. What others have written may be: it is the same in every language.
    void lookAt(tests::FakeDesk& desk)
    {
        QList<Cut> cuts;
        for (const auto& written : tests::writtenTexts(desk.window)) {
            if (!written.text.endsWith(u'…'))
                continue;
            const Cut cut = findCut(desk.window, written);
            const auto* label = qobject_cast<ui::ElideLabel*>(cut.widget);
            // What a page of text says is nobody's to cut.
            const bool page = cut.widget && qobject_cast<QPlainTextEdit*>(cut.widget->parentWidget());
            const bool isWhole = page || (cut.whole.endsWith(u'…') && cut.whole.endsWith(cut.shown));
            if (!isWhole && !(label && label->style() == ui::TextStyle::Mono) && !place(cut.widget).startsWith(u"status."))
                cuts << cut;
        }
        for (const auto* button : desk.window.findChildren<QPushButton*>())
            if (inSight(button) && !button->text().isEmpty() &&
                (button->width() < button->sizeHint().width() ||
                 button->visibleRegion().boundingRect().width() < button->width()))
                m_cut << u"button %1: “%2”"_s.arg(place(button), button->text());
        for (const auto* table : desk.window.findChildren<ui::DataTable*>())
            if (const int beyond = table->horizontalHeader()->length() - table->viewport()->width(); inSight(table) && beyond > 0)
                m_cut << u"table %1: its columns need %2 px more"_s.arg(place(table)).arg(beyond);
        for (const auto* line : desk.window.findChildren<QLineEdit*>())
            if (inSight(line) && !line->hasFocus() && line->cursorPosition() != 0 &&
                line->fontMetrics().horizontalAdvance(line->text()) > line->width())
                m_cut << u"field %1: begins beyond its edge"_s.arg(place(line));
        for (const auto* label : desk.window.findChildren<QLabel*>())
            if (inSight(label) && !label->wordWrap() && label->pixmap().isNull() && label->width() < label->sizeHint().width())
                m_cut << u"label %1: “%2”"_s.arg(place(label), label->text());
        QList<std::pair<QPersistentModelIndex, QString>> marks;
        for (const auto* table : desk.window.findChildren<ui::DataTable*>())
            if (inSight(table) && table->objectName() != u"events.list"_s) // which measures its words itself
                for (int row = 0; row < std::min(20, table->model()->rowCount()); ++row)
                    for (int column = 0; column < table->model()->columnCount(); ++column) {
                        const QModelIndex cell = table->model()->index(row, column);
                        const bool told = table->wordsOf(column).contains(cell.data().toString());
                        if (cell.data(ui::CellIconRole).toInt() != 0 && !told)
                            marks << std::pair(QPersistentModelIndex(cell), cell.data().toString());
                    }
        if (cuts.isEmpty() && marks.isEmpty())
            return;
        const QString language = desk.spoken.current();
        desk.spoken.set(language == u"de" ? u"fr"_s : u"de"_s);
        for (const Cut& cut : std::as_const(cuts))
            if (!cut.widget || cut.whole.isEmpty() || wholeText(cut) != cut.whole)
                m_cut << u"%1: “%2”"_s.arg(cut.widget ? place(cut.widget) : u"?"_s, cut.shown);
        for (const auto& [cell, text] : std::as_const(marks))
            if (cell.isValid() && cell.data().toString() != text && !text.isEmpty())
                m_cut << u"column %1 is not as wide as all its words: “%2”"_s.arg(cell.column()).arg(text);
        desk.spoken.set(language);
        tests::waitUntilStill(&desk.window);
    }

    QStringList m_cut;
};

} // namespace

SALLYPORT_GUI_TEST(TestWholeTexts)

} // namespace tst_whole_texts
#include "tst_whole_texts.moc"
