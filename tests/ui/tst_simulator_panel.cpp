#include "tests/support/test_main.h"
#include "tests/ui/support/panel_test.h"
#include "ui/parts/suggestion_popup.h"
#include "ui/simulator/batch_model.h"
#include "ui/simulator/condition_lines.h"
#include "ui/simulator/name_picker.h"
#include "ui/simulator/question_form.h"
#include "ui/simulator/simulator_panel.h"
#include "ui/simulator/trace_view.h"
#include "ui/tables/data_table.h"
#include "ui/widgets/details_pane.h"
#include "ui/widgets/toast.h"
#include "ui/words/policy_place.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

namespace tst_simulator_panel {

using namespace sallyport;
using namespace sallyport::ui;
using namespace Qt::StringLiterals;

namespace {

class TstSimulatorPanel final : public QObject {
    Q_OBJECT

    struct Open {
        Open()
        {
            tests::theme();
            if (!stage.open())
                return;
            panel = new SimulatorPanel(*stage.console);
            stage.show(panel);
            [&] { QTRY_COMPARE(panel->trace()->verdict(), u"Allowed"_s); }();
        }
        void does(const char* action)
        {
            auto* box = tests::find<QComboBox>(panel, u"simulator.question.does"_s);
            box->setCurrentIndex(box->findData(QString::fromLatin1(action)));
        }
        tests::PanelStage stage{40, 0};
        SimulatorPanel* panel = nullptr;
    };

    static QJsonObject part(const QString& condition, const QString& text, const QString& value)
    {
        return {{u"text"_s, text},
                {u"offset"_s, condition.toUtf8().indexOf(text.toUtf8())},
                {u"length"_s, text.toUtf8().size()},
                {u"value"_s, value}};
    }

private Q_SLOTS:
    void everyEdit_asksAtOnce()
    {
        Open open;
        open.does("records:update");
        QTRY_COMPARE(open.panel->trace()->verdict(), u"Refused"_s);
        QVERIFY(QString::fromStdString(open.stage.house.accessChecks.asked()).size() > 0);
        open.does("records:read");
        QTRY_COMPARE(open.panel->trace()->verdict(), u"Allowed"_s);
    }

    void failedPart_saysWhyInWordsOfTheWindow()
    {
        const QString condition = u"resource.owner_id == \"a\""_s;
        QJsonObject failed = part(condition, condition, {});
        failed.remove(u"value"_s);
        failed.insert(u"error"_s, u"missing attribute 'resource.owner_id' at line 1, column 1"_s);
        const auto lines = conditionLines(condition, {failed});
        QCOMPARE(lines.size(), 1);
        QVERIFY(lines.first().failed);
        QCOMPARE(lines.first().result, u"“resource.owner_id” has no value here (line 1, column 1)"_s);
    }

    void person_isChosenByName()
    {
        Open open;
        auto* who = tests::find<NamePicker>(open.panel, u"simulator.question.who"_s);
        QCOMPARE(who->text(), u"Ingrid Solheim"_s);
        who->setFocus();
        who->selectAll();
        QTest::keyClicks(who, u"jonas"_s);
        QTRY_VERIFY(who->popup()->isVisible());
        QTest::keyClick(who, Qt::Key_Return);
        QVERIFY(who->text().startsWith(u"Jonas"_s));
        QVERIFY(open.panel->form()->question().subjectId() == who->choice()->id);
        // What isn't chosen goes.
        QTest::keyClicks(who, u"zzz"_s);
        open.panel->setFocus();
        who->clearFocus();
        QVERIFY(who->text().startsWith(u"Jonas"_s) && !who->text().contains(u"zzz"_s));
    }

    void keys_andServiceAccounts_mayBeWhoAsks()
    {
        Open open;
        auto* who = tests::find<NamePicker>(open.panel, u"simulator.question.who"_s);
        const identity::ApiKey key = open.stage.house.apiKeys.list(open.stage.house.administrator(), {})->keys.front();
        who->setFocus();
        who->selectAll();
        QTest::keyClicks(who, QString::fromStdString(key.name));
        QTRY_VERIFY(who->popup()->isVisible());
        QTest::keyClick(who, Qt::Key_Return);
        QCOMPARE(open.panel->form()->question().subjectId(), key.id.text());
        const identity::ServiceAccount account =
            open.stage.house.serviceAccounts.list(open.stage.house.administrator(), {})->accounts.front();
        who->selectAll();
        QTest::keyClicks(who, QString::fromStdString(account.name));
        QTRY_VERIFY(who->popup()->isVisible());
        QTest::keyClick(who, Qt::Key_Return);
        QCOMPARE(open.panel->form()->question().subjectId(), account.id.text());
    }

    void moreFacts_ofTheObject_areAskedWith()
    {
        Open open;
        tests::find<QPushButton>(open.panel, u"simulator.question.more"_s)->click();
        QWidget* dialog = tests::openDialog(u"facts"_s);
        QVERIFY(dialog);
        auto* attributes = tests::find<QLineEdit>(dialog, u"facts.resource"_s);
        auto* take = tests::find<QPushButton>(dialog, u"facts.take"_s);
        QTest::keyClicks(attributes, u"ward: B2"_s);
        take->click();
        QVERIFY(dialog->isVisible()); // it is no JSON, and says so
        attributes->selectAll();
        QTest::keyClicks(attributes, u"{\"ward\":\"B2\"}"_s);
        auto* owner = tests::find<NamePicker>(dialog, u"facts.owner"_s);
        owner->setFocus();
        QTest::keyClicks(owner, u"jonas"_s);
        QTRY_VERIFY(owner->popup()->isVisible());
        QTest::keyClick(owner, Qt::Key_Return);
        const std::string id = owner->choice()->id;
        take->click();
        QTRY_VERIFY(open.stage.house.accessChecks.asked().find("\"owner_id\":\"" + id + '"') != std::string::npos);
        QVERIFY(open.stage.house.accessChecks.asked().find(R"("attr":{"ward":"B2"})") != std::string::npos);
        // It is still there when the dialog is opened again, and after another fact.
        QTest::keyClicks(tests::find<QLineEdit>(open.panel, u"simulator.question.department"_s), u"Radiology"_s);
        QCOMPARE(open.panel->form()->question().ownerId(), id);
        QCOMPARE(open.panel->form()->question().attributes("resource"), std::string(R"({"ward":"B2"})"));
        tests::find<QPushButton>(open.panel, u"simulator.question.more"_s)->click();
        dialog = tests::openDialog(u"facts"_s);
        QVERIFY(tests::find<NamePicker>(dialog, u"facts.owner"_s)->text().startsWith(u"Jonas"_s));
        QCOMPARE(tests::find<QLineEdit>(dialog, u"facts.resource"_s)->text(), u"{\"ward\":\"B2\"}"_s);
    }

    void question_attributesOfSomebodyThereIs_leaveTheRestAsItIs()
    {
        QuestionDraft question;
        question.setSubject("U1", u"Ada"_s);
        QVERIFY(question.setAttributes("subject", R"({"shift":"night"})"));
        QCOMPARE(question.subjectId(), std::string("U1"));
        QVERIFY(question.text().find(R"("subject":{"id":"U1","attr":{"shift":"night"}})") != std::string::npos);
        QVERIFY(!question.setAttributes("subject", "[1]") && !question.setAttributes("subject", "{"));
        QVERIFY(question.setAttributes("subject", ""));
        QVERIFY(question.attributes("subject").empty());
    }

    void question_isWhatTheServiceTakes()
    {
        QuestionDraft question;
        question.setSubject("U1", u"Ada"_s);
        question.setAction("records:update");
        question.setObject("R1", u"Summary"_s);
        question.setTime(UtcTime(std::chrono::seconds(1'764'000'000)));
        question.setMfaAge(std::chrono::seconds(240));
        question.setAddress(u"10.0.0.1"_s);
        QCOMPARE(question.text(),
                 std::string(R"({"action":"records:update","resource":{"kind":"record","id":"R1"},)"
                             R"("context":{"mfa_age":240,"time":"2025-11-24T16:00:00.000Z","ip":"10.0.0.1"},"subject":"U1"})"));
        // Another kind of thing is another thing.
        question.setAction("comments:read");
        QVERIFY(question.objectId().empty());
        QCOMPARE(question.kind(), std::string("comment"));
        question.setMfaAge(std::nullopt);
        QVERIFY(!question.mfaAge());
        QVERIFY(question.text().find("\"mfa_age\":null") != std::string::npos);
    }

    void recordedQuestion_isTakenOver()
    {
        QuestionDraft question;
        QVERIFY(question.read(R"({"subject":{"id":"U1","department":"Radiology","roles":["editor"]},"action":"records:read",)"
                              R"("resource":{"kind":"record","id":"R1","department":"Cardiology"},)"
                              R"("context":{"time":"2026-11-24T13:32:00Z","ip":"10.20.4.31","mfa_age":"1320s"}})",
                              u"Jonas Weber"_s, u"R1"_s));
        QCOMPARE(question.subjectId(), std::string("U1"));
        QCOMPARE(question.mfaAge().value(), std::chrono::seconds(1320));
        QCOMPARE(question.address(), u"10.20.4.31"_s);
        QVERIFY(question.text().find("\"Cardiology\"") != std::string::npos);
        for (const char* const text : {"", "[]", "{}", "{\"action\": 3}", "{"})
            QVERIFY(!question.read(text, {}, {}));
        QCOMPARE(question.subjectId(), std::string("U1"));
    }

    void condition_isBrokenAtAndAndOr_withValues()
    {
        const QString condition =
            u"(resource.department == subject.department || \"ä\" in subject.roles)\n && context.mfa_age < duration(\"15m\")"_s;
        QJsonArray parts{part(condition, u"resource.department"_s, u"\"Cardiology\""_s),
                         part(condition, u"subject.department"_s, u"\"Radiology\""_s),
                         part(condition, u"resource.department == subject.department"_s, u"false"_s),
                         part(condition, u"subject.roles"_s, u"[\"viewer\"]"_s),
                         part(condition, u"\"ä\" in subject.roles"_s, u"false"_s)};
        const auto lines = conditionLines(condition, parts);
        QCOMPARE(lines.size(), 3);
        QCOMPARE(lines[0].sign, u"("_s);
        QCOMPARE(lines[0].text, u"resource.department == subject.department"_s);
        QCOMPARE(lines[0].values, u"\"Cardiology\" == \"Radiology\""_s);
        QCOMPARE(lines[0].result, u"false"_s);
        QCOMPARE(lines[1].sign, u"||"_s);
        QCOMPARE(lines[1].text, u"\"ä\" in subject.roles)"_s);
        QCOMPARE(lines[1].values, u"\"ä\" in [\"viewer\"]"_s);
        QCOMPARE(lines[2].sign, u"&&"_s);
        QVERIFY(lines[2].result.isEmpty()); // not asked
        QCOMPARE(conditionLines(u"a &&"_s, {}).size(), 1);
    }

    void nearest_canBeTried_whereTheFormCanSayIt()
    {
        QVERIFY(canTry(u"context.mfa_age > duration(\"15m\")"_s, false));
        QVERIFY(canTry(u"context.mfa_age < duration(\"15m\")"_s, true));
        QVERIFY(!canTry(u"context.mfa_age > duration(\"15m\")"_s, true));
        QVERIFY(canTry(u"cidr(\"10.0.0.0/8\").containsIP(context.ip)"_s, true));
        QVERIFY(!canTry(u"resource.owner_id == subject.id"_s, true));
        Open open;
        open.does("records:update");
        QTRY_COMPARE(open.panel->trace()->verdict(), u"Refused"_s);
        auto* attempt = open.panel->findChild<QPushButton*>(u"simulator.trace.try"_s);
        QVERIFY(attempt);
        attempt->click();
        QCOMPARE(open.panel->form()->question().mfaAge().value(), std::chrono::seconds(0));
        QTRY_VERIFY(open.stage.house.accessChecks.asked().find("\"mfa_age\":0") != std::string::npos);
    }

    void policyOfTheTrace_isOpened()
    {
        Open open;
        QSignalSpy navigate(open.panel, &Panel::navigate);
        auto* link = open.panel->findChild<QPushButton*>(u"simulator.trace.open_policy"_s);
        QVERIFY(link);
        link->click();
        QCOMPARE(navigate.count(), 1);
        QCOMPARE(navigate.first().at(0).toString(), u"policies"_s);
        QCOMPARE(PolicyLink::read(navigate.first().at(1).toString()).policy, u"policy-2"_s);
    }

    void batch_asksManyPeople_andARowExplains()
    {
        Open open;
        QTRY_COMPARE(open.panel->batch()->rowCount(), 40);
        QTRY_COMPARE(open.panel->batch()->allowed(), 40);
        const int update = [&] {
            for (int column = 1; column <= BatchModel::mostActions; ++column)
                if (open.panel->batch()->actionAt(column) == "records:update")
                    return column;
            return 0;
        }();
        QVERIFY(update > 0);
        auto* table = tests::find<DataTable>(open.panel, u"simulator.batch"_s);
        Q_EMIT table->clicked(open.panel->batch()->index(3, update));
        QCOMPARE(open.panel->form()->question().subjectId(), open.panel->batch()->people()[3].id);
        QTRY_COMPARE(open.panel->trace()->verdict(), u"Refused"_s);
    }

    /// Nothing beside them takes the room that keeps their words apart.
    void tabs_haveAllTheRoomOfTheirHead()
    {
        Open open;
        open.panel->resize(1060, 700); // what is left of 1280
        const auto* tabs = tests::find<PaneTabs>(open.panel, u"simulator.tabs"_s);
        QTRY_VERIFY(tabs->isVisible() && tabs->width() >= tabs->parentWidget()->width() - 24);
        QVERIFY(tabs->tabRect(tabs->count() - 1).right() <= tabs->width());
    }

    void bothQuestions_areAnswered()
    {
        Open open;
        auto* tabs = tests::find<PaneTabs>(open.panel, u"simulator.tabs"_s);
        const auto texts = [&](const QString& list) {
            QStringList found;
            for (auto* label : tests::find(open.panel, list)->findChildren<QLabel*>())
                found << label->text();
            for (auto* label : tests::find(open.panel, list)->findChildren<ElideLabel*>())
                found << label->text();
            return found.join(u'|');
        };
        tabs->setCurrentIndex(1);
        QTRY_VERIFY2(texts(u"simulator.what"_s).contains(u"Read records"_s), qPrintable(texts(u"simulator.what"_s)));
        QVERIFY(open.stage.house.accessChecks.asked().find("\"action\"") == std::string::npos);
        tabs->setCurrentIndex(2);
        QTRY_VERIFY2(texts(u"simulator.who_may"_s).contains(u"Dae-jung Park"_s), qPrintable(texts(u"simulator.who_may"_s)));
        QVERIFY(open.stage.house.accessChecks.asked().find("\"subject\"") == std::string::npos);
    }

    void recordedDecision_opensPrefilled()
    {
        Open open;
        open.panel->activate(u"decision-1"_s);
        QTRY_COMPARE(open.panel->form()->question().subjectName(), u"Jonas Weber"_s);
        QCOMPARE(open.panel->form()->question().action(), std::string("records:update"));
        QTRY_COMPARE(open.panel->trace()->verdict(), u"Refused"_s);
    }

    void question_becomesATestOfAPolicy_andACommand()
    {
        Open open;
        tests::find<QPushButton>(open.panel, u"simulator.test"_s)->click();
        QTRY_VERIFY(open.panel->findChild<QMenu*>(u"simulator.test_menu"_s));
        auto* menu = open.panel->findChild<QMenu*>(u"simulator.test_menu"_s);
        QCOMPARE(menu->actions().size(), 5);
        menu->actions().at(1)->trigger();
        menu->close();
        const auto stored = [&] {
            return open.stage.house.policies.tests(open.stage.house.administrator(), "Owner may always read").value();
        };
        QTRY_COMPARE(stored().size(), std::size_t{1});
        QCOMPARE(stored().front().name, std::string("Ingrid Solheim: Read records"));
        tests::find<QPushButton>(open.panel, u"simulator.copy"_s)->click();
        QVERIFY(QGuiApplication::clipboard()->text().startsWith(u"sallyportd policy simulate --subject '"_s));
        QVERIFY(QGuiApplication::clipboard()->text().contains(u" --action 'records:read' --resource '{\"kind\":\"record\"}'"_s));
    }

    void refusedQuestion_saysWhy()
    {
        Open open;
        Error error(ErrorCode::ValidationFailed, "Validation failed");
        error.fields.push_back({"context.ip", "An address.", "format"});
        open.stage.house.accessChecks.failures.failAlways(error);
        open.does("records:update");
        QTRY_COMPARE(open.panel->trace()->verdict(), u"No answer"_s);
        // Nobody was counted, so no count is shown.
        QTRY_COMPARE(open.panel->batch()->rowCount(), 0);
        for (const auto* label : open.panel->findChildren<QLabel*>())
            QVERIFY2(!label->text().contains(u"people,"_s) && !label->text().contains(u" allowed, "_s),
                     qPrintable(label->text()));
    }
};

} // namespace

SALLYPORT_GUI_TEST(TstSimulatorPanel)

} // namespace tst_simulator_panel
#include "tst_simulator_panel.moc"
