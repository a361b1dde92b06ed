#include "tests/support/test_main.h"
#include "tests/ui/support/open_console.h"
#include "ui/parts/role_choices.h"

#include <QSignalSpy>
#include <QTest>

namespace tst_role_choices {

using namespace sallyport;
using namespace sallyport::ui;
using namespace Qt::StringLiterals;

namespace {

/// The roles to choose from.
class TestRoleChoices : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void vaultsOwn_followTheBuiltInOnes_withTheirTitles()
    {
        tests::OpenConsole open(10, 0);
        open.house.roles.set([](std::vector<access::Role>& roles) {
            access::Role own;
            own.name = "physician";
            own.title = "Duty physician";
            own.builtIn = false;
            roles.push_back(own);
        });
        QVERIFY(open.open());
        QTRY_COMPARE(open.console.waiting(), std::size_t(0));
        QObject owner; // answers come for it
        RoleChoices choices(open.console, &owner);
        const qsizetype builtIn = choices.choices().size();
        QCOMPARE(choices.choices().front().name, std::string("admin"));
        QCOMPARE(choices.title("physician"), u"physician"_s); // nobody knows yet
        QSignalSpy changed(&choices, &RoleChoices::changed);
        QTRY_VERIFY(changed.count() == 1);
        QVERIFY(choices.choices().size() > builtIn);
        QCOMPARE(choices.title("physician"), u"Duty physician"_s);
        const auto known = choices.choices();
        QVERIFY(std::ranges::any_of(known, [](const auto& one) { return one.name == "physician"; }));
        // Read again without news nobody is told; with another title they are.
        choices.refresh();
        QTRY_COMPARE(open.console.waiting(), std::size_t(0));
        QCOMPARE(changed.count(), 1);
        open.house.roles.set([](std::vector<access::Role>& roles) { roles.back().title = "Physician on duty"; });
        choices.refresh();
        QTRY_COMPARE(changed.count(), 2);
        QCOMPARE(choices.title("physician"), u"Physician on duty"_s);
    }

    void withoutTheRightToReadThem_theBuiltInOnesRemain()
    {
        tests::OpenConsole open(10, 0);
        QVERIFY(open.open());
        access::Actor nobody = open.house.administrator();
        nobody.permissions = {};
        open.console.signIn(nobody);
        QTRY_COMPARE(open.console.waiting(), std::size_t(0));
        RoleChoices choices(open.console, nullptr);
        QCOMPARE(open.console.waiting(), std::size_t(0));
        QVERIFY(choices.choices().size() >= 4);
        QCOMPARE(choices.title("admin"), u"Admin"_s);
    }
};

} // namespace

SALLYPORT_GUI_TEST(TestRoleChoices)

} // namespace tst_role_choices
#include "tst_role_choices.moc"
