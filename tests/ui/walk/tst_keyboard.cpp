#include "app/console/panel_registry.h"
#include "tests/support/test_main.h"
#include "tests/ui/support/scene_events.h"
#include "tests/ui/support/scene_lab.h"
#include "tests/ui/support/scene_leaks.h"
#include "tests/ui/support/scene_records.h"
#include "tests/ui/support/stillness.h"
#include "tests/ui/support/tab_walk.h"
#include "tests/ui/walk/fake_desk.h"
#include "ui/access_policies/history_dialog.h"
#include "ui/access_policies/policy_draft.h"
#include "ui/access_policies/publish_dialog.h"
#include "ui/access_policies/tests_dialog.h"
#include "ui/alert_rules/alert_rule_dialog.h"
#include "ui/bans/import_list_dialog.h"
#include "ui/guide/guide_dialog.h"
#include "ui/incidents/note_dialog.h"
#include "ui/keys/account_dialog.h"
#include "ui/keys/key_dialog.h"
#include "ui/keys/rotate_dialog.h"
#include "ui/leaks/leak_scan_panel.h"
#include "ui/leaks/leaks_model.h"
#include "ui/limits/exempt_dialog.h"
#include "ui/limits/override_dialog.h"
#include "ui/limits/rate_rule_dialog.h"
#include "ui/mfa/mfa_dialog.h"
#include "ui/notices/notices_dialog.h"
#include "ui/outputs/output_dialog.h"
#include "ui/outputs/output_test_dialog.h"
#include "ui/parts/address_rule_dialog.h"
#include "ui/parts/once_dialog.h"
#include "ui/parts/step_up_dialog.h"
#include "ui/providers/link_dialog.h"
#include "ui/providers/login_test_dialog.h"
#include "ui/providers/provider_dialog.h"
#include "ui/records/comment_editor.h"
#include "ui/records/encryption_dialog.h"
#include "ui/records/record_dialog.h"
#include "ui/settings/import_certificate_dialog.h"
#include "ui/settings/passphrase_dialog.h"
#include "ui/signing/lab_result.h"
#include "ui/signing/signature_lab_panel.h"
#include "ui/simulator/facts_dialog.h"
#include "ui/tables/data_table.h"
#include "ui/threats/weights_dialog.h"
#include "ui/unlock/first_run_wizard.h"
#include "ui/unlock/sign_in_screen.h"
#include "ui/unlock/unlock_screen.h"
#include "ui/users/add_user_dialog.h"
#include "ui/users/edit_user_dialog.h"
#include "ui/users/import_dialog.h"
#include "ui/users/roles_dialog.h"
#include "ui/widgets/confirm_dialog.h"
#include "ui/widgets/tab_order.h"

#include <QFile>
#include <QPushButton>
#include <QTemporaryDir>

#include <array>

namespace tst_keyboard {

using namespace sallyport;
using namespace Qt::StringLiterals;

namespace {

/// Every panel and every dialog can be worked by the keyboard alone: Tab reaches what there is, each has a name, one sees where
/// the keyboard is, and dialogs have a button for Return and go with Escape.
class TestKeyboard : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void panel_isReachedByTab_data()
    {
        QTest::addColumn<QString>("details");
        // Those that open beside a list.
        const QMap<QString, QString> details{
            {u"events"_s, u"events.details"_s},       {u"users"_s, u"users.details"_s},
            {u"coverage"_s, u"users.details"_s},      {u"service_accounts"_s, u"accounts.details"_s},
            {u"providers"_s, u"providers.details"_s}, {u"keys"_s, u"keys.details"_s},
            {u"decisions"_s, u"decisions.details"_s}, {u"records"_s, u"records.details"_s},
            {u"policies"_s, u"policies.details"_s},   {u"access"_s, u"access.details"_s},
            {u"limits"_s, u"limits.details"_s},       {u"bans"_s, u"bans.details"_s},
            {u"threats"_s, u"threats.details"_s},     {u"outputs"_s, u"outputs.details"_s},
            {u"incidents"_s, u"incidents.details"_s}, {u"alert_rules"_s, u"alert_rules.details"_s},
            {u"history"_s, u"history.details"_s}};
        for (const app::PanelInfo& panel : app::panels())
            QTest::newRow(qPrintable(panel.id)) << details.value(panel.id);
    }
    void panel_isReachedByTab()
    {
        QFETCH(QString, details);
        const QString id = QString::fromLatin1(QTest::currentDataTag());
        tests::FakeHouse house(60);
        house.events.emitEvents(tests::sceneEvents(house.clock.now()));
        tests::FakeDesk desk(house, {1280, 800});
        QVERIFY(desk.open(house.administrator()));
        // The panel itself is opened by the keyboard too.
        auto* item = tests::find<QAbstractButton>(&desk.window, u"nav."_s + id);
        item->setFocus();
        QTest::keyClick(item, Qt::Key_Return);
        QTRY_COMPARE(desk.window.currentPanel(), id);
        auto* panel = desk.window.panel(id);
        QVERIFY(panel);
        tests::waitUntilStill(&desk.window);
        // Where work begins has the keyboard: no Tab through the header first.
        QVERIFY2(desk.window.focusWidget() && desk.window.focusWidget() == ui::firstUsefulField(panel),
                 qPrintable(focusOf(desk.window)));
        if (id == u"records")
            tests::sceneRecords(house);
        fill(desk, house, id);
        tests::waitUntilStill(&desk.window);
        if (!details.isEmpty())
            openDetails(panel, details);
        if (QTest::currentTestFailed())
            return;
        tests::waitUntilStill(&desk.window);
        tests::find(&desk.window, u"nav.vault"_s)->setFocus();
        QStringList order;
        const QStringList wrong = tests::walkByTab(desk.window, &order);
        if (qEnvironmentVariableIsSet("SALLYPORT_TAB_ORDER"))
            qInfo().noquote() << order.join(u"\n    "_s);
        if (!wrong.isEmpty())
            tests::picture(&desk.window, u"keyboard-"_s + id);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
        // Navigation, then the panel, then the status line.
        const auto first = [&](const QString& start) {
            return std::ranges::find_if(order, [&](const QString& name) { return name.startsWith(start); }) - order.begin();
        };
        QVERIFY(order.front().startsWith(u"nav."_s));
        QCOMPARE(*std::ranges::find_if(order, [](const QString& name) { return !name.startsWith(u"nav.group."_s); }),
                 u"nav."_s + id);
        QVERIFY(first(u"header.search"_s) < first(u"status."_s));
    }

    /// What stands before the panels.
    void gate_isReachedByTab_data()
    {
        QTest::addColumn<int>("which");
        QTest::newRow("unlock") << 0;
        QTest::newRow("sign_in") << 1;
        QTest::newRow("sign_in_code") << 2;
        QTest::newRow("first_run") << 3;
        QTest::newRow("first_run_vault") << 4;
        QTest::newRow("first_run_passphrase") << 5;
    }
    void gate_isReachedByTab()
    {
        QFETCH(int, which);
        tests::theme();
        ui::Language language;
        language.set(u"en"_s);
        ui::MainWindow window;
        window.resize(1280, 800);
        if (which == 0) {
            auto* unlock = new ui::UnlockScreen;
            unlock->setLanguage(&language);
            unlock->setVault(u"Northgate Clinic"_s, u"Last opened today 07:48 by Ingrid Solheim"_s);
            window.showView(unlock);
        } else if (which < 3) {
            auto* signIn = new ui::SignInScreen;
            signIn->setVault(u"Northgate Clinic"_s);
            window.showView(signIn);
            if (which == 2)
                signIn->askForCode();
        } else {
            auto* wizard = new ui::FirstRunWizard;
            wizard->setLanguage(&language);
            wizard->setDefaults(u"Northgate Clinic"_s, u"/home/ingrid/.local/share/sallyport"_s);
            window.showView(wizard);
            for (int page = 3; page < which; ++page)
                tests::find<QPushButton>(wizard, u"first_run.next"_s)->click();
        }
        window.show();
        tests::waitUntilStill(&window);
        const std::array<QString, 6> fields{u"unlock.passphrase"_s, u"sign_in.email"_s,        u"sign_in.code"_s,
                                            u"first_run.next"_s,    u"first_run.vault_name"_s, u"first_run.passphrase"_s};
        QCOMPARE(focusOf(window), fields[static_cast<std::size_t>(which)]);
        const QStringList wrong = tests::walkByTab(window);
        if (!wrong.isEmpty())
            tests::picture(&window, u"keyboard-"_s + QString::fromLatin1(QTest::currentDataTag()));
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }

    void dialog_hasAButtonForReturn_andGoesWithEscape_data()
    {
        QTest::addColumn<int>("which");
        const char* names[] = {
            "add_user",    "edit_user",    "roles",       "once",           "import",      "mfa",        "step_up",  "key",
            "rotate",      "account",      "provider",    "link",           "login_test",  "passphrase", "notices",  "help",
            "record",      "record_edit",  "encryption",  "comment",        "certificate", "facts",      "history",  "tests",
            "publish",     "address_rule", "import_list", "rate_rule",      "exempt",      "weights",    "override", "output",
            "output_test", "alert_rule",   "note",        "incident_close", "confirm"};
        for (int which = 0; which < static_cast<int>(std::size(names)); ++which)
            QTest::newRow(names[which]) << which;
    }
    void dialog_hasAButtonForReturn_andGoesWithEscape()
    {
        QFETCH(int, which);
        tests::PanelStage stage(60);
        QVERIFY(stage.open());
        stage.show(new QWidget);
        const QPointer<QDialog> dialog = make(which, stage);
        QVERIFY(dialog);
        if (!dialog->isVisible())
            dialog->open();
        tests::waitUntilStill(dialog);
        const auto buttons = dialog->findChildren<QPushButton*>();
        const auto defaults =
            std::ranges::count_if(buttons, [](const QPushButton* button) { return button->isVisible() && button->isDefault(); });
        QVERIFY2(defaults == 1, qPrintable(u"%1 default buttons"_s.arg(defaults)));
        QVERIFY2(QApplication::focusWidget() && dialog->isAncestorOf(QApplication::focusWidget()),
                 "the keyboard is not in the dialog");
        // On the first thing to fill in; where there is none on what Enter does, or on the way back from what can't be undone. A
        // dialog that shows a secret once begins with what Enter does: copying it.
        QWidget* first = ui::firstUsefulField(dialog);
        const auto* focused = dialog->focusWidget();
        const auto* button = qobject_cast<const QPushButton*>(focused);
        const bool asks = qobject_cast<QPushButton*>(first) == nullptr;
        QVERIFY2(focused && (asks && !(which == 3 && button && button->isDefault())
                                 ? focused == first
                                 : button && button != tests::find(dialog, dialog->objectName() + u".close"_s)),
                 qPrintable(focusOf(*dialog)));
        const QStringList wrong = tests::walkByTab(*dialog);
        if (!wrong.isEmpty())
            tests::picture(dialog, u"keyboard-"_s + QString::fromLatin1(QTest::currentDataTag()));
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : dialog.data(), Qt::Key_Escape);
        QTRY_VERIFY(!dialog || !dialog->isVisible());
        delete dialog;
    }

private:
    static QString focusOf(const QWidget& window)
    {
        return window.focusWidget() ? window.focusWidget()->objectName() : u"nothing"_s;
    }
    static void fill(tests::FakeDesk& desk, tests::FakeHouse& house, const QString& id)
    {
        if (id == u"leaks") {
            tests::sceneLeaks(house);
            auto* panel = qobject_cast<ui::LeakScanPanel*>(desk.window.panel(id));
            panel->addFolder(u"/home/ingrid/work"_s);
            tests::find<QPushButton>(panel, u"leaks.search"_s)->click();
            QTRY_COMPARE(panel->model()->rowCount(), 4);
        } else if (id == u"drill") {
            tests::find<QPushButton>(desk.window.panel(id), u"drill.run"_s)->click();
            QTRY_VERIFY(tests::find<QWidget>(desk.window.panel(id), u"drill.table"_s)->isVisible());
        } else if (id == u"integrity") {
            auto* packs = tests::find<ui::DataTable>(desk.window.panel(id), u"integrity.table"_s);
            QTRY_VERIFY(packs->model()->rowCount() > 0);
            packs->selectRow(0); // as below
            QTRY_VERIFY(tests::find<QWidget>(desk.window.panel(id), u"integrity.save"_s)->isEnabled());
        } else if (id == u"detection") {
            auto* hits = tests::find<ui::DataTable>(desk.window.panel(id), u"detection.hits"_s);
            QTRY_VERIFY(hits->model()->rowCount() > 0);
            hits->selectRow(0); // Tab chooses the first, too, and what stands before it would come behind its back
            QTRY_VERIFY(tests::find<QWidget>(desk.window.panel(id), u"detection.hit.close"_s)->isVisible());
        } else if (id == u"signing") {
            house.signatureLab.report = tests::sceneLabReport();
            auto* panel = qobject_cast<ui::SignatureLabPanel*>(desk.window.panel(id));
            panel->activate(tests::sceneLabRequest());
            panel->explain();
            QTRY_VERIFY(panel->result()->isVisible());
        }
    }
    /// With the keys of the list.
    static void openDetails(QWidget* panel, const QString& details)
    {
        QAbstractItemView* table = nullptr;
        for (auto* view : panel->findChildren<QAbstractItemView*>())
            if (!table && (view->objectName().endsWith(u".table") || view->objectName() == u"events.list"))
                table = view;
        QVERIFY(table);
        table->setFocus();
        QTRY_VERIFY(table->model()->rowCount() > 0 && table->model()->index(0, 0).data().isValid());
        QTest::keyClick(table, Qt::Key_Down);
        QCoreApplication::processEvents(); // heads of sections are passed over
        QTest::keyClick(table, Qt::Key_Return);
        auto* pane = panel->findChild<QWidget*>(details);
        QVERIFY2(pane, qPrintable(details));
        const bool shown = QTest::qWaitFor([&] { return pane->isVisible(); });
        QVERIFY2(shown, qPrintable(u"%1 in %2, row %3 of %4"_s
                                       .arg(QString::fromLatin1(pane->metaObject()->className()), table->objectName())
                                       .arg(table->currentIndex().row())
                                       .arg(table->model()->rowCount())));
    }
    QDialog* make(int which, tests::PanelStage& stage)
    {
        auto& console = *stage.console;
        auto& house = stage.house;
        QWidget* parent = &stage.host;
        const auto user = house.users.users.front();
        const auto key = house.apiKeys.keys.front();
        const auto provider = house.identityProviders.providers.front();
        switch (which) {
        case 0: return new ui::AddUserDialog(console, parent);
        case 1: return new ui::EditUserDialog(console, user, parent);
        case 2: return new ui::RolesDialog(console, user, parent);
        case 3: {
            identity::OneTimeLink link;
            link.token = SecretBytes::fromText("inv_Qm4T9sW2xLk7RzV1bNc8JyH5dGf0PtEa");
            link.expiresAt = house.clock.now() + std::chrono::hours(72);
            return new ui::OnceDialog(ui::OnceDialog::Kind::Invitation, u"Petra Lindgren"_s, std::move(link),
                                      {u"Northgate Clinic"_s, u"https://127.0.0.1:8443"_s, {}}, parent);
        }
        case 4: {
            QFile file(m_folder.filePath(u"staff.csv"_s));
            if (!file.open(QIODevice::WriteOnly) || file.write("name,email\nGrace,grace@example.test\n") < 0)
                return nullptr;
            house.userTransfer.report = {.rows = 1, .added = 1};
            return new ui::ImportDialog(console, file.fileName(), parent);
        }
        case 5: return new ui::MfaDialog(console, user.id, u"Jonas Weber"_s, u"jonas.weber@northgate.example"_s, parent);
        case 6: return new ui::StepUpDialog(console, parent);
        case 7: return new ui::KeyDialog(console, key, parent);
        case 8: return new ui::RotateDialog(console, key, parent);
        case 9: return new ui::AccountDialog(console, house.serviceAccounts.accounts.front(), parent);
        case 10: return new ui::ProviderDialog(console, provider, parent);
        case 11: return new ui::LinkDialog(console, provider, parent);
        case 12:
            return new ui::LoginTestDialog(
                console, provider, [](const QString&) {}, parent);
        case 13: return new ui::PassphraseDialog(console, parent);
        case 14: return new ui::NoticesDialog(console, parent);
        case 15: return new ui::GuideDialog(parent);
        case 16: return new ui::RecordDialog(console, std::nullopt, parent);
        case 17: return new ui::RecordDialog(console, house.records.of("Discharge summary 2231"), parent);
        case 18: return new ui::EncryptionDialog(console, parent);
        case 19: {
            records::Comment comment;
            comment.content = "Check <b>potassium</b> before the first dose.";
            return new ui::CommentDialog(console, comment, parent);
        }
        case 20: return new ui::ImportCertificateDialog(console, parent);
        case 21:
            return new ui::FactsDialog(
                {}, {}, [](const QString&, const ui::NamePicker::Found& found) { found({}); }, parent);
        case 22: return new ui::HistoryDialog(console, *house.policies.read(house.administrator(), "Working hours"), parent);
        case 23: {
            const access::Policy policy = *house.policies.read(house.administrator(), "Same department only");
            ui::PolicyDraft draft;
            draft.change(policy);
            return new ui::TestsDialog(console, policy, draft.words(), ui::TriedQuestion{R"({"action":"records:read"})", true},
                                       parent);
        }
        case 24: {
            m_draft.change(*house.policies.read(house.administrator(), "Same department only"));
            return new ui::PublishDialog(console, m_draft, u"Nothing would have been decided otherwise."_s, parent);
        }
        case 25: return new ui::AddressRuleDialog(console, {}, protection::AddressAction::Block, parent);
        case 26: return new ui::ImportListDialog(console, parent);
        case 27: return new ui::RateRuleDialog(console, std::nullopt, parent);
        case 28: return new ui::ExemptDialog(console, parent);
        case 29: return new ui::WeightsDialog(console, house.threats.inForce, parent);
        case 30: return new ui::OverrideDialog(console, house.rateLimits.settingOf("Writing"), parent);
        case 31: return new ui::OutputDialog(console, house.destinations.destinations.at(2), parent);
        case 32: return new ui::OutputTestDialog(console, house.destinations.destinations.front(), parent);
        case 33: return new ui::AlertRuleDialog(console, house.alertRules.rules.front(), parent);
        case 34: return new ui::NoteDialog(ui::NoteDialog::Purpose::Note, u"Password guessing"_s, parent);
        case 35: return new ui::NoteDialog(ui::NoteDialog::Purpose::Close, u"Password guessing"_s, parent);
        default:
            return ui::askConfirmation(parent, u"sample"_s,
                                       {u"Disable Elif Yıldız?"_s, u"Her sessions end at once."_s, u"Disable"_s, true}, [] {});
        }
    }

    QTemporaryDir m_folder;
    ui::PolicyDraft m_draft;
};

} // namespace

SALLYPORT_GUI_TEST(TestKeyboard)

} // namespace tst_keyboard
#include "tst_keyboard.moc"
