#include "tests/support/test_journal.h"
#include "tests/support/test_main.h"

#include <QtTest>

#include <array>
#include <csignal>
#include <fcntl.h>
#include <set>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace tst_crash {

using namespace sallyport;

namespace {

constexpr int rounds = 50;
constexpr std::int64_t idsPerRound = 1'000'000;

/// Runs the storm until it has acknowledged so many, kills it, and gives back all that it had acknowledged.
std::vector<std::int64_t> killAfter(std::size_t acknowledgements, const std::string& folder, std::int64_t firstId)
{
    std::array<int, 2> pipe{};
    if (::pipe2(pipe.data(), O_CLOEXEC) != 0)
        qFatal("no pipe");
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, pipe[1], STDOUT_FILENO);
    std::string program = EVENT_STORM, directory = folder, first = std::to_string(firstId);
    const std::array<char*, 4> arguments{program.data(), directory.data(), first.data(), nullptr};
    pid_t child = 0;
    if (::posix_spawn(&child, program.c_str(), &actions, nullptr, arguments.data(), environ) != 0)
        qFatal("the storm does not start");
    posix_spawn_file_actions_destroy(&actions);
    ::close(pipe[1]);
    std::vector<std::int64_t> ids;
    std::int64_t id = 0;
    const auto readOne = [&] { return ::read(pipe[0], &id, sizeof id) == ssize_t(sizeof id); };
    while (ids.size() < acknowledgements && readOne())
        ids.push_back(id);
    ::kill(child, SIGKILL);
    while (readOne())
        ids.push_back(id);
    ::close(pipe[0]);
    int status = 0;
    ::waitpid(child, &status, 0);
    if (!WIFSIGNALED(status) || WTERMSIG(status) != SIGKILL)
        qFatal("the storm ended by itself");
    return ids;
}

Result<std::set<std::int64_t>> ids(storage::Transaction& transaction, std::string_view sql)
{
    SALLYPORT_ASSIGN(auto statement, transaction.prepare(sql));
    std::set<std::int64_t> found;
    for (;;) {
        SALLYPORT_ASSIGN(const bool row, statement.step());
        if (!row)
            return found;
        found.insert(std::stoll(statement.text()));
    }
}

} // namespace

/// `kill -9` in the middle of changes that are recorded: each is there with its event or not at all, and the chain holds.
class TestCrash : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void killedWriters_chainHoldsAndNothingAcknowledgedIsLost()
    {
        test::TestJournal journal;
        journal.close();
        std::set<std::int64_t> acknowledged;
        for (int round = 0; round < rounds; ++round) {
            // At the very start, after the first events, or later; the anchor is written in between.
            const std::size_t moment = std::size_t(round % 10 == 0 ? 0 : (round * 37) % 120 + 1);
            for (const std::int64_t id : killAfter(moment, journal.directory().string(), (round + 1) * idsPerRound))
                acknowledged.insert(id);
        }
        QVERIFY(acknowledged.size() > 1000);
        journal.reopen();
        const auto report = journal->verify({});
        QVERIFY(report);
        QVERIFY2(report->intact, qPrintable(QString::fromUtf8(problemWord(report->problem)) + QString::number(report->firstBad)));
        const auto changed =
            journal.store().read([](storage::Transaction& transaction) { return ids(transaction, "SELECT key FROM settings"); });
        const auto recorded = journal.store().read([](storage::Transaction& transaction) {
            return ids(transaction, "SELECT object_name FROM events WHERE kind = 'setting.changed'");
        });
        QVERIFY(changed && recorded);
        QVERIFY(*changed == *recorded);
        QVERIFY(std::includes(changed->begin(), changed->end(), acknowledged.begin(), acknowledged.end()));
        QVERIFY(journal.store().verifyIntegrity());
        qInfo("%zu acknowledged changes, %lld events survived %d kills", acknowledged.size(),
              static_cast<long long>(report->checked), rounds);
    }
};

SALLYPORT_GUILESS_TEST(TestCrash)

} // namespace tst_crash
#include "tst_crash.moc"
