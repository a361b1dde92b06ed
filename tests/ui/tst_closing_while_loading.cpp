#include "app/console/panel_registry.h"
#include "tests/support/test_main.h"
#include "tests/ui/support/panel_test.h"
#include "tests/ui/support/scene_lab.h"
#include "tests/ui/support/scene_leaks.h"
#include "ui/keys/account_dialog.h"
#include "ui/keys/key_dialog.h"
#include "ui/keys/rotate_dialog.h"
#include "ui/leaks/leak_scan_panel.h"
#include "ui/limits/exempt_dialog.h"
#include "ui/limits/override_dialog.h"
#include "ui/mfa/mfa_dialog.h"
#include "ui/notices/notices_dialog.h"
#include "ui/outputs/output_dialog.h"
#include "ui/outputs/output_test_dialog.h"
#include "ui/parts/address_rule_dialog.h"
#include "ui/parts/step_up_dialog.h"
#include "ui/providers/login_test_dialog.h"
#include "ui/records/comment_editor.h"
#include "ui/records/encryption_dialog.h"
#include "ui/records/record_dialog.h"
#include "ui/settings/passphrase_dialog.h"
#include "ui/signing/signature_lab_panel.h"
#include "ui/users/add_user_dialog.h"
#include "ui/users/import_dialog.h"
#include "ui/users/roles_dialog.h"
#include "ui/widgets/digit_field.h"

#include <QFile>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QScopeGuard>
#include <QTemporaryDir>

#include <functional>
#include <map>
#include <thread>

namespace tst_closing_while_loading {

using namespace sallyport;
using namespace sallyport::ui;
using namespace Qt::StringLiterals;

namespace {

constexpr int workers = 3; ///< of the console

using Make = std::function<QWidget*(tests::PanelStage&)>;
/// What makes it ask for something; by itself if there is nothing to do.
using Begin = std::function<void(QWidget*)>;
/// What activate() is told, so that the details stand open.
using Argument = std::function<QString(tests::PanelStage&)>;

enum class End {
    Closed,         ///< the operator goes to another panel, or closes the dialog
    Locked,         ///< the vault is locked, which destroys what is shown
    LockedUnder,    ///< the vault is locked and the answers still find what is shown
    SignedOut,      ///< the operator signs out, which destroys what is shown
    SignedOutUnder, ///< the operator signs out and the answers still find what is shown
    Quit,           ///< what is shown goes, then the console, while workers are still at it
};

constexpr std::pair<End, const char*> ends[] = {
    {End::Closed, "closed"},
    {End::Locked, "locked"},
    {End::LockedUnder, "locked under it"},
    {End::SignedOut, "signed out"},
    {End::SignedOutUnder, "signed out under it"},
    {End::Quit, "quit"},
};

Begin click(const QString& name)
{
    return [name](QWidget* widget) { tests::find<QPushButton>(widget, name)->click(); };
}

/// Every panel and every dialog that asks the services may go, be locked or be signed out of while its answers are under way:
/// they are dropped, and nothing that a worker holds touches what is gone. The workers stand at a gate until it is.
class TestClosingWhileLoading : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void panel_goesInTheMiddleOfItsFirstAnswers_data() { panels(); }
    void panel_goesInTheMiddleOfItsFirstAnswers()
    {
        QFETCH(Make, make);
        QFETCH(Begin, begin);
        QFETCH(End, end);
        tests::PanelStage stage(60, 200);
        const auto opened = qScopeGuard([&] { stage.house.gate.open(); });
        prepare(stage);
        holdWorkers(stage);
        QPointer<QWidget> shown = make(stage);
        stage.show(shown);
        static_cast<Panel*>(shown.data())->activate({});
        if (begin)
            begin(shown);
        finish(stage, shown, end);
    }

    /// With the details open, where there are some.
    void panel_goesInTheMiddleOfBeingReadAnew_data() { panels(); }
    void panel_goesInTheMiddleOfBeingReadAnew()
    {
        QFETCH(Make, make);
        QFETCH(Begin, begin);
        QFETCH(Argument, argument);
        QFETCH(QString, details);
        QFETCH(End, end);
        tests::PanelStage stage(60, 200);
        const auto opened = qScopeGuard([&] { stage.house.gate.open(); });
        prepare(stage);
        QPointer<QWidget> shown = make(stage);
        auto* panel = static_cast<Panel*>(shown.data());
        stage.show(panel);
        panel->activate(argument ? argument(stage) : QString());
        if (begin)
            begin(panel);
        if (!details.isEmpty())
            QTRY_VERIFY(tests::find(panel, details)->isVisible());
        QVERIFY(quiet(*stage.console));
        holdWorkers(stage);
        panel->refresh();
        if (begin)
            begin(panel);
        finish(stage, shown, end);
    }

    void dialog_goesInTheMiddleOfLoading_data()
    {
        QTest::addColumn<Make>("make");
        QTest::addColumn<Begin>("begin");
        QTest::addColumn<End>("end");
        const auto add = [](const char* name, const Make& make, const Begin& begin = {}) {
            for (const auto& [end, word] : ends)
                QTest::addRow("%s, %s", name, word) << make << begin << end;
        };
        using Stage = tests::PanelStage;
        add("add user", [](Stage& on) { return new AddUserDialog(*on.console, &on.host); });
        add("roles", [](Stage& on) { return new RolesDialog(*on.console, on.house.users.users.front(), &on.host); });
        add("import", [this](Stage& on) { return new ImportDialog(*on.console, m_list, &on.host); });
        add("mfa", [](Stage& on) {
            const auto& user = on.house.users.users.front();
            return new MfaDialog(*on.console, user.id, u"Jonas Weber"_s, u"jonas.weber@northgate.example"_s, &on.host);
        });
        add(
            "step up", [](Stage& on) { return new StepUpDialog(*on.console, &on.host); },
            [](QWidget* dialog) { QTest::keyClicks(dialog->findChild<DigitField*>(), u"492371"_s); });
        add("new key", [](Stage& on) { return new KeyDialog(*on.console, on.console->actor().id, &on.host); });
        add("key", [](Stage& on) { return new KeyDialog(*on.console, on.house.apiKeys.keys.front(), &on.host); });
        add(
            "rotate", [](Stage& on) { return new RotateDialog(*on.console, on.house.apiKeys.keys.front(), &on.host); },
            click(u"rotate_key.confirm"_s));
        add("account",
            [](Stage& on) { return new AccountDialog(*on.console, on.house.serviceAccounts.accounts.front(), &on.host); });
        add("login test", [](Stage& on) {
            const auto& provider = on.house.identityProviders.providers.front();
            return new LoginTestDialog(
                *on.console, provider, [](const QString&) {}, &on.host);
        });
        add(
            "passphrase", [](Stage& on) { return new PassphraseDialog(*on.console, &on.host); },
            click(u"settings.passphraseDialog.next.generate"_s));
        add("record", [](Stage& on) {
            auto* dialog = new RecordDialog(*on.console, on.house.records.of("Discharge summary 2231"), &on.host);
            tests::find<QPushButton>(dialog, u"record.save"_s)->click();
            return dialog;
        });
        add("encryption", [](Stage& on) { return new EncryptionDialog(*on.console, &on.host); });
        add(
            "comment",
            [](Stage& on) {
                records::Comment comment;
                comment.content = "Check.";
                return new CommentDialog(*on.console, comment, &on.host);
            },
            click(u"comment.save"_s));
        add(
            "address rule",
            [](Stage& on) {
                return new AddressRuleDialog(*on.console, u"192.0.2.7"_s, protection::AddressAction::Block, &on.host);
            },
            click(u"address_rule.save"_s));
        add(
            "own numbers",
            [](Stage& on) { return new OverrideDialog(*on.console, on.house.rateLimits.settingOf("Writing"), &on.host); },
            [](QWidget* dialog) {
                QTest::keyClicks(tests::find<QLineEdit>(dialog, u"rate_override.subject"_s), u"usr-7"_s);
                tests::find<QPushButton>(dialog, u"rate_override.save"_s)->click();
            });
        add("exempt", [](Stage& on) { return new ExemptDialog(*on.console, &on.host); });
        add("output test",
            [](Stage& on) { return new OutputTestDialog(*on.console, on.house.destinations.destinations.front(), &on.host); });
        add(
            "output",
            [](Stage& on) { return new OutputDialog(*on.console, on.house.destinations.destinations.front(), &on.host); },
            click(u"output.save"_s));
        add("notices", [](Stage& on) { return new NoticesDialog(*on.console, &on.host); });
    }
    void dialog_goesInTheMiddleOfLoading()
    {
        QFETCH(Make, make);
        QFETCH(Begin, begin);
        QFETCH(End, end);
        tests::PanelStage stage(60, 200);
        const auto opened = qScopeGuard([&] { stage.house.gate.open(); });
        prepare(stage);
        stage.show(new QWidget);
        holdWorkers(stage);
        QPointer<QWidget> shown = make(stage);
        shown->show();
        if (begin)
            begin(shown);
        finish(stage, shown, end);
    }

    void initTestCase()
    {
        m_list = m_folder.filePath(u"staff.csv"_s);
        QFile file(m_list);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.write("name,email\nGrace,grace@example.test\n") > 0);
    }

private:
    static void panels()
    {
        QTest::addColumn<Make>("make");
        QTest::addColumn<Begin>("begin");
        QTest::addColumn<Argument>("argument");
        QTest::addColumn<QString>("details");
        QTest::addColumn<End>("end");
        // What is more to a panel than to show and to read it anew.
        struct More {
            Begin begin;
            Argument argument;
            QString details;
        };
        using Stage = tests::PanelStage;
        const auto idOf = [](const auto& thing) { return QString::fromStdString(thing.id.text()); };
        const std::map<QString, More> more{
            {u"users"_s, {{}, [idOf](Stage& on) { return idOf(on.house.users.users.front()); }, u"users.details"_s}},
            {u"policy"_s, {click(u"policy.measure"_s), {}, {}}},
            {u"service_accounts"_s,
             {{}, [idOf](Stage& on) { return idOf(on.house.serviceAccounts.accounts.front()); }, u"accounts.details"_s}},
            {u"providers"_s,
             {{}, [idOf](Stage& on) { return idOf(on.house.identityProviders.providers.front()); }, u"providers.details"_s}},
            {u"keys"_s, {{}, [idOf](Stage& on) { return idOf(on.house.apiKeys.keys.front()); }, u"keys.details"_s}},
            {u"decisions"_s, {{}, [](Stage&) { return u"decision-1"_s; }, u"decisions.details"_s}},
            {u"detection"_s, {{}, [](Stage&) { return u"evt_hit1"_s; }, {}}},
            {u"policies"_s, {{}, [](Stage&) { return u"Working hours"_s; }, u"policies.details"_s}},
            {u"simulator"_s, {{}, [](Stage&) { return u"decision-1"_s; }, {}}},
            {u"access"_s, {{}, [](Stage&) { return u"permission:records:read"_s; }, {}}},
            {u"records"_s,
             {{}, [idOf](Stage& on) { return idOf(on.house.records.of("Discharge summary 2231")); }, u"records.details"_s}},
            {u"limits"_s, {{}, [](Stage&) { return u"api_write"_s; }, u"limits.details"_s}},
            {u"bans"_s, {{}, [idOf](Stage& on) { return idOf(on.house.addressRules.rules.front()); }, u"bans.details"_s}},
            {u"history"_s, {{}, [](Stage&) { return u"evt_900"_s; }, u"history.details"_s}},
            {u"threats"_s, {{}, [](Stage&) { return u"192.0.2.18"_s; }, u"threats.details"_s}},
            {u"outputs"_s,
             {{}, [idOf](Stage& on) { return idOf(on.house.destinations.destinations.front()); }, u"outputs.details"_s}},
            {u"incidents"_s, {{}, [](Stage&) { return u"in-3"_s; }, u"incidents.details"_s}},
            {u"alert_rules"_s, {{}, [](Stage&) { return u"ar-own"_s; }, u"alert_rules.details"_s}},
            {u"leaks"_s,
             {[](QWidget* widget) {
                  static_cast<LeakScanPanel*>(widget)->addFolder(u"/home/ingrid/work"_s);
                  tests::find<QPushButton>(widget, u"leaks.search"_s)->click();
              },
              {},
              {}}},
            {u"drill"_s, {click(u"drill.run"_s), {}, {}}},
            {u"integrity"_s, {click(u"integrity.make"_s), {}, {}}},
            {u"signing"_s,
             {[](QWidget* widget) {
                  auto* lab = static_cast<SignatureLabPanel*>(widget);
                  lab->activate(tests::sceneLabRequest());
                  lab->explain();
              },
              {},
              {}}},
        };
        static app::Preferences preferences{{}};
        for (const app::PanelInfo& info : app::panels()) {
            if (info.id == u"playground" || info.id == u"headers")
                continue; // they ask the server, as a client does: no call of the console is under way
            const Make make = [&info](Stage& on) -> QWidget* { return info.make({*on.console, preferences}, nullptr); };
            const auto found = more.find(info.id);
            const More extra = found == more.end() ? More{} : found->second;
            for (const auto& [end, word] : ends)
                QTest::addRow("%s, %s", qPrintable(info.id), word)
                    << make << extra.begin << extra.argument << extra.details << end;
        }
    }

    static void prepare(tests::PanelStage& stage)
    {
        tests::sceneLeaks(stage.house);
        stage.house.signatureLab.report = tests::sceneLabReport();
        QVERIFY(stage.open());
        QVERIFY(quiet(*stage.console)); // what signing in asks for
    }

    static bool quiet(const Console& console)
    {
        return QTest::qWaitFor([&] { return console.waiting() == 0; });
    }

    /// From now on no worker comes through. The console's own question stands at the gate already, so that what is counted
    /// beside it is of what is shown.
    static void holdWorkers(tests::PanelStage& stage)
    {
        stage.house.gate.close();
        stage.console->refreshServerStatus();
        QVERIFY(stage.house.gate.waitUntilHeld(1));
    }

    static void finish(tests::PanelStage& stage, QPointer<QWidget>& shown, End end)
    {
        auto& gate = stage.house.gate;
        auto& console = *stage.console;
        QVERIFY(QTest::qWaitFor([&] { return console.waiting() > 1; }));
        const int held = static_cast<int>(std::min<std::size_t>(workers, console.waiting()));
        QVERIFY(gate.waitUntilHeld(held));
        switch (end) {
        case End::Closed: delete shown; break;
        case End::Locked:
            console.lock();
            delete shown;
            break;
        case End::LockedUnder: console.lock(); break;
        case End::SignedOut:
            console.signOut();
            delete shown;
            break;
        case End::SignedOutUnder: console.signOut(); break;
        case End::Quit: {
            delete shown;
            // Opens once locking has come to the gate too: then the console is on its way out and waits.
            std::thread later([&] {
                gate.waitUntilHeld(held + 1);
                gate.open();
            });
            stage.console.reset();
            later.join();
            QVERIFY(gate.passed() > held);
            QCoreApplication::processEvents();
            return;
        }
        }
        gate.open();
        QVERIFY(quiet(console));
        QVERIFY(gate.passed() >= held);
        QCOMPARE(!shown, end != End::LockedUnder && end != End::SignedOutUnder);
        delete shown;
        // The console is as good as before.
        if (end == End::Closed) {
            std::size_t roles = 0;
            console.run(
                &console, [](Services& services, const access::Actor& actor) { return services.roles.list(actor); },
                [&](const Result<std::vector<access::Role>>& list) { roles = list->size(); });
            QVERIFY(quiet(console));
            QCOMPARE(roles, std::size_t(7));
        }
    }

    QTemporaryDir m_folder;
    QString m_list;
};

} // namespace

SALLYPORT_GUI_TEST(TestClosingWhileLoading)

} // namespace tst_closing_while_loading
#include "tst_closing_while_loading.moc"
