#include "backend/identity/openid/claims.h"
#include "backend/identity/providers/role_rule_text.h"
#include "tests/identity/outside_fixture.h"
#include "tests/support/test_main.h"

#include <boost/json.hpp>

#include <QTest>

#include <algorithm>

namespace tst_role_rules {

using namespace sallyport;
using namespace sallyport::identity;
namespace json = boost::json;

/// How the claims of a role rule are found, what they give, and how rules are written.
class TestRoleRules final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void claimAt_findsEveryClaim_data();
    void claimAt_findsEveryClaim();
    void claimAt_manyDots_ends();
    void isClaimPath_refusesPointersWithoutMeaning();
    void claimGives_textsArraysAndMembers();
    void claimSays_takesNoMembers();
    void text_andBack_isTheSame();
    void text_isAsShortAsItMayBe();
    void text_asPeopleWriteIt_isRead();
    void text_thatIsNoRule_isNone();
    void rules_nameEveryClaim();
    void rules_whatTheTokenLeavesOut_isInTheUserInfo();
};

void TestRoleRules::claimAt_findsEveryClaim_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("found"); // empty: nothing
    const auto row = [](const char* path, const char* found) { QTest::newRow(path) << QByteArray(path) << QByteArray(found); };
    row("groups", "[\"a\",\"b\"]");
    row("https://idp.example/roles", "\"slashes\"");
    row("urn:zitadel:iam:org:project:roles", "\"colons\"");
    row("resource_access.my.app.roles", "\"dots inside\"");
    row("resource_access.my.app.v2.roles", "\"more dots\"");
    row("a.b", "\"whole name first\"");
    row("a.c", "\"inner\"");
    row("deep.er.x", "\"behind a dead end\"");
    row("/groups/1", "\"b\"");
    row("/resource_access/my.app/roles", "\"dots inside\"");
    row("/https:~1~1idp.example~1roles", "\"slashes\"");
    row("/til~0de", "\"tilde\"");
    row("/a/b", "\"inside\"");
    row("/", "\"no name\"");
    row("/groups/2", "");
    row("/groups/01", "");
    row("/groups/-", "");
    row("/groups/1x", "");
    row("/groups/99999999999999999999999", "");
    row("/a/b/c", "");
    row("/til~de", "");
    row("/resource_access.my.app.roles", "");
    row("groups.0", "");
    row("a.b.c", "");
    row(".groups", "");
    row("groups.", "");
    row("resource_access..roles", "");
    row("none", "");
}

void TestRoleRules::claimAt_findsEveryClaim()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, found);
    const json::object claims{
        {"groups", {"a", "b"}},
        {"https://idp.example/roles", "slashes"},
        {"urn:zitadel:iam:org:project:roles", "colons"},
        {"resource_access", {{"my.app", {{"roles", "dots inside"}}}, {"my.app.v2", {{"roles", "more dots"}}}}},
        {"a.b", "whole name first"},
        {"a", {{"b", "inside"}, {"c", "inner"}}},
        {"deep.er", {{"y", 1}}},
        {"deep", {{"er", {{"x", "behind a dead end"}}}}},
        {"til~de", "tilde"},
        {"", "no name"}};
    const json::value* claim = outside::claimAt(claims, path.toStdString());
    QCOMPARE(claim == nullptr ? QByteArray() : QByteArray::fromStdString(json::serialize(*claim)), found);
}

/// A rule and a token of the worst kind: names of one letter, all of them with dots between, in each other.
void TestRoleRules::claimAt_manyDots_ends()
{
    json::value nested = "end";
    std::string path = "a";
    for (int i = 0; i < 12; ++i) {
        json::object level{{"a", nested}, {"a.a", nested}};
        nested = std::move(level);
        path += ".a";
    }
    const json::object claims = nested.as_object();
    QVERIFY(outside::claimAt(claims, path + ".b") == nullptr);
    QVERIFY(outside::claimAt(claims, std::string(199, '.')) == nullptr);
}

void TestRoleRules::isClaimPath_refusesPointersWithoutMeaning()
{
    for (const char* path : {"groups", "a.b", "til~de", "/a~0b/~1", "/", "//x"})
        QVERIFY2(outside::isClaimPath(path), path);
    for (const char* path : {"", "/a~", "/~2", "/a~b/c"})
        QVERIFY2(!outside::isClaimPath(path), path);
}

void TestRoleRules::claimGives_textsArraysAndMembers()
{
    const json::value roles = json::parse(R"({"admin": {"4711": "acme.example"}, "writer": true, "none": {}, "empty": [],
        "gone": null, "off": false, "zero": 0})");
    for (const char* name : {"admin", "writer", "none", "empty", "zero"})
        QVERIFY2(outside::claimGives(roles, name), name);
    for (const char* name : {"gone", "off", "other", "4711", "acme.example", ""})
        QVERIFY2(!outside::claimGives(roles, name), name);
    const json::value several = json::parse(R"([{"admin": {"4711": "acme.example"}}, "editor", 7, ["inner"]])");
    for (const char* name : {"admin", "editor", "7"})
        QVERIFY2(outside::claimGives(several, name), name);
    for (const char* name : {"4711", "inner", "0"})
        QVERIFY2(!outside::claimGives(several, name), name);
    QVERIFY(outside::claimGives("editor", "editor") && !outside::claimGives("editor", "edit"));
    QVERIFY(outside::claimGives(true, "true") && !outside::claimGives(nullptr, "null"));
}

/// Second factors and verified addresses are said by values only.
void TestRoleRules::claimSays_takesNoMembers()
{
    const json::object claims{
        {"amr", {{"mfa", true}}}, {"list", json::array{json::object{{"mfa", true}}}}, {"x", {{"amr", "otp"}}}};
    QVERIFY(!outside::claimSays(claims, "amr", "mfa"));
    QVERIFY(!outside::claimSays(claims, "list", "mfa"));
    QVERIFY(outside::claimSays(claims, "x.amr", "otp"));
}

void TestRoleRules::text_andBack_isTheSame()
{
    const std::vector<std::string> pieces{"a",   "=",     ":",     ",",         " ",       "\\",     "\\\\",      "\\=",    "=\\",
                                          ", b", "a:b,c", "a,b:c", "x = y : z", " lead",   "trail ", "CORP\\ops", "\\n",    ":,:",
                                          ",,",  "\\ ",   "é",     "cn=a,ou=b", "urn:x:y", "a\\",    "\\:\\,\\",  "=:, \\", "  "};
    std::vector<RoleRule> all;
    for (const std::string& claim : pieces) {
        for (const std::string& value : pieces) {
            for (const std::string& role : pieces) {
                const std::vector<RoleRule> one{{claim, value, role}, {"next", "b", "c"}};
                for (const std::string_view between : {"\n", ", ", ",", "\r\n"}) {
                    const std::string text = roleRulesText(one, between);
                    const auto back = roleRulesFrom(text);
                    QVERIFY2(back && *back == one, text.c_str());
                }
            }
            all.push_back({claim, value, "editor"});
        }
    }
    const auto back = roleRulesFrom(roleRulesText(all, "\n"));
    QVERIFY(back && *back == all);
}

void TestRoleRules::text_isAsShortAsItMayBe()
{
    QCOMPARE(roleRulesText({{"groups", "CORP\\ops", "editor"}}, "\n"), std::string("groups = CORP\\ops : editor"));
    QCOMPARE(roleRulesText({{"memberOf", "cn=ops,ou=groups", "editor"}, {"urn:x:roles", "a", "admin"}}, ", "),
             std::string("memberOf = cn=ops,ou=groups : editor, urn:x:roles = a : admin"));
    QCOMPARE(roleRulesText({{"a=b", "x:y,z", "editor"}}, "\n"), std::string("a\\=b = x\\:y\\,z : editor"));
}

void TestRoleRules::text_asPeopleWriteIt_isRead()
{
    const auto is = [](const char* text, const std::vector<RoleRule>& wanted) {
        const auto rules = roleRulesFrom(text);
        QVERIFY2(rules && *rules == wanted, text);
    };
    is("", {});
    is(" \n\t\n", {});
    is("groups=writers:editor,groups=root:admin", {{"groups", "writers", "editor"}, {"groups", "root", "admin"}});
    is("groups = writers : editor\r\n\r\n  groups=root:admin  ", {{"groups", "writers", "editor"}, {"groups", "root", "admin"}});
    is("groups=a:b:editor", {{"groups", "a:b", "editor"}});
    is("memberOf=cn=ops,ou=groups:editor", {{"memberOf", "cn=ops,ou=groups", "editor"}});
    is("https://idp.example/roles=x:editor", {{"https://idp.example/roles", "x", "editor"}});
    is("groups=CORP\\ops:editor", {{"groups", "CORP\\ops", "editor"}});
    is("groups=a:editor,", {{"groups", "a", "editor"}});
    is("groups=\\ x\\ :editor", {{"groups", " x ", "editor"}});
}

void TestRoleRules::text_thatIsNoRule_isNone()
{
    for (const char* text : {"groups", "groups=staff", "groups:staff", "=a:b", "a=:b", "a=b:", "a:b=c", "a = : c", "a\\=b:c",
                             "a=b\\:c", "ok=a:b\ngroups", "ok=a:b,x", ","})
        QVERIFY2(!roleRulesFrom(text), text);
}

/// A name with slashes and dots, a path through a name with dots, a pointer, and roles that are an object's members.
void TestRoleRules::rules_nameEveryClaim()
{
    test::OutsideFixture f;
    f.addProvider([](NewProvider& wanted) {
        wanted.fields.rolesEachTime = true;
        wanted.fields.roleRules = {{"https://idp.example/roles", "writers", "editor"},
                                   {"resource_access.my.app.roles", "look", "auditor"},
                                   {"/realm_access/roles/0", "first", "operator"},
                                   {"urn:zitadel:iam:org:project:roles", "boss", "admin"}};
    });
    f.idp->answer("/me", {{"sub", "S1"}});
    const auto rolesBy = [&](const char* name, const json::value& claim) {
        return f.tokensBy([&](json::object& body) { body[name] = claim; }).user.roles;
    };
    using Roles = std::vector<std::string>;
    QCOMPARE(rolesBy("https://idp.example/roles", {"writers", "x"}), (Roles{"editor", "viewer"}));
    QCOMPARE(rolesBy("resource_access", {{"my.app", {{"roles", json::array{"look"}}}}}), (Roles{"auditor", "viewer"}));
    QCOMPARE(rolesBy("realm_access", {{"roles", {"first", "second"}}}), (Roles{"operator", "viewer"}));
    QCOMPARE(rolesBy("realm_access", {{"roles", {"second", "first"}}}), Roles{"viewer"});
    f.addUser("other@acme.example", {"admin"});
    const char* zitadel = "urn:zitadel:iam:org:project:roles";
    QCOMPARE(rolesBy(zitadel, {{"boss", {{"4711", "acme.example"}}}}), (Roles{"admin", "viewer"}));
    QCOMPARE(rolesBy(zitadel, {{"boss", false}}), Roles{"viewer"});
    QCOMPARE(rolesBy(zitadel, {{"staff", {{"boss", "acme.example"}}}}), Roles{"viewer"});
}

/// Keycloak puts some roles into the ID token and others into the user info: the way there may be in both.
void TestRoleRules::rules_whatTheTokenLeavesOut_isInTheUserInfo()
{
    test::OutsideFixture f;
    f.addProvider([](NewProvider& wanted) {
        wanted.fields.rolesEachTime = true;
        wanted.fields.roleRules = {{"realm_access.roles", "writers", "editor"}, {"amr", "mfa", "auditor"}};
    });
    f.idp->answer("/me", {{"sub", "S1"}, {"realm_access", {{"roles", json::array{"writers"}}}}, {"amr", json::array{"mfa"}}});
    using Roles = std::vector<std::string>;
    const auto rolesBy = [&](const json::value& claim) {
        return f.tokensBy([&](json::object& body) { body["realm_access"] = claim; }).user.roles;
    };
    QCOMPARE(rolesBy({{"level", 1}}), (Roles{"editor", "viewer"}));
    QCOMPARE(rolesBy({{"roles", json::array{"staff"}}}), Roles{"viewer"}); // what is signed says otherwise
    const auto asked = std::ranges::count(f.idp->asked, "GET https://id.example/me");
    QCOMPARE(f.tokensBy([](json::object& body) {
                  body["realm_access"] = {{"roles", json::array{"writers"}}};
                  body["amr"] = "pwd";
              }).user.roles,
             (Roles{"editor", "viewer"}));
    QCOMPARE(std::ranges::count(f.idp->asked, "GET https://id.example/me"), asked); // the token had everything
    f.idp->answer("/me", {{"sub", "S2"}});
    QVERIFY(!f.login([](json::object& body) { body["realm_access"] = {{"level", 1}}; }));
    QCOMPARE(f.reason(), std::string("userinfo_wrong"));
}

SALLYPORT_TEST(TestRoleRules)

} // namespace tst_role_rules
#include "tst_role_rules.moc"
