#include "backend/access/policies/residual.h"
#include "backend/base/time_format.h"
#include "tests/access/policies/random_conditions.h"
#include "tests/support/test_main.h"

#include <QtTest>

#include <algorithm>

namespace tst_residual {

using namespace samples;

namespace {

using Is = RowTest::Is;

std::optional<RowTest::Value> valueOf(const Resource& object, Attribute member)
{
    const auto text = [](const std::optional<std::string>& value) {
        return value ? std::optional<RowTest::Value>(*value) : std::nullopt;
    };
    const auto time = [](const std::optional<UtcTime>& value) {
        return value ? std::optional<RowTest::Value>(toMicros(*value)) : std::nullopt;
    };
    switch (member) {
    case Attribute::ResourceId: return object.id;
    case Attribute::ResourceOwnerId: return text(object.ownerId);
    case Attribute::ResourceDepartment: return text(object.department);
    case Attribute::ResourceClassification: return text(object.classification);
    case Attribute::ResourceCreatedAt: return time(object.createdAt);
    default: return time(object.changedAt);
    }
}

bool fits(const RowTest& test, const Resource& object)
{
    const auto value = valueOf(object, test.member);
    if (!value || test.is == Is::NotSet)
        return !value && test.is == Is::NotSet;
    const auto other = valueOf(object, test.other);
    const bool listed = std::ranges::find(test.values, *value) != test.values.end();
    switch (test.is) {
    case Is::Equal:
    case Is::OneOf: return listed;
    case Is::Unequal:
    case Is::NoneOf: return !listed;
    case Is::Less: return *value < test.values.at(0);
    case Is::LessEqual: return *value <= test.values.at(0);
    case Is::Greater: return *value > test.values.at(0);
    case Is::GreaterEqual: return *value >= test.values.at(0);
    case Is::Begins: return std::get<std::string>(*value).starts_with(std::get<std::string>(test.values.at(0)));
    case Is::BeginsNot: return !std::get<std::string>(*value).starts_with(std::get<std::string>(test.values.at(0)));
    case Is::SameAs: return other && *value == *other;
    case Is::DiffersFrom: return other && *value != *other;
    default: return true;
    }
}

bool fits(const RowFilter& filter, const Resource& object)
{
    const auto fitsPart = [&](const RowFilter& part) { return fits(part, object); };
    switch (filter.kind) {
    case RowFilter::Kind::Never: return false;
    case RowFilter::Kind::Always: return true;
    case RowFilter::Kind::All: return std::ranges::all_of(filter.parts, fitsPart);
    case RowFilter::Kind::Any: return std::ranges::any_of(filter.parts, fitsPart);
    case RowFilter::Kind::Test: return fits(filter.test, object);
    }
    return false;
}

/// What is known of a list: all but the object.
struct List {
    explicit List(Actor who) : actor(std::move(who))
    {
        facts.setSubject(actor);
        facts.setAction(Permission::RecordsRead);
        facts.setResourceKind(access::ResourceKind::Record);
        facts.setContext(actor, thursday);
    }
    const Actor actor;
    Facts facts{AttributeSet().set()};
    cel::Evaluator evaluator;
};

} // namespace

class TestResidual : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void agreesWithTheEvaluatorOnEveryObject()
    {
        RandomConditions random(20260115);
        List list(somebody());
        int exact = 0, told = 0;
        for (int i = 0; i < 1200; ++i) {
            const std::string text = random.condition();
            const PolicySet::Entry policy = compilePolicy(allow("p", text));
            QVERIFY2(policy->program != nullptr, text.c_str());
            const Residual left = residualOf(*policy->program, list.facts, list.evaluator);
            exact += left.exact ? 1 : 0;
            told += left.whenTrue.kind == RowFilter::Kind::Always ? 0 : 1;
            for (std::size_t number = 0; number < 12; ++number) {
                const Resource object = random.object(number);
                Asked asked({}, somebody(), object);
                const Truth truth = Judge().ask(*policy, asked.facts);
                const bool yes = fits(left.whenTrue, object), no = fits(left.whenFalse, object);
                if (left.exact) {
                    QVERIFY2(yes == (truth == Truth::True) && no == (truth == Truth::False), text.c_str());
                } else {
                    QVERIFY2((truth != Truth::True || yes) && (truth != Truth::False || no), text.c_str());
                }
            }
        }
        QVERIFY(exact > 450);
        QVERIFY(told > 450);
    }

    void aListIsWhatSingleDecisionsAllow()
    {
        RandomConditions random(7);
        for (int i = 0; i < 300; ++i) {
            std::vector<Policy> policies;
            for (int number = 0; number < 1 + i % 4; ++number) {
                const std::string name = std::to_string(number);
                policies.push_back(number % 3 == 2 ? deny(name, random.condition(2)) : allow(name, random.condition(2)));
            }
            List list(somebody());
            const auto set = PolicySet::make(policies);
            const ListFilter filter =
                listFilter(set->bucket(Permission::RecordsRead, access::ResourceKind::Record), list.facts, list.evaluator);
            for (std::size_t number = 0; number < 10; ++number) {
                const Resource object = random.object(number);
                const bool allowed = Asked(policies, somebody(), object).judge().allowed();
                QVERIFY(filter.exact ? fits(filter.rows, object) == allowed : !allowed || fits(filter.rows, object));
            }
        }
    }

    void foldsWhatIsKnown()
    {
        List list(somebody());
        const auto filterOf = [&](std::vector<Policy> policies) {
            const auto set = PolicySet::make(std::move(policies));
            return listFilter(set->bucket(Permission::RecordsRead, access::ResourceKind::Record), list.facts, list.evaluator);
        };
        QVERIFY(filterOf({}).rows.kind == RowFilter::Kind::Always);
        QVERIFY(filterOf({allow("a", "subject.department == 'X'")}).rows.kind == RowFilter::Kind::Always);
        QVERIFY(filterOf({allow("a", "subject.department == 'Y'")}).rows.kind == RowFilter::Kind::Never);
        QVERIFY(filterOf({allow("a", "true"), deny("b", "subject.key == 'k'")}).rows.kind == RowFilter::Kind::Never);
        const ListFilter one = filterOf({allow("a", "subject.department == 'X' && resource.department == subject.department")});
        QVERIFY(one.exact);
        QCOMPARE(one.rows, RowFilter::of({Attribute::ResourceDepartment, Is::Equal, {std::string("X")}, Attribute::ResourceId}));
        // A thousand that say the same are one.
        std::vector<Policy> many;
        for (int i = 0; i < 1000; ++i)
            many.push_back(allow(std::to_string(i), "resource.department == subject.department"));
        QCOMPARE(filterOf(std::move(many)).rows.size(), 1U);
    }
};

SALLYPORT_GUILESS_TEST(TestResidual)

} // namespace tst_residual
#include "tst_residual.moc"
