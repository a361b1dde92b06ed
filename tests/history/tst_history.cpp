#include "backend/audit/event_kinds.h"
#include "backend/authorization/authorization.h"
#include "backend/history/history_service.h"
#include "tests/identity/identity_fixture.h"
#include "tests/support/test_main.h"

#include <QTest>

#include <array>
#include <barrier>
#include <map>
#include <random>
#include <thread>

namespace tst_history {

using namespace sallyport;
using namespace sallyport::history;
using namespace std::chrono_literals;
using test::IdentityFixture;
using test::wordOf;

namespace {

struct House : IdentityFixture {
    House()
    {
        authorization =
            require(authorization::openAuthorization({.store = *store,
                                                      .journal = *journal,
                                                      .roles = *roles,
                                                      .settings = *settings,
                                                      .clock = clock,
                                                      .random = random,
                                                      .now = [this](const access::Actor& actor) { return identity->now(actor); },
                                                      .reportProgram = {}}));
        history = std::make_unique<HistoryService>(
            HistoryParts{.store = *store,
                         .journal = *journal,
                         .settings = *settings,
                         .roles = *roles,
                         .roleChanges = identity->roleChanges(),
                         .policies = authorization->policies(),
                         .now = [this](const access::Actor& actor) { return identity->now(actor); }});
    }
    std::vector<Version> versions(const std::string& kind = {})
    {
        VersionQuery query;
        query.objectKind = kind;
        return require(history->list(system(), query)).versions;
    }
    std::string undo(const std::string& id)
    {
        const auto undone = history->undo(system(), id);
        if (undone)
            return "ok";
        return undone.error().word.empty() ? std::string(errorWord(undone.error().code)) : undone.error().word;
    }
    /// The newest version of that kind, by two threads at once: exactly one does it, the other is refused with `word`.
    void undoTwice(const std::string& objectKind, const std::string& word)
    {
        const std::string id = versions(objectKind).front().id;
        std::array<std::string, 2> words;
        std::barrier together(2);
        const auto undoOne = [&](std::size_t which) {
            together.arrive_and_wait();
            words[which] = undo(id);
        };
        std::thread other(undoOne, 0);
        undoOne(1);
        other.join();
        if (words[0] == "ok")
            std::swap(words[0], words[1]);
        QCOMPARE(words[0], word);
        QCOMPARE(words[1], std::string("ok"));
    }
    std::vector<std::string> who(UtcTime at, access::Permission permission)
    {
        std::vector<std::string> names;
        for (const auto& holder : require(history->asOf(system(), at, permission)).holders)
            names.push_back(holder.name);
        return names;
    }
    /// What a minute of housekeeping does, where deletion trusts the clock.
    void keepEnds()
    {
        require(identity->keepRoleEnds([this]() -> Result<UtcTime> { return clock.now(); }), 0);
    }
    UtcTime later()
    {
        clock.advance(1h);
        return clock.now() - 30min;
    }

    std::unique_ptr<authorization::Authorization> authorization;
    std::unique_ptr<HistoryService> history;
};

using Names = std::vector<std::string>;

identity::RolePatch allowing(Names permissions)
{
    identity::RolePatch patch;
    patch.permissions = std::move(permissions);
    return patch;
}

authorization::PolicyPatch noted(std::string note)
{
    authorization::PolicyPatch patch;
    patch.note = std::move(note);
    return patch;
}

} // namespace

class HistoryTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSetting_isAVersion_andGoesBack()
    {
        House house;
        house.require(house.settings->change(house.system(), {{"audit.retention_days", "100"}}), 0);
        const auto versions = house.versions("setting");
        QCOMPARE(versions.size(), 1u);
        QCOMPARE(versions[0].objectId, std::string("audit.retention_days"));
        QCOMPARE(versions[0].changes[0].before, std::string("400"));
        QVERIFY(versions[0].undoable);
        QCOMPARE(house.undo(versions[0].id), std::string("ok"));
        QCOMPARE(house.settings->values()->auditRetentionDays, 400);
        QCOMPARE(house.count(audit::kind::changeUndone), 1);
        QCOMPARE(house.undo(versions[0].id), std::string("changed_since"));
        QCOMPARE(wordOf(house.history->read(house.system(), "evt_nothing")), std::string("not_found"));
    }

    void aRole_goesBackStepByStep()
    {
        House house;
        auto& roles = house.identity->roleChanges();
        const access::Role made = house.require(roles.create(house.system(), {"nurse", "Nurse", "", {"records:read"}, {}}));
        house.require(roles.change(house.system(), "nurse", allowing({"records:read", "records:update"})));
        const auto versions = house.versions("role");
        QCOMPARE(versions.size(), 2u);
        QCOMPARE(house.undo(versions[0].id), std::string("ok"));
        QCOMPARE(house.roles->permissionsOf({"nurse"}).size(), 1u);
        const identity::User ada = house.addUser("ada@example.org", {"nurse"}, "Ada");
        QCOMPARE(house.undo(versions[1].id), std::string("role_in_use"));
        house.require(house.identity->users().setRoles(house.system(), ada.id, {"viewer"}));
        QCOMPARE(house.undo(versions[1].id), std::string("ok"));
        QVERIFY(!house.roles->exists("nurse"));
        const auto deletion = house.versions("role").front();
        QCOMPARE(deletion.kind, std::string("role.deleted"));
        QCOMPARE(house.undo(deletion.id), std::string("ok"));
        QVERIFY(house.roles->permissionsOf({"nurse"}).has(access::Permission::RecordsRead));
        QCOMPARE(house.undo(house.versions("user").front().id), std::string("elsewhere"));
    }

    void aDeletedRole_comesBackWithItsHeirs()
    {
        House house;
        auto& roles = house.identity->roleChanges();
        house.require(roles.create(house.system(), {"nurse", "Nurse", "On the wards", {"records:read"}, {}}));
        house.require(roles.create(house.system(), {"head", "Head", "", {}, {"nurse", "viewer"}}));
        house.require(roles.create(house.system(), {"gone", "Gone", "", {}, {"nurse"}}));
        house.require(roles.create(house.system(), {"may", "May", "", {"history:read", "roles:create", "records:read"}, {}}));
        QVERIFY(roles.remove(house.system(), "nurse"));
        const auto deletion = house.versions("role").front();
        QCOMPARE(changeOf(deletion, "heirs")->before, std::string("gone, head"));
        QVERIFY(roles.remove(house.system(), "gone"));
        // Who may make roles may not give one to others' heirs.
        house.addUser("ada@example.org", {"may"}, "Ada");
        const access::Actor maker = house.actor(house.tokens("ada@example.org"));
        const auto refused = house.history->undo(maker, deletion.id);
        QVERIFY(!refused && refused.error().code == ErrorCode::PermissionDenied);
        QVERIFY(!house.roles->exists("nurse"));
        QCOMPARE(house.undo(deletion.id), std::string("ok"));
        const auto table = house.roles->table();
        const auto role = [&](const std::string& name) { return *std::ranges::find(*table, name, &access::Role::name); };
        QCOMPARE(role("head").inherits, (std::vector<std::string>{"nurse", "viewer"}));
        QCOMPARE(role("nurse").description, std::string("On the wards"));
        QVERIFY(house.roles->permissionsOf({"head"}).has(access::Permission::RecordsRead));
        const auto told = house.versions("role");
        QCOMPARE(told[0].kind, std::string("role.changed"));
        QCOMPARE(changeOf(told[0], "inherits")->after, std::string("nurse, viewer"));
    }

    void aDeletedPolicy_comesBackWithItsTests()
    {
        House house;
        auto& policies = house.authorization->policies();
        house.require(policies.create(house.system(), {"Nights", "", "deny", {"records:read"}, {"record"}, "true", "enforce"}));
        const std::string question =
            R"({"subject": {"roles": ["viewer"]}, "action": "records:read", "resource": {"kind": "record"}})";
        const auto kept = house.require(
            policies.setTests(house.system(), "Nights", {{"At \"night\"", question, false}, {"b", question, true}}));
        QVERIFY(policies.remove(house.system(), "Nights"));
        QCOMPARE(house.undo(house.versions("policy").front().id), std::string("ok"));
        const auto back = house.require(policies.tests(house.system(), "Nights"));
        QCOMPARE(back.size(), std::size_t{2});
        for (std::size_t at = 0; at < 2; ++at) {
            QCOMPARE(back[at].name, kept[at].name);
            QCOMPARE(back[at].question, kept[at].question);
            QCOMPARE(back[at].allowed, kept[at].allowed);
        }
        // More than an event holds: the policy comes back without them, and the event says how many they were.
        std::vector<authorization::PolicyTest> many;
        for (int i = 0; i < 100; ++i)
            many.push_back({"test " + std::to_string(i), question, false});
        house.require(policies.setTests(house.system(), "Nights", many));
        QVERIFY(policies.remove(house.system(), "Nights"));
        QCOMPARE(house.undo(house.versions("policy").front().id), std::string("ok"));
        QCOMPARE(house.require(policies.read(house.system(), "Nights")).condition, std::string("true"));
        QVERIFY(house.require(policies.tests(house.system(), "Nights")).empty());
    }

    void aPolicy_goesBack()
    {
        House house;
        auto& policies = house.authorization->policies();
        house.require(policies.create(house.system(), {"Nights", "", "deny", {"records:read"}, {"record"}, "true", "draft"}));
        house.require(policies.change(house.system(), "Nights", noted("Since May")));
        QCOMPARE(house.undo(house.versions("policy")[0].id), std::string("ok"));
        QCOMPARE(house.require(policies.read(house.system(), "Nights")).note, std::string());
        QCOMPARE(house.undo(house.versions("policy").back().id), std::string("ok"));
        QCOMPARE(wordOf(policies.read(house.system(), "Nights")), std::string("not_found"));
        QCOMPARE(house.undo(house.versions("policy").front().id), std::string("ok"));
        QCOMPARE(house.require(policies.read(house.system(), "Nights")).condition, std::string("true"));
    }

    /// Two at the same moment: one takes it back, the other is told that there is nothing left to take back.
    void ofTwoUndos_oneWins()
    {
        House house;
        auto& roles = house.identity->roleChanges();
        auto& policies = house.authorization->policies();
        for (int round = 0; round < 12; ++round) {
            house.require(house.settings->change(house.system(), {{"audit.retention_days", "100"}}), 0);
            house.undoTwice("setting", "changed_since");
            QCOMPARE(house.settings->values()->auditRetentionDays, 400);
            const std::string name = "nurse-" + std::to_string(round);
            house.require(roles.create(house.system(), {name, name, "", {"records:read"}, {}}));
            house.undoTwice("role", "changed_since");
            house.undoTwice("role", "name_taken"); // the removal
            house.require(roles.change(house.system(), name, allowing({"records:read", "records:update"})));
            house.undoTwice("role", "changed_since");
            house.require(policies.create(house.system(), {name, "", "deny", {"records:read"}, {"record"}, "true", "draft"}));
            house.undoTwice("policy", "changed_since");
            house.undoTwice("policy", "name_taken");
            house.require(policies.change(house.system(), name, noted("Since May")));
            house.undoTwice("policy", "changed_since");
        }
        QCOMPARE(house.count(audit::kind::changeUndone), 12 * 7);
    }

    void whoCould_isAnsweredForThen()
    {
        using access::Permission;
        House house;
        auto& roles = house.identity->roleChanges();
        auto& users = house.identity->users();
        house.addUser("root@example.org", {"admin"}, "Root");
        const UtcTime first = house.later();
        house.require(roles.create(house.system(), {"nurse", "Nurse", "", {"records:read"}, {}}));
        const identity::User ada = house.addUser("ada@example.org", {"nurse"}, "Ada");
        const UtcTime second = house.later();
        house.require(roles.change(house.system(), "nurse", allowing({"comments:read"})));
        const UtcTime third = house.later();
        house.require(users.setRoles(house.system(), ada.id, {"admin"}));
        const UtcTime fourth = house.later();
        house.require(users.apply(house.system(), ada.id, identity::UserAction::Disable), 0);
        const UtcTime fifth = house.later();
        house.require(users.apply(house.system(), ada.id, identity::UserAction::Delete), 0);
        house.require(roles.remove(house.system(), "nurse"), 0);
        const UtcTime now = house.clock.now();
        QCOMPARE(house.who(first, Permission::RecordsRead), Names({"Root"}));
        QCOMPARE(house.who(second, Permission::RecordsRead), Names({"Ada", "Root"}));
        QCOMPARE(house.who(third, Permission::RecordsRead), Names({"Root"}));
        QCOMPARE(house.who(third, Permission::CommentsRead), Names({"Ada", "Root"}));
        QCOMPARE(house.who(fourth, Permission::UsersDelete), Names({"Ada", "Root"}));
        QCOMPARE(house.who(fifth, Permission::UsersDelete), Names({"Root"}));
        QCOMPARE(house.who(now, Permission::RecordsRead), Names({"Root"}));
        const AccessThen then = house.require(house.history->asOf(house.system(), second, Permission::RecordsRead));
        QCOMPARE(then.deletedRoles, Names({"nurse"}));
        QVERIFY(then.complete);
        QCOMPARE(then.holders[0].roles, Names({"nurse"}));
        QVERIFY(!house.history->asOf(house.system(), now + 1h, Permission::RecordsRead));
        QVERIFY(!house.history->asOf(house.system(), now - 24h * 365, Permission::RecordsRead));
    }

    /// The examiner's case: what had ended before its user was deleted was in force before it ended, whatever came after.
    void aRoleThatEnded_isNamedUntilThen_whateverCameAfter_data()
    {
        QTest::addColumn<std::string>("after");
        for (const char* after : {"nothing", "deleted", "changed", "given anew", "kept, deleted", "changed, kept",
                                  "changed, deleted", "given anew, kept, deleted", "kept, given anew, deleted"})
            QTest::newRow(after) << std::string(after);
    }

    void aRoleThatEnded_isNamedUntilThen_whateverCameAfter()
    {
        using access::Permission;
        QFETCH(const std::string, after);
        House house;
        auto& users = house.identity->users();
        house.addUser("root@example.org", {"admin"}, "Root");
        house.require(house.identity->roleChanges().create(house.system(), {"nurse", "Nurse", "", {"comments:update"}, {}}));
        house.require(house.identity->roleChanges().create(house.system(), {"night", "Night", "", {"comments:update"}, {}}));
        const identity::User ada = house.addUser("ada@example.org", {"viewer"}, "Ada");
        const UtcTime before = house.later();
        const UtcTime end = house.clock.now() + 2h, later = end + 24h * 30;
        house.require(users.setRoles(house.system(), ada.id, {"viewer", {"nurse", end}, {"night", end + 1h}}));
        const UtcTime during = house.later();
        house.clock.set(end + 30min);
        const UtcTime between = house.clock.now() - 1min;
        house.clock.set(end + 2h);
        const UtcTime over = house.clock.now() - 1min;
        for (std::size_t start = 0; start < after.size();) {
            const std::size_t comma = std::min(after.find(", ", start), after.size());
            const std::string step = after.substr(start, comma - start);
            start = comma + 2;
            house.clock.advance(1h);
            if (step == "deleted")
                house.require(users.apply(house.system(), ada.id, identity::UserAction::Delete), 0);
            else if (step == "changed")
                house.require(users.setRoles(house.system(), ada.id, {"viewer", "editor"}));
            else if (step == "given anew")
                house.require(users.setRoles(house.system(), ada.id, {"viewer", {"nurse", later}}));
            else if (step == "kept")
                house.keepEnds();
        }
        house.clock.advance(1h);
        const auto roles = [&](UtcTime at) {
            Names names;
            const AccessThen then = house.require(house.history->asOf(house.system(), at, Permission::CommentsUpdate));
            for (const auto& holder : then.holders)
                if (holder.name == "Ada")
                    names.insert(names.end(), holder.roles.begin(), holder.roles.end());
            return names;
        };
        QCOMPARE(roles(before), Names());
        QCOMPARE(roles(during), Names({"night", "nurse"}));
        QCOMPARE(roles(between), Names({"night"}));
        QCOMPARE(roles(over), Names());
    }

    void whoWasMadeDisabled_andIsDeleted_couldNothing()
    {
        using access::Permission;
        House house;
        house.addUser("root@example.org", {"admin"}, "Root");
        audit::Event made = access::eventBy(house.system(), audit::kind::userCreated);
        made.object = {"user", "01J00000000000000000000ADA", "Ada", "ada@example.org"};
        made.detailsJson = "{\"changes\":[{\"field\":\"roles\",\"old\":\"\",\"new\":\"admin\"}],\"status\":\"disabled\"}";
        house.require(house.journal->record(made), 0);
        const UtcTime then = house.later();
        made.kind = audit::kind::userDeleted;
        made.detailsJson = "{\"changes\":[{\"field\":\"roles\",\"old\":\"admin\",\"new\":\"\"}]}";
        house.require(house.journal->record(made), 0);
        house.later();
        QCOMPARE(house.who(then, Permission::UsersDelete), Names({"Root"}));
    }

    /// What was true at each step, and what is said of it afterwards.
    void whoCould_atRandom_isWhatWasTrueThen_data()
    {
        QTest::addColumn<unsigned>("seed");
        for (unsigned seed = 1; seed <= 6; ++seed)
            QTest::addRow("%u", seed) << seed;
    }

    void whoCould_atRandom_isWhatWasTrueThen()
    {
        using access::Permission;
        QFETCH(const unsigned, seed);
        std::mt19937 engine(seed);
        const auto below = [&](std::size_t bound) { return static_cast<std::size_t>(engine() % bound); };
        House house;
        auto& users = house.identity->users();
        house.addUser("root@example.org", {"admin"}, "Root");
        const Names own{"ward-a", "ward-b", "ward-c"};
        for (const std::string& name : own)
            house.require(house.identity->roleChanges().create(house.system(), {name, name, "", {"comments:update"}, {}}));
        std::map<std::string, std::optional<UserId>> people; // by name, who is there
        for (const char* name : {"Ada", "Bob", "Cem", "Dua"})
            people[name];
        struct Seen {
            UtcTime at;
            Names names;
        };
        std::vector<Seen> seen;
        const std::vector<Permission> asked{Permission::CommentsUpdate, Permission::RecordsUpdate};
        for (int step = 0; step < 60; ++step) {
            house.clock.advance(std::chrono::minutes(1 + below(90)));
            const UtcTime now = house.clock.now();
            auto person = std::next(people.begin(), static_cast<std::ptrdiff_t>(below(people.size())));
            if (!person->second) {
                person->second = house.addUser(person->first + "@example.org", {"viewer"}, person->first).id;
            } else if (const std::size_t what = below(10); what < 5) {
                std::vector<identity::WantedRole> wanted{"viewer"};
                for (const std::string& role : own)
                    if (below(2) == 0)
                        wanted.emplace_back(role, below(3) == 0
                                                      ? std::optional<UtcTime>()
                                                      : std::optional<UtcTime>(now + std::chrono::minutes(1 + below(240))));
                house.require(users.setRoles(house.system(), *person->second, wanted));
            } else if (what == 5) {
                house.require(users.apply(house.system(), *person->second, identity::UserAction::Delete), 0);
                person->second.reset(); // may come again with the same e-mail address
            } else if (what == 6) {
                house.require(users.apply(house.system(), *person->second, identity::UserAction::Disable), 0);
            } else if (what == 7) {
                house.require(users.apply(house.system(), *person->second, identity::UserAction::Enable), 0);
            } else if (what == 8) {
                house.keepEnds();
            } else {
                house.require(house.identity->roleChanges().change(
                    house.system(), own[below(own.size())], allowing({below(2) == 0 ? "comments:update" : "records:update"})));
            }
            house.clock.advance(30s);
            for (const Permission permission : asked) {
                Names names;
                for (const auto& [name, id] : people) {
                    if (!id)
                        continue;
                    const identity::User user = house.require(users.read(house.system(), *id));
                    if (user.status != identity::UserStatus::Disabled && house.roles->permissionsOf(user.roles).has(permission))
                        names.push_back(name);
                }
                names.emplace_back("Root");
                seen.push_back({house.clock.now(), std::move(names)});
            }
        }
        house.clock.advance(1h);
        for (std::size_t i = 0; i < seen.size(); ++i) {
            const Names told = house.who(seen[i].at, asked[i % asked.size()]);
            if (told != seen[i].names)
                QFAIL(qPrintable(QString::fromStdString("step " + std::to_string(i / asked.size()) + ": told " +
                                                        std::to_string(told.size()) + " names, were " +
                                                        std::to_string(seen[i].names.size()))));
        }
    }

    void policiesOfThen_areNamed()
    {
        using access::Permission;
        House house;
        auto& policies = house.authorization->policies();
        house.addUser("root@example.org", {"admin"}, "Root");
        house.require(policies.create(house.system(), {"Nights", "", "deny", {"records:read"}, {"record"}, "true", "enforce"}));
        const UtcTime then = house.later();
        house.require(policies.remove(house.system(), "Nights"), 0);
        house.later();
        const AccessThen access = house.require(house.history->asOf(house.system(), then, Permission::RecordsRead));
        QCOMPARE(access.policies.size(), 1u);
        QCOMPARE(access.policies[0].condition, std::string("true"));
        QCOMPARE(house.require(house.history->asOf(house.system(), house.clock.now(), Permission::RecordsRead)).policies.size(),
                 0u);
    }

    void whoMayNot_isRefused()
    {
        House house;
        const access::Actor nobody;
        QVERIFY(!house.history->list(nobody, {}));
        QVERIFY(!house.history->asOf(nobody, house.clock.now(), access::Permission::RecordsRead));
        VersionQuery wrong;
        wrong.objectKind = "nothing";
        QVERIFY(!house.history->list(house.system(), wrong));
    }
};

SALLYPORT_GUILESS_TEST(HistoryTest)

} // namespace tst_history
#include "tst_history.moc"
