#include "tests/support/test_main.h"
#include "tests/ui/support/panel_test.h"
#include "tests/ui/support/scene_roles.h"
#include "ui/roles/role_draft.h"
#include "ui/roles/role_impact_view.h"
#include "ui/roles/role_list.h"
#include "ui/roles/role_matrix_model.h"
#include "ui/roles/role_matrix_view.h"
#include "ui/roles/role_pane.h"
#include "ui/roles/roles_panel.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/segmented_control.h"

#include <QAccessible>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

#include <ctime>

namespace tst_roles_panel {

using namespace sallyport;
using namespace sallyport::ui;
using namespace Qt::StringLiterals;
using P = access::Permission;
using Model = RoleMatrixModel;

namespace {

int placeOf(P permission)
{
    return static_cast<int>(permission);
}

/// A believable table that no vault has yet: 200 permissions in groups, 50 roles.
RoleTable bigTable()
{
    RoleTable table;
    const QStringList actions{u"read"_s, u"write"_s, u"delete"_s, u"manage_users"_s};
    for (int at = 0; at < 200; ++at)
        table.permissions << RoleTable::Permission{u"thing%1:verb"_s.arg(at), u"Permission %1"_s.arg(at), actions[at % 4],
                                                   u"thing%1"_s.arg(at / 10)};
    for (int role = 0; role < 50; ++role) {
        RoleTable::Column column{u"role%1"_s.arg(role), u"Role number %1"_s.arg(role), {}, {}};
        for (int at = 0; at < 200; ++at) {
            column.own << ((at * 7 + role * 3) % 5 == 0);
            column.all << (column.own.last() || (at + role) % 3 == 0);
        }
        table.roles << column;
    }
    return table;
}

/// Milliseconds of this process's CPU that `work` takes.
template <typename Work>
double cpuOf(Work work)
{
    const std::clock_t begin = std::clock();
    work();
    return 1000.0 * static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

class TstRolesPanel final : public QObject {
    Q_OBJECT

    struct Open {
        explicit Open(bool own = true, std::optional<access::Actor> as = {}, QSize size = {1072, 772})
        {
            tests::theme();
            if (own)
                tests::addOwnRoles(stage.house);
            if (as ? !stage.open(*as) : !stage.open())
                return;
            panel = new RolesPanel(*stage.console);
            stage.show(panel, size);
            [&] { QTRY_VERIFY(panel->matrix()->selected() >= 0); }();
        }
        void choose(const char* name)
        {
            panel->activate(QString::fromLatin1(name));
            [&] { QTRY_COMPARE(panel->draft()->saved()->name, std::string(name)); }();
        }
        QModelIndex cell(P permission, int column) const { return panel->matrix()->indexOf(placeOf(permission), column); }
        Holding holding(P permission, int column = Model::Selected) const
        {
            return static_cast<Holding>(cell(permission, column).data(Model::HoldingRole).toInt());
        }
        void compareWith(const char* name)
        {
            auto* chip = find<FilterChip>("roles.compare");
            chip->setValue(QString::fromLatin1(name));
        }
        template <typename T = QWidget>
        T* find(const char* name)
        {
            return tests::find<T>(panel, QLatin1StringView(name));
        }
        void key(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
        {
            QTest::keyClick(panel->view()->frozen(), static_cast<Qt::Key>(key), modifiers);
        }
        tests::PanelStage stage{30, 0};
        RolesPanel* panel = nullptr;
    };

private Q_SLOTS:
    void list_hasBuiltInAndOwnRoles_withMembersAndWhatTheyInherit()
    {
        Open open;
        const RoleListModel* list = open.panel->list();
        QCOMPARE(list->index(0).data(RoleListModel::HeadRole).toBool(), true);
        QCOMPARE(list->index(0).data().toString(), u"Built-in"_s);
        QCOMPARE(list->index(0).data(RoleListModel::CountRole).toString(), u"7"_s);
        const QModelIndex duty = list->indexOf("duty_physician");
        QCOMPARE(duty.data().toString(), u"Duty physician"_s);
        QCOMPARE(duty.data(RoleListModel::NoteRole).toString(), u"Inherits Viewer"_s);
        QCOMPARE(duty.data(RoleListModel::MembersRole).toString(), u"4"_s);
        QVERIFY(!(list->index(0).flags() & Qt::ItemIsSelectable));
    }

    void cells_tellOwnAndInherited_andSayItInWords()
    {
        Open open;
        open.choose("duty_physician");
        QCOMPARE(open.holding(P::RecordsUpdate), Holding::Own);
        QCOMPARE(open.holding(P::RecordsRead), Holding::Inherited);
        QCOMPARE(open.holding(P::UsersDelete), Holding::None);
        const QModelIndex cell = open.cell(P::RecordsRead, Model::Selected);
        QCOMPARE(cell.data(Qt::AccessibleTextRole).toString(), u"Read records, Duty physician: inherited"_s);
        QCOMPARE(cell.parent()
                     .sibling(cell.parent().row(), Model::Selected)
                     .data(Qt::AccessibleTextRole)
                     .toString()
                     .section(u':', 0, 0),
                 u"Read, Duty physician"_s);
    }

    void space_changesTheCell_andTheChangeIsCountedPreviewedAndTakenBack()
    {
        Open open;
        open.choose("duty_physician");
        open.panel->view()->setCurrent(open.cell(P::EventsExport, Model::Selected));
        open.key(Qt::Key_Space);
        QCOMPARE(open.holding(P::EventsExport), Holding::Added);
        QCOMPARE(open.cell(P::EventsExport, Model::Selected).data(Qt::AccessibleTextRole).toString(),
                 u"Export audit reports, Duty physician: added, not saved"_s);
        QVERIFY(open.find("roles.save")->isVisible());
        QTRY_VERIFY(!open.find("roles.impact")->findChildren<QWidget*>(Qt::FindDirectChildrenOnly).isEmpty());
        QTRY_VERIFY([&] {
            for (const auto* line : open.find("roles.impact")->findChildren<QWidget*>())
                if (line->accessibleName().startsWith(u"3 people gain Export audit reports"_s))
                    return true;
            return false;
        }());
        open.panel->view()->setCurrent(open.cell(P::RecordsUpdate, Model::Selected));
        open.key(Qt::Key_Space);
        QCOMPARE(open.holding(P::RecordsUpdate), Holding::Removed);
        QCOMPARE(open.panel->draft()->changes(), 2);
        QTest::keyClick(open.panel, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(open.holding(P::RecordsUpdate), Holding::Own);
        QCOMPARE(open.panel->draft()->changes(), 1);
        QTest::mouseClick(open.find<QPushButton>("roles.discard"), Qt::LeftButton);
        QCOMPARE(open.holding(P::EventsExport), Holding::None);
        QVERIFY(!open.find("roles.save")->isVisible());
    }

    void whatWouldChange_isSeenBesideSave_withoutScrolling()
    {
        for (const QSize size : {QSize(1072, 772), QSize(1400, 900), QSize(800, 600)}) {
            Open open(true, {}, size);
            open.choose("duty_physician");
            QWidget* impact = open.find("roles.impact");
            QVERIFY(!impact->isVisible());
            open.panel->draft()->toggle(P::EventsExport);
            const auto line = [&]() -> QWidget* {
                for (auto* one : impact->findChildren<QWidget*>())
                    if (one->accessibleName().startsWith(u"3 people gain Export audit reports"_s))
                        return one;
                return nullptr;
            };
            QTRY_VERIFY(line() != nullptr);
            QTRY_VERIFY2(line()->visibleRegion().boundingRect() == line()->rect(),
                         qPrintable(u"%1x%2"_s.arg(size.width()).arg(size.height())));
            QVERIFY(impact->mapTo(open.panel, QPoint()).y() < open.find("roles.save")->mapTo(open.panel, QPoint()).y());
            QTest::mouseClick(open.find<QPushButton>("roles.discard"), Qt::LeftButton);
            QVERIFY(!impact->isVisible());
        }
    }

    void save_changesTheRole_andUndoBringsItBack()
    {
        Open open;
        open.choose("duty_physician");
        open.panel->draft()->toggle(P::EventsExport);
        QTest::mouseClick(open.find<QPushButton>("roles.save"), Qt::LeftButton);
        const auto saved = [&] { return open.stage.house.roles.read({}, "duty_physician")->own.has(P::EventsExport); };
        QTRY_VERIFY(saved());
        QTRY_COMPARE(open.holding(P::EventsExport), Holding::Own);
        QTRY_VERIFY(open.panel->findChild<QPushButton*>(u"toast.action"_s) != nullptr);
        QTest::mouseClick(open.panel->findChild<QPushButton*>(u"toast.action"_s), Qt::LeftButton);
        QTRY_VERIFY(!saved());
        QTRY_COMPARE(open.holding(P::EventsExport), Holding::None);
    }

    void added_isTheHighlightedOne_andThePaneShowsIt()
    {
        Open open;
        QTest::mouseClick(open.find<QPushButton>("roles.add"), Qt::LeftButton);
        QWidget* dialog = tests::waitForDialog(u"role"_s);
        QVERIFY(dialog);
        QTest::keyClicks(tests::find<QLineEdit>(dialog, u"role.title"_s), u"Night desk"_s);
        auto* name = tests::find<QLineEdit>(dialog, u"role.name"_s);
        name->selectAll();
        QTest::keyClicks(name, u"night_desk"_s);
        auto* save = tests::find<QPushButton>(dialog, u"role.save"_s);
        QTRY_VERIFY(save->isEnabled());
        QTest::mouseClick(save, Qt::LeftButton);
        QTRY_VERIFY(open.panel->list()->indexOf("night_desk").isValid());
        QTRY_COMPARE(open.panel->findChild<RoleList*>()->currentIndex().data().toString(), u"Night desk"_s);
        QTRY_VERIFY(open.panel->draft()->saved().has_value());
        QTRY_COMPARE(open.panel->draft()->saved()->name, std::string("night_desk"));
    }

    void builtInRole_isReadOnly_andSaysWhy()
    {
        Open open;
        open.choose("auditor");
        open.panel->view()->setCurrent(open.cell(P::UsersDelete, Model::Selected));
        open.key(Qt::Key_Space);
        QCOMPARE(open.panel->draft()->changes(), 0);
        QVERIFY(open.panel->pane()->reasonAgainst().startsWith(u"A built-in role"_s));
        QVERIFY(open.find("roles.why_not")->isVisible());
    }

    void whoMayNotChange_seesTheRole_andWhyNot()
    {
        access::Actor reader;
        reader.kind = access::Actor::Kind::Operator;
        reader.id = UserId("01JD0READER");
        for (const P permission :
             {P::ConsoleUse, P::RolesRead, P::UsersRead, P::RecordsRead, P::RecordsUpdate, P::RecordsCreate, P::EventsRead})
            reader.permissions.add(permission);
        Open open(true, reader);
        open.choose("duty_physician");
        QCOMPARE(open.panel->pane()->reasonAgainst(), u"Your role lacks “Change roles”"_s);
        open.panel->view()->setCurrent(open.cell(P::RecordsUpdate, Model::Selected));
        open.key(Qt::Key_Space);
        QCOMPARE(open.panel->draft()->changes(), 0);
        QVERIFY(!open.find<QPushButton>("roles.add")->isEnabled());
    }

    void comparison_marksWhatDiffers_andCountsIt()
    {
        Open open;
        open.choose("duty_physician");
        open.compareWith("editor");
        const Model* matrix = open.panel->matrix();
        QVERIFY(matrix->compared() >= 0);
        QVERIFY(open.cell(P::UsersRead, Model::Differs).data(Model::DiffersRole).toBool());
        QVERIFY(!open.cell(P::RecordsRead, Model::Differs).data(Model::DiffersRole).toBool());
        int counted = 0;
        for (int row = 0; row < matrix->rowCount(); ++row)
            counted += matrix->index(row, Model::Differs).data(Model::DiffersRole).toInt();
        QCOMPARE(counted, matrix->differences());
        QVERIFY(open.find<QPushButton>("roles.compare")->text().startsWith(u"%1 differ from Editor"_s.arg(counted)));
        // What isn't saved counts as it would be.
        open.panel->draft()->toggle(P::UsersRead);
        QCOMPARE(matrix->differences(), counted - 1);
        QVERIFY(!open.panel->view()->frozen()->isColumnHidden(Model::Compared));
        open.compareWith("");
        QVERIFY(open.panel->view()->frozen()->isColumnHidden(Model::Compared));
    }

    void keyboard_walksThroughBothTrees_foldsAndFinds()
    {
        Open open;
        open.choose("duty_physician");
        auto* view = open.panel->view();
        view->setCurrent(open.panel->matrix()->index(0, Model::Title));
        open.key(Qt::Key_Down);
        QVERIFY(view->current().parent().isValid());
        open.key(Qt::Key_Right);
        QCOMPARE(view->current().column(), static_cast<int>(Model::Selected));
        open.key(Qt::Key_Right);
        QCOMPARE(view->current().column(), static_cast<int>(Model::FirstOther)); // over what isn't compared
        open.key(Qt::Key_End);
        QCOMPARE(view->current().column(), open.panel->matrix()->columnCount() - 1);
        open.key(Qt::Key_Home);
        QCOMPARE(view->current().column(), static_cast<int>(Model::Title));
        open.key(Qt::Key_Home, Qt::ControlModifier);
        QVERIFY(!view->current().parent().isValid());
        open.key(Qt::Key_Left);
        QVERIFY(!view->frozen()->isExpanded(view->current()) && !view->rest()->isExpanded(view->current()));
        open.key(Qt::Key_Down);
        QCOMPARE(view->current().row(), 1); // over the folded rows
        // Letters lead into a folded group, too.
        QTest::keyClicks(view->frozen(), u"read rec"_s);
        QCOMPARE(view->current().data().toString(), u"Read records"_s);
        QVERIFY(view->frozen()->isExpanded(view->current().parent()));
        // A role's head is chosen from its column.
        open.key(Qt::Key_End);
        const int place = open.panel->matrix()->roleAt(view->current().column());
        open.key(Qt::Key_Return);
        QCOMPARE(open.panel->matrix()->compared(), place);
    }

    void groupingAndFilter_showWhatWasAskedFor()
    {
        Open open;
        const Model* matrix = open.panel->matrix();
        QCOMPARE(matrix->index(0, Model::Title).data().toString(), u"Read"_s);
        open.find<SegmentedControl>("roles.grouping")->setCurrent(1);
        QCOMPARE(matrix->index(0, Model::Title).data().toString(), u"Users"_s);
        QCOMPARE(matrix->permissionCount(), static_cast<int>(access::permissionCount));
        open.find<QLineEdit>("roles.permission_filter")->setText(u"records:"_s);
        QTRY_COMPARE(matrix->rowCount(), 1);
    }

    void inherits_areChangedByChips_andTheRingsFollow()
    {
        Open open;
        open.choose("duty_physician");
        open.panel->draft()->setInherits({"viewer", "editor"});
        QCOMPARE(open.holding(P::UsersRead), Holding::Added);
        QTRY_VERIFY(open.find("roles.inherits.editor")->isVisible());
        open.panel->draft()->setInherits({});
        QCOMPARE(open.holding(P::RecordsRead), Holding::Removed);
        // Never from itself, nor from who inherits from it.
        open.stage.house.roles.set([](std::vector<access::Role>& all) { all.back().inherits = {"duty_physician"}; });
        open.panel->draft()->steps()->undo();
        open.panel->draft()->steps()->undo();
        open.panel->refresh();
        QTRY_VERIFY(std::ranges::none_of(open.panel->draft()->inheritable(), [](const access::Role& role) {
            return role.name == "reports" || role.name == "duty_physician";
        }));
    }

    void otherRole_isShownAfterAQuestion_whileSomethingIsUnsaved()
    {
        Open open;
        open.choose("duty_physician");
        QVERIFY(open.panel->unsavedWork().isEmpty());
        open.panel->draft()->toggle(P::EventsExport);
        open.panel->draft()->toggle(P::RecordsCreate);
        QCOMPARE(open.panel->unsavedWork(), u"2 changes to Duty physician"_s); // what locking asks about
        open.panel->activate(u"front_desk"_s);
        QTRY_VERIFY(tests::openDialog(u"discard_role"_s));
        QCOMPARE(open.panel->draft()->saved()->name, std::string("duty_physician"));
        QTest::mouseClick(tests::find<QPushButton>(tests::openDialog(u"discard_role"_s), u"discard_role.confirm"_s),
                          Qt::LeftButton);
        QTRY_COMPARE(open.panel->draft()->saved()->name, std::string("front_desk"));
    }

    void members_areToldWithTheirEnds()
    {
        Open open;
        open.choose("duty_physician");
        const auto texts = [&] {
            QStringList all;
            for (const auto* label : open.find("roles.members")->findChildren<QWidget*>())
                all << label->property("text").toString() << label->accessibleName();
            return all.join(u'|');
        };
        QTRY_VERIFY(texts().contains(u"Until"_s) && texts().contains(u"Ends"_s) && texts().contains(u"No end"_s));
    }

    void manyPermissionsAndRoles_openAndScrollQuickly()
    {
        tests::theme();
        Model model;
        QWidget host;
        host.resize(1000, 700);
        RoleMatrixView view(&model, u"matrix"_s, &host);
        view.resize(host.size());
        const double opening = cpuOf([&] {
            model.setTable(bigTable());
            model.select(7);
            model.compareWith(9);
            host.show();
            host.grab();
        });
        QVERIFY2(opening < 400, qPrintable(QString::number(opening))); // debug build, two trees with 200 rows
        QCOMPARE(model.permissionCount(), 200);
        auto* bar = view.rest()->verticalScrollBar();
        const double scrolling = cpuOf([&] {
            bar->setValue(bar->maximum() / 2);
            host.grab();
        });
        QVERIFY2(scrolling < 200, qPrintable(QString::number(scrolling)));
        QCOMPARE(view.frozen()->verticalScrollBar()->value(), bar->value());
        QVERIFY(view.rest()->horizontalScrollBar()->maximum() > 0);
        // As four rows, when folded.
        for (int row = 0; row < model.rowCount(); ++row)
            view.frozen()->collapse(model.index(row, Model::Title));
        QCOMPARE(view.rest()->verticalScrollBar()->maximum(), 0);
    }

    void accessibleTable_namesItsCells()
    {
        Open open;
        open.choose("duty_physician");
        QAccessibleInterface* tree = QAccessible::queryAccessibleInterface(open.panel->view()->frozen());
        QVERIFY(tree && tree->tableInterface());
        QVERIFY(tree->tableInterface()->rowCount() > 8);
        QAccessibleInterface* cell = tree->tableInterface()->cellAt(1, Model::Selected);
        QVERIFY(cell && cell->text(QAccessible::Name).contains(u"Duty physician"_s));
    }

    void noOwnRole_andAnError_areSaidInPlace()
    {
        Open open(false);
        QCOMPARE(open.panel->list()->index(8).data().toString(), u"Own"_s);
        open.stage.house.roles.failures.failNext(makeError(ErrorCode::Internal, "broken"));
        open.panel->refresh();
        QTRY_VERIFY(open.find("roles.state.error")->isVisible());
    }
};

} // namespace

SALLYPORT_GUI_TEST(TstRolesPanel)

} // namespace tst_roles_panel

#include "tst_roles_panel.moc"
