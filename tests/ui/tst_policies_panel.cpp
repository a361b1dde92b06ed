#include "tests/support/test_main.h"
#include "tests/ui/support/panel_test.h"
#include "ui/access_policies/cel_editor.h"
#include "ui/access_policies/differences_view.h"
#include "ui/access_policies/policies_model.h"
#include "ui/access_policies/policies_panel.h"
#include "ui/access_policies/policy_draft.h"
#include "ui/access_policies/policy_editor.h"
#include "ui/access_policies/policy_files.h"
#include "ui/access_policies/policy_form.h"
#include "ui/access_policies/policy_pane.h"
#include "ui/access_policies/replay_view.h"
#include "ui/access_policies/try_pane.h"
#include "ui/parts/suggestion_popup.h"
#include "ui/simulator/trace_view.h"
#include "ui/tables/data_table.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/error_state.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/small_parts.h"
#include "ui/widgets/toast.h"
#include "ui/words/policy_place.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

namespace tst_policies_panel {

using namespace sallyport;
using namespace sallyport::ui;
using namespace Qt::StringLiterals;

namespace {

class TstPoliciesPanel final : public QObject {
    Q_OBJECT

    struct Open {
        explicit Open(std::optional<access::Actor> as = {})
        {
            tests::theme();
            if (as ? !stage.open(*as) : !stage.open())
                return;
            panel = new PoliciesPanel(*stage.console);
            stage.show(panel);
            [&] { QTRY_COMPARE(panel->model()->rowCount(), 5); }();
        }
        QString cell(int row, int column) const { return panel->model()->index(row, column).data().toString(); }
        access::Policy policy(const char* name)
        {
            const auto found = stage.house.policies.read(stage.house.administrator(), name);
            return found ? *found : access::Policy();
        }
        /// Opens one as form and text, and waits until its text is compiled.
        void edit(const char* name)
        {
            panel->edit(policy(name));
            settle();
        }
        void settle() { QTRY_VERIFY(!panel->editor()->isChecking()); }
        void type(const QString& text)
        {
            auto* editor = panel->editor()->text();
            editor->setFocus();
            editor->selectAll();
            QTest::keyClicks(editor, text);
            editor->popup()->hide();
            settle();
        }
        QPushButton* button(const char* name) { return tests::find<QPushButton>(panel, QString::fromLatin1(name)); }
        QString words() { return QString::fromStdString(panel->editor()->draft()->words().condition); }
        tests::PanelStage stage{40, 0};
        PoliciesPanel* panel = nullptr;
    };

    static QPushButton* inDialog(const QString& dialog, const QString& name)
    {
        QWidget* open = tests::openDialog(dialog);
        return open ? open->findChild<QPushButton*>(name) : nullptr;
    }

private Q_SLOTS:
    void list_saysWhatEachDoes_andInWhichState()
    {
        Open open;
        QCOMPARE(open.cell(2, PoliciesModel::Name), u"Same department only"_s);
        QCOMPARE(open.cell(2, PoliciesModel::Effect), u"Deny"_s);
        QCOMPARE(open.cell(2, PoliciesModel::Target), u"Read records +1"_s);
        QCOMPARE(open.cell(2, PoliciesModel::State), u"Draft"_s);
        QCOMPARE(open.cell(4, PoliciesModel::State), u"Observed"_s);
        QCOMPARE(open.cell(1, PoliciesModel::By), u"Ingrid Solheim"_s);
    }

    void file_isReadAndPreviewed_thenImported()
    {
        Open open;
        QTemporaryDir directory;
        const QString file = directory.filePath(u"clinic.json"_s);
        QFile made(file);
        QVERIFY(made.open(QIODevice::WriteOnly) && made.write("{}") == 2);
        made.close();
        open.button("policies.more")->click();
        auto* menu = open.panel->findChild<QMenu*>(u"policies.more.menu"_s);
        QVERIFY(menu);
        QCOMPARE(menu->actions().size(), 2);
        QVERIFY(menu->actions().at(0)->isEnabled());
        menu->close();
        open.panel->files()->importFrom(file);
        QTRY_VERIFY(inDialog(u"import_policies"_s, u"import_policies.save"_s));
        QWidget* dialog = tests::openDialog(u"import_policies"_s);
        auto* told = dialog->findChild<QLabel*>(u"import_policies.told"_s);
        QTRY_VERIFY2(told->text().contains(u"are refused"_s) || told->text().contains(u"is refused"_s), qPrintable(told->text()));
        QVERIFY(told->text().contains(u"clinic.json"_s));
        auto* import = inDialog(u"import_policies"_s, u"import_policies.save"_s);
        QVERIFY(!import->isEnabled()); // one mistake, and nothing of it
        QVERIFY(open.stage.house.policies.imported().dryRun);
        dialog->findChild<QCheckBox*>(u"import_policies.publish"_s)->click();
        QTRY_VERIFY(import->isEnabled());
        QVERIFY(open.stage.house.policies.imported().publish);
        import->click();
        QTRY_VERIFY(!tests::openDialog(u"import_policies"_s));
        QVERIFY(!open.stage.house.policies.imported().dryRun);
        QCOMPARE(open.stage.house.policies.imported().text, std::string("{}"));
        QVERIFY(open.panel->findChild<Toast*>()->text().contains(u"2 policies"_s));
    }

    void wrongFile_saysSo_andImportsNothing()
    {
        Open open;
        open.panel->files()->importFrom(u"/nowhere/at/all.json"_s);
        QTRY_VERIFY(!open.panel->findChild<Toast*>()->text().isEmpty());
        QVERIFY(!tests::openDialog(u"import_policies"_s));
        QTemporaryDir directory;
        const QString file = directory.filePath(u"clinic.json"_s);
        QFile made(file);
        QVERIFY(made.open(QIODevice::WriteOnly) && made.write("no") == 2);
        made.close();
        open.stage.house.policies.failures.failNext(makeError(ErrorCode::BadRequest, "This is no JSON."));
        open.panel->files()->importFrom(file);
        QTRY_VERIFY(inDialog(u"import_policies"_s, u"import_policies.save"_s));
        QWidget* dialog = tests::openDialog(u"import_policies"_s);
        QTRY_VERIFY(dialog->findChild<Banner*>(u"import_policies.failure"_s)->isVisible());
        QVERIFY(!inDialog(u"import_policies"_s, u"import_policies.save"_s)->isEnabled());
        inDialog(u"import_policies"_s, u"import_policies.cancel"_s)->click();
    }

    void export_isAFileThatOnlyItsUserReads()
    {
        Open open;
        QTemporaryDir directory;
        const QString file = directory.filePath(u"out.json"_s);
        open.panel->files()->exportTo(file);
        QTRY_VERIFY(open.panel->findChild<Toast*>()->text().contains(u"out.json"_s));
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        QVERIFY(written.readAll().startsWith("{\"format\":\"sallyport-policies\""));
        QCOMPARE(QFile::permissions(file) & (QFileDevice::ReadGroup | QFileDevice::ReadOther), QFileDevice::Permissions());
        open.panel->files()->exportTo(directory.filePath(u"no/such/place.json"_s));
        QTRY_VERIFY(!open.panel->findChild<Toast*>()->text().contains(u"out.json"_s));
    }

    void link_leadsToTheLineThatDecided()
    {
        Open open;
        // As an event's why card says it: the policy's name and the decision.
        open.panel->activate(PolicyLink{u"Same department only"_s, u"decision-1"_s, {}}.argument());
        auto* editor = open.panel->editor()->text();
        QTRY_COMPARE(editor->textCursor().selectedText(), u"context.mfa_age > duration(\"15m\")"_s);
        QVERIFY(editor->isVisible());
        QCOMPARE(editor->textCursor().blockNumber(), 2);
        QVERIFY(!open.panel->editor()->draft()->isChanged());
        // As the simulator says it: the place itself. Of another text nothing is selected.
        PolicyPlace place{u"true"_s, 0, 4};
        open.panel->activate(PolicyLink{u"Same department only"_s, {}, place}.argument());
        QTRY_VERIFY(open.panel->findChild<Toast*>()->text().contains(u"changed after that decision"_s));
        QVERIFY(!editor->textCursor().hasSelection());
        // Without a decision the policy is shown, as before.
        open.panel->activate(u"Working hours"_s);
        auto* pane = open.panel->findChild<PolicyPane*>();
        QTRY_COMPARE(pane->policy().name, std::string("Working hours"));
    }

    void decidingPlace_isWhatWouldHaveToDiffer_orFailed_orAll()
    {
        const auto trace = [](const char* nearest, const char* parts) {
            return QJsonDocument::fromJson(
                       QByteArray(R"({"policies":[{"id":"p","name":"P","condition":"ä == 1 && b","parts":[)") + parts +
                       R"(]}],"nearest":[)" + nearest + "]}")
                .object();
        };
        const QString condition = u"ä == 1 && b"_s;
        QCOMPARE(decidingPlace(trace(R"({"change":"condition","policy":"P","expression":{"offset":11,"length":1}})", ""), u"p"_s),
                 (std::optional(PolicyPlace{condition, 11, 1})));
        QCOMPARE(decidingPlace(trace("", R"({"offset":0,"length":2,"error":"none"})"), u"P"_s),
                 (std::optional(PolicyPlace{condition, 0, 2})));
        QCOMPARE(decidingPlace(trace("", ""), u"P"_s), (std::optional(PolicyPlace{condition, 0, 12})));
        QVERIFY(!decidingPlace(trace("", ""), u"Q"_s));
    }

    void states_narrowTheList()
    {
        Open open;
        auto* which = tests::find<SegmentedControl>(open.panel, u"policies.which"_s);
        which->setCurrent(which->indexOf(u"draft"_s));
        QTRY_COMPARE(open.panel->model()->rowCount(), 1);
        which->setCurrent(which->indexOf(u"enforce"_s));
        QTRY_COMPARE(open.panel->model()->rowCount(), 3);
    }

    void morePoliciesThanAPage_areWalkedTo()
    {
        tests::theme();
        tests::PanelStage stage(40, 0);
        std::vector<access::Policy> many(450);
        for (std::size_t at = 0; at < many.size(); ++at)
            many[at].name = "Policy " + std::to_string(1000 + at);
        stage.house.policies.set(std::move(many));
        QVERIFY(stage.open());
        auto* panel = new PoliciesPanel(*stage.console);
        stage.show(panel);
        QTRY_COMPARE(panel->model()->rowCount(), 450);
        panel->model()->need(430);
        QTRY_COMPARE(panel->model()->index(430, 0).data().toString(), u"Policy 1430"_s);
    }

    void pane_tellsConditionTestsAndWhatWouldBeRefused()
    {
        Open open;
        open.panel->activate(u"Working hours"_s);
        auto* pane = open.panel->findChild<PolicyPane*>();
        QTRY_VERIFY(pane->isVisible() && pane->hasPolicy());
        QCOMPARE(tests::find<QLabel>(pane, u"policies.details.condition"_s)->text(),
                 u"!(now.getHours(\"Europe/Berlin\") >= 7 && now.getHours(\"Europe/Berlin\") < 19)"_s);
        auto* link = tests::find<QPushButton>(pane, u"policies.details.show_observed"_s);
        QTRY_VERIFY(link->isVisibleTo(pane)); // 40 of the decisions would have been refused by it
        QSignalSpy navigate(open.panel, &Panel::navigate);
        link->click();
        QCOMPARE(navigate.count(), 1);
        QCOMPARE(navigate.first().at(0).toString(), u"decisions"_s);
    }

    void textAndForm_sayTheSame()
    {
        Open open;
        open.edit("Same department only");
        QVERIFY(open.panel->isEditing());
        QCOMPARE(open.panel->findChildren<QWidget*>(u"policy.condition"_s).size(), 3);
        // What the form says is in the text.
        auto* minutes = open.panel->findChildren<QSpinBox*>(u"policy.condition.minutes"_s).value(2);
        minutes->setValue(30);
        QCOMPARE(open.words(), u"resource.department != subject.department\n  && !(\"duty_physician\" in subject.roles)\n"
                               "  && context.mfa_age > duration(\"30m\")"_s);
        QCOMPARE(open.panel->editor()->text()->toPlainText(), open.words());
        // What the text says is in the form.
        open.type(u"cidr(\"10.0.0.0/8\").containsIP(context.ip)"_s);
        QTRY_COMPARE(open.panel->findChildren<QLineEdit*>(u"policy.condition.networks"_s).size(), 1);
        QCOMPARE(open.panel->findChild<QLineEdit*>(u"policy.condition.networks"_s)->text(), u"10.0.0.0/8"_s);
        auto* only = tests::find<Banner>(open.panel, u"policy.text_only"_s);
        QVERIFY(!only->isVisible());
        // What a form can't say is only text, and it says so.
        open.type(u"subject.roles.exists(role, role == \"x\")"_s);
        QTRY_VERIFY(only->isVisible());
        QTRY_COMPARE(open.panel->findChildren<QWidget*>(u"policy.condition"_s).size(), 0);
        QVERIFY(open.panel->editor()->isRight());
    }

    void addedConditions_areWritten_andTakenAway()
    {
        Open open;
        open.edit("Owner may always read");
        open.button("policy.condition.add")->click();
        auto* menu = open.panel->findChild<QMenu*>(u"policy.condition_menu"_s);
        QVERIFY(menu);
        menu->actions().at(5)->trigger(); // a time
        menu->close();
        QVERIFY2(open.words().contains(u"now.getHours(\""_s), qPrintable(open.words()));
        QVERIFY(open.words().contains(u">= 9 && "_s) && open.words().contains(u"in [1, 2, 3, 4, 5]"_s));
        open.settle();
        QTRY_COMPARE(open.panel->findChildren<QPushButton*>(u"policy.condition.remove"_s).size(), 2);
        open.panel->findChildren<QPushButton*>(u"policy.condition.remove"_s).value(1)->click();
        QCOMPARE(open.words(), u"resource.owner_id == subject.id"_s);
    }

    void mistakes_areMarkedWhereTheyAre_withTheNearestName()
    {
        Open open;
        open.edit("Owner may always read");
        open.type(u"resource.owner_id == subject.emial"_s);
        QTRY_COMPARE(open.panel->editor()->text()->marks().size(), std::size_t{1});
        const CelMark& mark = open.panel->editor()->text()->marks().front();
        QCOMPARE(mark.start, 21);
        QCOMPARE(mark.length, 13);
        QCOMPARE(mark.message, u"There is no attribute “subject.emial”. Did you mean “subject.email”?"_s);
        auto* problem = tests::find<Banner>(open.panel, u"policy.problem"_s);
        QVERIFY(problem->isVisible() && problem->title() == u"Line 1"_s);
        QVERIFY(!open.button("policies.save")->isEnabled());
        QVERIFY(!open.button("policies.publish")->isEnabled());
        open.type(u"resource.owner_id == subject.email"_s);
        QTRY_VERIFY(!problem->isVisible());
        QVERIFY(open.button("policies.save")->isEnabled());
    }

    void completion_offersTheAttributesOfTheTable()
    {
        const auto names = [](const QString& text, bool all = false) {
            QStringList found;
            for (const auto& one : celSuggestions(text, static_cast<int>(text.size()), all))
                found << one.insert;
            return found;
        };
        QCOMPARE(names(u"resource.o"_s), QStringList{u"resource.owner_id"_s});
        QCOMPARE(names(u"true && mfa"_s), (QStringList{u"subject.mfa"_s, u"context.mfa_age"_s}));
        QCOMPARE(names(u"cid"_s), QStringList{u"cidr("_s});
        QVERIFY(names(u"\"subject."_s).isEmpty());
        QVERIFY(names(u"true // subject."_s).isEmpty());
        QVERIFY(names(u""_s).isEmpty());
        QCOMPARE(names(u""_s, true).size(), 10);
        Open open;
        open.edit("Owner may always read");
        auto* editor = open.panel->editor()->text();
        editor->setFocus();
        editor->selectAll();
        QTest::keyClicks(editor, u"subject.dep"_s);
        QTRY_VERIFY(editor->popup()->isVisible());
        QTest::keyClick(editor, Qt::Key_Tab);
        QCOMPARE(editor->toPlainText(), u"subject.department"_s);
        QVERIFY(editor->hasFocus());
    }

    void colours_standWhereTheWordsAre()
    {
        const auto spans = celSpans(u"cidr(\"ä\").containsIP(x) && 15 in [true]"_s);
        QCOMPARE(spans.size(), std::size_t{5});
        QCOMPARE(spans[0].kind, CelSpan::Kind::Function);
        QCOMPARE(spans[1].start, 5);
        QCOMPARE(spans[1].length, 3);
        QCOMPARE(spans[2].kind, CelSpan::Kind::Number);
        QCOMPARE(spans[2].start, 27);
        QCOMPARE(spans[4].kind, CelSpan::Kind::Word);
    }

    void newPolicy_isSavedAsDraft_andTakenBack()
    {
        Open open;
        open.button("policies.add")->click();
        open.settle();
        QVERIFY(!open.button("policies.save")->isEnabled()); // it has no name yet
        auto* name = tests::find<QLineEdit>(open.panel, u"policy.name"_s);
        QVERIFY(name->hasFocus());
        QTest::keyClicks(name, u"Night shift"_s);
        QTRY_VERIFY(open.button("policies.save")->isEnabled());
        open.button("policies.save")->click();
        QTRY_COMPARE(open.policy("Night shift").name, std::string("Night shift"));
        QCOMPARE(open.policy("Night shift").state, access::PolicyState::Draft);
        QCOMPARE(open.policy("Night shift").condition, std::string("resource.owner_id == subject.id"));
        auto* toast = open.panel->findChild<Toast*>();
        QTRY_VERIFY(toast->isVisible());
        Q_EMIT toast->actionRequested();
        QTRY_COMPARE(open.stage.house.policies.all().size(), std::size_t{5});
        QTRY_VERIFY(!open.panel->isEditing());
    }

    void publishing_isOff_whileATestFails()
    {
        Open open;
        QVERIFY(open.stage.house.policies.setTests(open.stage.house.administrator(), "Same department only",
                                                   {{"Wrong", R"({"action":"records:update"})", true}}));
        open.edit("Same department only");
        QTRY_VERIFY(open.button("policies.publish")->isEnabled());
        open.button("policies.publish")->click();
        QTRY_VERIFY(tests::openDialog(u"publish_policy"_s));
        QWidget* dialog = tests::openDialog(u"publish_policy"_s);
        const auto said = [&] {
            QStringList texts;
            for (const QWidget* part : tests::find(dialog, u"publish_policy.checks"_s)->findChildren<QWidget*>()) {
                if (const auto* label = qobject_cast<const ElideLabel*>(part))
                    texts << label->text();
                if (const auto* label = qobject_cast<const QLabel*>(part))
                    texts << label->text();
            }
            return texts;
        };
        QTRY_VERIFY2(said().contains(u"Wrong"_s), qPrintable(said().join(u'|')));
        QVERIFY(!tests::find<QPushButton>(dialog, u"publish_policy.confirm"_s)->isEnabled());
        dialog->close();
    }

    void observing_isPublished_andUndone()
    {
        Open open;
        open.edit("Owner may always read");
        open.type(u"resource.owner_id == subject.id && subject.mfa"_s);
        QTRY_VERIFY(open.button("policies.publish")->isEnabled());
        open.button("policies.publish")->click();
        QPushButton* confirm = inDialog(u"publish_policy"_s, u"publish_policy.confirm"_s);
        QVERIFY(confirm);
        QTRY_VERIFY(confirm->isEnabled());
        tests::openDialog(u"publish_policy"_s)->findChild<SegmentedControl*>(u"publish_policy.state"_s)->setCurrent(0);
        confirm->click();
        QTRY_COMPARE(open.policy("Owner may always read").state, access::PolicyState::Observe);
        QCOMPARE(open.policy("Owner may always read").condition, std::string("resource.owner_id == subject.id && subject.mfa"));
        auto* toast = open.panel->findChild<Toast*>();
        QTRY_VERIFY(toast->isVisible());
        Q_EMIT toast->actionRequested();
        QTRY_COMPARE(open.policy("Owner may always read").state, access::PolicyState::Enforce);
        QCOMPARE(open.policy("Owner may always read").condition, std::string("resource.owner_id == subject.id"));
        QTRY_COMPARE(open.words(), u"resource.owner_id == subject.id"_s);
    }

    void leaving_asksWhatIsNotSaved()
    {
        Open open;
        open.edit("Owner may always read");
        open.button("policies.back")->click();
        QVERIFY(!open.panel->isEditing());
        open.edit("Owner may always read");
        QVERIFY(open.panel->unsavedWork().isEmpty());
        open.type(u"subject.mfa"_s);
        QCOMPARE(open.panel->unsavedWork(), u"Changes to Owner may always read"_s);
        open.button("policies.back")->click();
        QVERIFY(open.panel->isEditing());
        QPushButton* discard = inDialog(u"discard_policy"_s, u"discard_policy.confirm"_s);
        QVERIFY(discard);
        discard->click();
        QTRY_VERIFY(!open.panel->isEditing());
        QVERIFY(open.panel->unsavedWork().isEmpty());
        QCOMPARE(open.policy("Owner may always read").condition, std::string("resource.owner_id == subject.id"));
    }

    void history_showsWhatChanged_andBringsBack()
    {
        Open open;
        open.edit("Same department only");
        open.button("policies.history")->click();
        QTRY_VERIFY(tests::openDialog(u"policy_history"_s));
        QWidget* dialog = tests::openDialog(u"policy_history"_s);
        auto* versions = tests::find<QListWidget>(dialog, u"policy_history.versions"_s);
        QTRY_VERIFY(versions->count() > 3);
        QPushButton* back = tests::find<QPushButton>(dialog, u"policy_history.bring_back"_s);
        QVERIFY(!back->isEnabled()); // the newest is what it is
        versions->setCurrentRow(2);
        QTRY_VERIFY(back->isEnabled());
        back->click();
        QTRY_COMPARE(open.policy("Same department only").condition, std::string("resource.department != subject.department"));
        QTRY_COMPARE(open.words(), u"resource.department != subject.department"_s);
    }

    void differences_areOfTheLinesThatDiffer()
    {
        const LineDifference lines = lineDifference(u"a\nb\nc\nd"_s, u"a\nx\nd"_s);
        QCOMPARE(lines.removed, (QStringList{u"b"_s, u"c"_s}));
        QCOMPARE(lines.added, QStringList{u"x"_s});
        authorization::NewPolicy before, after;
        before.effect = "allow";
        after.effect = "deny";
        after.actions = {"records:read"};
        const auto differences = policyDifferences(before, after);
        QCOMPARE(differences.size(), std::size_t{2});
        QCOMPARE(differences[0].what, u"Effect"_s);
        QCOMPARE(differences[0].after, u"Deny"_s);
        QCOMPARE(differences[1].after, u"Read records"_s);
    }

    void tests_areRunWithTheDraft_addedAndTakenAway()
    {
        Open open;
        open.edit("Same department only");
        QTRY_VERIFY(open.panel->editor()->trial()->tried());
        open.button("policy.tests")->click();
        QTRY_VERIFY(tests::openDialog(u"policy_tests"_s));
        QWidget* dialog = tests::openDialog(u"policy_tests"_s);
        auto* name = tests::find<QLineEdit>(dialog, u"policy_tests.name"_s);
        auto* add = tests::find<QPushButton>(dialog, u"policy_tests.add"_s);
        QVERIFY(!add->isEnabled());
        QTest::keyClicks(name, u"As tried"_s);
        QTRY_VERIFY(add->isEnabled());
        add->click();
        const auto stored = [&] {
            return open.stage.house.policies.tests(open.stage.house.administrator(), "Same department only").value();
        };
        QTRY_COMPARE(stored().size(), std::size_t{3});
        QCOMPARE(stored().back().name, std::string("As tried"));
        QVERIFY(stored().back().question.find("\"action\":\"records:read\"") != std::string::npos);
        QVERIFY(stored().back().allowed);
        QVERIFY(open.stage.house.accessChecks.askedDraft().starts_with("resource.department != subject.department"));
    }

    void trial_asksWithTheDraft()
    {
        Open open;
        open.edit("Same department only");
        QTRY_COMPARE(open.panel->editor()->trial()->trace()->verdict(), u"Allowed"_s);
        open.type(u"subject.mfa"_s);
        QTRY_COMPARE(open.stage.house.accessChecks.askedDraft(), std::string("subject.mfa"));
    }

    void replay_listsWhatWouldFlip_grouped()
    {
        Open open;
        open.edit("Same department only");
        ReplayView* replay = open.panel->editor()->replay();
        QVERIFY(replay->summary().isEmpty());
        open.button("policy.replay.run")->click();
        QTRY_COMPARE(replay->model()->rowCount(), 2);
        QCOMPARE(open.stage.house.accessChecks.replays(), 7);
        QCOMPARE(replay->summary(), u"14 of 18,200 decisions of the last 7 days would change"_s);
        const auto cell = [&](int row, int column) { return replay->model()->index(row, column).data().toString(); };
        QCOMPARE(cell(0, ReplayModel::Change), u"Allow to deny"_s);
        QCOMPARE(cell(0, ReplayModel::Name), u"Farid Rahmani"_s);
        QCOMPARE(cell(0, ReplayModel::What), u"Read records"_s);
        QCOMPARE(cell(0, ReplayModel::Times), u"7"_s);
        tests::find<SegmentedControl>(open.panel, u"policy.replay.by"_s)->setCurrent(1);
        QCOMPARE(cell(0, ReplayModel::Name), u"GET /api/data/{id}"_s);
        QCOMPARE(cell(0, ReplayModel::What), u"Read records"_s);
        // Of another text than was replayed it says nothing.
        open.type(u"subject.mfa"_s);
        QVERIFY(replay->summary().isEmpty());
    }

    void deleting_asksAndTellsWhatItMeans()
    {
        Open open;
        open.panel->activate(u"Trainees read only"_s);
        auto* pane = open.panel->findChild<PolicyPane*>();
        QTRY_VERIFY(pane->isVisible() && pane->hasPolicy());
        tests::find<QPushButton>(pane, u"policies.details.remove"_s)->click();
        QPushButton* confirm = inDialog(u"delete_policy"_s, u"delete_policy.confirm"_s);
        QVERIFY(confirm);
        confirm->click();
        QTRY_COMPARE(open.stage.house.policies.all().size(), std::size_t{4});
        QTRY_COMPARE(open.panel->model()->rowCount(), 4);
        QTRY_VERIFY(!pane->isVisible());
    }

    void whoMayOnlyRead_canOpenAndTry_notChange()
    {
        Open open(tests::FakeHouse(1, 0).with("auditor"));
        open.edit("Same department only");
        QVERIFY(open.panel->editor()->text()->isReadOnly());
        QVERIFY(!open.button("policies.save")->isEnabled());
        QVERIFY(!open.button("policies.publish")->isEnabled());
        QVERIFY(!open.button("policies.save")->toolTip().isEmpty());
        QTRY_VERIFY(!open.panel->editor()->trial()->trace()->verdict().isEmpty());
    }

    void conflict_staysInTheEditor()
    {
        Open open;
        open.edit("Owner may always read");
        open.type(u"subject.mfa"_s);
        QTRY_VERIFY(open.button("policies.publish")->isEnabled());
        authorization::PolicyPatch other;
        other.note = "changed elsewhere";
        QVERIFY(open.stage.house.policies.change(open.stage.house.administrator(), "Owner may always read", other));
        open.panel->editor()->store(access::PolicyState::Enforce);
        auto* failure = tests::find<Banner>(open.panel, u"policy.failure"_s);
        QTRY_VERIFY(failure->isVisible());
        QCOMPARE(open.words(), u"subject.mfa"_s);
    }

    void error_isShownWithRetry_andEmptyTeaches()
    {
        tests::theme();
        tests::PanelStage stage(40, 0);
        stage.house.policies.failures.failNext(makeError(ErrorCode::Unavailable, "busy"));
        QVERIFY(stage.open());
        auto* panel = new PoliciesPanel(*stage.console);
        stage.show(panel);
        auto* error = panel->findChild<ErrorState*>();
        QTRY_VERIFY(error && error->isVisible());
        stage.house.policies.set({});
        Q_EMIT error->retryRequested();
        auto* empty = panel->findChild<EmptyState*>();
        QTRY_VERIFY(empty && empty->isVisible());
    }
};

} // namespace

SALLYPORT_GUI_TEST(TstPoliciesPanel)

} // namespace tst_policies_panel
#include "tst_policies_panel.moc"
