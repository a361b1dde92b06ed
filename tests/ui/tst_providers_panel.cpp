#include "tests/support/test_main.h"
#include "tests/ui/support/panel_test.h"
#include "ui/providers/login_test_dialog.h"
#include "ui/providers/providers_model.h"
#include "ui/providers/providers_panel.h"
#include "ui/tables/data_table.h"
#include "ui/widgets/error_state.h"
#include "ui/widgets/segmented_control.h"
#include "ui/words/provider_text.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

namespace tst_providers_panel {

using namespace sallyport;
using namespace sallyport::ui;
using namespace Qt::StringLiterals;

namespace {

class TestProvidersPanel final : public QObject {
    Q_OBJECT

    struct Open {
        explicit Open(const std::function<void(tests::FakeIdentityProviders&)>& before = {})
        {
            tests::theme();
            if (before)
                before(stage.house.identityProviders);
            if (!stage.open())
                return;
            panel = new ProvidersPanel(*stage.console, [this](const QString& url) { opened << url; });
            stage.show(panel);
        }
        tests::FakeIdentityProviders& house() { return stage.house.identityProviders; }
        void openFirst()
        {
            QTRY_VERIFY(panel->model()->rowAt(0) != nullptr);
            panel->table()->setFocus();
            panel->table()->selectRow(0);
            QTest::keyClick(panel->table(), Qt::Key_Return);
            QTRY_VERIFY(tests::find<QPushButton>(panel, u"providers.details.test"_s)->isVisible());
        }
        tests::PanelStage stage{40, 0};
        QStringList opened;
        ProvidersPanel* panel = nullptr;
    };

    static QWidget* waitForDialog(const QString& name)
    {
        if (!QTest::qWaitFor([&] { return tests::openDialog(name) != nullptr; }))
            qFatal("no dialog");
        return tests::openDialog(name);
    }
    static void type(QWidget* dialog, const QString& name, const QString& words)
    {
        auto* field = tests::find<QLineEdit>(dialog, name);
        field->clear();
        QTest::keyClicks(field, words);
    }

private Q_SLOTS:
    void keysOfATest_tellWhatIsLeftOut()
    {
        const auto note = [](const char* detail) {
            return testStepNote({"keys", identity::TestStep::State::Passed, {}, detail});
        };
        QVERIFY(note("3").startsWith(u"3 key"_s) && !note("3").contains(u"left out"_s));
        QVERIFY2(note("3 (2 left out)").startsWith(u"3 key"_s), qPrintable(note("3 (2 left out)")));
        QVERIFY(note("3 (2 left out)").contains(u", 2 left out"_s));
    }

    void list_tellsWhoTheyAre()
    {
        Open open;
        QTRY_COMPARE(open.panel->model()->rowCount(), 3);
        QVERIFY(open.panel->model()->rowAt(0) != nullptr);
        QCOMPARE(open.panel->model()->index(0, ProvidersModel::Issuer).data().toString(),
                 u"https://id.northgate.example/realms/staff"_s);
        QCOMPARE(open.panel->model()->index(2, ProvidersModel::State).data().toString(), u"Disabled"_s);
    }

    void search_narrows_andClears()
    {
        Open open;
        QTRY_COMPARE(open.panel->model()->rowCount(), 3);
        tests::find<QLineEdit>(open.panel, u"providers.filter"_s)->setText(u"Goog"_s);
        QTRY_COMPARE(open.panel->model()->rowCount(), 1);
        tests::find<QLineEdit>(open.panel, u"providers.filter"_s)->setText(u"zzzz"_s);
        auto* clear = tests::find<QPushButton>(open.panel, u"providers.clear_filters"_s);
        QTRY_VERIFY(clear->isVisible());
        clear->click();
        QTRY_COMPARE(open.panel->model()->rowCount(), 3);
    }

    void none_teachesTheSteps()
    {
        Open open([](tests::FakeIdentityProviders& house) { house.providers.clear(); });
        auto* first = tests::find<QPushButton>(open.panel, u"providers.add_first"_s);
        QTRY_VERIFY(first->isVisible());
        first->click();
        delete waitForDialog(u"provider"_s);
    }

    void failure_saysSoInPlace_andRetryHelps()
    {
        Open open(
            [](tests::FakeIdentityProviders& house) { house.failures.failAlways(makeError(ErrorCode::Unavailable, "busy")); });
        auto* error = open.panel->findChild<ErrorState*>();
        QTRY_VERIFY(error && error->isVisible());
        open.house().failures.stop();
        Q_EMIT error->retryRequested();
        QTRY_COMPARE(open.panel->model()->rowCount(), 3);
    }

    void keyboard_opensThePane_eventsAreOneStepAway_escapeCloses()
    {
        Open open;
        open.openFirst();
        QTRY_VERIFY(open.panel->findChild<QPushButton*>(u"providers.details.links.1"_s) != nullptr); // two are linked
        tests::find<QPushButton>(open.panel, u"providers.details.copy"_s)->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), u"https://127.0.0.1:8443/auth/northgate/callback"_s);
        QSignalSpy spy(open.panel, &Panel::navigate);
        tests::find<QPushButton>(open.panel, u"providers.details.all_events"_s)->click();
        QCOMPARE(spy.takeFirst().at(1).toString(), u"user:\"Northgate ID\""_s);
        QTest::keyClick(open.panel->table(), Qt::Key_Escape);
        QTRY_VERIFY(!tests::find(open.panel, u"providers.details.test"_s)->isVisible());
    }

    /// ASVS 13.3.1: the secret goes in, and nothing of it comes out.
    void add_withAPreset_sendsItsSecretOnce()
    {
        Open open;
        QTRY_COMPARE(open.panel->model()->rowCount(), 3);
        QTest::keyClick(open.panel->table(), Qt::Key_N, Qt::ControlModifier);
        auto* dialog = waitForDialog(u"provider"_s);
        auto* save = tests::find<QPushButton>(dialog, u"provider.save"_s);
        QVERIFY(!save->isEnabled());
        auto* preset = tests::find<QComboBox>(dialog, u"provider.preset"_s);
        preset->setCurrentIndex(3);
        Q_EMIT preset->activated(3);
        QCOMPARE(tests::find<QLineEdit>(dialog, u"provider.name"_s)->text(), u"gitlab"_s);
        type(dialog, u"provider.client_id"_s, u"the client"_s.remove(u' '));
        type(dialog, u"provider.secret"_s, u"a secret of theirs"_s);
        QTRY_VERIFY(save->isEnabled());
        tests::find<QPlainTextEdit>(dialog, u"provider.rules"_s)->setPlainText(u"groups : staff"_s);
        QVERIFY(!save->isEnabled());
        tests::find<QPlainTextEdit>(dialog, u"provider.rules"_s)->setPlainText(u"groups = staff : editor"_s);
        QVERIFY(save->isEnabled());
        save->click();
        QTRY_COMPARE(open.panel->model()->rowCount(), 4);
        const auto added = open.house().providers.back();
        QCOMPARE(open.house().lastSecret, std::string("a secret of theirs"));
        QCOMPARE(added.fields.issuer, std::string("https://gitlab.com"));
        QVERIFY(added.fields.roleRules == (std::vector<identity::RoleRule>{{"groups", "staff", "editor"}}));
    }

    void edit_keepsTheSecret_andPlacesTheServicesErrors()
    {
        Open open;
        open.openFirst();
        QTest::keyClick(open.panel->table(), Qt::Key_F2);
        auto* dialog = waitForDialog(u"provider"_s);
        QVERIFY(tests::find<QLineEdit>(dialog, u"provider.secret"_s)->text().isEmpty());
        type(dialog, u"provider.title"_s, u"Northgate"_s);
        Error taken(ErrorCode::Conflict, "taken");
        taken.fields.push_back({"return_urls", "bad", "format"});
        open.house().failures.failNext(std::move(taken));
        auto* save = tests::find<QPushButton>(dialog, u"provider.save"_s);
        QTRY_VERIFY(save->isEnabled());
        save->click();
        QTRY_COMPARE(tests::find<SegmentedControl>(dialog, u"provider.parts"_s)->current(), 2);
        save->click();
        QTRY_COMPARE(open.house().providers.front().fields.title, std::string("Northgate"));
        QVERIFY(open.house().lastSecret.empty());
    }

    void otherIssuer_wantsTheSecretAgain()
    {
        Open open;
        open.openFirst();
        QTest::keyClick(open.panel->table(), Qt::Key_F2);
        auto* dialog = waitForDialog(u"provider"_s);
        auto* save = tests::find<QPushButton>(dialog, u"provider.save"_s);
        auto* secret = tests::find<QLineEdit>(dialog, u"provider.secret"_s);
        QTRY_VERIFY(save->isEnabled());
        const QString stored = secret->placeholderText(), issuer = tests::find<QLineEdit>(dialog, u"provider.issuer"_s)->text();
        type(dialog, u"provider.issuer"_s, u"https://elsewhere.example"_s);
        QVERIFY(!save->isEnabled() && secret->placeholderText() != stored);
        type(dialog, u"provider.issuer"_s, issuer);
        QVERIFY(save->isEnabled());
        QCOMPARE(secret->placeholderText(), stored);
        type(dialog, u"provider.issuer"_s, u"https://elsewhere.example"_s);
        type(dialog, u"provider.secret"_s, u"what elsewhere knows"_s);
        QVERIFY(save->isEnabled());
        QCOMPARE(providerFieldText({"client_secret", "no", "elsewhere"}), u"It would go to another issuer: enter it again"_s);
        delete dialog;
    }

    void test_opensTheBrowserOnce_andTellsEachStep()
    {
        Open open;
        open.openFirst();
        tests::find<QPushButton>(open.panel, u"providers.details.test"_s)->click();
        auto* dialog = qobject_cast<LoginTestDialog*>(waitForDialog(u"login_test"_s));
        QVERIFY(dialog != nullptr);
        auto* browser = tests::find<QPushButton>(dialog, u"login_test.open"_s);
        QTRY_VERIFY(browser->isEnabled());
        browser->click();
        QVERIFY(!browser->isEnabled());
        QCOMPARE(open.opened, QStringList{u"https://127.0.0.1:8443/auth/northgate?test=x"_s});
        dialog->poll();
        QTRY_VERIFY(dialog->test().over);
        QTRY_VERIFY(tests::find(dialog, u"login_test.verdict"_s)->isVisible());
        open.house().failTests = true;
        tests::find<QPushButton>(dialog, u"login_test.again"_s)->click();
        QTRY_VERIFY(!dialog->test().over && browser->isEnabled());
        dialog->poll();
        QTRY_VERIFY(dialog->test().over);
        QVERIFY(testStepNote(dialog->test().steps.back()).contains(u"client ID"_s));
        delete dialog;
    }

    void link_findsTheUserByAddress()
    {
        Open open;
        open.openFirst();
        tests::find<QPushButton>(open.panel, u"providers.details.link"_s)->click();
        auto* dialog = waitForDialog(u"link"_s);
        type(dialog, u"link.user"_s, u"nobody@x.example"_s);
        type(dialog, u"link.subject"_s, u"4711"_s);
        auto* save = tests::find<QPushButton>(dialog, u"link.save"_s);
        save->click();
        QTRY_VERIFY(save->isEnabled());
        QCOMPARE(open.house().allLinks.size(), std::size_t{3});
        identity::UserQuery query;
        query.limit = 1;
        const auto somebody = open.stage.house.users.list(open.stage.console->actor(), query)->users.front();
        type(dialog, u"link.user"_s, QString::fromStdString(somebody.email));
        save->click();
        QTRY_COMPARE(open.house().allLinks.size(), std::size_t{4});
        QVERIFY(open.house().allLinks.back().user == somebody.id && open.house().allLinks.back().subject == "4711");
    }

    void unlink_asksFirst()
    {
        Open open;
        open.openFirst();
        QTRY_VERIFY(open.panel->findChild<QPushButton*>(u"providers.details.links.0"_s) != nullptr);
        tests::find<QPushButton>(open.panel, u"providers.details.links.0"_s)->click();
        auto* question = waitForDialog(u"unlink"_s);
        tests::find<QPushButton>(question, u"unlink.confirm"_s)->click();
        QTRY_COMPARE(open.house().allLinks.size(), std::size_t{2});
        QTRY_VERIFY(open.panel->findChild<QPushButton*>(u"providers.details.links.1"_s) == nullptr);
    }

    void disable_asksFirst_enableDoesNot()
    {
        Open open;
        open.openFirst();
        auto* toggle = tests::find<QPushButton>(open.panel, u"providers.details.toggle"_s);
        toggle->click();
        auto* question = waitForDialog(u"disable_provider"_s);
        tests::find<QPushButton>(question, u"disable_provider.confirm"_s)->click();
        QTRY_VERIFY(!open.house().providers.front().enabled);
        QTRY_COMPARE(toggle->text(), u"Enable"_s);
        toggle->click();
        QTRY_VERIFY(open.house().providers.front().enabled);
    }

    void delete_byKey_asksWithWhatGoes()
    {
        Open open;
        QTRY_VERIFY(open.panel->model()->rowAt(0) != nullptr);
        open.panel->table()->setFocus();
        open.panel->table()->selectRow(0);
        QTest::keyClick(open.panel->table(), Qt::Key_Delete);
        auto* question = waitForDialog(u"delete_provider"_s);
        tests::find<QPushButton>(question, u"delete_provider.confirm"_s)->click();
        QTRY_COMPARE(open.panel->model()->rowCount(), 2);
    }

    void rules_linesAndBack()
    {
        const std::vector<identity::RoleRule> rules{{"groups", "a=b", "editor"}, {"realm_access.roles", "ops", "admin"}};
        QVERIFY(*rulesFromLines(rulesToLines(rules)) == rules);
        QVERIFY(!rulesFromLines(u"groups = staff"_s));
        QVERIFY(rulesFromLines(u"\n  \n"_s)->empty());
    }
};

} // namespace

SALLYPORT_GUI_TEST(TestProvidersPanel)

} // namespace tst_providers_panel
#include "tst_providers_panel.moc"
