#include "backend/access/role_graph.h"
#include "backend/access/role_limits.h"
#include "tests/support/test_main.h"

#include <QtTest>

namespace tst_role_graph {

using namespace sallyport;
using namespace sallyport::access;
using P = Permission;

namespace {

Role role(std::string name, std::initializer_list<P> own, std::vector<std::string> inherits = {})
{
    Role made;
    made.name = std::move(name);
    for (const P permission : own)
        made.own.add(permission);
    made.inherits = std::move(inherits);
    return made;
}

/// `r0` inherits from `r1`, that from `r2` and so on.
std::vector<Role> chain(std::size_t steps)
{
    std::vector<Role> roles;
    for (std::size_t at = 0; at <= steps; ++at)
        roles.push_back(role("r" + std::to_string(at), {},
                             at < steps ? std::vector<std::string>{"r" + std::to_string(at + 1)} : std::vector<std::string>{}));
    return roles;
}

using Words = std::vector<std::string>;

} // namespace

class TestRoleGraph : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void inherited_isAllowed_overEveryStep()
    {
        std::vector<Role> roles{role("doctor", {P::RecordsUpdate}, {"nurse", "clerk"}),
                                role("nurse", {P::RecordsRead}, {"clerk"}), role("clerk", {P::UsersRead}), role("guest", {})};
        inheritPermissions(roles);
        QCOMPARE(roles[0].permissions.size(), std::size_t{3});
        QVERIFY(roles[0].permissions.has(P::UsersRead) && roles[0].permissions.has(P::RecordsRead));
        QCOMPARE(roles[1].permissions.size(), std::size_t{2});
        QVERIFY(!roles[1].permissions.has(P::RecordsUpdate)); // never downwards
        QVERIFY(roles[3].permissions.empty());
        QCOMPARE(sourcesOf(roles, "doctor")[P::UsersRead], Words{"clerk"});
        QCOMPARE(sourcesOf(roles, "doctor")[P::UsersDelete], Words{});
        QCOMPARE(sourcesOf(roles, "nobody")[P::UsersRead], Words{});
    }

    void unknownName_allowsNothing()
    {
        std::vector<Role> roles{role("a", {P::UsersRead}, {"gone"})};
        inheritPermissions(roles);
        QCOMPARE(roles[0].permissions, roles[0].own);
        QVERIFY(!inheritanceMistake(roles, "a"));
        QVERIFY(!inheritanceMistake(roles, "gone"));
    }

    void circle_isNamed_andNeverRunsForEver()
    {
        std::vector<Role> roles{role("a", {P::UsersRead}, {"b"}), role("b", {}, {"c"}), role("c", {P::RolesRead}, {"a"}),
                                role("self", {}, {"self"}), role("below", {}, {"a"})};
        QCOMPARE(*inheritanceMistake(roles, "a"), std::string("Inherits from itself: a, b, c, a."));
        QCOMPARE(*inheritanceMistake(roles, "self"), std::string("Inherits from itself: self, self."));
        inheritPermissions(roles); // written into the table by hand
        QVERIFY(roles[1].permissions.has(P::UsersRead) && roles[1].permissions.has(P::RolesRead));
        QVERIFY(inheritanceMistake(roles, "below")); // a way without an end is longer than any
    }

    void depth_hasABound_seenFromBothEnds()
    {
        const std::vector<Role> most = chain(inheritanceDepth), more = chain(inheritanceDepth + 1);
        for (const Role& one : most)
            QVERIFY2(!inheritanceMistake(most, one.name), one.name.c_str());
        for (const Role& one : more)
            QVERIFY2(inheritanceMistake(more, one.name), one.name.c_str());
        QCOMPARE(*inheritanceMistake(more, "r0"), std::string("Roles inherit over at most 16 steps."));
    }

    /// Each of 16 layers inherits from all of the next one: as many ways as there are atoms, and yet quick.
    void manyWays_costNoMoreThanEdges()
    {
        std::vector<Role> roles;
        constexpr std::size_t wide = 15, deep = 16;
        for (std::size_t layer = 0; layer <= deep; ++layer)
            for (std::size_t at = 0; at < wide; ++at) {
                std::vector<std::string> next;
                for (std::size_t to = 0; layer < deep && to < wide; ++to)
                    next.push_back(std::to_string(layer + 1) + "_" + std::to_string(to));
                roles.push_back(role(std::to_string(layer) + "_" + std::to_string(at), {}, std::move(next)));
            }
        roles.back().own.add(P::MetricsRead);
        inheritPermissions(roles);
        QVERIFY(roles.front().permissions.has(P::MetricsRead));
        QVERIFY(!inheritanceMistake(roles, roles.front().name));
    }

    void heirs_areAllAbove_withoutThoseThatAreNamed()
    {
        const std::vector<Role> roles{role("a", {}, {"b"}), role("b", {}, {"c"}), role("c", {}), role("d", {}, {"c"}),
                                      role("e", {})};
        const Words c{"c"}, bc{"b", "c"}, none{};
        QCOMPARE(heirsOf(roles, c), (Words{"a", "b", "d"}));
        QCOMPARE(heirsOf(roles, bc), (Words{"a", "d"}));
        QCOMPARE(heirsOf(roles, none), none);
    }

    void ways_areTheShortestFromTheRoleToEachThatAllowsIt()
    {
        const std::vector<Role> roles{role("a", {}, {"b", "c"}), role("b", {}, {"d"}), role("c", {P::UsersRead}, {"d"}),
                                      role("d", {P::RecordsRead, P::UsersRead})};
        const auto ways = waysOf(roles, "a");
        QCOMPARE(ways.at(P::RecordsRead), (std::vector<Words>{{"a", "b", "d"}}));
        QCOMPARE(ways.at(P::UsersRead), (std::vector<Words>{{"a", "c"}, {"a", "b", "d"}}));
        QCOMPARE(waysOf(roles, "d").at(P::RecordsRead), (std::vector<Words>{{"d"}}));
        QVERIFY(waysOf(roles, "nobody").empty());
        // Also in a table in which somebody has written a circle.
        const std::vector<Role> circle{role("a", {P::UsersRead}, {"b"}), role("b", {}, {"a"})};
        QCOMPARE(waysOf(circle, "b").at(P::UsersRead), (std::vector<Words>{{"b", "a"}}));
    }

    void name_hasOneForm()
    {
        for (const char* good : {"a", "duty_physician", "a-1"})
            QVERIFY2(isRoleName(good), good);
        for (const char* bad : {"", "A", "1a", "_a", "a b", "a\xC3\xA4", "a\n"})
            QVERIFY2(!isRoleName(bad), bad);
        QVERIFY(isRoleName(std::string(roleNameBytes, 'a')) && !isRoleName(std::string(roleNameBytes + 1, 'a')));
    }
};

SALLYPORT_GUILESS_TEST(TestRoleGraph)

} // namespace tst_role_graph
#include "tst_role_graph.moc"
