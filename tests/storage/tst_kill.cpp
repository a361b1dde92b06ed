#include "tests/support/test_main.h"
#include "tests/support/test_store.h"

#include <QtTest>

#include <algorithm>
#include <array>
#include <csignal>
#include <fcntl.h>
#include <random>
#include <set>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace tst_kill {

using namespace sallyport;
using namespace sallyport::storage;

namespace {

constexpr int rounds = 50;
constexpr std::int64_t idsPerRound = 1000000;

/// A write storm in its own process, and the pipe on which it acknowledges.
class Storm {
public:
    Storm(const std::filesystem::path& directory, std::int64_t firstId)
    {
        std::array<int, 2> pipe{};
        if (::pipe2(pipe.data(), O_CLOEXEC) != 0)
            qFatal("no pipe");
        posix_spawn_file_actions_t actions;
        posix_spawn_file_actions_init(&actions);
        posix_spawn_file_actions_adddup2(&actions, pipe[1], STDOUT_FILENO);
        std::string program = WRITE_STORM;
        std::string folder = directory.string();
        std::string first = std::to_string(firstId);
        const std::array<char*, 4> arguments{program.data(), folder.data(), first.data(), nullptr};
        if (::posix_spawn(&m_child, program.c_str(), &actions, nullptr, arguments.data(), environ) != 0)
            qFatal("the write storm does not start");
        posix_spawn_file_actions_destroy(&actions);
        ::close(pipe[1]);
        m_pipe = pipe[0];
    }
    Storm(const Storm&) = delete;
    Storm& operator=(const Storm&) = delete;
    ~Storm() { ::close(m_pipe); }

    /// Waits for that many acknowledgements, kills the process, and gives back all that it had acknowledged.
    std::vector<std::int64_t> killAfter(std::size_t acknowledgements)
    {
        std::vector<std::int64_t> ids;
        while (ids.size() < acknowledgements && readOne(ids)) {
        }
        ::kill(m_child, SIGKILL);
        while (readOne(ids)) {
        }
        int status = 0;
        ::waitpid(m_child, &status, 0);
        m_killed = WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
        return ids;
    }
    bool wasKilled() const { return m_killed; }

private:
    bool readOne(std::vector<std::int64_t>& ids)
    {
        std::int64_t id = 0;
        if (::read(m_pipe, &id, sizeof id) != static_cast<ssize_t>(sizeof id))
            return false;
        ids.push_back(id);
        return true;
    }

    pid_t m_child = 0;
    int m_pipe = -1;
    bool m_killed = false;
};

struct Found {
    std::set<std::int64_t> ids;
    bool halves = false; ///< a write is there in part
};

enum class PairColumn { UpdatedAt, Count, First, Last, End };
constexpr Columns<PairColumn> pairColumns{{{PairColumn::UpdatedAt, "updated_at"},
                                           {PairColumn::Count, "COUNT(*)"},
                                           {PairColumn::First, "MIN(key)"},
                                           {PairColumn::Last, "MAX(key)"}}};
constexpr auto pairs = select(pairColumns, "FROM settings GROUP BY updated_at");

Result<Found> readAll(Transaction& transaction)
{
    Found found;
    SALLYPORT_ASSIGN(auto rows, transaction.prepare(pairs));
    for (;;) {
        SALLYPORT_ASSIGN(const bool there, rows.step());
        if (!there)
            return found;
        const auto row = rows.row();
        const std::string id = std::to_string(row.integer(PairColumn::UpdatedAt));
        found.halves = found.halves || row.integer(PairColumn::Count) != 2 || row.text(PairColumn::First) != "a" + id ||
                       row.text(PairColumn::Last) != "b" + id;
        found.ids.insert(row.integer(PairColumn::UpdatedAt));
    }
}

} // namespace

/// `kill -9` in the middle of a write storm: what was acknowledged is there, nothing is there by half.
class TestKill : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void killedWriters_neverLoseWhatTheyAcknowledged()
    {
        test::TestStore store; // made here, then only opened to look between the storms
        store.close();
        std::mt19937 dice(20261124); // NOLINT: repeatable on purpose
        std::set<std::int64_t> acknowledged;
        for (int round = 0; round < rounds; ++round) {
            Storm storm(store.directory(), (round + 1) * idsPerRound);
            // At the very start (while it opens and recovers), after the first writes, or somewhere in the middle.
            const std::size_t moment = round % 10 == 0 ? 0 : std::uniform_int_distribution<std::size_t>(1, 150)(dice);
            for (const std::int64_t id : storm.killAfter(moment))
                acknowledged.insert(id);
            QVERIFY(storm.wasKilled());
            if (round % 5 != 4) // the others are recovered by the next storm
                continue;
            store.reopen();
            const Result<Found> found = store->read(readAll);
            QVERIFY(found.has_value());
            QVERIFY(!found->halves);
            QVERIFY2(std::includes(found->ids.begin(), found->ids.end(), acknowledged.begin(), acknowledged.end()),
                     qPrintable(QStringLiteral("an acknowledged write is missing after round %1").arg(round + 1)));
            store.close();
        }
        QVERIFY(acknowledged.size() > 1000);
        store.reopen();
        QVERIFY(store->verifyIntegrity());
        qInfo("%zu acknowledged writes survived %d kills", acknowledged.size(), rounds);
    }
};

SALLYPORT_GUILESS_TEST(TestKill)

} // namespace tst_kill
#include "tst_kill.moc"
