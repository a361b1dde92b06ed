#include "tests/alerts/opened_vault.h"
#include "tests/support/test_main.h"

#include <QTemporaryDir>
#include <QtTest>

#include <array>
#include <csignal>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace tst_alerts_crash {

using namespace sallyport;

namespace {

constexpr int rounds = 25;
constexpr std::int64_t numbersPerRound = 100'000;

/// Runs the storm until it has acknowledged so many, and kills it: how many it had acknowledged.
std::size_t killAfter(std::size_t acknowledgements, const std::string& folder, std::int64_t firstNumber, std::string kind = {})
{
    std::array<int, 2> pipe{};
    if (::pipe2(pipe.data(), O_CLOEXEC) != 0)
        qFatal("no pipe");
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, pipe[1], STDOUT_FILENO);
    std::string program = ALERTS_STORM, directory = folder, first = std::to_string(firstNumber);
    const std::array<char*, 5> arguments{program.data(), directory.data(), first.data(), kind.empty() ? nullptr : kind.data(),
                                         nullptr};
    pid_t child = 0;
    if (::posix_spawn(&child, program.c_str(), &actions, nullptr, arguments.data(), environ) != 0)
        qFatal("the storm does not start");
    posix_spawn_file_actions_destroy(&actions);
    ::close(pipe[1]);
    std::size_t seen = 0;
    std::int64_t number = 0;
    const auto readOne = [&] { return ::read(pipe[0], &number, sizeof number) == ssize_t(sizeof number); };
    while (seen < acknowledgements && readOne())
        ++seen;
    ::kill(child, SIGKILL);
    while (readOne())
        ++seen;
    ::close(pipe[0]);
    int status = 0;
    ::waitpid(child, &status, 0);
    if (!WIFSIGNALED(status) || WTERMSIG(status) != SIGKILL)
        qFatal("the storm ended by itself");
    return seen;
}

std::int64_t numberOf(storage::Store& store, std::string_view sql)
{
    const auto read = store.read([&](storage::Transaction& transaction) -> Result<std::int64_t> {
        SALLYPORT_ASSIGN(auto statement, transaction.prepare(sql));
        SALLYPORT_TRY(statement.step());
        return statement.integer();
    });
    return read ? *read : -1;
}

std::int64_t disabled(storage::Store& store)
{
    return numberOf(store, "SELECT count(*) FROM users WHERE status = 'disabled'");
}

} // namespace

/// `kill -9` between an event and what the rules make of it: every event is counted, and each once.
class TestAlertsCrash : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void killedBetweenEventAndAlert_eachIsCountedOnce()
    {
        QTemporaryDir folder;
        const std::string directory = folder.path().toStdString();
        {
            const auto made = test::OpenedVault::open(directory, true);
            QVERIFY2(made.has_value(), made ? "" : made.error().detail.c_str());
        }
        std::size_t acknowledged = 0;
        for (int round = 0; round < rounds; ++round)
            acknowledged +=
                killAfter(std::size_t(round % 5 == 0 ? 1 : (round * 37) % 30 + 1), directory, (round + 1) * numbersPerRound);
        const auto vault = test::OpenedVault::open(directory, false);
        QVERIFY2(vault.has_value(), vault ? "" : vault.error().detail.c_str());
        QVERIFY((*vault)->alerts->settle());
        storage::Store& store = *(*vault)->store;
        const std::int64_t events = numberOf(store, "SELECT count(*) FROM events WHERE kind = 'auth.refresh_reused'");
        QVERIFY(events >= std::int64_t(acknowledged));
        QVERIFY(acknowledged > 50);
        // An incident is opened with the event that says so; further groups of a rule that has many open ones share one.
        QCOMPARE(numberOf(store, "SELECT count(*) FROM incidents"),
                 numberOf(store, "SELECT count(*) FROM events WHERE kind = 'incident.opened'"));
        QCOMPARE(numberOf(store, "SELECT sum(event_count) FROM incidents"), events);
        QCOMPARE(numberOf(store, "SELECT max(event_count) FROM incidents WHERE group_value <> '*'"), std::int64_t(1));
        QCOMPARE(numberOf(store, "SELECT count(*) FROM incident_actions WHERE state = 'pending'"), std::int64_t(0));
        qInfo("%lld events, %lld incidents after %d kills", static_cast<long long>(events),
              static_cast<long long>(numberOf(store, "SELECT count(*) FROM incidents")), rounds);
    }

    void killedWhileDisabling_nobodyStaysDisabled()
    {
        constexpr int people = 200; // as many as one rule has incidents of
        QTemporaryDir folder;
        const std::string directory = folder.path().toStdString();
        {
            const auto made = test::OpenedVault::open(directory, true);
            QVERIFY2(made.has_value(), made ? "" : made.error().detail.c_str());
            const access::Actor system = access::Actor::system();
            for (int i = 0; i < people; ++i) {
                identity::NewUser user;
                user.name = "Somebody " + std::to_string(i);
                user.email = "somebody" + std::to_string(i) + "@sallyport.example";
                user.roles = {"viewer"};
                const auto added = (*made)->identity->users().create(system, std::move(user));
                QVERIFY2(added.has_value(), added ? "" : added.error().detail.c_str());
            }
            alerts::AlertDraft draft;
            draft.name = "Reuse";
            draft.kinds = {std::string(audit::kind::refreshReused)};
            draft.groupBy = alerts::GroupBy::User;
            draft.actions = {{alerts::ActionKind::DisableUser, std::chrono::hours(1), {}}};
            const auto rule = (*made)->alerts->rules().create(system, draft);
            QVERIFY2(rule.has_value(), rule ? "" : rule.error().detail.c_str());
        }
        for (int round = 0; round < rounds; ++round)
            killAfter(std::size_t(round % 7 + 1), directory, round * 8, "accounts");
        const auto vault = test::OpenedVault::open(directory, false);
        QVERIFY2(vault.has_value(), vault ? "" : vault.error().detail.c_str());
        QVERIFY((*vault)->alerts->settle());
        storage::Store& store = *(*vault)->store;
        const std::int64_t were = disabled(store);
        QVERIFY(were >= rounds);
        QCOMPARE(numberOf(store, "SELECT count(*) FROM incident_actions WHERE kind = 'disable_user' AND state = 'done' AND "
                                 "undo <> '' AND ends_at IS NOT NULL"),
                 were);
        QCOMPARE(numberOf(store, "SELECT count(*) FROM events WHERE kind = 'user.disabled'"), were);
        (*vault)->clock.advance(std::chrono::minutes(61));
        (*vault)->alerts->keep();
        QVERIFY((*vault)->alerts->settle());
        for (int again = 0; again < people / 100 && disabled(store) > 0; ++again) { // a hundred at once
            (*vault)->alerts->keep();
            QVERIFY((*vault)->alerts->settle());
        }
        QCOMPARE(disabled(store), std::int64_t(0));
        qInfo("%lld accounts were disabled in %d kills", static_cast<long long>(were), rounds);
    }
};

SALLYPORT_GUILESS_TEST(TestAlertsCrash)

} // namespace tst_alerts_crash
#include "tst_alerts_crash.moc"
