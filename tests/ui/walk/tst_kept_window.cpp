#include "tests/support/test_main.h"
#include "tests/ui/walk/fake_desk.h"
#include "ui/shell/nav_caption.h"
#include "ui/tables/data_table.h"
#include "ui/users/users_model.h"
#include "ui/users/users_panel.h"
#include "ui/widgets/side_splitter.h"

#include <QHeaderView>
#include <QTemporaryDir>
#include <QTest>

namespace tst_kept_window {

using namespace sallyport;
using namespace Qt::StringLiterals;

namespace {

/// How the operator has arranged the window is how the next start finds it.
class TestKeptWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { tests::theme(); }

    void panelInFront_sortingWidthsColumnsAndPane_areThoseOfTheLastTime()
    {
        QTemporaryDir folder;
        tests::FakeHouse house(60);
        QString sorting, widths;
        QStringList columns;
        {
            tests::FakeDesk desk(house, {1280, 800}, u"en"_s, folder.path().toStdString());
            QVERIFY(desk.open(house.administrator()));
            auto* panel = desk.show<ui::UsersPanel>(u"users"_s);
            auto* table = panel->table();
            sorting = table->sorting();
            table->horizontalHeader()->setSortIndicator(ui::UsersModel::Name, Qt::DescendingOrder);
            QVERIFY(table->sorting() != sorting);
            sorting = table->sorting();
            table->setColumnChosen(ui::UsersModel::Roles, false);
            columns = table->chosenColumns();
            table->setChosenWidths(u"name:333"_s);
            Q_EMIT table->chosenWidthsChanged();
            widths = table->chosenWidths();
            QVERIFY(widths.contains(u"333"));
            auto* splitter = panel->findChild<ui::SideSplitter*>();
            splitter->setPaneSizes(u"411x0"_s);
            Q_EMIT splitter->paneSizesChanged();
        }
        tests::FakeDesk desk(house, {1280, 800}, u"en"_s, folder.path().toStdString());
        QVERIFY(desk.open(house.administrator()));
        QCOMPARE(desk.window.currentPanel(), u"users"_s);
        auto* panel = desk.show<ui::UsersPanel>(u"users"_s);
        QCOMPARE(panel->table()->sorting(), sorting);
        QCOMPARE(panel->table()->chosenColumns(), columns);
        QCOMPARE(panel->table()->chosenWidths(), widths);
        QCOMPARE(panel->findChild<ui::SideSplitter*>()->paneSizes(), u"411x0"_s);
    }

    void groupFolded_staysFolded_andUnfoldedUnfolded()
    {
        QTemporaryDir folder;
        tests::FakeHouse house(60);
        for (const bool folded : {false, true, false}) {
            tests::FakeDesk desk(house, {1280, 1600}, u"en"_s, folder.path().toStdString());
            QVERIFY(desk.open(house.administrator()));
            auto* caption = tests::find<ui::NavCaption>(&desk.window, u"nav.group.users"_s);
            QTRY_COMPARE(caption->isFolded(), folded);
            QTest::mouseClick(caption, Qt::LeftButton);
            QCOMPARE(caption->isFolded(), !folded);
        }
    }
};

} // namespace

SALLYPORT_GUI_TEST(TestKeptWindow)

} // namespace tst_kept_window
#include "tst_kept_window.moc"
