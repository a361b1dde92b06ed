#include "app/console/panel_registry.h"
#include "backend/audit/event_id.h"
#include "tests/support/test_main.h"
#include "tests/ui/walk/fake_desk.h"
#include "ui/events/event_table.h"
#include "ui/events/events_panel.h"
#include "ui/guide/guide.h"
#include "ui/guide/guide_dialog.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/palette_delegate.h"
#include "ui/tables/data_table.h"
#include "ui/tables/table_cells.h"
#include "ui/users/users_panel.h"
#include "ui/widgets/page_header.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QScrollBar>
#include <QTextBrowser>
#include <QTextFrame>
#include <QTextTable>

namespace tst_palette {

using namespace sallyport;
using namespace Qt::StringLiterals;
using ui::CommandPalette;
using ui::PaletteDelegate;

namespace {

/// What Ctrl+K finds, in the whole window on services in memory.
class TestPalette : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { tests::theme().setMode(ui::ThemeMode::Light); }
    void init()
    {
        m_house = std::make_unique<tests::FakeHouse>(1284, 300);
        m_desk = std::make_unique<tests::FakeDesk>(*m_house, QSize(1280, 800));
        QVERIFY(m_desk->open(m_house->administrator()));
        m_desk->window.showPanel(u"users"_s);
        m_desk->window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&m_desk->window));
    }
    void cleanup()
    {
        if (m_desk)
            tests::pictureIfFailed(&m_desk->window);
        m_desk.reset();
        m_house.reset();
    }

    void field_liesOnTheSearchField_andTheListHangsBelow()
    {
        m_desk->window.openPalette();
        auto* search = m_desk->window.panel(u"users"_s)->findChild<ui::PageHeader*>()->searchField();
        const QRect at(search->mapTo(&m_desk->window, QPoint(0, 0)), search->size());
        QCOMPARE(at, QRect(604, 12, 280, 32));
        QCOMPARE(field()->parentWidget()->geometry(), at);
        QCOMPARE(list()->parentWidget()->geometry().topLeft(), QPoint(604, 48));
        QCOMPARE(list()->parentWidget()->width(), 480);
    }

    void person_foundByTheirName_isShownAndHighlighted()
    {
        type(u"yild"_s);
        QTRY_COMPARE(row(u"Elif Yıldız"_s).data(PaletteDelegate::DetailRole).toString(), u"Radiology"_s);
        QCOMPARE(list()->currentIndex().row(), row(u"Elif Yıldız"_s).row()); // the first of people, who come first
        QVERIFY(!places(u"Elif Yıldız"_s).isEmpty());
        tests::picture(&m_desk->window, u"palette-person"_s);
        QTest::keyClick(field(), Qt::Key_Return);
        auto* panel = qobject_cast<ui::UsersPanel*>(m_desk->window.panel(u"users"_s));
        QTRY_COMPARE(panel->table()->selectedRows().size(), 1);
        QCOMPARE(panel->table()->model()->index(panel->table()->selectedRows().front(), 0).data().toString(), u"Elif Yıldız"_s);
        QVERIFY(tests::find(panel, u"users.details"_s)->isVisible());
    }

    void person_whatTheirRowsMenuHas_isOffered_andBegun()
    {
        type(u"elif"_s);
        QTRY_VERIFY(row(u"Elif Yıldız: Disable…"_s).isValid());
        QVERIFY(row(u"Elif Yıldız: Reset password…"_s).isValid());
        list()->setCurrentIndex(row(u"Elif Yıldız: Disable…"_s));
        QTest::keyClick(field(), Qt::Key_Return);
        QTRY_VERIFY(tests::openDialog(u"disable_user"_s));
        QVERIFY(tests::find(m_desk->window.panel(u"users"_s), u"users.details"_s)->isVisible());
        tests::openDialog(u"disable_user"_s)->close();
        // The verb first or last: whom it is about is found, and it comes first.
        for (const QString& words : {u"end all sessions elif"_s, u"elif end all sessions"_s}) {
            type(words);
            QTRY_VERIFY(row(u"Elif Yıldız: End all sessions…"_s).isValid());
            QCOMPARE(row(u"Elif Yıldız: End all sessions…"_s).row(), head(u"Commands"_s).row() + 1);
            QVERIFY(row(u"Elif Yıldız"_s).isValid());
        }
    }

    void person_whatTheOperatorMayNot_isNotOffered()
    {
        m_desk.reset();
        m_desk = std::make_unique<tests::FakeDesk>(*m_house, QSize(1280, 800));
        QVERIFY(m_desk->open(m_house->reader()));
        type(u"elif"_s);
        QTRY_VERIFY(row(u"Elif Yıldız"_s).isValid());
        QVERIFY(!row(u"Elif Yıldız: Disable…"_s).isValid());
    }

    void person_ctrlEnter_showsTheirEvents()
    {
        type(u"jonas weber"_s);
        QTRY_VERIFY(row(u"Jonas Weber"_s).isValid());
        QTest::keyClick(field(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(m_desk->window.currentPanel(), u"events"_s);
    }

    void keysAccountsSettingsHelpAndCommands_areFoundByTheirNames()
    {
        type(QString::fromStdString(m_house->apiKeys.keys.front().name));
        QTRY_VERIFY(row(QString::fromStdString(m_house->apiKeys.keys.front().name)).isValid());
        type(QString::fromStdString(m_house->serviceAccounts.accounts.front().name));
        QTRY_VERIFY(row(QString::fromStdString(m_house->serviceAccounts.accounts.front().name)).isValid());
        type(u"server.port"_s);
        QTRY_VERIFY(row(u"Port"_s).isValid());
        type(u"signed req"_s);
        QTRY_VERIFY(row(u"Signed requests"_s).isValid());
        list()->setCurrentIndex(row(u"Signed requests"_s));
        QTest::keyClick(field(), Qt::Key_Return);
        QCOMPARE(m_desk->helpShown, u"signed-requests"_s);
        type(u"sign out"_s);
        QVERIFY(row(u"Sign out"_s).isValid());
    }

    void appearanceAndLanguage_areFoundInBothLanguages()
    {
        m_desk->window.openPalette();
        QVERIFY(!row(u"Appearance: Dark"_s).isValid()); // not worth a line among all
        type(u"dark"_s);
        QVERIFY(row(u"Appearance: Dark"_s).isValid());
        type(u"german"_s);
        QVERIFY(row(u"Language: Deutsch"_s).isValid());
        QTest::keyClick(field(), Qt::Key_Escape);
        m_desk->spoken.set(u"de"_s);
        for (const QString& word : {u"dark"_s, u"dunkel"_s}) {
            type(word);
            QVERIFY2(rowWith(u"Dunkel"_s).isValid(), qPrintable(word));
        }
        list()->setCurrentIndex(rowWith(u"Dunkel"_s));
        QTest::keyClick(field(), Qt::Key_Return);
        QCOMPARE(tests::theme().mode(), ui::ThemeMode::Dark);
        tests::theme().setMode(ui::ThemeMode::Light);
        type(u"english"_s);
        list()->setCurrentIndex(rowWith(u"English"_s));
        QTest::keyClick(field(), Qt::Key_Return);
        QCOMPARE(m_desk->spoken.current(), u"en"_s);
    }

    void helpPages_areReadableWhole()
    {
        ui::GuideDialog help(&m_desk->window);
        help.show();
        auto* pages = help.findChild<QListWidget*>(u"help.pages"_s);
        auto* text = help.findChild<QTextBrowser*>(u"help.text"_s);
        QCOMPARE(pages->horizontalScrollBar()->maximum(), 0);
        for (int row = 0; row < pages->count(); ++row)
            QVERIFY2(pages->fontMetrics().horizontalAdvance(pages->item(row)->text()) < pages->viewport()->width() - 8,
                     qPrintable(pages->item(row)->text()));
        for (const QString& page : {u"rate-limits"_s, u"command-line"_s, u"drill"_s, u"operators"_s}) {
            help.showPage(page);
            int tables = 0;
            for (QTextFrame* frame : text->document()->rootFrame()->childFrames()) {
                auto* table = qobject_cast<QTextTable*>(frame);
                if (!table)
                    continue;
                ++tables;
                const QString head = table->cellAt(0, 0).begin().currentBlock().text();
                QVERIFY2(!head.isEmpty(), qPrintable(page)); // no row without words
                QVERIFY(table->format().borderCollapse());
            }
            QVERIFY2(tables > 0, qPrintable(page));
            tests::picture(&m_desk->window, u"help-"_s + page);
        }
    }

    void event_foundByItsId_isShownAndHighlighted()
    {
        const auto event = m_house->events.read(m_house->administrator(), 40);
        QVERIFY(event);
        type(QString::fromStdString(audit::eventId(*event)));
        QTRY_VERIFY(list()->currentIndex().isValid() && palette()->shownCount() > 0);
        QTest::keyClick(field(), Qt::Key_Return);
        QCOMPARE(m_desk->window.currentPanel(), u"events"_s);
        auto* table = m_desk->window.panel(u"events"_s)->findChild<ui::EventTable*>();
        QTRY_COMPARE(table->selectedRows().size(), 1);
        QCOMPARE(table->model()->index(table->selectedRows().front(), 0).data(ui::RowIdRole).toLongLong(), 40);
    }

    void nothing_isSaid()
    {
        type(u"qqzzxx"_s);
        auto* nothing = palette()->findChild<QLabel*>(u"palette.nothing"_s);
        QTRY_VERIFY(nothing->isVisible() && nothing->text().startsWith(u"Nothing matches “qqzzxx”"_s));
        QVERIFY(!list()->isVisible());
        QTest::keyClick(field(), Qt::Key_Return);
        QVERIFY(palette()->isVisible()); // there is nothing to run
        tests::picture(&m_desk->window, u"palette-nothing"_s);
    }

    void manyMatches_threeOfEach_andHowManyThereAre()
    {
        type(u"an"_s);
        QTRY_VERIFY(head(u"People"_s).isValid());
        QVERIFY(head(u"People"_s).data(PaletteDelegate::DetailRole).toString().startsWith(u"3 of "_s));
        QCOMPARE(head(u"People"_s).row(), 0);
        QTest::keyClick(field(), Qt::Key_Tab);
        QVERIFY(list()->currentIndex().row() > 3);
        QVERIFY(palette()->isVisible());
        tests::picture(&m_desk->window, u"palette-many"_s);
    }

    void answerOfAnEarlierText_isDropped()
    {
        m_desk->window.openPalette();
        ui::PaletteFindings old;
        old.entries.append({ui::PaletteGroup::People, u"Somebody else"_s, {}, ui::Icon::User});
        m_desk->window.showFindings(0, old);
        QVERIFY(!row(u"Somebody else"_s).isValid());
    }

    void whoMayNotReadUsers_findsNone()
    {
        m_desk.reset();
        access::Actor actor = m_house->administrator();
        actor.permissions = access::PermissionSet();
        actor.permissions.add(access::Permission::EventsRead);
        m_desk = std::make_unique<tests::FakeDesk>(*m_house, QSize(1280, 800));
        QVERIFY(m_desk->open(actor));
        type(u"sign"_s);
        QTRY_VERIFY(palette()->shownCount() > 0);
        type(u"yild"_s);
        auto* nothing = palette()->findChild<QLabel*>(u"palette.nothing"_s);
        QTRY_VERIFY(nothing->isVisible() && nothing->text().startsWith(u"Nothing matches"_s));
    }

    void everyPanel_hasAPageOfTheGuide_andEveryPageOfTheGuideIsThere()
    {
        for (const app::PanelInfo& panel : app::panels())
            QVERIFY2(!ui::guideText(ui::guidePageOf(panel.id)).isEmpty(), qPrintable(panel.id));
        const auto pages = ui::guidePages();
        QVERIFY(pages.size() >= 12);
        for (const ui::GuidePage& page : pages) {
            QVERIFY2(ui::guideText(page.id).startsWith(u"# "_s), qPrintable(page.id));
            QVERIFY2(!page.title.isEmpty() && !page.about.isEmpty(), qPrintable(page.id));
            QVERIFY(!ui::guideText(page.id).contains(u"!["_s)); // pictures stay outside
        }
        QCOMPARE(ui::guideLink(u"api-keys.md#rotate"_s), u"api-keys"_s);
        QCOMPARE(ui::guideLink(u"../command-line.md"_s), u"command-line"_s);
        QCOMPARE(ui::guideLink(u"https://example.org/api-keys.md"_s), QString());
        QCOMPARE(ui::guideLink(u"../api.md"_s), QString());
    }

private:
    CommandPalette* palette() { return m_desk->window.findChild<CommandPalette*>(); }
    QLineEdit* field() { return palette()->findChild<QLineEdit*>(u"palette.field"_s); }
    QListView* list() { return palette()->findChild<QListView*>(u"palette.list"_s); }
    void type(const QString& text)
    {
        if (!palette()->isVisible())
            m_desk->window.openPalette();
        field()->setText(text);
    }
    QModelIndex found(const QString& text, bool asHead)
    {
        for (int row = 0; row < list()->model()->rowCount(); ++row) {
            const QModelIndex index = list()->model()->index(row, 0);
            if (index.data().toString() == text && index.data(PaletteDelegate::HeadRole).toBool() == asHead)
                return index;
        }
        return {};
    }
    QModelIndex rowWith(const QString& part)
    {
        for (int row = 0; row < list()->model()->rowCount(); ++row)
            if (list()->model()->index(row, 0).data().toString().contains(part))
                return list()->model()->index(row, 0);
        return {};
    }
    QModelIndex row(const QString& title) { return found(title, false); }
    QModelIndex head(const QString& group) { return found(group, true); }
    QList<qsizetype> places(const QString& title)
    {
        return row(title).data(PaletteDelegate::PlacesRole).value<QList<qsizetype>>();
    }

    std::unique_ptr<tests::FakeHouse> m_house;
    std::unique_ptr<tests::FakeDesk> m_desk;
};

} // namespace

SALLYPORT_GUI_TEST(TestPalette)

} // namespace tst_palette
#include "tst_palette.moc"
