#include "tests/support/test_main.h"
#include "tests/ui/support/panel_test.h"
#include "ui/decisions/decision_pane.h"
#include "ui/decisions/decision_trace.h"
#include "ui/decisions/decision_words.h"
#include "ui/decisions/decisions_model.h"
#include "ui/decisions/decisions_panel.h"
#include "ui/tables/data_table.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/error_state.h"
#include "ui/widgets/segmented_control.h"
#include "ui/words/failure_words.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

namespace tst_decisions_panel {

using namespace sallyport;
using namespace sallyport::ui;
using namespace Qt::StringLiterals;

namespace {

class TstDecisionsPanel final : public QObject {
    Q_OBJECT

    struct Open {
        explicit Open(std::size_t decisions = 240)
        {
            tests::theme();
            stage.house.decisionLog.count = decisions;
            if (!stage.open())
                return;
            panel = new DecisionsPanel(*stage.console);
            stage.show(panel);
        }
        QString cell(int row, int column) const { return panel->model()->index(row, column).data().toString(); }
        tests::PanelStage stage{40, 0};
        DecisionsPanel* panel = nullptr;
    };

private Q_SLOTS:
    void list_saysWhoWhatAndWhy()
    {
        Open open;
        QTRY_COMPARE(open.panel->model()->rowCount(), 240);
        QCOMPARE(open.cell(1, DecisionsModel::Outcome), u"Refused"_s);
        QCOMPARE(open.cell(1, DecisionsModel::Who), u"Jonas Weber"_s);
        QCOMPARE(open.cell(1, DecisionsModel::What), u"Change records"_s);
        QCOMPARE(open.cell(1, DecisionsModel::Why), u"Refused by “Same department only”"_s);
        QCOMPARE(open.cell(0, DecisionsModel::Why), u"No role gives “Read records”"_s);
        QCOMPARE(open.cell(1, DecisionsModel::On), u"Discharge summary 2201"_s);
        QCOMPARE(open.cell(2, DecisionsModel::On), u"Record"_s); // which this reader may not know: no id in its place
        QCOMPARE(open.cell(5, DecisionsModel::Outcome), u"Would be refused"_s);
        QCOMPARE(open.cell(5, DecisionsModel::Why), u"“Working hours” would refuse it"_s);
    }

    void reason_whereNoPolicyIsNamed_namesNone()
    {
        authorization::RecordedDecision decision;
        decision.allowed = true;
        decision.observed = "deny";
        QCOMPARE(decisionReason(decision), u"Enforced, no policy would allow it"_s);
        decision.observedPolicy = "Working hours";
        QCOMPARE(decisionReason(decision), u"“Working hours” would refuse it"_s);
    }

    void object_isToldByName_andByItsIdOnlyWhereNobodyMayKnowIt()
    {
        authorization::RecordedDecision decision;
        QCOMPARE(decisionObject(decision), objectKindText({}));
        decision.kind = "file";
        decision.objectId = "01JDGM";
        QVERIFY(decisionObject(decision).endsWith(u" 01JDGM"_s));
        decision.objectName = "scan.pdf";
        QVERIFY(decisionObject(decision).endsWith(u" “scan.pdf”"_s));
        QVERIFY(!decisionObject(decision).contains(u"01JDGM"_s));
    }

    void which_narrows_andClearingShowsAllAgain()
    {
        Open open;
        QTRY_COMPARE(open.panel->model()->rowCount(), 240);
        auto* which = tests::find<SegmentedControl>(open.panel, u"decisions.which"_s);
        which->setCurrent(which->indexOf(u"refused"_s));
        QTRY_COMPARE(open.panel->model()->rowCount(), 160);
        which->setCurrent(which->indexOf(u"observed"_s));
        QTRY_COMPARE(open.panel->model()->rowCount(), 40);
        tests::find<QLineEdit>(open.panel, u"decisions.filter"_s)->setText(u"nobody at all"_s);
        QTRY_COMPARE(open.panel->model()->rowCount(), 0);
        auto* clear = tests::find<QPushButton>(open.panel, u"decisions.clear_filters"_s);
        QTRY_VERIFY(clear->isVisible());
        QTest::mouseClick(clear, Qt::LeftButton);
        QTRY_COMPARE(open.panel->model()->rowCount(), 240);
        QCOMPARE(which->current(), 0);
    }

    void pane_explains_andFollowsTheList()
    {
        Open open;
        QTRY_COMPARE(open.panel->model()->rowCount(), 240);
        open.panel->table()->setFocus();
        open.panel->table()->selectRow(1);
        QTest::keyClick(open.panel->table(), Qt::Key_Return);
        auto* pane = open.panel->findChild<DecisionPane*>();
        QTRY_VERIFY(pane && pane->isVisible() && pane->hasDecision());
        QTRY_VERIFY(!pane->decision().trace.empty());
        QCOMPARE(pane->decision().id, std::string("decision-1"));
        QTest::keyClick(open.panel->table(), Qt::Key_Down);
        QTRY_COMPARE(pane->decision().id, std::string("decision-2"));
    }

    void trace_isToldInWords()
    {
        Open open;
        const auto decision = open.stage.house.decisionLog.read(open.stage.house.administrator(), "decision-1");
        QVERIFY(decision);
        const auto lines = whyLines(decision->trace);
        QStringList texts;
        for (const auto& line : lines)
            texts << line.text + u": "_s + line.note;
        QCOMPARE(
            texts,
            (QStringList{u"Permission “Change records”: From Editor"_s, u"Same department only: Refuses: its condition holds"_s,
                         u"resource.department != subject.department: true"_s, u"resource.department: \"Cardiology\""_s,
                         u"subject.department: \"Radiology\""_s, u"context.mfa_age: 22m"_s,
                         u"Owner may always read: Doesn’t allow: its condition doesn’t hold"_s,
                         u"Working hours: Refuses: its condition holds"_s}));
        QCOMPARE(lines.last().trailing, u"Observed"_s);
        const auto nearest = nearestLines(decision->trace);
        QCOMPARE(nearest.size(), 1);
        QCOMPARE(nearest.first().text, u"In “Same department only”, this being false:"_s);
        QCOMPARE(nearest.first().note, u"context.mfa_age > duration(\"15m\")"_s);
    }

    /// What an evaluation says in English, for machines, is worded by the window.
    void trace_ofWhatFailed_saysWhyInWordsOfTheWindow()
    {
        const QJsonObject part{{u"text"_s, u"resource.owner_id"_s},
                               {u"error"_s, u"missing attribute 'resource.owner_id' at line 1, column 1"_s}};
        const QJsonObject policy{{u"name"_s, u"Owner"_s},   {u"effect"_s, u"allow"_s},
                                 {u"result"_s, u"error"_s}, {u"error"_s, part.value(u"error")},
                                 {u"decided"_s, true},      {u"parts"_s, QJsonArray{part}}};
        const QJsonObject trace{{u"policies"_s, QJsonArray{policy}}};
        const auto lines = whyLines(QJsonDocument(trace).toJson().toStdString());
        QCOMPARE(lines.size(), 3);
        QCOMPARE(lines[1].note,
                 u"Doesn’t allow, because it could not be evaluated: “resource.owner_id” has no value here (line 1, column 1)"_s);
        QCOMPARE(lines[2].note, u"“resource.owner_id” has no value here (line 1, column 1)"_s);
    }

    void failure_isWordedWhateverItsKind()
    {
        const QString at = u" at line 2, column 7"_s;
        for (const auto& [said, words] : {
                 std::pair(u"missing attribute 'subject.attr[\" at line 3, column 4\"]'"_s,
                           u"“subject.attr[\" at line 3, column 4\"]” has no value here"_s),
                 std::pair(u"unknown name 'x'"_s, u"there is no attribute “x”"_s),
                 std::pair(u"unknown function 'f'"_s, u"there is no function “f”"_s),
                 std::pair(u"no such overload"_s, u"the function or operator takes no values of these types"_s),
                 std::pair(u"no such key"_s, u"the map has no such key"_s),
                 std::pair(u"index out of range"_s, u"the list or text has no place with this number"_s),
                 std::pair(u"division by zero"_s, u"division by zero"_s),
                 std::pair(u"beyond the range of the type"_s, u"the result is beyond the range of its type"_s),
                 std::pair(u"cannot be read"_s, u"a text cannot be read"_s),
                 std::pair(u"cannot be read: this is no IP address"_s, u"this is no IP address"_s),
                 std::pair(u"cannot be read: no regular expression: no end"_s, u"this is no regular expression"_s),
                 std::pair(u"cannot be read: a clause of format() is not finished"_s,
                           u"a text cannot be read: a clause of format() is not finished"_s),
             }) {
            QCOMPARE(failureCause(said + at), words);
            QCOMPARE(failureText(said + at), words + u" (line 2, column 7)"_s);
            QVERIFY(namesItsPlace(said + at) && !namesItsPlace(said));
        }
        QCOMPARE(failureText(u"more steps than an evaluation may take"_s), u"it takes more steps than an evaluation may take"_s);
        QCOMPARE(failureText(u"the condition gives no bool"_s), u"the condition gives neither true nor false"_s);
        QCOMPARE(failureText(u"what nobody knows yet"_s), u"what nobody knows yet"_s);
        QCOMPARE(failureText({}), QString());
    }

    void trace_ofWhatIsHidden_saysSo()
    {
        const auto first = [](const std::string& hiddenBy) {
            return whyLines("{\"hidden_by\": \"" + hiddenBy + "\", \"roles\": {\"required\": \"records:read\", \"held\": true}}")
                .first()
                .trailing;
        };
        QCOMPARE(first("record"), u"Needed to see the record"_s);
        QCOMPARE(first("file"), u"Needed to see it"_s);
    }

    void trace_thatIsNone_givesNothing()
    {
        for (const std::string text : {"", "[]", "null", "{", "{\"policies\": 3}"})
            QVERIFY(nearestLines(text).isEmpty());
        QVERIFY(whyLines("").isEmpty());
        QVERIFY(whyLines("[1]").isEmpty());
    }

    void activate_withAnId_showsThatDecision()
    {
        Open open;
        QTRY_COMPARE(open.panel->model()->rowCount(), 240);
        open.panel->activate(u"decision-7"_s);
        auto* pane = open.panel->findChild<DecisionPane*>();
        QTRY_VERIFY(pane->isVisible() && pane->hasDecision());
        QCOMPARE(pane->decision().id, std::string("decision-7"));
    }

    void event_isFoundByItsRequest()
    {
        Open open;
        QTRY_COMPARE(open.panel->model()->rowCount(), 240);
        QSignalSpy navigate(open.panel, &Panel::navigate);
        open.panel->activate(u"decision-3"_s);
        auto* button = tests::find<QPushButton>(open.panel, u"decisions.details.event"_s);
        QTRY_VERIFY(button->isVisible());
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(navigate.count(), 1);
        QCOMPARE(navigate.first().at(0).toString(), u"events"_s);
        QVERIFY(navigate.first().at(1).toString().contains(u"01JDGMREQUEST3"));
    }

    void error_isShownWithRetry()
    {
        tests::theme();
        tests::PanelStage stage(40, 0);
        stage.house.decisionLog.failures.failNext(makeError(ErrorCode::Unavailable, "busy"));
        QVERIFY(stage.open());
        auto* panel = new DecisionsPanel(*stage.console);
        stage.show(panel);
        auto* error = panel->findChild<ErrorState*>();
        QTRY_VERIFY(error && error->isVisible());
        Q_EMIT error->retryRequested();
        QTRY_COMPARE(panel->model()->rowCount(), 240);
    }

    void empty_saysWhatWillStandHere()
    {
        Open open(0);
        auto* empty = open.panel->findChild<EmptyState*>();
        QTRY_VERIFY(empty && empty->isVisible());
    }
};

} // namespace

SALLYPORT_GUI_TEST(TstDecisionsPanel)

} // namespace tst_decisions_panel
#include "tst_decisions_panel.moc"
