#include "app/console/panel_registry.h"
#include "tests/support/test_main.h"
#include "tests/ui/support/scene_events.h"
#include "tests/ui/support/stillness.h"
#include "tests/ui/walk/fake_desk.h"
#include "ui/roles/role_matrix_view.h"
#include "ui/tables/data_table.h"
#include "ui/widgets/tab_order.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QHeaderView>
#include <QScrollBar>
#include <QTreeView>

#include <map>

namespace tst_screen_reader {

using namespace sallyport;
using namespace Qt::StringLiterals;

namespace {

/// What a screen reader is told of every panel: nothing that can have the keyboard is without a name, and no two buttons that do
/// different things are called the same.
class TestScreenReader : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup()
    {
        m_desk.reset();
        m_house.reset();
    }

    void panel_everythingWithTheKeyboardHasAName_data() { panels(); }
    void panel_everythingWithTheKeyboardHasAName()
    {
        QFETCH(QString, id);
        open(id);
        QStringList nameless;
        for (QWidget* widget : m_desk->window.findChildren<QWidget*>()) {
            if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus || isPart(widget))
                continue;
            auto* told = QAccessible::queryAccessibleInterface(widget);
            if (told && told->text(QAccessible::Name).trimmed().isEmpty())
                nameless << u"%1 (%2)"_s.arg(widget->objectName(), QLatin1StringView(widget->metaObject()->className()));
        }
        QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u'\n')));
    }

    void panel_buttonsAreNamedByWhatTheyActOn_data() { panels(); }
    void panel_buttonsAreNamedByWhatTheyActOn()
    {
        QFETCH(QString, id);
        open(id);
        std::map<QString, QStringList> byName;
        for (QAbstractButton* button : m_desk->window.findChildren<QAbstractButton*>()) {
            if (!button->isVisible() || isPart(button) || button->objectName().endsWith(u"_first"_s))
                continue; // the same as the button above the empty list
            auto* told = QAccessible::queryAccessibleInterface(button);
            byName[told ? told->text(QAccessible::Name) : QString()] << button->objectName();
        }
        QStringList twice;
        for (const auto& [name, buttons] : byName)
            if (buttons.size() > 1)
                twice << u"“%1”: %2"_s.arg(name, buttons.join(u", "_s));
        QVERIFY2(twice.isEmpty(), qPrintable(twice.join(u'\n')));
    }

    void panel_exactlyOneThingIsFocused_data() { panels(); }
    void panel_exactlyOneThingIsFocused()
    {
        QFETCH(QString, id);
        open(id);
        // Another panel with a list of its own, hidden by now, and a list of choices that was opened once.
        m_desk->window.showPanel(id == u"users"_s ? u"keys"_s : u"users"_s);
        tests::waitUntilStill(&m_desk->window);
        m_desk->window.showPanel(id);
        tests::waitUntilStill(&m_desk->window);
        m_desk->window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&m_desk->window));
        QStringList wrong;
        int tried = 0;
        for (QWidget* stop : ui::tabOrder(&m_desk->window)) {
            stop->setFocus(Qt::TabFocusReason);
            if (!stop->hasFocus())
                continue;
            ++tried;
            QStringList focused;
            collectFocused(QAccessible::queryAccessibleInterface(&m_desk->window), focused, 0);
            if (focused.size() != 1)
                wrong << u"%1: %2"_s.arg(stop->objectName(), focused.join(u", "_s));
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
        QVERIFY(tried > 5);
    }

    void matrix_itsCellIsFocused_inTheTreeThatShowsIt_andFoldedRowsAreLeftOut()
    {
        open(u"roles"_s);
        auto* view = m_desk->window.panel(u"roles"_s)->findChild<ui::RoleMatrixView*>();
        QVERIFY(view);
        m_desk->window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&m_desk->window));
        view->frozen()->setFocus(Qt::TabFocusReason);
        auto* frozen = QAccessible::queryAccessibleInterface(view->frozen());
        auto* rest = QAccessible::queryAccessibleInterface(view->rest());
        const auto* model = view->frozen()->model();
        const QModelIndex group = model->index(0, 0), first = model->index(0, 0, group);
        const auto focused = [](QAccessibleInterface* tree) {
            QStringList names;
            collectFocused(tree, names, 0);
            return names.size();
        };
        view->setCurrent(first);
        QCOMPARE(focused(frozen), 1);
        QCOMPARE(focused(rest), 0);
        view->setCurrent(first.siblingAtColumn(model->columnCount() - 1)); // shown by the other tree
        QCOMPARE(focused(frozen), 0);
        QCOMPARE(focused(rest), 1);

        int all = model->rowCount();
        for (int row = 0; row < model->rowCount(); ++row)
            all += model->rowCount(model->index(row, 0));
        auto* table = frozen->tableInterface();
        QCOMPARE(table->rowCount(), all);
        QAccessibleInterface* head = table->cellAt(0, 0);
        QVERIFY(head->text(QAccessible::Name).startsWith(group.data().toString() + u", "));
        QVERIFY(head->state().expandable && head->state().expanded);
        QCOMPARE(table->cellAt(1, 0)->tableCellInterface()->rowIndex(), 1);
        QCOMPARE(frozen->indexOfChild(table->cellAt(1, 0)), 2 * table->columnCount()); // after the heads and the group
        view->frozen()->collapse(group);
        QCOMPARE(table->rowCount(), all - model->rowCount(group));
        QVERIFY(table->cellAt(0, 0)->state().collapsed);
        QVERIFY(table->cellAt(1, 0)->text(QAccessible::Name).startsWith(model->index(1, 0).data().toString() + u", "));
    }

private:
    static void collectFocused(QAccessibleInterface* told, QStringList& focused, int depth)
    {
        if (!told || !told->isValid() || depth > 40)
            return;
        if (told->state().focused)
            focused << u"%1 “%2” (%3)"_s
                           .arg(told->object() ? told->object()->objectName() : u"a part"_s, told->text(QAccessible::Name))
                           .arg(told->role());
        if (told->state().focused && told->role() == QAccessible::ComboBox)
            return; // a choice that can be typed is one thing with its text
        for (int at = 0; at < std::min(told->childCount(), 400); ++at)
            collectFocused(told->child(at), focused, depth + 1);
    }
    static void panels()
    {
        QTest::addColumn<QString>("id");
        for (const app::PanelInfo& panel : app::panels())
            QTest::newRow(qPrintable(panel.id)) << panel.id;
    }
    void open(const QString& id)
    {
        m_desk.reset();
        m_house = std::make_unique<tests::FakeHouse>(60);
        m_house->events.emitEvents(tests::sceneEvents(m_house->clock.now()));
        m_desk = std::make_unique<tests::FakeDesk>(*m_house, QSize(1280, 800));
        QVERIFY(m_desk->open(m_house->administrator()));
        m_desk->window.showPanel(id);
        tests::waitUntilStill(&m_desk->window);
        for (auto* table : m_desk->window.panel(id)->findChildren<ui::DataTable*>())
            if (table->isVisible() && table->model()->rowCount() > 0) {
                QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(table->model()->index(0, 0)).center());
                break;
            }
        tests::waitUntilStill(&m_desk->window);
    }
    /// What another widget has the keyboard for.
    static bool isPart(const QWidget* widget)
    {
        return qobject_cast<const QHeaderView*>(widget) || qobject_cast<const QScrollBar*>(widget) ||
               widget->objectName().startsWith(u"qt_"_s);
    }

    std::unique_ptr<tests::FakeHouse> m_house;
    std::unique_ptr<tests::FakeDesk> m_desk;
};

} // namespace

SALLYPORT_GUI_TEST(TestScreenReader)

} // namespace tst_screen_reader
#include "tst_screen_reader.moc"
