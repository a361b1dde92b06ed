#include "backend/base/child_process.h"
#include "backend/base/descriptor.h"
#include "tests/support/test_main.h"

#include <QtTest>

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <string>

namespace tst_child_process {

using namespace sallyport;

namespace {

struct Ran {
    std::string output;
    bool succeeded = false;
    std::string end;
};

/// Runs `/bin/sh -c script` to its end.
Ran run(const std::string& script, ChildSetup setup = {})
{
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0)
        return {};
    Descriptor ours(ends[0]), theirs(ends[1]);
    setup.program = "/bin/sh";
    setup.arguments = {"-c", script};
    setup.output = theirs.get();
    Result<ChildProcess> child = ChildProcess::start(setup);
    theirs.close();
    if (!child)
        return {child.error().detail, false, {}};
    Ran ran;
    char piece[1024];
    for (;;) {
        const ssize_t length = ::read(ours.get(), piece, sizeof piece);
        if (length < 0 && errno == EINTR)
            continue;
        if (length <= 0)
            break;
        ran.output.append(piece, static_cast<std::size_t>(length));
    }
    const ChildEnd end = child->wait();
    ran.succeeded = end.succeeded();
    ran.end = end.text();
    return ran;
}

} // namespace

class TestChildProcess : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void start_inheritsNoOpenFile()
    {
        const Descriptor open(::open("/dev/null", O_RDONLY)); // without close-on-exec
        QVERIFY(open.valid());
        // The shell's list of its own files: 0, 1, 2 and the one that reads the list.
        const Ran ran = run("for f in /proc/self/fd/*; do echo ${f##*/}; done; exec 9<&" + std::to_string(open.get()));
        QVERIFY(ran.output.starts_with("0\n1\n2\n"));
        QVERIFY(!ran.succeeded); // it isn't there
    }

    void start_inheritsNoEnvironment()
    {
        qputenv("SALLYPORT_TEST_SECRET", "hunter2");
        ChildSetup setup;
        setup.environment = {"ONE=first", "TWO=second word"};
        const Ran ran = run("echo $ONE/$TWO/$SALLYPORT_TEST_SECRET", setup);
        QCOMPARE(ran.output, std::string("first/second word/\n"));
        QVERIFY(ran.succeeded);
        qunsetenv("SALLYPORT_TEST_SECRET");
    }

    void start_inheritsNoSignals()
    {
        // Ignored and blocked here, neither there.
        struct sigaction ignore = {}, before = {};
        ignore.sa_handler = SIG_IGN;
        ::sigaction(SIGUSR1, &ignore, &before);
        sigset_t blocked, mask;
        ::sigemptyset(&blocked);
        ::sigaddset(&blocked, SIGUSR2);
        ::pthread_sigmask(SIG_BLOCK, &blocked, &mask);
        const Ran first = run("kill -USR1 $$; exit 0");
        const Ran second = run("kill -USR2 $$; exit 0");
        ::pthread_sigmask(SIG_SETMASK, &mask, nullptr);
        ::sigaction(SIGUSR1, &before, nullptr);
        QCOMPARE(first.end, "was ended by signal " + std::to_string(SIGUSR1));
        QCOMPARE(second.end, "was ended by signal " + std::to_string(SIGUSR2));
    }

    void start_streams_areThoseOfTheSetup()
    {
        QTemporaryDir folder;
        QVERIFY(folder.isValid());
        const std::string file = folder.filePath(QStringLiteral("input")).toStdString();
        std::ofstream(file) << "from a file\n";
        ChildSetup setup;
        setup.inputFile = file;
        setup.folder = folder.path().toStdString();
        const Ran ran = run("read line; echo $line; pwd; echo lost >&2", setup);
        QCOMPARE(ran.output, "from a file\n" + QFileInfo(folder.path()).canonicalFilePath().toStdString() + "\n");
        // Nothing given: nothing to read.
        QCOMPARE(run("read line || echo empty").output, std::string("empty\n"));
    }

    void start_ownGroup_isTheChildsOwn()
    {
        ChildSetup setup;
        setup.program = "/bin/sh";
        setup.arguments = {"-c", "read forever"};
        int ends[2];
        QCOMPARE(::pipe2(ends, O_CLOEXEC), 0);
        const Descriptor theirs(ends[0]), ours(ends[1]);
        setup.input = theirs.get();
        for (const bool own : {true, false}) {
            setup.ownGroup = own;
            auto child = ChildProcess::start(setup);
            QVERIFY(child);
            QCOMPARE(::getpgid(child->id()), own ? child->id() : ::getpgrp());
        }
    }

    void wait_saysHowItEnded()
    {
        QVERIFY(run("exit 0").succeeded);
        const Ran failed = run("exit 3");
        QVERIFY(!failed.succeeded);
        QCOMPARE(failed.end, std::string("failed with code 3"));
    }

    void start_withoutAProgram_saysWhy()
    {
        ChildSetup setup;
        setup.program = "/nonexistent/program";
        const auto child = ChildProcess::start(setup);
        QVERIFY(!child);
        QVERIFY(child.error().code == ErrorCode::Unavailable);
        QCOMPARE(child.error().detail, std::string("No such file or directory"));
    }

    void destructor_endsAndReapsIt()
    {
        int ends[2];
        QCOMPARE(::pipe2(ends, O_CLOEXEC), 0);
        const Descriptor theirs(ends[0]), ours(ends[1]);
        ChildSetup setup;
        setup.program = "/bin/sh";
        setup.arguments = {"-c", "read forever"};
        setup.input = theirs.get();
        pid_t id = -1;
        {
            auto child = ChildProcess::start(setup);
            QVERIFY(child);
            ChildProcess moved = std::move(*child);
            id = moved.id();
            QCOMPARE(::kill(id, 0), 0);
        }
        int status = 0;
        QCOMPARE(::waitpid(id, &status, 0), pid_t{-1});
        QCOMPARE(errno, ECHILD);
    }
};

SALLYPORT_GUILESS_TEST(TestChildProcess)

} // namespace tst_child_process
#include "tst_child_process.moc"
