#include "tests/support/test_main.h"
#include "tests/ui/look/light_look.h"
#include "ui/look/theme.h"
#include "ui/tables/column_room.h"
#include "ui/tables/data_table.h"
#include "ui/tables/table_delegate.h"
#include "ui/tables/virtual_table_model.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTest>

#include <memory>

namespace tst_widgets_table {

using namespace sallyport;
using namespace sallyport::ui;
using namespace Qt::StringLiterals;

namespace {

struct Row {
    int number = 0;
};

class NumbersModel final : public VirtualTableModel<Row> {
public:
    using VirtualTableModel::VirtualTableModel;
    int columnCount(const QModelIndex& = {}) const override { return 3; }

protected:
    QVariant cell(const Row& row, int column, int role) const override
    {
        return role == Qt::DisplayRole ? QVariant(row.number * 10 + column) : QVariant();
    }
};

/// Answers requests when the test says so.
struct Server {
    int total = 100'000;
    struct Request {
        int offset;
        int limit;
        NumbersModel::Done done;
    };
    QList<Request> open;
    int asked = 0;

    NumbersModel::Loader loader()
    {
        return [this](int offset, int limit, NumbersModel::Done done) {
            open.append({offset, limit, std::move(done)});
            ++asked;
        };
    }
    void answer()
    {
        const Request request = open.takeFirst();
        RowsPage<Row> page;
        page.total = total;
        for (int i = request.offset; i < std::min(total, request.offset + request.limit); ++i)
            page.rows.push_back({i});
        request.done(std::move(page));
    }
    void fail() { open.takeFirst().done(makeError(ErrorCode::Unavailable, "busy")); }
};

} // namespace

class tst_widgets_table : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reload_firstPage_tellsTheTotal()
    {
        Server server;
        NumbersModel model;
        model.setLoader(server.loader());
        QSignalSpy loading(&model, &PagedModel::loadingChanged);
        model.reload();
        QCOMPARE(server.asked, 1);
        QVERIFY(model.isLoading());
        server.answer();
        QCOMPARE(model.rowCount(), 100'000);
        QCOMPARE(model.index(7, 1).data().toInt(), 71);
        QVERIFY(model.index(50'000, 0).data(CellPlaceholderRole).toBool());
        QCOMPARE(loading.first().first().toBool(), true);
    }

    void setViewport_farAway_asksForThosePagesAtMostTwoAtATime()
    {
        Server server;
        NumbersModel model;
        model.setLoader(server.loader());
        model.reload();
        server.answer();
        QCOMPARE(model.rowCount(), 100'000);
        while (!server.open.isEmpty())
            server.answer();
        model.setViewport(50'000, 50'030);
        QCOMPARE(server.open.size(), 2);
        QCOMPARE(server.open.first().offset, 50'000);
        QCOMPARE(server.open.first().limit, PagedModel::pageSize);
        server.answer();
        QCOMPARE(model.index(50'003, 0).data().toInt(), 500'030);
    }

    void pages_scrolledThroughAll_staysBounded()
    {
        Server server;
        NumbersModel model;
        model.setLoader(server.loader());
        model.reload();
        for (int row = 0; row < 100'000; row += 2'000) {
            model.setViewport(row, row + 30);
            while (!server.open.isEmpty())
                server.answer();
        }
        int loaded = 0;
        for (int row = 0; row < 100'000; row += PagedModel::pageSize)
            loaded += model.isRowLoaded(row) ? 1 : 0;
        QVERIFY(loaded > 0);
        QVERIFY(loaded <= PagedModel::pagesKept);
    }

    void reload_whileAnswersAreUnderWay_dropsTheOldOnes()
    {
        Server server;
        NumbersModel model;
        model.setLoader(server.loader());
        model.reload();
        server.total = 5;
        model.reload();
        QCOMPARE(server.open.size(), 2);
        const auto late = server.open.takeFirst();
        server.answer();
        QCOMPARE(model.rowCount(), 5);
        RowsPage<Row> old;
        old.total = 99;
        late.done(std::move(old));
        QCOMPARE(model.rowCount(), 5);
    }

    void answer_toAModelThatIsGone_doesNothing()
    {
        Server server;
        auto model = std::make_unique<NumbersModel>();
        model->setLoader(server.loader());
        model->reload();
        model.reset();
        QCOMPARE(server.open.size(), 1);
        server.answer();
        QVERIFY(server.open.isEmpty());
    }

    void failure_isReportedOnceAndKeepsRows()
    {
        Server server;
        NumbersModel model;
        model.setLoader(server.loader());
        QSignalSpy failed(&model, &PagedModel::failed);
        model.reload();
        server.fail();
        QCOMPARE(failed.count(), 1);
        QCOMPARE(model.rowCount(), 0);
        QVERIFY(!model.isLoading());
        model.reload();
        server.answer();
        QCOMPARE(model.rowCount(), 100'000);
    }

    void refresh_fewerRows_removesThem()
    {
        Server server;
        server.total = 300;
        NumbersModel model;
        model.setLoader(server.loader());
        model.reload();
        while (!server.open.isEmpty())
            server.answer();
        QCOMPARE(model.rowCount(), 300);
        server.total = 150;
        model.refresh();
        QVERIFY(model.index(3, 0).data().isValid());
        while (!server.open.isEmpty())
            server.answer();
        QCOMPARE(model.rowCount(), 150);
    }

    void table_narrow_hidesColumnsByPriorityAndKeepsTheName()
    {
        Server server;
        NumbersModel model;
        model.setLoader(server.loader());
        DataTable table(u"t"_s);
        table.setModel(&model);
        table.setColumns({{u"name"_s, 200, 0}, {u"email"_s, 200, 9}, {u"state"_s, 100, 1}});
        table.resize(700, 300);
        table.show();
        QVERIFY(!table.isColumnHidden(1));
        table.resize(400, 300);
        QVERIFY(table.isColumnHidden(1));
        QVERIFY(!table.isColumnHidden(2));
        QVERIFY(table.columnWidth(0) >= 200);
        table.resize(280, 300);
        QVERIFY(table.isColumnHidden(2));
        QVERIFY(!table.isColumnHidden(0));
    }

    void table_chosenColumns_areRemembered()
    {
        Server server;
        NumbersModel model;
        model.setLoader(server.loader());
        DataTable table(u"t"_s);
        table.setModel(&model);
        table.setColumns({{u"name"_s, 100, 0}, {u"email"_s, 100, 9}, {u"state"_s, 100, 1}});
        table.resize(700, 300);
        table.show();
        table.setColumnChosen(1, false);
        QVERIFY(table.isColumnHidden(1));
        QCOMPARE(table.chosenColumns(), (QStringList{u"name"_s, u"state"_s}));
        table.setChosenColumns({u"name"_s, u"email"_s});
        QVERIFY(!table.isColumnHidden(1));
        QVERIFY(table.isColumnHidden(2));
    }

    void homeAndEnd_chooseWhatTheyComeTo()
    {
        Server server;
        server.total = 300;
        NumbersModel model;
        model.setLoader(server.loader());
        DataTable table(u"numbers"_s);
        table.setModel(&model);
        model.reload();
        server.answer();
        table.show();
        for (const Qt::KeyboardModifier with : {Qt::NoModifier, Qt::ControlModifier}) {
            QTest::keyClick(&table, Qt::Key_End, with);
            QCOMPARE(table.currentIndex().row(), 299);
            QVERIFY(table.selectionModel()->isRowSelected(299, {}));
            QTest::keyClick(&table, Qt::Key_Home, with);
            QCOMPARE(table.selectionModel()->selectedRows().size(), 1);
            QVERIFY(table.selectionModel()->isRowSelected(0, {}));
        }
    }

    void table_100000Rows_paintsAFrameQuickly()
    {
        Server server;
        NumbersModel model;
        model.setLoader(server.loader());
        model.reload();
        server.answer();
        DataTable table(u"t"_s);
        table.setModel(&model);
        table.setColumns({{u"name"_s, 200, 0}, {u"email"_s, 200, 9}, {u"state"_s, 100, 1}});
        table.resize(1072, 640);
        table.show();
        QCOMPARE(model.rowCount(), 100'000);
        QElapsedTimer clock;
        clock.start();
        constexpr int frames = 50;
        for (int i = 0; i < frames; ++i) {
            table.verticalScrollBar()->setValue(i * 60'000);
            table.grab();
        }
        qInfo("%lld ms a frame", clock.elapsed() / frames);
        QCOMPARE(table.verticalHeader()->defaultSectionSize(), 36);
    }

    void table_tooNarrowForWhatAlwaysStands_takesItFromTheNames()
    {
        QStandardItemModel model(1, 2);
        DataTable table(u"t"_s);
        table.setModel(&model);
        table.setColumns({{u"name"_s, 200, 0, 1}, {u"state"_s, 100, 0}});
        table.resize(table.leastWidth(), 300);
        table.show();
        QCOMPARE(table.columnWidth(0) + table.columnWidth(1), table.viewport()->width());
        const int state = table.columnWidth(1);
        table.resize(table.leastWidth() - 60, 300);
        QCOMPARE(table.columnWidth(1), state);
        QCOMPARE(table.columnWidth(0) + table.columnWidth(1), table.viewport()->width());
    }

    void evenOut_takesFromThoseWhoHaveTooMuch()
    {
        QList<ColumnRoom> columns{{300, 100, 120}, {80, 60, 130}, {50, 50, 50}};
        evenOut(columns);
        QCOMPARE(columns.at(0).width, 250); // gave 50, and has more than it wants
        QCOMPARE(columns.at(1).width, 130);
        QCOMPARE(columns.at(2).width, 50);
        // Who lacks least is whole first; what a column needs or the operator chose stays.
        QList<ColumnRoom> narrow{{120, 100, 100}, {40, 40, 100}, {60, 60, 70}, {90, 10, 10, true}};
        evenOut(narrow);
        QCOMPARE(narrow.at(0).width, 100);
        QCOMPARE(narrow.at(1).width, 50);
        QCOMPARE(narrow.at(2).width, 70);
        QCOMPARE(narrow.at(3).width, 90);
    }

    void table_namesAreWhole_whereThereIsRoomBesideThem()
    {
        QStandardItemModel model(1, 2);
        model.setItem(0, 0, new QStandardItem(u"Everybody may read what their own department wrote"_s));
        model.setItem(0, 1, new QStandardItem(u"On"_s));
        DataTable table(u"t"_s);
        table.setModel(&model);
        table.setColumns({{u"name"_s, 100, 0, 1}, {u"state"_s, 60, 0, 9}});
        table.resize(620, 300);
        table.show();
        const int needed = cellWidth(model.index(0, 0), false) + tableColumnGap;
        QTRY_VERIFY2(table.columnWidth(0) >= needed + tableLeadingInset, QByteArray::number(table.columnWidth(0)));
        QCOMPARE(table.columnWidth(0) + table.columnWidth(1), table.viewport()->width());
    }

private:
    LightLook m_look;
};

SALLYPORT_GUI_TEST(tst_widgets_table)

} // namespace tst_widgets_table
#include "tst_widgets_table.moc"
