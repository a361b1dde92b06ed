#include "backend/storage/migrations.h"
#include "tests/alerts/alerts_fixture.h"
#include "tests/support/test_main.h"

#include <QtTest>

namespace tst_alert_rules {

using namespace sallyport;
using namespace sallyport::alerts;
using namespace std::chrono_literals;
using test::AlertsFixture;
using test::wordOf;

namespace {

template <typename T>
std::string whyOf(const Result<T>& result)
{
    return result ? std::string("ok") : result.error().word.empty() ? wordOf(result) : result.error().word;
}

template <typename T>
std::string fieldOf(const Result<T>& result)
{
    return result || result.error().fields.empty() ? wordOf(result) : result.error().fields.front().field;
}

} // namespace

class TestAlertRules : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theShippedOnesAreThere_andCanBeSwitchedOffAndReset()
    {
        AlertsFixture f;
        AlertRules& rules = f.alerts->rules();
        const auto all = AlertsFixture::require(rules.list(f.system()));
        QCOMPARE(all.size(), shippedRules().size());
        QVERIFY(all.size() >= 20);
        const AlertRule rule = all.front();
        QVERIFY(!rule.what.enabled);
        QVERIFY(!rule.asShipped);
        QCOMPARE(whyOf(rules.remove(f.system(), rule.id)), std::string("shipped_rule"));
        AlertPatch patch;
        patch.what = rule.what;
        patch.what->name = "Ours now";
        patch.what->threshold = 999;
        AlertsFixture::require(rules.change(f.system(), rule.id, patch));
        const AlertRule reset = AlertsFixture::require(rules.reset(f.system(), rule.id));
        QVERIFY(reset.asShipped && reset.what == *shippedRule(reset.shipped));
        QCOMPARE(reset.author.kind, AlertAuthor::Kind::Product);
        f.openAlerts(); // adds none again
        QCOMPARE(AlertsFixture::require(f.alerts->rules().list(f.system())).size(), all.size());
        const AlertRule own = f.addRule(f.draft("Own", {"auth.*"}, GroupBy::None));
        QCOMPARE(whyOf(f.alerts->rules().reset(f.system(), own.id)), std::string("own_rule"));
    }

    void everyShippedRuleIsValid()
    {
        AlertsFixture f;
        for (const auto& [word, draft] : shippedRules()) {
            AlertDraft copy = draft;
            copy.name += " again";
            const auto made = f.alerts->rules().create(f.system(), copy);
            QVERIFY2(made.has_value(), std::string(word).c_str());
        }
    }

    void theAdministratorRule_letsHonestChangesOfRolesPass()
    {
        AlertsFixture f;
        for (const AlertRule& rule : AlertsFixture::require(f.alerts->rules().list(f.system()))) {
            if (rule.shipped == "roles_changed")
                AlertsFixture::require(f.alerts->rules().reset(f.system(), rule.id));
        }
        identity::Users& users = f.identity->users();
        f.addUser("ada@sallyport.example", {"viewer"}, "Ada");
        const identity::User bob = f.addUser("bob@sallyport.example", {"viewer"}, "Bob");
        const auto give = [&](const std::vector<identity::WantedRole>& roles) {
            AlertsFixture::require(users.setRoles(f.system(), bob.id, roles));
            return f.last(audit::kind::userRolesChanged);
        };
        QCOMPARE(give({"editor", "viewer"}).reason, std::string("roles_given"));
        QCOMPARE(give({"auditor"}).reason, std::string("roles_replaced"));
        QCOMPARE(give({{"auditor", f.clock.now() + 24h}}).reason, std::string("role_ends_changed"));
        QCOMPARE(f.incidents().size(), std::size_t(0));
        const audit::Event given = give({"admin", {"auditor", f.clock.now() + 24h}});
        QCOMPARE(given.reason, std::string("administrator_given"));
        QVERIFY(given.detailsJson.find(R"("given":"admin")") != std::string::npos);
        QCOMPARE(f.incidents().size(), std::size_t(1));
        QCOMPARE(f.incidents().front().groupName, std::string("Bob"));
        f.addUser("eve@sallyport.example", {"admin"}, "Eve"); // made as one
        QCOMPARE(f.incidents().size(), std::size_t(2));
        AlertsFixture::require(f.identity->serviceAccounts().create(f.system(), {"Robot", "", {"viewer"}}));
        QCOMPARE(f.incidents().size(), std::size_t(2));
        AlertsFixture::require(f.identity->serviceAccounts().create(f.system(), {"Robot 2", "", {"admin"}}));
        QCOMPARE(f.incidents().size(), std::size_t(3));
        QCOMPARE(give({"viewer"}).reason, std::string("administrator_taken"));
        QCOMPARE(f.incidents().size(), std::size_t(3));
        QCOMPARE(f.count(audit::kind::incidentOpened), 3);
    }

    void theAdministratorRule_comesWhereNobodyChangedTheOldOne()
    {
        AlertsFixture f;
        const auto migrations = storage::builtInMigrations();
        const auto migration = std::ranges::find(migrations, 117, &storage::Migration::version);
        QVERIFY(migration != migrations.end());
        const auto ruleOf = [&](std::int64_t version) {
            AlertsFixture::require(f.store->write([&](storage::Transaction& transaction) -> Result<void> {
                SALLYPORT_ASSIGN(auto old,
                                 transaction.prepare("UPDATE alert_rules SET name = 'Roles of a user changed', name_key = "
                                                     "'roles of a user changed', kinds = 'user.roles_changed', filter = "
                                                     "'', enabled = 1, version = $1 WHERE shipped = 'roles_changed'"));
                SALLYPORT_TRY(old.bind(1, version).run());
                SALLYPORT_ASSIGN(auto migrate, transaction.prepare(migration->sql.substr(0, migration->sql.find(';'))));
                return migrate.run();
            }),
                                   0);
            for (const AlertRule& rule : AlertsFixture::require(f.alerts->rules().list(f.system()))) {
                if (rule.shipped == "roles_changed")
                    return rule;
            }
            return AlertRule();
        };
        QVERIFY(ruleOf(1).asShipped);
        const AlertRule changed = ruleOf(2);
        QVERIFY(!changed.asShipped);
        QCOMPARE(changed.what.name, std::string("Roles of a user changed"));
        QVERIFY(changed.what.filter.empty());
    }

    void whatIsWrongIsSaid()
    {
        AlertsFixture f;
        AlertRules& rules = f.alerts->rules();
        const auto tried = [&](const std::function<void(AlertDraft&)>& change) {
            AlertDraft draft = f.draft("Rule", {"auth.login_failed"}, GroupBy::Address);
            change(draft);
            return fieldOf(rules.create(f.system(), draft));
        };
        QCOMPARE(tried([](AlertDraft& draft) { draft.name = " "; }), std::string("name"));
        QCOMPARE(tried([](AlertDraft& draft) { draft.kinds = {"auth.nothing"}; }), std::string("kinds.0"));
        QCOMPARE(tried([](AlertDraft& draft) { draft.kinds = {}; }), std::string("kinds"));
        QCOMPARE(tried([](AlertDraft& draft) { draft.filter = "since:1h"; }), std::string("filter"));
        QCOMPARE(tried([](AlertDraft& draft) { draft.filter = "colour:red"; }), std::string("filter"));
        QCOMPARE(tried([](AlertDraft& draft) { draft.threshold = 0; }), std::string("threshold"));
        QCOMPARE(tried([](AlertDraft& draft) { draft.window = 25h; }), std::string("window_seconds"));
        QCOMPARE(tried([](AlertDraft& draft) { draft.counted = Counted::Addresses; }), std::string("counted"));
        QCOMPARE(tried([](AlertDraft& draft) {
                     draft.schedule = {1, 0, 60, "Mars/Olympus", false};
                 }),
                 std::string("schedule.zone"));
        QCOMPARE(tried([](AlertDraft& draft) {
                     draft.actions = {{ActionKind::BanAddress, 5s, {}}};
                 }),
                 std::string("actions.0.lasts"));
        QCOMPARE(tried([](AlertDraft& draft) {
                     draft.actions = {{ActionKind::RevokeKey, 1h, {}}};
                 }),
                 std::string("actions.0.lasts"));
        QCOMPARE(tried([](AlertDraft& draft) {
                     draft.actions = {{ActionKind::Notice, {}, {}}, {ActionKind::Notice, {}, {}}};
                 }),
                 std::string("actions.0"));
        // There are no destinations.
        QCOMPARE(tried([](AlertDraft& draft) {
                     draft.actions = {{ActionKind::Destination, {}, "D1"}};
                 }),
                 std::string("actions.0.destination"));
        QCOMPARE(tried([](AlertDraft&) {}), std::string("ok"));
        QCOMPARE(whyOf(rules.create(f.system(), f.draft("RULE", {"auth.*"}, GroupBy::None))), std::string("name_taken"));
    }

    void permissionsAreAsked_andWhatActionsDo()
    {
        AlertsFixture f;
        AlertRules& rules = f.alerts->rules();
        f.addUser("viewer@sallyport.example", {"viewer"});
        f.addUser("admin@sallyport.example", {"admin"});
        const access::Actor viewer = f.actor(f.tokens("viewer@sallyport.example"));
        access::Actor admin = f.actor(f.tokens("admin@sallyport.example"));
        const AlertDraft draft = f.draft("Ban them", {"auth.login_failed"}, GroupBy::Address);
        QCOMPARE(wordOf(rules.list(viewer)), std::string("permission_denied"));
        QCOMPARE(wordOf(rules.create(viewer, draft)), std::string("permission_denied"));
        QCOMPARE(wordOf(rules.test(viewer, draft, f.clock.now() - 1h, f.clock.now(), {})), std::string("permission_denied"));
        QCOMPARE(wordOf(f.alerts->incidents().list(viewer, {})), std::string("permission_denied"));
        const AlertRule made = f.addRule(draft, admin);
        QCOMPARE(made.author.id, admin.id.text());
        QCOMPARE(f.last(audit::kind::alertRuleCreated).object.name, std::string("Ban them"));
        // Who may not ban makes no rule that does.
        access::Actor system = f.system();
        access::PermissionSet few;
        few.add(access::Permission::AlertsRead);
        few.add(access::Permission::AlertsUpdate);
        system.permissions = few;
        AlertDraft bans = draft;
        bans.name = "Others";
        bans.actions = {{ActionKind::BanAddress, 1h, {}}};
        const auto refused = rules.create(system, bans);
        QVERIFY(!refused);
        QCOMPARE(refused.error().required, std::string("bans:create"));
        QCOMPARE(rules.offered(system), std::vector<ActionKind>{ActionKind::Notice});
        // They may silence one, and not change what it does.
        const AlertRule banning = f.addRule(bans, admin);
        QVERIFY(rules.change(system, banning.id, {.enabled = false}));
        QCOMPARE(wordOf(rules.change(system, banning.id, {.enabled = true})), std::string("permission_denied"));
        AlertPatch patch;
        patch.what = banning.what;
        patch.what->threshold = 2;
        QCOMPARE(wordOf(rules.change(system, banning.id, patch)), std::string("permission_denied"));
        patch.expectedVersion = 1;
        QCOMPARE(wordOf(rules.change(admin, banning.id, patch)), std::string("precondition_failed"));
        QVERIFY(rules.remove(admin, banning.id));
        QCOMPARE(f.count(audit::kind::alertRuleDeleted), 1);
        QCOMPARE(wordOf(rules.read(admin, banning.id)), std::string("not_found"));
    }

    void aTrialCountsAsTheRuleWould()
    {
        AlertsFixture f;
        const identity::User ada = f.addUser("ada@sallyport.example");
        const AlertDraft draft = f.draft("Guessing", {"auth.login_failed"}, GroupBy::Address, 3, 60s);
        const AlertRule rule = f.addRule(draft);
        const UtcTime begin = f.clock.now();
        for (int burst = 0; burst < 4; ++burst) {
            for (int i = 0; i < 5; ++i)
                f.failedSignIn("192.0.2." + std::to_string(burst % 2), ada);
            f.clock.advance(10min);
        }
        f.failedSignIn("192.0.2.9", ada); // alone
        f.settle();
        int steps = 0;
        const auto trial = AlertsFixture::require(
            f.alerts->rules().test(f.system(), draft, begin - 1s, f.clock.now() + 1s, [&](std::int64_t done, std::int64_t total) {
                ++steps;
                return done <= total;
            }));
        QCOMPARE(trial.fired, std::int64_t(4));
        QCOMPARE(trial.read, std::int64_t(21));
        QCOMPARE(trial.matched, std::int64_t(20));
        QCOMPARE(trial.firings.size(), std::size_t(4));
        QCOMPARE(trial.firings.front().name, std::string("192.0.2.0"));
        QVERIFY(trial.complete && steps > 0);
        QCOMPARE(f.incidents().size(), std::size_t(2)); // one a group: the later bursts were added
        QCOMPARE(f.incidents().front().count, std::int64_t(10));
        QCOMPARE(trial.through, trial.until);
        QCOMPARE(fieldOf(f.alerts->rules().test(f.system(), draft, begin, begin - 1s, {})), std::string("since"));
    }

    void aTrialThatIsStopped_tellsWhatItHasFound()
    {
        AlertsFixture f;
        const identity::User ada = f.addUser("ada@sallyport.example");
        const AlertDraft draft = f.draft("Guessing", {"auth.login_failed"}, GroupBy::Address);
        const UtcTime begin = f.clock.now();
        for (int i = 0; i < 1'100; ++i) { // more than are read at once
            audit::Event event = access::eventBy(access::Actor(), audit::kind::signInFailed, audit::Outcome::Failure);
            event.address = "192.0.2.1";
            event.time = begin + std::chrono::seconds(i);
            f.journal->recordLater(std::move(event));
        }
        f.failedSignIn("192.0.2.1", ada);
        int asked = 0;
        const auto trial = AlertsFixture::require(f.alerts->rules().test(
            f.system(), draft, begin, begin + 1h, [&](std::int64_t, std::int64_t) { return ++asked > 1; }));
        QCOMPARE(asked, 1);
        QVERIFY(!trial.complete);
        QCOMPARE(trial.read, std::int64_t(1'000));
        QVERIFY(trial.fired > 0 && trial.through > begin && trial.through < trial.until);
    }
};

SALLYPORT_GUILESS_TEST(TestAlertRules)

} // namespace tst_alert_rules
#include "tst_alert_rules.moc"
