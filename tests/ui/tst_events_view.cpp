#include "tests/support/test_main.h"
#include "tests/ui/support/open_console.h"
#include "ui/events/colour_rules.h"
#include "ui/events/colours_dialog.h"
#include "ui/events/columns_dialog.h"
#include "ui/events/event_details.h"
#include "ui/events/event_model.h"
#include "ui/events/event_table.h"
#include "ui/events/events_panel.h"
#include "ui/events/filter_line.h"
#include "ui/events/search_list.h"
#include "ui/events/top_view.h"
#include "ui/translations/translations.h"
#include "ui/widgets/side_splitter.h"

#include <QApplication>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QListWidget>
#include <QMap>
#include <QMenu>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>

namespace tst_events_view {

using namespace sallyport;
using namespace sallyport::ui;
using namespace Qt::StringLiterals;

namespace {

/// How the list of events is looked at: searches that are kept, columns, colours, what comes most.
class TestEventsView : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { initTranslations(); }
    void init()
    {
        m_kept.clear();
        m_open = std::make_unique<tests::OpenConsole>(40, 600);
        QVERIFY(m_open->open());
        const PreferenceStore store{[this](const QString& key) { return m_kept.value(key); },
                                    [this](const QString& key, const QString& value) { m_kept[key] = value; }};
        m_panel = std::make_unique<EventsPanel>(m_open->console, store);
        m_panel->resize(1072, 772);
        m_panel->show();
        m_panel->activate(u"kind:auth."_s);
        QTRY_COMPARE(m_panel->model()->state(), EventModel::State::Ready);
        QTRY_COMPARE(m_panel->searches()->searches().size(), std::size_t(2));
    }
    void cleanup()
    {
        m_panel.reset();
        m_open.reset();
    }

    void search_isSavedWithItsColumns()
    {
        QTest::mouseClick(m_panel->findChild<QPushButton*>(u"events.saveSearch"_s), Qt::LeftButton);
        part<QLineEdit>("save_search.name")->setText(u"Ways in"_s);
        part<QAbstractButton>("save_search.columns")->setChecked(true);
        QTest::mouseClick(part<QPushButton>("save_search.save"), Qt::LeftButton);
        QTRY_COMPARE(m_panel->searches()->searches().size(), std::size_t(3));
        const journal::SavedSearch& saved = m_panel->searches()->searches().back();
        QCOMPARE(QString::fromStdString(saved.filter), u"kind:auth."_s);
        QVERIFY(saved.columns.size() >= 5 && saved.columns.front() == "time");
    }

    void search_whoseNameIsTaken_saysSo()
    {
        QTest::mouseClick(m_panel->findChild<QPushButton*>(u"events.saveSearch"_s), Qt::LeftButton);
        part<QLineEdit>("save_search.name")->setText(u"Failed sign-ins"_s);
        QTest::mouseClick(part<QPushButton>("save_search.save"), Qt::LeftButton);
        QTRY_VERIFY(part<QPushButton>("save_search.save")->isEnabled());
        QVERIFY(part<QLineEdit>("save_search.name")->isVisible());
        QTest::mouseClick(part<QPushButton>("save_search.cancel"), Qt::LeftButton);
        QCOMPARE(m_panel->searches()->searches().size(), std::size_t(2));
    }

    void search_isPicked_withItsColumns()
    {
        QTest::mouseClick(m_panel->findChild<QPushButton*>(u"events.searches"_s), Qt::LeftButton);
        auto* menu = m_panel->findChild<QMenu*>(u"events.searches.menu"_s);
        QVERIFY(menu);
        for (QAction* action : menu->actions())
            if (action->text() == u"Refused by night")
                action->trigger();
        menu->close();
        QCOMPARE(m_panel->filterLine()->text(), u"outcome:refused since:7d"_s);
        QCOMPARE(m_panel->table()->columnOrder().mid(0, 4), (QStringList{u"time"_s, u"event"_s, u"who"_s, u"path"_s}));
        QVERIFY(!m_panel->table()->chosenColumns().contains(u"outcome"_s));
    }

    void search_isDeleted_afterAsking()
    {
        QTest::mouseClick(m_panel->findChild<QPushButton*>(u"events.searches"_s), Qt::LeftButton);
        auto* menu = m_panel->findChild<QMenu*>(u"events.searches.menu"_s);
        for (QAction* action : menu->actions())
            if (action->text().startsWith(u"Manage"))
                action->trigger();
        menu->close();
        QTest::mouseClick(part<QPushButton>("searches.delete"), Qt::LeftButton);
        QTest::mouseClick(part<QPushButton>("searches.delete.confirm"), Qt::LeftButton);
        QTRY_COMPARE(m_panel->searches()->searches().size(), std::size_t(1));
        QTest::mouseClick(part<QPushButton>("searches.show"), Qt::LeftButton);
        QCOMPARE(m_panel->filterLine()->text(), u"outcome:refused since:7d"_s);
    }

    void columns_areChosenAndMovedByTheKeyboard()
    {
        ColumnsDialog dialog(*m_panel->table(), m_panel.get());
        dialog.show();
        auto* list = dialog.findChild<QListWidget*>(u"columns.list"_s);
        QCOMPARE(list->count(), static_cast<int>(EventModel::ColumnCount));
        list->item(EventModel::Path)->setCheckState(Qt::Checked);
        list->setCurrentRow(EventModel::Path);
        dialog.findChild<QSpinBox*>(u"columns.width"_s)->setValue(200);
        for (int i = 0; i < EventModel::Path; ++i)
            QTest::mouseClick(dialog.findChild<QPushButton*>(u"columns.up"_s), Qt::LeftButton);
        QTest::mouseClick(dialog.findChild<QPushButton*>(u"columns.apply"_s), Qt::LeftButton);
        QCOMPARE(m_panel->table()->columnOrder().first(), u"path"_s);
        QCOMPARE(m_panel->table()->firstShownColumn(), static_cast<int>(EventModel::Path));
        QCOMPARE(m_panel->table()->chosenWidth(EventModel::Path), 200);
        QVERIFY(m_panel->table()->isColumnChosen(EventModel::Path));
        QVERIFY(!m_panel->table()->isColumnChosen(EventModel::Reason));
    }

    void rows_areCompactOrNot()
    {
        const int compact = m_panel->table()->QTableView::rowHeight(0);
        m_panel->table()->setCompact(false);
        QVERIFY(m_panel->table()->QTableView::rowHeight(0) > compact);
    }

    void colours_areKept_andMarkWithAnIcon()
    {
        QStringList marked;
        {
            ColourRules rules({[this](const QString& key) { return m_kept.value(key); },
                               [this](const QString& key, const QString& value) { m_kept[key] = value; }});
            QCOMPARE(rules.rules(), ColourRules::usual());
            rules.setRules({{u"kind:auth.login_failed"_s, Tone::Warning, Icon::Key}, {u"since:1h"_s, Tone::Danger, Icon::Ban}});
            QCOMPARE(rules.rules().size(), std::size_t(1));
        }
        const ColourRules rules({[this](const QString& key) { return m_kept.value(key); }, {}});
        QCOMPARE(rules.rules().size(), std::size_t(1));
        audit::Event event;
        event.kind = "auth.login_failed";
        event.sequence = 7;
        QVERIFY(rules.match(event) != nullptr && rules.match(event)->icon == Icon::Key);
        event.kind = "auth.login";
        event.sequence = 8;
        QVERIFY(rules.match(event) == nullptr);
        m_panel->model()->setColours(&rules);
        int icons = 0;
        for (int row = 0; row < std::min(200, m_panel->model()->rowCount()); ++row) {
            const QModelIndex index = m_panel->model()->index(row, EventModel::What);
            const audit::Event* shown = m_panel->model()->eventAt(row);
            const bool failed = shown && shown->kind == "auth.login_failed";
            icons += failed;
            QCOMPARE(index.data(CellIconRole).toInt() != 0, failed);
            if (failed)
                QVERIFY(index.data(Qt::AccessibleTextRole).toString().size() > index.data().toString().size());
        }
        QVERIFY(icons > 0);
    }

    void coloursDialog_refusesWhatIsNoFilter()
    {
        ColourRules rules(PreferenceStore{});
        ColoursDialog dialog(rules, m_panel.get());
        dialog.show();
        auto* apply = dialog.findChild<QPushButton*>(u"colours.apply"_s);
        auto* list = dialog.findChild<QListWidget*>(u"colours.list"_s);
        QTest::keyClick(list, Qt::Key_Down); // looks at another rule, whose filter stands in the field then
        QCOMPARE(list->currentRow(), 1);
        QVERIFY(!dialog.isChanged());
        QTest::mouseClick(dialog.findChild<QPushButton*>(u"colours.add"_s), Qt::LeftButton);
        QVERIFY(dialog.isChanged());
        dialog.findChild<QLineEdit*>(u"colours.filter"_s)->setText(u"outcome:nothing"_s);
        QVERIFY(!apply->isEnabled());
        dialog.findChild<QLineEdit*>(u"colours.filter"_s)->setText(u"outcome:blocked"_s);
        dialog.findChild<QComboBox*>(u"colours.tone"_s)->setCurrentIndex(0);
        QTest::mouseClick(dialog.findChild<QPushButton*>(u"colours.up"_s), Qt::LeftButton);
        QTest::mouseClick(apply, Qt::LeftButton);
        QCOMPARE(rules.rules().size(), ColourRules::usual().size() + 1);
        QCOMPARE(rules.rules()[rules.rules().size() - 2].filter, u"outcome:blocked"_s);
    }

    void top_isShownBesideTheList_andNarrowsItDown()
    {
        m_panel->setTopShown(true);
        QTRY_VERIFY(!m_panel->top()->lists().kinds.empty());
        QTRY_VERIFY(m_panel->top()->findChild<QPushButton*>(u"events.top.kind.0"_s) != nullptr);
        QVERIFY(m_panel->top()->isVisible());
        m_panel->table()->selectRow(0);
        QVERIFY(m_panel->details()->isVisible());
        QTest::keyClick(m_panel->table(), Qt::Key_Escape);
        QVERIFY(m_panel->top()->isVisible());
        const QString kind = QString::fromStdString(m_panel->top()->lists().kinds.front().value);
        QTest::mouseClick(m_panel->top()->findChild<QPushButton*>(u"events.top.kind.0"_s), Qt::LeftButton);
        QCOMPARE(m_panel->filterLine()->text(), u"kind:"_s + kind);
        QTRY_COMPARE(m_panel->top()->lists().kinds.size(), std::size_t(1));
        QTest::mouseClick(m_panel->top()->findChild<QPushButton*>(u"events.top.close"_s), Qt::LeftButton);
        QVERIFY(!m_panel->top()->isVisible());
    }

private:
    template <typename T>
    T* part(const char* name)
    {
        for (QWidget* window : QApplication::topLevelWidgets())
            if (auto* found = window->findChild<T*>(QLatin1StringView(name)))
                return found;
        qFatal("no %s", name);
        return nullptr;
    }

    QMap<QString, QString> m_kept;
    std::unique_ptr<tests::OpenConsole> m_open;
    std::unique_ptr<EventsPanel> m_panel;
};

} // namespace

SALLYPORT_GUI_TEST(TestEventsView)

} // namespace tst_events_view
#include "tst_events_view.moc"
