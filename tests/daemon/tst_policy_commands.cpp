#include "tests/daemon/daemon_case.h"
#include "tests/support/test_main.h"

#include <boost/json.hpp>

namespace tst_policy_commands {

using namespace sallyport;
using namespace sallyport::test;

/// `sallyportd policy ...` on a vault of its own.
class PolicyCommandsTest final : public DaemonCase {
    Q_OBJECT

    Outcome policy(const QStringList& words) { return vault(QStringList{QStringLiteral("policy")} + words); }

private Q_SLOTS:
    void initTestCase() { makeVault(); }
    void life_fromDraftToNothing();
    void commentOfAHiddenRecord_isHidden();
    void mistakes_areToldWithTheirPlace();
    void documents_goOutAndComeIn();
};

void PolicyCommandsTest::life_fromDraftToNothing()
{
    const QString name = QStringLiteral("Own department");
    const Outcome made = policy({QStringLiteral("create"), name, QStringLiteral("--effect"), QStringLiteral("allow"),
                                 QStringLiteral("--actions"), QStringLiteral("records:read"), QStringLiteral("--condition"),
                                 QStringLiteral("resource.department == subject.department")});
    QVERIFY2(made.code == 0, made.error.constData());
    QVERIFY(made.output.contains("state\tdraft\n"));
    const auto simulate = [&](const QStringList& more) {
        return policy(QStringList{QStringLiteral("simulate"), QStringLiteral("--subject"),
                                  QStringLiteral(R"({"department": "X", "roles": ["viewer"]})"), QStringLiteral("--action"),
                                  QStringLiteral("records:read"), QStringLiteral("--resource"),
                                  QStringLiteral(R"({"department": "Y"})")} +
                      more);
    };
    QVERIFY(simulate({}).output.contains("allowed\tyes\n"));
    QVERIFY(simulate({QStringLiteral("--enforced"), name}).output.contains("reason\tno_rule_matched\n"));
    QCOMPARE(policy({QStringLiteral("test"), name}).code, 0);
    QCOMPARE(policy({QStringLiteral("publish"), name}).code, 0);
    QVERIFY(simulate({}).output.contains("allowed\tno\n"));
    const Outcome traced = simulate({QStringLiteral("--json")});
    const boost::json::value trace = boost::json::parse(traced.output.toStdString()).at("trace");
    QCOMPARE(boost::json::value_to<std::string>(trace.at_pointer("/policies/0/result")), std::string("false"));
    QVERIFY(policy({QStringLiteral("change"), name, QStringLiteral("--condition"), QStringLiteral("true")})
                .output.contains("version\t3\n"));
    QVERIFY(policy({QStringLiteral("change"), name, QStringLiteral("--restore"), QStringLiteral("1")})
                .output.contains("resource.department == subject.department"));
    QCOMPARE(policy({QStringLiteral("show"), name, QStringLiteral("--versions")}).output.count('\n'), 4);
    QVERIFY(policy({QStringLiteral("list")}).output.startsWith("Own department\tenforce\tallow\trecords:read\trecord\t"));
    QVERIFY(
        policy({QStringLiteral("simulate"), QStringLiteral("--action"), QStringLiteral("users:read")}).output.contains("ada@"));
    QVERIFY(policy({QStringLiteral("replay"), QStringLiteral("--policy"), name}).output.contains("0 would flip"));
    QCOMPARE(policy({QStringLiteral("delete"), name}).code, 0);
    QCOMPARE(policy({QStringLiteral("show"), name}).code, 1);
}

void PolicyCommandsTest::commentOfAHiddenRecord_isHidden()
{
    const auto idOf = [](const Outcome& made) {
        const boost::json::value told = boost::json::parse(made.output.toStdString());
        return QString::fromStdString(boost::json::value_to<std::string>(told.at("id")));
    };
    const QString record = idOf(vault({QStringLiteral("record"), QStringLiteral("create"), QStringLiteral("H"),
                                       QStringLiteral("--department"), QStringLiteral("Radiology"), QStringLiteral("--json")}));
    const QString comment = idOf(vault({QStringLiteral("comment"), QStringLiteral("create"), QStringLiteral("seen"),
                                        QStringLiteral("--record"), record, QStringLiteral("--json")}));
    const auto simulate = [&] {
        return policy({QStringLiteral("simulate"), QStringLiteral("--subject"), QStringLiteral(R"({"roles": ["editor"]})"),
                       QStringLiteral("--action"), QStringLiteral("comments:read"), QStringLiteral("--resource"),
                       QStringLiteral(R"({"kind": "comment", "id": "%1"})").arg(comment)});
    };
    QVERIFY(simulate().output.contains("allowed\tyes\n"));
    QCOMPARE(policy({QStringLiteral("create"), QStringLiteral("None"), QStringLiteral("--effect"), QStringLiteral("deny"),
                     QStringLiteral("--actions"), QStringLiteral("records:read"), QStringLiteral("--state"),
                     QStringLiteral("enforce"), QStringLiteral("--condition"), QStringLiteral("resource.id != ''")})
                 .code,
             0);
    const Outcome hidden = simulate();
    QVERIFY2(hidden.output.contains("allowed\tno\n"), hidden.output.constData());
    QVERIFY(hidden.output.contains("summary\tHidden: it needs records:read of the record. "));
    QCOMPARE(policy({QStringLiteral("delete"), QStringLiteral("None")}).code, 0);
}

void PolicyCommandsTest::mistakes_areToldWithTheirPlace()
{
    const Outcome wrong = policy({QStringLiteral("create"), QStringLiteral("w"), QStringLiteral("--effect"),
                                  QStringLiteral("allow"), QStringLiteral("--actions"), QStringLiteral("records:read"),
                                  QStringLiteral("--condition"), QStringLiteral("subject.emial == 'x'")});
    QCOMPARE(wrong.code, 1);
    QVERIFY(wrong.error.contains("subject.email"));
    QCOMPARE(policy({QStringLiteral("change"), QStringLiteral("w")}).code, 2);
    QCOMPARE(policy({QStringLiteral("simulate")}).code, 2);
    QCOMPARE(policy({QStringLiteral("replay"), QStringLiteral("--since"), QStringLiteral("noon")}).code, 2);
}

void PolicyCommandsTest::documents_goOutAndComeIn()
{
    const QByteArray wanted = R"({"format": "sallyport-policies", "version": 1, "policies": [{"name": "Own department",
        "effect": "allow", "actions": ["records:read"], "resources": ["record"], "state": "enforce",
        "condition": "resource.department == subject.department"}]})";
    const QString name = QStringLiteral("policies.json"), file = write(name, wanted);
    const QString tried = QStringLiteral("--dry-run"), published = QStringLiteral("--publish");
    const Outcome would = policy({QStringLiteral("import"), file, tried});
    QVERIFY2(would.code == 0, would.error.constData());
    QVERIFY(would.output.contains("added\t1\n"));
    QVERIFY(would.output.contains("0\tadded\tOwn department\tdraft\t"));
    QVERIFY(policy({QStringLiteral("list")}).output.isEmpty());
    QVERIFY(policy({QStringLiteral("import"), file}).output.contains("\tdraft\t"));
    QVERIFY(policy({QStringLiteral("import"), file, published}).output.contains("0\tchanged\tOwn department\tenforce\tstate"));
    const Outcome out = policy({QStringLiteral("export")});
    QVERIFY(out.output.startsWith("{\"format\":\"sallyport-policies\""));
    QCOMPARE(write(name, out.output), file);
    QVERIFY(policy({QStringLiteral("import"), file}).output.contains("unchanged\t1\n"));
    QCOMPARE(policy({QStringLiteral("export"), QStringLiteral("--state"), QStringLiteral("draft")}).output.count('\n'),
             2); // none
    QCOMPARE(policy({QStringLiteral("export"), QStringLiteral("--state"), QStringLiteral("on")}).code, 2);

    QCOMPARE(write(name, QByteArray(wanted).replace("subject.department", "subject.departmnt")), file);
    const Outcome wrong = policy({QStringLiteral("import"), file, tried});
    QCOMPARE(wrong.code, 1);
    QVERIFY2(wrong.output.contains("refused\tOwn department\t"), wrong.output.constData());
    QVERIFY2(wrong.output.contains("condition at 1:"), wrong.output.constData());
    QCOMPARE(policy({QStringLiteral("import"), file}).code, 1);
    QCOMPARE(policy({QStringLiteral("import")}).code, 2);
    const boost::json::value told =
        boost::json::parse(policy({QStringLiteral("import"), file, tried, QStringLiteral("--json")}).output.toStdString());
    QCOMPARE(told.at_pointer("/policies/0/outcome"), boost::json::value("refused"));
    QCOMPARE(policy({QStringLiteral("delete"), QStringLiteral("Own department")}).code, 0);
}

SALLYPORT_GUILESS_TEST(PolicyCommandsTest)

} // namespace tst_policy_commands
#include "tst_policy_commands.moc"
