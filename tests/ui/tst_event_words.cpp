#include "backend/audit/event_kinds.h"
#include "tests/support/test_main.h"
#include "ui/events/event_trace.h"
#include "ui/words/alert_text.h"
#include "ui/words/change_text.h"
#include "ui/words/event_text.h"
#include "ui/words/policy_place.h"
#include "ui/words/rate_rule_text.h"
#include "ui/words/relative_time.h"

#include <QtTest>

namespace tst_event_words {

using namespace sallyport;
using namespace sallyport::ui;

namespace {

audit::Event failedSignIn()
{
    audit::Event event;
    event.kind = audit::kind::signInFailed;
    event.outcome = audit::Outcome::Failure;
    event.actor = {"anonymous", {}, "jonas.weber@northgate.example", "jonas.weber@northgate.example"};
    event.object = {"user", "usr_1", "Jonas Weber"};
    event.address = "203.0.113.7";
    return event;
}

/// Events are told by names, not by what was typed or by ids.
class TestEventWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void refusalOfAPolicy_leadsToThePolicyAndTheDecision()
    {
        audit::Event event = failedSignIn();
        event.kind = audit::kind::policyDenied;
        event.detailsJson = R"({"policy": "Night shift", "decision_id": "01JDGM"})";
        const auto actions = stageActions(event, QStringLiteral("endpoint"));
        QCOMPARE(actions.size(), std::size_t{2});
        QCOMPARE(actions[0].panel, QStringLiteral("policies"));
        QCOMPARE(actions[0].argument, (PolicyLink{QStringLiteral("Night shift"), QStringLiteral("01JDGM"), {}}.argument()));
        QCOMPARE(actions[1].panel, QStringLiteral("decisions"));
        QCOMPARE(actions[1].argument, QStringLiteral("01JDGM"));
    }

    void failedSignIn_isOfThePerson_notOfTheAddressThatWasTyped()
    {
        const audit::Event event = failedSignIn();
        QCOMPARE(eventWho(event), QStringLiteral("Jonas Weber"));
        QCOMPARE(eventTitle(event), QStringLiteral("Sign-in failed")); // who says to whom
        QCOMPARE(eventSubject(event), QStringLiteral("Jonas Weber"));
    }

    void limitsOfOurs_areToldByTheirNames()
    {
        audit::Event event;
        event.kind = audit::kind::limitReached;
        event.object = {"limit", "api_write", "api_write"};
        QCOMPARE(eventTitle(event), QStringLiteral("Rate limit reached: Writing"));
        event.object = {"limit", "lab", "Lab imports"};
        QCOMPARE(eventTitle(event), QStringLiteral("Rate limit reached: Lab imports"));
        QVERIFY(rateClassName("lab").isEmpty());
    }

    void incidentOfAKind_isToldInTheLanguageOfTheWindow()
    {
        alerts::Incident incident;
        incident.groupBy = alerts::GroupBy::Kind;
        incident.groupValue = audit::kind::serverFailed;
        incident.groupName = "what the journal calls it";
        QCOMPARE(incidentGroup(incident), kindTitle(audit::kind::serverFailed));
        incident.groupValue = "no.such_kind";
        QCOMPARE(incidentGroup(incident), QStringLiteral("what the journal calls it"));
        incident.groupBy = alerts::GroupBy::Address;
        incident.groupName = "192.0.2.18";
        QCOMPARE(incidentGroup(incident), QStringLiteral("192.0.2.18"));
    }

    void ends_areWholeSentences()
    {
        QCOMPARE(endsInText(-5), QStringLiteral("In 0 s"));
        QCOMPARE(endsInText(119), QStringLiteral("In 119 s"));
        QCOMPARE(endsInText(49 * 60), QStringLiteral("In 49 min"));
        QCOMPARE(endsInText(5 * 3600), QStringLiteral("In 5 h"));
        QCOMPARE(endsInText(6 * 86400), QStringLiteral("In 6 days"));
    }

    void failedSignIn_withoutAnAccount_isOfWhatWasTyped()
    {
        audit::Event event = failedSignIn();
        event.object = {"user", {}, event.actor.email};
        QCOMPARE(eventWho(event), QStringLiteral("jonas.weber@northgate.example"));
    }

    void failedSignIn_thatClaimsNobody_isOfTheAccount()
    {
        audit::Event event = failedSignIn();
        event.actor = {"anonymous", {}, {}};
        QCOMPARE(eventWho(event), QStringLiteral("Jonas Weber"));
        event.object = {};
        QCOMPARE(eventWho(event), QStringLiteral("–"));
        QCOMPARE(eventSubject(event), QStringLiteral("203.0.113.7"));
    }

    void whatSomebodyDidToAnother_isOfWhoDidIt()
    {
        audit::Event event;
        event.kind = "user.disabled";
        event.actor = {"operator", "usr_2", "Ingrid Solheim"};
        event.object = {"user", "usr_1", "Jonas Weber"};
        QCOMPARE(eventWho(event), QStringLiteral("Ingrid Solheim"));
        QVERIFY(eventTitle(event).endsWith(QStringLiteral(": Jonas Weber")));
    }

    void change_isToldInWords()
    {
        QCOMPARE(changeFieldText("inherits"), QStringLiteral("Inherits"));
        QCOMPARE(changeFieldText("another"), QStringLiteral("another"));
        QCOMPARE(changeValueText("roles", "viewer, own_role"), QStringLiteral("Viewer, own_role"));
        QCOMPARE(changeValueText("permissions", "records:read, users:read"), QStringLiteral("Read records, Read users"));
        QCOMPARE(changeValueText("enabled", "true"), QStringLiteral("Yes"));
        QCOMPARE(changeValueText("note", {}), QStringLiteral("–"));
        QCOMPARE(changeValueText("note", "one, two"), QStringLiteral("one, two"));
        QVERIFY(changeValueText("expires_at", "2026-11-24T14:31:52Z").contains(QStringLiteral("2026")));
        QVERIFY(!changeValueText("expires_at", "2026-11-24T14:31:52Z").contains(u'T'));
    }
};

} // namespace

SALLYPORT_GUILESS_TEST(TestEventWords)

} // namespace tst_event_words
#include "tst_event_words.moc"
