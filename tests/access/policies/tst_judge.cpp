#include "tests/access/policies/policy_samples.h"
#include "tests/support/test_main.h"

#include <QtTest>

#include <algorithm>

namespace tst_judge {

using namespace samples;

namespace {

Resource record(std::optional<std::string> department, std::string id = "r1")
{
    Resource made;
    made.id = std::move(id);
    made.department = std::move(department);
    return made;
}

std::string oneOf(const Explanation& explanation)
{
    return explanation.policies.empty() ? std::string() : explanation.policies.front().failure;
}

} // namespace

class TestJudge : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rolesAreAskedFirst()
    {
        QCOMPARE(Asked({allow("a", "true")}).judge(false).reason, Reason::PermissionMissing);
        QCOMPARE(Asked({}).judge(true).reason, Reason::NotNamed);
        QVERIFY(Asked({}).judge(true).allowed());
    }

    void anActionThatAnEnforcedPolicyNamesNeedsAnAllow()
    {
        QCOMPARE(Asked({allow("a", "false")}).judge().reason, Reason::NoneAllows);
        QCOMPARE(Asked({deny("a", "false")}).judge().reason, Reason::NoneAllows);
        QCOMPARE(Asked({allow("a", "true")}).judge().reason, Reason::AllowedByPolicy);
        QCOMPARE(Asked({allow("a", "false", PolicyState::Draft)}).judge().reason, Reason::NotNamed);
        // Another kind, another action.
        Policy other = allow("a", "false");
        other.resources = {ResourceKind::File};
        QCOMPARE(Asked({other}).judge().reason, Reason::NotNamed);
        other.resources = {ResourceKind::Record};
        other.actions = {Permission::RecordsUpdate};
        QCOMPARE(Asked({other}).judge().reason, Reason::NotNamed);
    }

    void denyOverridesInEveryOrder()
    {
        std::vector<Policy> policies{allow("a", "true"), deny("b", "subject.department == 'X'"), allow("c", "true"),
                                     deny("d", "false")};
        std::ranges::sort(policies, {}, &Policy::name);
        do {
            Asked asked(policies);
            const Judgement judgement = asked.judge();
            QCOMPARE(judgement.reason, Reason::DeniedByPolicy);
            QCOMPARE(judgement.by->policy.name, std::string("b"));
        } while (std::ranges::next_permutation(policies, {}, &Policy::name).found);
    }

    void anUnrelatedDenyChangesNothing()
    {
        QVERIFY(Asked({allow("a", "subject.id == 'u1'"), deny("b", "subject.id == 'foobar'")}).judge().allowed());
    }

    void asvs_16_5_3_whatFailsInADenyPolicyDenies()
    {
        Asked asked({allow("a", "true"), deny("b", "resource.department == 'X'")}, somebody(), record(std::nullopt));
        const Judgement judgement = asked.judge();
        QCOMPARE(judgement.reason, Reason::DenyFailed);
        QCOMPARE(judgement.by->policy.name, std::string("b"));
        QVERIFY(judgement.failure.find("missing attribute 'resource.department'") != std::string::npos);
    }

    void asvs_16_5_3_whatFailsInAnAllowPolicyDoesNotAllow()
    {
        Asked asked({allow("a", "resource.department == 'X'")}, somebody(), record(std::nullopt));
        const Judgement alone = asked.judge();
        QCOMPARE(alone.reason, Reason::NoneAllows);
        QVERIFY(alone.failure.find("missing attribute") != std::string::npos);
        QVERIFY(Asked({allow("a", "resource.department == 'X'"), allow("b", "true")}, somebody(), record(std::nullopt))
                    .judge()
                    .allowed());
    }

    void aMissingAttributeInOneBranchDoesNotHideTheOther()
    {
        for (const char* const text : {"subject.attr.missing == 'foo' || subject.department == 'X'",
                                       "subject.department == 'X' || subject.attr.missing == 'foo'"})
            QVERIFY2(Asked({allow("a", text)}).judge().allowed(), text);
        Asked asked({allow("a", "subject.attr.missing == 'foo' || subject.department == 'Y'")});
        const Explanation told = asked.explain();
        QVERIFY(!told.judgement.allowed());
        QVERIFY(oneOf(told).find("missing attribute 'subject.attr.missing'") != std::string::npos);
    }

    void absentIsNotEqualToAnything()
    {
        const std::vector<Policy> same{allow("a", "resource.department == subject.department")};
        QVERIFY(!Asked(same, somebody(""), record(std::nullopt)).judge().allowed());
        QVERIFY(!Asked(same, somebody(""), record("")).judge().allowed());
        QVERIFY(!Asked(same, somebody("X"), record(std::nullopt)).judge().allowed());
        QVERIFY(!Asked(same, somebody("X"), record("")).judge().allowed());
        QVERIFY(Asked(same, somebody("X"), record("X")).judge().allowed());
        // Nobody is never the owner of what has none.
        Actor nobody;
        QVERIFY(!Asked({allow("a", "resource.owner_id == subject.id")}, nobody, record("X")).judge().allowed());
        // Unless it is written.
        QVERIFY(Asked({allow("a", "!has(resource.department)")}, somebody(), record(std::nullopt)).judge().allowed());
    }

    void absentEmptyAndNullAreThreeThings()
    {
        const std::vector<Policy> same{allow("a", "resource.department == context.attr.department")};
        QVERIFY(!Asked(same, somebody(), record("")).judge().allowed());
        const auto with = [&](const cel::Value& value, const Resource& what) {
            Asked asked(same, somebody(), what);
            const cel::MapEntry entry{cel::Value::string("department"), value};
            const cel::MapData map({&entry, 1}, nullptr);
            asked.facts.set(Attribute::ContextAttr, cel::Value::map(map));
            return asked.judge().allowed();
        };
        QVERIFY(!with(cel::Value::null(), record("")));
        QVERIFY(!with(cel::Value::null(), record(std::nullopt)));
        QVERIFY(!with(cel::Value::string(""), record(std::nullopt)));
        QVERIFY(with(cel::Value::string(""), record("")));
    }

    void asvs_8_1_4_timesAreOfTheZoneThatIsWritten()
    {
        using namespace std::chrono;
        const std::vector<Policy> hours{
            allow("a", "now.getHours('Europe/Berlin') >= 9 && context.time.getHours('Europe/Berlin') < 17")};
        const auto at = [&](sys_days day, minutes time) {
            return Asked(hours, somebody(), {}, UtcTime(day + time)).judge().allowed();
        };
        QVERIFY(at(2026y / January / 15, 8h + 30min));
        QVERIFY(at(2026y / July / 15, 8h + 30min));
        QVERIFY(!at(2026y / July / 15, 15h + 30min));
        QVERIFY(at(2026y / January / 15, 15h + 30min));
        QVERIFY(!at(2026y / January / 15, 16h + 0min));
    }

    void observedPoliciesDecideNothingAndAreTold()
    {
        Asked asked({allow("a", "true"), deny("b", "true", PolicyState::Observe)});
        const Judgement would = asked.judge();
        QVERIFY(would.allowed());
        QCOMPARE(would.by->policy.name, std::string("a"));
        QCOMPARE(*would.observed, Reason::DeniedByPolicy);
        QCOMPARE(would.observedBy->policy.name, std::string("b"));
        Asked other({allow("b", "false", PolicyState::Observe)});
        const Judgement none = other.judge();
        QCOMPARE(none.reason, Reason::NotNamed);
        QCOMPARE(*none.observed, Reason::NoneAllows);
        QVERIFY(!Asked({allow("a", "true"), allow("b", "false", PolicyState::Observe)}).judge().observed);
    }

    void nobodyIsExempt()
    {
        Actor system = Actor::system();
        QVERIFY(!Asked({deny("a", "true")}, system).judge().allowed());
        QVERIFY(!Asked({allow("a", "subject.kind == 'user'")}, system).judge().allowed());
    }

    void explainsEachSubExpression()
    {
        Asked asked({allow("a", "subject.department == 'X' && !(resource.department in ['Y', 'Z'])")}, somebody("X"),
                    record("Y"));
        const Explanation told = asked.explain();
        QVERIFY(!told.judgement.allowed());
        QCOMPARE(told.policies.size(), 1U);
        QCOMPARE(told.policies[0].truth, Truth::False);
        std::map<std::string, std::string> values;
        for (const ExplainedPart& part : told.policies[0].parts)
            values[std::string(part.text())] = part.value;
        QCOMPARE(values["subject.department"], std::string("\"X\""));
        QCOMPARE(values["subject.department == 'X'"], std::string("true"));
        QCOMPARE(values["resource.department in ['Y', 'Z']"], std::string("true"));
        QCOMPARE(told.nearest.size(), 1U);
        QCOMPARE(told.nearest[0].part.text(), std::string_view("resource.department in ['Y', 'Z']"));
        QVERIFY(!told.nearest[0].wanted);
    }

    void theNearestAllowIsTheFewestChanges()
    {
        Asked asked({allow("far", "subject.id == 'a' && subject.name == 'b'"), allow("near", "subject.department == 'Y' && true"),
                     deny("stop", "subject.email.endsWith('.org') || false")});
        const Explanation told = asked.explain(false);
        std::vector<std::string> names;
        for (const ExplainedChange& change : told.nearest)
            names.push_back(change.what == "permission" ? change.name : std::string(change.part.text()));
        QCOMPARE(names,
                 (std::vector<std::string>{"records:read", "subject.email.endsWith('.org')", "subject.department == 'Y'"}));
        QVERIFY(Asked({allow("a", "true")}).explain().nearest.empty());
        QCOMPARE(Asked({deny("a", "false")}).explain().nearest.at(0).what, std::string_view("policy"));
    }

    void keepsWhatIsCompiledAndFindsById()
    {
        const auto first = PolicySet::make({allow("a", "true"), allow("b", "true")});
        Policy changed = allow("b", "false");
        changed.version = 2;
        const auto second = PolicySet::make({allow("a", "true"), changed}, first.get());
        QCOMPARE(second->find(PolicyId("id of a")), first->find(PolicyId("id of a")));
        QVERIFY(second->find(PolicyId("id of b")) != first->find(PolicyId("id of b")));
        QVERIFY(second->find(PolicyId("none")) == nullptr);
        QVERIFY(first->with(changed)->find(PolicyId("id of b"))->policy.condition == "false");
    }

    void asvs_16_5_3_aConditionThatCannotBeReadAnyMoreDenies()
    {
        QCOMPARE(Asked({allow("a", "true"), deny("b", "subject.gone == 1")}).judge().reason, Reason::DenyFailed);
        QCOMPARE(Asked({allow("a", "subject.gone == 1")}).judge().reason, Reason::NoneAllows);
    }
};

SALLYPORT_GUILESS_TEST(TestJudge)

} // namespace tst_judge
#include "tst_judge.moc"
