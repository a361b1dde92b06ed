#include "tests/support/test_main.h"
#include "tests/ui/support/stillness.h"
#include "tests/ui/walk/fake_desk.h"
#include "ui/shell/change_banner.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/toast.h"

#include <QAccessible>
#include <QLabel>
#include <QPushButton>

namespace tst_waiting_change {

using namespace sallyport;
using namespace Qt::StringLiterals;

namespace {

/// A change by which the operator loses something, above every panel.
class TestWaitingChange : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_house = std::make_unique<tests::FakeHouse>(20, 20); }
    void cleanup()
    {
        m_desk.reset();
        m_house.reset();
    }

    void isShown_counted_andKept()
    {
        add(access::ProvisionalKind::UserRoles, "Ingrid Solheim");
        open(u"en"_s);
        QTRY_VERIFY(bar()->isVisible());
        auto* banner = m_desk->window.findChild<ui::Banner*>(u"window.change_waits"_s);
        QCOMPARE(banner->title(), u"Keep this change?"_s);
        QVERIFY(banner->text().startsWith(u"Your own roles have changed: you may do less. It is taken back in "_s));
        const auto seconds = [&] {
            const QString text = banner->text();
            const qsizetype from = text.lastIndexOf(u"back in "_s) + 8;
            return text.sliced(from, text.indexOf(u' ', from) - from).toInt();
        };
        const int first = seconds();
        QVERIFY(first > 40 && first <= 60);
        QTRY_VERIFY(seconds() < first);
        QVERIFY(QAccessible::queryAccessibleInterface(banner)->text(QAccessible::Name).startsWith(u"Keep this change?"_s));
        auto* keep = button("keep");
        keep->setFocus();
        QTest::keyClick(keep, Qt::Key_Space);
        QTRY_VERIFY(!bar()->isVisible());
        QCOMPARE(m_house->provisionalChanges.changes.front().state, ProvisionalChange::State::Kept);
    }

    /// To be looked at, and the guide's picture: both schemes, and the language with the longest words.
    void hasRoom_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<QString>("language");
        QTest::newRow("light") << false << u"en"_s;
        QTest::newRow("dark") << true << u"en"_s;
        QTest::newRow("de") << false << u"de"_s;
    }
    void hasRoom()
    {
        QFETCH(bool, dark);
        QFETCH(QString, language);
        tests::theme().setMode(dark ? ui::ThemeMode::Dark : ui::ThemeMode::Light);
        add(access::ProvisionalKind::RoleRemoval, "Duty physician of the intensive care unit");
        open(language);
        QTRY_VERIFY(bar()->isVisible());
        m_desk->window.showPanel(u"roles"_s);
        QTRY_VERIFY(m_desk->window.panel(u"roles"_s));
        tests::waitUntilStill(&m_desk->window);
        tests::picture(&m_desk->window, u"waiting-change-"_s + QString::fromLatin1(QTest::currentDataTag()));
        for (const auto* label : bar()->findChildren<QLabel*>())
            QVERIFY2(label->isHidden() || label->width() >= label->minimumSizeHint().width(), qPrintable(label->text()));
        tests::theme().setMode(ui::ThemeMode::Light);
    }

    void isTakenBack_onDemand()
    {
        add(access::ProvisionalKind::Role, "Duty physician");
        open(u"de"_s);
        QTRY_VERIFY(bar()->isVisible());
        QVERIFY(bar()->change().contains(u"Duty physician"_s));
        QCOMPARE(button("take_back")->text(), u"Jetzt zurücknehmen"_s);
        button("take_back")->click();
        QTRY_VERIFY(!bar()->isVisible());
        QCOMPARE(m_house->provisionalChanges.changes.front().state, ProvisionalChange::State::TakenBack);
    }

    void endsByItself_whenItsTimeIsOver_andStaysUntilThen_whateverIsInFront()
    {
        ProvisionalChange& change = add(access::ProvisionalKind::RoleRemoval, "Duty physician");
        change.until = change.madeAt + std::chrono::seconds(2);
        open(u"en"_s);
        QTRY_VERIFY(bar()->isVisible());
        {
            const std::lock_guard guard(m_house->provisionalChanges.mutex);
            m_house->provisionalChanges.changes.clear();
        }
        m_desk->window.showPanel(u"users"_s);
        QVERIFY(bar()->isVisible());
        QTRY_VERIFY(!bar()->isVisible());
    }

    void certificate_isSaidToBeOfOthersConcern()
    {
        add(access::ProvisionalKind::Certificate, "3E:90");
        open(u"fr"_s);
        QTRY_VERIFY(bar()->isVisible());
        QVERIFY(bar()->change().contains(u"certificat"_s) && !bar()->change().contains(u"3E:90"_s));
        tests::picture(&m_desk->window, u"waiting-certificate-fr"_s);
    }

    void operatorLeaves_itGoes()
    {
        add(access::ProvisionalKind::UserRoles, "Ingrid Solheim");
        open(u"en"_s);
        QTRY_VERIFY(bar()->isVisible());
        m_desk->shell.leave();
        QVERIFY(!bar()->isVisible());
    }

    void nothingWaits_nothingIsShown()
    {
        open(u"en"_s);
        QVERIFY(!bar()->isVisible());
    }

private:
    ProvisionalChange& add(access::ProvisionalKind kind, const char* object)
    {
        m_house->provisionalChanges.add(kind, object);
        return m_house->provisionalChanges.changes.back();
    }
    void open(const QString& language)
    {
        m_desk = std::make_unique<tests::FakeDesk>(*m_house, QSize(1280, 800), language);
        QVERIFY(m_desk->open(m_house->administrator()));
    }
    ui::ChangeBanner* bar() { return m_desk->window.changeBanner(); }
    QPushButton* button(const char* name)
    {
        return tests::find<QPushButton>(bar(), u"window.change_waits."_s + QLatin1StringView(name));
    }

    std::unique_ptr<tests::FakeHouse> m_house;
    std::unique_ptr<tests::FakeDesk> m_desk;
};

} // namespace

SALLYPORT_GUI_TEST(TestWaitingChange)

} // namespace tst_waiting_change
#include "tst_waiting_change.moc"
