#include "tests/support/test_main.h"
#include "tests/ui/support/panel_test.h"
#include "ui/outputs/outputs_model.h"
#include "ui/outputs/outputs_panel.h"
#include "ui/tables/data_table.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/error_state.h"
#include "ui/words/output_text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTemporaryFile>
#include <QTest>

namespace tst_outputs_panel {

using namespace sallyport;
using namespace sallyport::ui;
using namespace Qt::StringLiterals;

namespace {

class TestOutputsPanel final : public QObject {
    Q_OBJECT

    struct Open {
        explicit Open(const std::function<void(tests::FakeDestinations&)>& before = {},
                      std::optional<access::PermissionSet> held = {})
        {
            tests::theme();
            if (before)
                before(stage.house.destinations);
            access::Actor actor = stage.house.administrator();
            if (held)
                actor.permissions = *held;
            if (!stage.open(actor))
                return;
            panel = new OutputsPanel(*stage.console);
            stage.show(panel);
        }
        tests::FakeDestinations& house() { return stage.house.destinations; }
        void openRow(int row)
        {
            QTRY_VERIFY(panel->model()->rowAt(row) != nullptr);
            panel->table()->setFocus();
            panel->table()->selectRow(row);
            QTest::keyClick(panel->table(), Qt::Key_Return);
            QTRY_VERIFY(tests::find<QPushButton>(panel, u"outputs.details.test"_s)->isVisible());
        }
        QString cell(int row, int column) const { return panel->model()->index(row, column).data().toString(); }
        tests::PanelStage stage{40, 0};
        OutputsPanel* panel = nullptr;
    };

    static QWidget* waitForDialog(const QString& name)
    {
        if (!QTest::qWaitFor([&] { return tests::openDialog(name) != nullptr; }))
            qFatal("no dialog");
        return tests::openDialog(name);
    }
    static void type(QWidget* dialog, const char* name, const QString& words)
    {
        auto* field = tests::find<QLineEdit>(dialog, QString::fromLatin1(name));
        field->clear();
        QTest::keyClicks(field, words);
    }
    static void choose(QWidget* dialog, outputs::DestinationKind kind)
    {
        auto* box = tests::find<QComboBox>(dialog, u"output.kind"_s);
        box->setCurrentIndex(int(kind));
        Q_EMIT box->activated(int(kind));
    }

private Q_SLOTS:
    void list_tellsHowTheyGo()
    {
        Open open;
        QTRY_COMPARE(open.panel->model()->rowCount(), 4);
        QTRY_VERIFY(open.panel->model()->rowAt(0) != nullptr);
        QCOMPARE(open.cell(0, OutputsModel::Kind), u"Syslog"_s);
        QCOMPARE(open.cell(0, OutputsModel::Target), u"logs.northgate.example:6514"_s);
        QCOMPARE(open.cell(0, OutputsModel::State), u"Enabled"_s);
        QCOMPARE(open.cell(1, OutputsModel::State), u"Failing"_s);
        QCOMPARE(open.cell(1, OutputsModel::Waiting), u"128"_s);
        QCOMPARE(open.cell(3, OutputsModel::State), u"Disabled"_s);
    }

    void search_narrows_byNameAndPlace()
    {
        Open open;
        QTRY_COMPARE(open.panel->model()->rowCount(), 4);
        auto* filter = tests::find<QLineEdit>(open.panel, u"outputs.filter"_s);
        filter->setText(u"HOOKS.north"_s);
        QTRY_COMPARE(open.panel->model()->rowCount(), 1);
        filter->setText(u"zzzz"_s);
        auto* clear = tests::find<QPushButton>(open.panel, u"outputs.clear_filters"_s);
        QTRY_VERIFY(clear->isVisible());
        clear->click();
        QTRY_COMPARE(open.panel->model()->rowCount(), 4);
    }

    void none_offersTheFirst()
    {
        Open open([](tests::FakeDestinations& house) { house.destinations.clear(); });
        auto* first = tests::find<QPushButton>(open.panel, u"outputs.add_first"_s);
        QTRY_VERIFY(first->isVisible());
        first->click();
        delete waitForDialog(u"output"_s);
    }

    void failure_saysSoInPlace_andRetryHelps()
    {
        Open open([](tests::FakeDestinations& house) { house.failures.failAlways(makeError(ErrorCode::Unavailable, "busy")); });
        auto* error = open.panel->findChild<ErrorState*>();
        QTRY_VERIFY(error && error->isVisible());
        open.house().failures.stop();
        Q_EMIT error->retryRequested();
        QTRY_COMPARE(open.panel->model()->rowCount(), 4);
    }

    void kinds_askForWhatTheyNeed()
    {
        Open open;
        tests::find<QPushButton>(open.panel, u"outputs.add"_s)->click();
        auto* dialog = waitForDialog(u"output"_s);
        const auto shown = [dialog](const char* name) {
            return tests::find<QWidget>(dialog, QString::fromLatin1(name))->isVisible();
        };
        QVERIFY(!shown("output.secret") && !shown("output.sender") && !shown("output.size") && shown("output.format"));
        QVERIFY(shown("output.certificate") && !shown("output.bare"));
        choose(dialog, outputs::DestinationKind::Webhook);
        QVERIFY(shown("output.secret") && !shown("output.sender"));
        choose(dialog, outputs::DestinationKind::Mail);
        QVERIFY(shown("output.secret") && shown("output.sender") && shown("output.recipients") && !shown("output.format"));
        choose(dialog, outputs::DestinationKind::File);
        QVERIFY(shown("output.size") && shown("output.keep"));
        QVERIFY(!shown("output.secret"));
        QVERIFY(!shown("output.certificate"));
        choose(dialog, outputs::DestinationKind::Otlp);
        QVERIFY(shown("output.secret") && !shown("output.format") && !shown("output.size"));
        type(dialog, "output.name", u"Telemetry"_s);
        type(dialog, "output.target", u"https://otel.example.org:4318/v1/logs"_s);
        QVERIFY(tests::find<QPushButton>(dialog, u"output.save"_s)->isEnabled()); // a token only where one is wanted
        delete dialog;
    }

    void webhook_isAdded_withItsSecret()
    {
        Open open;
        QTRY_COMPARE(open.panel->model()->rowCount(), 4);
        tests::find<QPushButton>(open.panel, u"outputs.add"_s)->click();
        auto* dialog = waitForDialog(u"output"_s);
        choose(dialog, outputs::DestinationKind::Webhook);
        type(dialog, "output.name", u"Pager"_s);
        type(dialog, "output.target", u"https://pager.example.org/in"_s);
        type(dialog, "output.filter", u"severity:critical"_s);
        auto* save = tests::find<QPushButton>(dialog, u"output.save"_s);
        QVERIFY(!save->isEnabled()); // a webhook is signed
        type(dialog, "output.secret", u"the receiver knows it"_s);
        QVERIFY(save->isEnabled());
        save->click();
        QTRY_COMPARE(open.house().destinations.size(), std::size_t{5});
        const auto& made = open.house().destinations.back().fields;
        QVERIFY(made.kind == outputs::DestinationKind::Webhook && made.format == outputs::EventFormat::JsonLines);
        QCOMPARE(made.filter, std::string("severity:critical"));
        QCOMPARE(open.house().lastSecret, std::string("the receiver knows it"));
        QTRY_COMPARE(open.panel->model()->rowCount(), 5);
    }

    void certificate_comesFromAFile_andGoes()
    {
        Open open;
        QTRY_COMPARE(open.panel->model()->rowCount(), 4);
        QTemporaryFile file;
        QVERIFY(file.open());
        file.write("a certificate and its key");
        file.close();
        tests::find<QPushButton>(open.panel, u"outputs.add"_s)->click();
        auto* dialog = waitForDialog(u"output"_s);
        type(dialog, "output.name", u"Strict"_s);
        type(dialog, "output.target", u"logs.example.org:6514"_s);
        tests::find<QLineEdit>(dialog, u"output.certificate"_s)->setText(u"/nowhere/at.all"_s);
        auto* save = tests::find<QPushButton>(dialog, u"output.save"_s);
        save->click();
        QTRY_VERIFY(save->isEnabled());
        QCOMPARE(open.house().destinations.size(), std::size_t{4});
        tests::find<QLineEdit>(dialog, u"output.certificate"_s)->setText(file.fileName());
        save->click();
        QTRY_COMPARE(open.house().destinations.size(), std::size_t{5});
        QCOMPARE(open.house().destinations.back().fields.certificate, std::string("a certificate and its key"));
    }

    void refusedField_saysWhy()
    {
        Open open;
        open.openRow(0);
        tests::find<QPushButton>(open.panel, u"outputs.details.edit"_s)->click();
        auto* dialog = waitForDialog(u"output"_s);
        QVERIFY(!tests::find<QComboBox>(dialog, u"output.kind"_s)->isEnabled());
        Error refused(ErrorCode::ValidationFailed, "no");
        refused.fields.push_back({"target", "no", "format"});
        open.house().failures.failNext(refused);
        tests::find<QPushButton>(dialog, u"output.save"_s)->click();
        QTRY_VERIFY(tests::find<QPushButton>(dialog, u"output.save"_s)->isEnabled());
        QTRY_COMPARE(tests::openDialog(u"output"_s), dialog);
        delete dialog;
    }

    void otherTarget_wantsTheSecretAgain()
    {
        Open open;
        open.openRow(1);
        tests::find<QPushButton>(open.panel, u"outputs.details.edit"_s)->click();
        auto* dialog = waitForDialog(u"output"_s);
        auto* save = tests::find<QPushButton>(dialog, u"output.save"_s);
        auto* secret = tests::find<QLineEdit>(dialog, u"output.secret"_s);
        const QString stored = secret->placeholderText();
        QVERIFY(save->isEnabled() && !stored.isEmpty());
        type(dialog, "output.target", u"https://elsewhere.example/in"_s);
        QVERIFY(!save->isEnabled());
        QVERIFY(secret->placeholderText() != stored && !secret->placeholderText().isEmpty());
        type(dialog, "output.target", u"https://hooks.northgate.example/sallyport"_s); // as it was
        QVERIFY(save->isEnabled());
        QCOMPARE(secret->placeholderText(), stored);
        type(dialog, "output.target", u"https://elsewhere.example/in"_s);
        type(dialog, "output.secret", u"elsewhere knows another"_s);
        QVERIFY(save->isEnabled());
        save->click();
        QTRY_COMPARE(open.house().lastSecret, std::string("elsewhere knows another"));
    }

    void otherMailServer_wantsThePasswordAgain_butNotWithoutAnAccount()
    {
        Open open([](tests::FakeDestinations& house) {
            house.destinations[2].hasSecret = true;
            house.destinations[2].fields.account = "sallyport";
        });
        open.openRow(2);
        tests::find<QPushButton>(open.panel, u"outputs.details.edit"_s)->click();
        auto* dialog = waitForDialog(u"output"_s);
        auto* save = tests::find<QPushButton>(dialog, u"output.save"_s);
        type(dialog, "output.recipients", u"ada@northgate.example"_s);
        QVERIFY(save->isEnabled()); // goes to the same server as the same
        type(dialog, "output.account", u"somebody"_s);
        QVERIFY(!save->isEnabled());
        type(dialog, "output.account", u"sallyport"_s);
        QVERIFY(save->isEnabled());
        type(dialog, "output.target", u"smtps://mail.elsewhere.example:465"_s);
        QVERIFY(!save->isEnabled());
        type(dialog, "output.account", {});
        QVERIFY(save->isEnabled());
        delete dialog;
    }

    void otherSyslogServer_wantsTheCertificateAgain()
    {
        Open open([](tests::FakeDestinations& house) {
            house.destinations[0].hasSecret = true;
            house.destinations[0].fields.certificate = "a certificate";
        });
        open.openRow(0);
        tests::find<QPushButton>(open.panel, u"outputs.details.edit"_s)->click();
        auto* dialog = waitForDialog(u"output"_s);
        auto* save = tests::find<QPushButton>(dialog, u"output.save"_s);
        type(dialog, "output.target", u"logs.elsewhere.example:6514"_s);
        QVERIFY(!save->isEnabled());
        tests::find<QLineEdit>(dialog, u"output.certificate"_s)->setText(u"/somewhere/pair.pem"_s);
        QVERIFY(save->isEnabled());
        tests::find<QLineEdit>(dialog, u"output.certificate"_s)->clear();
        tests::find<QCheckBox>(dialog, u"output.bare"_s)->setChecked(true);
        QVERIFY(save->isEnabled());
        delete dialog;
    }

    void refusals_haveWords()
    {
        QCOMPARE(outputFieldText({"target", "no", "unique"}), u"Another destination writes into this file"_s);
        QCOMPARE(outputFieldText({"name", "no", "unique"}), u"Another destination has this name"_s);
        QCOMPARE(outputFieldText({"secret", "no", "elsewhere"}), u"It would go elsewhere: enter it again"_s);
    }

    void stopped_saysWho_andWhatHelps()
    {
        Open open([](tests::FakeDestinations& house) {
            house.destinations[0].author = {access::Author::Kind::User, "u", "", "Tomasz Wójcik"};
            house.destinations[0].state.stopped = true;
        });
        open.openRow(0);
        QCOMPARE(open.cell(0, OutputsModel::State), u"Stopped"_s);
        auto* banner = tests::find<Banner>(open.panel, u"outputs.details.stopped"_s);
        QTRY_VERIFY(banner->isVisible());
        QVERIFY2(banner->text().contains(u"Tomasz Wójcik"_s), qPrintable(banner->text()));
        open.openRow(1);
        QTRY_VERIFY(!banner->isVisible());
    }

    void withoutExport_itIsOnlySwitchedOff()
    {
        access::PermissionSet held;
        held.add(access::Permission::OutputsRead);
        held.add(access::Permission::OutputsUpdate);
        Open open({}, held);
        open.openRow(0);
        const auto button = [&](const char* name) { return tests::find<QPushButton>(open.panel, QString::fromLatin1(name)); };
        QVERIFY(!button("outputs.add")->isEnabled() && !button("outputs.details.edit")->isEnabled());
        QCOMPARE(button("outputs.details.edit")->toolTip(), u"Your role lacks “Export audit reports”"_s);
        QVERIFY(button("outputs.details.toggle")->isEnabled() && button("outputs.details.remove")->isEnabled());
        open.openRow(3);
        QTRY_VERIFY(!button("outputs.details.toggle")->isEnabled());
    }

    void test_saysWhatBecameOfIt()
    {
        Open open;
        open.openRow(0);
        tests::find<QPushButton>(open.panel, u"outputs.details.test"_s)->click();
        auto* dialog = waitForDialog(u"output_test"_s);
        auto* verdict = tests::find<Banner>(dialog, u"output_test.verdict"_s);
        QTRY_VERIFY(verdict->isVisible());
        QCOMPARE(verdict->title(), u"The destination has taken it"_s);
        open.house().failTests = true;
        tests::find<QPushButton>(dialog, u"output_test.again"_s)->click();
        QTRY_COMPARE(verdict->title(), u"The destination has not taken it"_s);
        QVERIFY2(verdict->text().startsWith(u"Its certificate is not trusted."_s), qPrintable(verdict->text()));
        delete dialog;
    }

    void disabling_asksFirst_andDeletingToo()
    {
        Open open;
        open.openRow(0);
        tests::find<QPushButton>(open.panel, u"outputs.details.toggle"_s)->click();
        tests::find<QPushButton>(waitForDialog(u"disable_output"_s), u"disable_output.confirm"_s)->click();
        QTRY_VERIFY(!open.house().destinations.front().enabled);
        QTRY_COMPARE(open.cell(0, OutputsModel::State), u"Disabled"_s);
        tests::find<QPushButton>(open.panel, u"outputs.details.remove"_s)->click();
        tests::find<QPushButton>(waitForDialog(u"delete_output"_s), u"delete_output.confirm"_s)->click();
        QTRY_COMPARE(open.panel->model()->rowCount(), 3);
    }

    void advice_isGivenForEachWord()
    {
        outputs::DestinationTest test;
        test.word = "something else";
        test.detail = "as the other side said";
        QCOMPARE(outputAdvice(test), u"as the other side said"_s);
        for (const char* word : {"outbound_no_such_host", "outbound_address_refused", "outbound_unreachable",
                                 "outbound_timed_out", "outbound_untrusted", "outbound_redirected", "hook_refused",
                                 "mail_refused", "outbound_client_refused", "otlp_refused"}) {
            test.word = word;
            QVERIFY2(outputAdvice(test) != u"as the other side said"_s, word);
        }
    }
};

} // namespace

SALLYPORT_GUI_TEST(TestOutputsPanel)

} // namespace tst_outputs_panel
#include "tst_outputs_panel.moc"
