#include "tests/support/test_main.h"
#include "ui/look/theme.h"
#include "ui/tables/data_table.h"
#include "ui/tables/list_panel.h"
#include "ui/tables/virtual_table_model.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/error_state.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/side_splitter.h"
#include "ui/widgets/state_stack.h"
#include "ui/widgets/toast.h"

#include <QApplication>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

#include <algorithm>

namespace tst_list_panel {

using namespace sallyport;
using namespace sallyport::ui;
using namespace Qt::StringLiterals;

namespace {

/// Numbers; those that hold the text that is searched for.
class NumbersModel final : public VirtualTableModel<int> {
public:
    NumbersModel()
    {
        setLoader([this](int from, int, Done done) { answers.append({from, std::move(done)}); });
    }

    int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : 2; }
    void sort(int column, Qt::SortOrder order) override
    {
        sorted = {column, order};
        reload();
    }
    void search(const QString& text)
    {
        wanted = text;
        reload();
    }
    void answer()
    {
        std::vector<int> rows;
        for (int number = 0; number < total; ++number)
            if (QString::number(number).contains(wanted) && !gone.contains(number))
                rows.push_back(number);
        if (sorted.second == Qt::DescendingOrder)
            std::ranges::reverse(rows);
        const auto [from, done] = answers.takeFirst();
        const auto size = static_cast<std::ptrdiff_t>(rows.size());
        RowsPage<int> page{{}, static_cast<int>(size)};
        page.rows.assign(rows.begin() + std::min<std::ptrdiff_t>(from, size),
                         rows.begin() + std::min<std::ptrdiff_t>(from + pageSize, size));
        done(std::move(page));
    }
    void answerAll()
    {
        while (!answers.isEmpty())
            answer();
    }
    void fail(ErrorCode code = ErrorCode::Unavailable) { answers.takeFirst().second(makeError(code, "busy")); }

    int total = 40;
    QString wanted;
    std::pair<int, Qt::SortOrder> sorted{-1, Qt::AscendingOrder};
    QList<int> gone;
    QList<std::pair<int, Done>> answers; ///< asked for: from which row on

protected:
    QVariant cell(const int& row, int, int role) const override
    {
        if (role == RowIdRole)
            return QString::number(row);
        return role == Qt::DisplayRole ? QVariant(row) : QVariant();
    }
};

QList<Column> columns()
{
    Column number;
    number.id = u"number"_s;
    Column fixed;
    fixed.id = u"fixed"_s;
    fixed.sortable = false;
    return {number, fixed};
}

/// A panel that has nothing but a list, with a pane.
struct House {
    House()
    {
        auto* column = new QVBoxLayout(&panel);
        column->addWidget(header);
        list = new ListPanel(
            {.name = u"numbers"_s, .model = &model, .columns = columns(), .filtered = [this] { return !model.wanted.isEmpty(); }},
            header, toast, &panel);
        column->addWidget(list, 1);
        pane->setObjectName(u"numbers.pane"_s);
        pane->setFocusPolicy(Qt::StrongFocus);
        several->setObjectName(u"numbers.several"_s);
        list->setPane(u"numbers.splitter"_s, pane, several);
        QObject::connect(list, &ListPanel::searched, &model, [this](const QString& text) { model.search(text); });
        QObject::connect(list, &ListPanel::rowOpened, list, [this](int row) {
            opened << row;
            list->openPane();
        });
        list->setTexts({u"Filter"_s, u"Filter numbers"_s, u"Numbers"_s, u"Clear"_s, u"Loading"_s, u"Safe"_s});
        panel.resize(900, 600);
        panel.show();
        panel.activateWindow();
        list->load();
    }
    bool shows(const char* state) const
    {
        return panel.findChild<QWidget*>(u"numbers.list."_s + QLatin1StringView(state))->isVisible();
    }
    /// The muted text after the title.
    bool says(const QString& count) const
    {
        for (const auto* label : header->findChildren<ElideLabel*>())
            if (label->text() == count)
                return true;
        return false;
    }
    void click(int row)
    {
        QTest::mouseClick(list->table()->viewport(), Qt::LeftButton, {}, list->table()->visualRect(model.index(row, 0)).center());
    }

    /// What is highlighted, in the rows' own numbers.
    QList<int> highlighted() const
    {
        QList<int> numbers;
        for (const int row : list->table()->selectedRows())
            numbers << model.index(row, 0).data().toInt();
        return numbers;
    }

    Theme theme{qApp};
    NumbersModel model;
    QWidget panel;
    PageHeader* header = new PageHeader(&panel);
    Toast* toast = new Toast(&panel);
    QWidget* pane = new QWidget(&panel);
    QWidget* several = new QWidget(&panel);
    ListPanel* list = nullptr;
    QList<int> opened;
};

} // namespace

class tst_list_panel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void empty_hasItsActionAsTheFilledButton()
    {
        House house;
        auto* add = makeButton(ButtonKind::Primary, u"numbers.add"_s, &house.panel);
        add->setText(u"Add number"_s);
        QSignalSpy clicked(add, &QPushButton::clicked);
        house.list->setAdd(add);
        auto* first = house.panel.findChild<QPushButton*>(u"numbers.add_first"_s);
        QVERIFY(first);
        house.model.total = 0;
        house.list->load();
        house.model.answerAll();
        QVERIFY(first->isVisible());
        QCOMPARE(first->text(), u"Add number"_s);
        QCOMPARE(buttonKind(first), ButtonKind::Primary);
        QCOMPARE(buttonKind(add), ButtonKind::Secondary); // one filled button a view
        first->click();
        QCOMPARE(clicked.count(), 1);
        // With rows it is the header's again.
        house.model.total = 3;
        house.list->load();
        house.model.answerAll();
        QVERIFY(!first->isVisible());
        QCOMPARE(buttonKind(add), ButtonKind::Primary);
    }

    void load_showsWhatIsGoingOn_thenTheRowsAndTheirNumber()
    {
        House house;
        QVERIFY(house.shows("loading"));
        QVERIFY(!house.says(u"40"_s));
        house.model.answer();
        QVERIFY(house.list->table()->isVisible());
        QVERIFY(house.says(u"40"_s));
    }

    void search_narrows_andClearTakesItBack()
    {
        House house;
        house.model.answer();
        house.list->setAll(40);
        house.list->table()->selectRow(3);
        house.list->filter()->field()->setText(u"99"_s);
        QTRY_COMPARE(house.model.wanted, u"99"_s);
        QVERIFY(house.list->table()->selectedRows().isEmpty());
        house.model.answer();
        QVERIFY(house.shows("empty"));
        QVERIFY(house.says(u"0 of 40"_s));
        auto* clear = house.panel.findChild<QPushButton*>(u"numbers.clear_filters"_s);
        QVERIFY(clear->isVisible());
        QSignalSpy cleared(house.list, &ListPanel::filtersCleared);
        clear->click();
        QCOMPARE(cleared.size(), 1);
        QCOMPARE(house.model.wanted, QString());
        house.model.answer();
        QVERIFY(house.list->table()->isVisible());
        QVERIFY(house.says(u"40"_s));
        QCOMPARE(QApplication::focusWidget(), house.list->filter()->field());
    }

    void error_atFirst_staysUntilOneTriesAgain()
    {
        House house;
        house.model.fail();
        QVERIFY(house.shows("error"));
        // Another language does not turn it into a list that loads for ever.
        house.list->setTexts({u"Filtern"_s, {}, {}, {}, {}, {}});
        QVERIFY(house.shows("error"));
        Q_EMIT house.list->states()->error()->retryRequested();
        QVERIFY(house.shows("loading"));
        house.model.answer();
        QVERIFY(house.list->table()->isVisible());
    }

    void error_later_isSaidBesideTheRows()
    {
        House house;
        house.model.answer();
        house.model.refresh();
        house.model.fail();
        QVERIFY(house.list->table()->isVisible());
        QVERIFY(house.toast->text().startsWith(u"The list could not be read again."_s));
    }

    void cancelled_isNoError()
    {
        House house;
        house.model.fail(ErrorCode::Cancelled);
        QVERIFY(house.shows("loading"));
    }

    void sort_asksTheModel_onlyForColumnsThatCanBe()
    {
        House house;
        house.model.answer();
        auto* head = house.list->table()->horizontalHeader();
        head->setSortIndicator(0, Qt::DescendingOrder);
        QCOMPARE(house.model.sorted, std::pair(0, Qt::DescendingOrder));
        house.model.answer();
        house.model.sorted = {-1, Qt::AscendingOrder};
        head->setSortIndicator(1, Qt::AscendingOrder);
        QCOMPARE(house.model.sorted.first, -1);
        QCOMPARE(head->sortIndicatorSection(), 0);
    }

    void pane_opensWithAClick_follows_andGoesWithEscape()
    {
        House house;
        house.model.answer();
        QVERIFY(QTest::qWaitForWindowActive(&house.panel));
        QVERIFY(!house.pane->isVisible());
        house.list->table()->selectRow(5);
        QVERIFY(house.opened.isEmpty()); // only seen, not asked for
        house.click(2);
        QCOMPARE(house.opened.last(), 2);
        QVERIFY(house.pane->isVisible());
        QTest::keyClick(house.list->table(), Qt::Key_Down);
        QCOMPARE(house.opened.last(), 3);
        QSignalSpy closed(house.list, &ListPanel::paneClosed);
        house.pane->setFocus();
        QTest::keyClick(house.pane, Qt::Key_Escape);
        QCOMPARE(closed.size(), 1);
        QVERIFY(!house.pane->isVisible());
        QCOMPARE(QApplication::focusWidget(), house.list->table());
    }

    void keys_findAndDelete()
    {
        House house;
        house.model.answer();
        QVERIFY(QTest::qWaitForWindowActive(&house.panel));
        QSignalSpy removal(house.list, &ListPanel::removalRequested);
        house.list->table()->setFocus();
        house.list->table()->selectRow(1);
        QCOMPARE(house.list->currentRow(), 1);
        QTest::keyClick(house.list->table(), Qt::Key_Delete);
        QCOMPARE(removal.size(), 1);
        QTest::keyClick(&house.panel, Qt::Key_F, Qt::ControlModifier);
        QCOMPARE(QApplication::focusWidget(), house.list->filter()->field());
        QTest::keyClick(house.list->filter()->field(), Qt::Key_Delete); // one of the text's letters, no row
        QCOMPARE(removal.size(), 1);
    }

    void menu_isShown_ifThereIsSomethingInIt()
    {
        House house;
        house.model.answer();
        QList<int> rows;
        bool fill = false;
        connect(house.list, &ListPanel::menuWanted, this, [&](QMenu* menu, int row) {
            rows << row;
            if (fill)
                menu->addAction(u"Remove"_s);
        });
        const QPoint at = house.list->table()->visualRect(house.model.index(4, 0)).center();
        Q_EMIT house.list->table()->customContextMenuRequested(at);
        QVERIFY(!house.panel.findChild<QMenu*>(u"numbers.menu"_s));
        fill = true;
        Q_EMIT house.list->table()->customContextMenuRequested(at);
        QCOMPARE(rows, (QList<int>{4, 4}));
        auto* menu = house.panel.findChild<QMenu*>(u"numbers.menu"_s);
        QVERIFY(menu && menu->isVisible());
        menu->close();
    }

    void rowsInAnotherOrder_theSameOneStaysHighlighted()
    {
        House house;
        house.model.answer();
        house.click(3);
        QVERIFY(house.pane->isVisible());
        house.list->table()->horizontalHeader()->setSortIndicator(0, Qt::DescendingOrder);
        house.model.answerAll();
        QCOMPARE(house.highlighted(), QList<int>{3});
        QCOMPARE(house.list->currentRow(), 36);
        QCOMPARE(house.opened.last(), 36);
        QVERIFY(house.pane->isVisible());
        QCOMPARE(house.list->table()->verticalScrollBar()->value(), 0); // the order is what was asked to see
    }

    void rowsThatGoAbove_theHighlightGoesWithItsOwn()
    {
        House house;
        house.model.answer();
        house.click(39 - 36);
        house.list->table()->selectRow(39); // the last one: there will be no such row
        house.model.gone = {0, 1};
        house.model.refresh();
        house.model.answerAll();
        QCOMPARE(house.highlighted(), QList<int>{39});
        QVERIFY(house.pane->isVisible());
    }

    void highlightedRowGoes_thePaneGoesToo_andTheFocusStays()
    {
        House house;
        house.model.answer();
        QVERIFY(QTest::qWaitForWindowActive(&house.panel));
        house.click(7);
        house.list->filter()->field()->setFocus();
        house.model.gone = {7};
        house.model.refresh();
        house.model.answerAll();
        QVERIFY(house.highlighted().isEmpty());
        QVERIFY(!house.pane->isVisible());
        QCOMPARE(QApplication::focusWidget(), house.list->filter()->field());
    }

    void filter_keepsWhatIsAmongTheRows_andClosesThePaneOfWhatIsNot()
    {
        House house;
        house.model.answer();
        house.click(12);
        house.list->filter()->field()->setText(u"2"_s);
        QTRY_COMPARE(house.model.wanted, u"2"_s);
        house.model.answerAll();
        QCOMPARE(house.highlighted(), QList<int>{12});
        QVERIFY(house.pane->isVisible());
        house.list->filter()->field()->setText(u"3"_s);
        QTRY_COMPARE(house.model.wanted, u"3"_s);
        house.model.answerAll();
        QVERIFY(house.highlighted().isEmpty());
        QVERIFY(!house.pane->isVisible());
    }

    void manyRowsInAnotherOrder_thePaneStays_andTheHighlightIsFoundAgain()
    {
        House house;
        house.model.total = 3000;
        house.model.answerAll();
        house.click(3);
        QSignalSpy closed(house.list, &ListPanel::paneClosed);
        house.list->table()->horizontalHeader()->setSortIndicator(0, Qt::DescendingOrder);
        house.model.answer(); // the first page: it isn't there
        QVERIFY(house.pane->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT((house.model.answerAll(), house.highlighted() == QList<int>{3}), 5000);
        QCOMPARE(house.list->currentRow(), 2996);
        QCOMPARE(house.opened.last(), 2996);
        QVERIFY(house.pane->isVisible());
        QCOMPARE(closed.size(), 0);
        QCOMPARE(house.list->table()->verticalScrollBar()->value(), 0);
        // Read again in the middle of the search: it begins anew, and ends.
        house.list->table()->horizontalHeader()->setSortIndicator(0, Qt::AscendingOrder);
        house.list->table()->horizontalHeader()->setSortIndicator(0, Qt::DescendingOrder);
        house.model.answer();
        house.model.refresh();
        QTRY_VERIFY_WITH_TIMEOUT((house.model.answerAll(), house.highlighted() == QList<int>{3}), 5000);
        QCOMPARE(closed.size(), 0);
    }

    void manyRows_filteredAway_thePaneGoesWhenThatIsKnown()
    {
        House house;
        house.model.total = 30'000;
        house.model.answerAll();
        house.click(7);
        house.list->filter()->field()->setText(u"1"_s);
        QTRY_COMPARE(house.model.wanted, u"1"_s);
        house.model.answer();
        QVERIFY(house.pane->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT((house.model.answerAll(), !house.pane->isVisible()), 5000);
        QVERIFY(house.highlighted().isEmpty());
    }

    void manyRows_severalOfThemStayHighlighted()
    {
        House house;
        house.model.total = 3000;
        house.model.answerAll();
        house.click(3);
        house.list->table()->setFocus();
        QTest::keyClick(house.list->table(), Qt::Key_Down, Qt::ShiftModifier);
        QVERIFY(house.several->isVisible());
        house.list->table()->horizontalHeader()->setSortIndicator(0, Qt::DescendingOrder);
        QTRY_VERIFY_WITH_TIMEOUT((house.model.answerAll(), house.list->table()->selectedRows() == (QList<int>{2995, 2996})),
                                 5000);
        QVERIFY(house.several->isVisible());
    }

    void anotherRowTakenMeanwhile_isTheOneThatStays()
    {
        House house;
        house.model.total = 3000;
        house.model.answerAll();
        house.click(3);
        house.list->table()->horizontalHeader()->setSortIndicator(0, Qt::DescendingOrder);
        house.model.answer();
        house.click(1);
        house.model.answerAll();
        QCOMPARE(house.highlighted(), QList<int>{2998});
        QVERIFY(house.pane->isVisible());
    }

    void several_haveAPaneOfTheirOwn_andTheOneThatIsLeftHasItsOwnAgain()
    {
        House house;
        house.model.answer();
        QSignalSpy told(house.list, &ListPanel::severalSelected);
        house.click(2);
        QVERIFY(house.pane->isVisible() && !house.several->isVisible());
        house.list->table()->setFocus();
        QTest::keyClick(house.list->table(), Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(told.last().front().toInt(), 2);
        QVERIFY(!house.pane->isVisible() && house.several->isVisible());
        QTest::keyClick(house.list->table(), Qt::Key_Down);
        QVERIFY(house.pane->isVisible() && !house.several->isVisible());
        QCOMPARE(house.opened.last(), house.list->currentRow());
        house.list->table()->selectAll();
        QVERIFY(house.several->isVisible());
        QTest::keyClick(house.list->table(), Qt::Key_Escape);
        QVERIFY(house.highlighted().isEmpty());
        QVERIFY(!house.pane->isVisible() && !house.several->isVisible());
    }

    void reveal_findsTheRowWhereverItStands()
    {
        House house;
        house.model.total = 3000;
        house.model.answerAll();
        house.list->reveal(u"2700"_s);
        QTRY_VERIFY_WITH_TIMEOUT((house.model.answerAll(), house.highlighted() == QList<int>{2700}), 5000);
        QVERIFY(house.list->table()->visualRect(house.model.index(2700, 0)).isValid());
    }

    void reveal_ofWhatAFilterHides_takesTheFilterAway()
    {
        House house;
        house.model.answerAll();
        house.list->filter()->field()->setText(u"3"_s);
        QTRY_COMPARE(house.model.wanted, u"3"_s);
        house.model.answerAll();
        house.list->reveal(u"20"_s);
        QTRY_VERIFY_WITH_TIMEOUT((house.model.answerAll(), house.highlighted() == QList<int>{20}), 5000);
        QCOMPARE(house.model.wanted, QString());
        house.list->reveal(u"99"_s); // nowhere
        house.model.answerAll();
        QVERIFY(house.highlighted().isEmpty());
    }
};

SALLYPORT_GUI_TEST(tst_list_panel)

} // namespace tst_list_panel
#include "tst_list_panel.moc"
