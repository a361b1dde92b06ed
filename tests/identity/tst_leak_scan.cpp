#include "backend/identity/leak_scan/git_objects.h"
#include "backend/identity/leak_scan/key_finder.h"
#include "backend/identity/leak_scan/leak_scan.h"
#include "tests/identity/keys_fixture.h"
#include "tests/support/test_main.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

namespace tst_leak_scan {

using namespace sallyport;
using namespace sallyport::identity;
using namespace sallyport::test;
using namespace std::chrono_literals;

namespace {

struct Scan : Keys {
    Scan()
    {
        adaActor.kind = access::Actor::Kind::Operator;
        leaked = require(keys().create(edActor, named("leaked")));
    }

    std::string path(const std::string& name) { return folder.filePath(QString::fromStdString(name)).toStdString(); }
    void put(const std::string& name, const std::string& content)
    {
        std::filesystem::create_directories(std::filesystem::path(path(name)).parent_path());
        std::ofstream(path(name), std::ios::binary) << content;
    }
    LeakReport run(bool histories = false, const std::string& name = "")
    {
        return require(
            identity->leakScan().scan(adaActor, {{name.empty() ? folder.path().toStdString() : path(name)}, histories}, {}));
    }
    std::string text() const { return std::string(leaked.text.view()); }

    QTemporaryDir folder;
    IssuedKey leaked;
};

bool git(const QString& folder, const QStringList& words)
{
    QProcess process;
    process.setWorkingDirectory(folder);
    process.start(QStringLiteral("git"), QStringList{QStringLiteral("-c"), QStringLiteral("user.name=x"), QStringLiteral("-c"),
                                                     QStringLiteral("user.email=x@x.example")} +
                                             words);
    return process.waitForFinished() && process.exitCode() == 0;
}

} // namespace

class LeakScanTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void finder_acrossPieces_andUtf16();
    void files_tellWhereAndWhose_neverTheText();
    void states_areThoseOfTheText();
    void nothing_isLeftOutSilently();
    void path_onlyAtTheMachine();
    void text_ofOthers_isUnknown();
    void cancel_reportsWhatThereIs();
    void history_findsWhatIsGone();
    void history_ofAHostileRepository_runsNothing();
    void history_stopped_leavesNoFolderBehind();
};

void LeakScanTest::finder_acrossPieces_andUtf16()
{
    Scan f;
    const std::string text = "one\ntwo " + f.text() + "\nthree " + f.text() + f.text();
    for (const std::size_t size :
         {std::size_t{1}, std::size_t{7}, std::size_t{61}, std::size_t{62}, std::size_t{63}, text.size()}) {
        std::vector<std::int64_t> lines;
        KeyFinder finder([&](std::string_view found, std::int64_t line) {
            QVERIFY(found == f.text());
            lines.push_back(line);
        });
        for (std::size_t at = 0; at < text.size(); at += size)
            finder.feed(std::string_view(text).substr(at, size));
        QCOMPARE(lines, (std::vector<std::int64_t>{2, 3, 3}));
    }
    std::string wide("\xff\xfe");
    for (const char c : text)
        wide.append(1, c).append(1, '\0');
    int count = 0;
    KeyFinder finder([&](std::string_view, std::int64_t) { ++count; });
    finder.feed(wide);
    QCOMPARE(count, 3);
}

void LeakScanTest::files_tellWhereAndWhose_neverTheText()
{
    Scan f;
    f.put("src/deploy.sh", "#!/bin/sh\nexport KEY=" + f.text() + "\n");
    f.put("src/binary", std::string("\0\1\2", 3) + f.text() + std::string("\xff\0", 2));
    std::string bent = f.text();
    bent.back() = bent.back() == 'a' ? 'b' : 'a';
    f.put("src/bent", bent);
    const LeakReport report = f.run();
    QCOMPARE(report.hitCount, std::int64_t{2});
    QCOMPARE(report.files, std::int64_t{3});
    const auto script = std::ranges::find(report.hits, f.path("src/deploy.sh"), &LeakHit::place);
    QVERIFY(script != report.hits.end());
    QCOMPARE(script->line, std::int64_t{2});
    QCOMPARE(script->prefix, f.leaked.key.prefix);
    QCOMPARE(script->key->name, std::string("leaked"));
    QCOMPARE(script->key->owner.name, std::string("Ed"));
    QVERIFY(script->worth == LeakWorth::Works);
    const audit::Event event = f.last(audit::kind::keyLeaked);
    QCOMPARE(event.object.id, f.leaked.key.id.text());
    QCOMPARE(f.count(audit::kind::keyLeaked), 1);
    QCOMPARE(f.count(audit::kind::keysScanned), 1);
    const std::string secret = f.text().substr(14);
    QVERIFY(event.detailsJson.find(secret) == std::string::npos);
    QVERIFY(f.last(audit::kind::keysScanned).detailsJson.find(secret) == std::string::npos);
}

void LeakScanTest::states_areThoseOfTheText()
{
    Scan f;
    f.put("key", f.text());
    const auto worth = [&] { return std::string(leakWorthWord(f.run().hits.at(0).worth)); };
    QCOMPARE(worth(), std::string("active"));
    Keys::require(f.keys().rotate(f.edActor, f.leaked.key.id, 1h));
    QCOMPARE(worth(), std::string("active")); // the overlap
    f.clock.advance(1h);
    QCOMPARE(worth(), std::string("superseded"));
    Keys::require(f.keys().revoke(Keys::system(), f.leaked.key.id), 0);
    QCOMPARE(worth(), std::string("revoked"));
    const SecretBytes foreign = Keys::require(newKeyText(KeyTextKind::SigningSecret, KeyId("00000000"), f.random));
    f.put("key", std::string(foreign.view()));
    QCOMPARE(worth(), std::string("unknown"));
    QVERIFY(f.run().hits.at(0).signingSecret);
}

void LeakScanTest::nothing_isLeftOutSilently()
{
    Scan f;
    QTemporaryDir outside;
    std::ofstream(outside.filePath(QStringLiteral("key")).toStdString()) << f.text();
    f.put("here", "nothing");
    f.put("packed.gz", "\x1f\x8b rest");
    QCOMPARE(::symlink(outside.path().toStdString().c_str(), f.path("link").c_str()), 0);
    QCOMPARE(::mkfifo(f.path("pipe").c_str(), 0600), 0);
    const LeakReport report = f.run();
    QCOMPARE(report.hitCount, std::int64_t{0});
    QCOMPARE(report.links, std::int64_t{1});
    const auto reason = [&](const std::string& name) {
        const auto gap = std::ranges::find(report.gaps, f.path(name), &LeakGap::place);
        return gap == report.gaps.end() ? std::string() : gap->reason;
    };
    QVERIFY(!reason("pipe").empty());
    QVERIFY(reason("packed.gz").starts_with("packed"));
    QCOMPARE(f.run(false, "missing").gapCount, std::int64_t{1});
}

void LeakScanTest::path_onlyAtTheMachine()
{
    Scan f;
    access::Actor remote = f.adaActor;
    remote.kind = access::Actor::Kind::User;
    QCOMPARE(wordOf(f.identity->leakScan().scan(remote, {{"/etc"}, false}, {})), std::string("permission_denied"));
    QCOMPARE(wordOf(f.identity->leakScan().scan(f.viActor, {{"/etc"}, false}, {})), std::string("permission_denied"));
    QCOMPARE(wordOf(f.identity->leakScan().scan(f.adaActor, {{}, false}, {})), std::string("invalid_argument"));
}

void LeakScanTest::text_ofOthers_isUnknown()
{
    Scan f;
    const auto told = [&](const access::Actor& actor) {
        return Keys::require(f.identity->leakScan().scanText(actor, "x " + f.text())).hits.at(0);
    };
    QVERIFY(told(f.edActor).key && told(f.edActor).worth == LeakWorth::Works);
    QVERIFY(!told(f.viActor).key && told(f.viActor).worth == LeakWorth::Unknown);
    QCOMPARE(f.count(audit::kind::keyLeaked), 2);
}

void LeakScanTest::cancel_reportsWhatThereIs()
{
    Scan f;
    f.put("a", f.text());
    const LeakReport report = Keys::require(f.identity->leakScan().scan(f.adaActor, {{f.folder.path().toStdString()}, false},
                                                                        [](std::int64_t, std::int64_t) { return false; }));
    QVERIFY(report.cancelled);
    QCOMPARE(report.hitCount, std::int64_t{0});
}

void LeakScanTest::history_findsWhatIsGone()
{
    if (GitObjects::program().empty())
        QSKIP("git is not installed");
    Scan f;
    const QString place = f.folder.path();
    QVERIFY(git(place, {QStringLiteral("init"), QStringLiteral("-q")}));
    f.put("config/env", "A=1\nKEY=" + f.text() + "\n");
    QVERIFY(git(place, {QStringLiteral("add"), QStringLiteral(".")}));
    QVERIFY(git(place, {QStringLiteral("commit"), QStringLiteral("-qm"), QStringLiteral("add")}));
    std::filesystem::remove(f.path("config/env"));
    QVERIFY(git(place, {QStringLiteral("commit"), QStringLiteral("-qam"),
                        QStringLiteral("remove it: ") + QString::fromStdString(f.text())}));
    const LeakReport without = f.run(false);
    QVERIFY(without.gapCount > 0); // says that the history was not asked for
    const LeakReport report = f.run(true);
    const auto blob = std::ranges::find_if(report.hits, [](const LeakHit& hit) { return hit.place.ends_with(":config/env"); });
    QVERIFY(blob != report.hits.end());
    QCOMPARE(blob->line, std::int64_t{2});
    QVERIFY(blob->worth == LeakWorth::Works);
    QVERIFY(std::ranges::any_of(report.hits, [](const LeakHit& hit) { return hit.place.starts_with("commit "); }));
}

void LeakScanTest::history_ofAHostileRepository_runsNothing()
{
    if (GitObjects::program().empty())
        QSKIP("git is not installed");
    Scan f;
    const QString place = f.folder.path();
    QVERIFY(git(place, {QStringLiteral("init"), QStringLiteral("-q")}));
    f.put("key", f.text());
    QVERIFY(git(place, {QStringLiteral("add"), QStringLiteral(".")}));
    QVERIFY(git(place, {QStringLiteral("commit"), QStringLiteral("-qm"), QStringLiteral("add")}));
    const std::string trap = f.path("trapped");
    const std::string run = "touch " + trap;
    std::ofstream(f.path(".git/config"), std::ios::app)
        << "[core]\n\tfsmonitor = " << run << "\n\tpager = " << run << "\n\tsshCommand = " << run
        << "\n\talternateRefsCommand = " << run << "\n[diff]\n\texternal = " << run
        << "\n[log]\n\tshowSignature = true\n[gpg]\n\tprogram = " << run << "\n[remote \"o\"]\n\turl = ext::" << run
        << "\n\tpromisor = true\n[extensions]\n\tpartialClone = o\n";
    f.put(".gitattributes", "* diff=x filter=x\n");
    const LeakReport report = f.run(true);
    QVERIFY(std::ranges::any_of(report.hits,
                                [](const LeakHit& hit) { return !hit.repository.empty() && hit.place.ends_with(":key"); }));
    QVERIFY(!std::filesystem::exists(trap));
}

void LeakScanTest::history_stopped_leavesNoFolderBehind()
{
    if (GitObjects::program().empty())
        QSKIP("git is not installed");
    Scan f;
    const QString place = f.folder.path();
    QVERIFY(git(place, {QStringLiteral("init"), QStringLiteral("-q")}));
    f.put("key", f.text());
    QVERIFY(git(place, {QStringLiteral("add"), QStringLiteral(".")}));
    QVERIFY(git(place, {QStringLiteral("commit"), QStringLiteral("-qm"), QStringLiteral("add")}));
    QTemporaryDir temporary;
    const QByteArray before = qgetenv("TMPDIR");
    qputenv("TMPDIR", QFile::encodeName(temporary.path()));
    bool made = false;
    const auto objects = GitObjects::read(
        f.path(".git"), [](const std::string&, std::string_view, std::string_view, bool) { return true; },
        [&] {
            made = !QDir(temporary.path()).isEmpty();
            return false;
        });
    qputenv("TMPDIR", before);
    if (before.isNull())
        qunsetenv("TMPDIR");
    QVERIFY(!objects);
    QVERIFY(objects.error().code == ErrorCode::Cancelled);
    QVERIFY(made);
    QVERIFY(QDir(temporary.path()).isEmpty());
}

SALLYPORT_GUILESS_TEST(LeakScanTest)

} // namespace tst_leak_scan
#include "tst_leak_scan.moc"
