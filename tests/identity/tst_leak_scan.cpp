#include "backend/identity/leak_scan/git_objects.h"
#include "backend/identity/leak_scan/key_finder.h"
#include "backend/identity/leak_scan/leak_scan.h"
#include "tests/identity/leak_fixture.h"
#include "tests/support/test_main.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QScopeGuard>
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

/// A repository in the scan's folder whose only trace of the key is in its history.
bool withHistory(Scan& f, const QStringList& init = {})
{
    const QString place = f.folder.path();
    f.put("key", f.text());
    const bool made = git(place, QStringList{QStringLiteral("init"), QStringLiteral("-q")} + init) &&
                      git(place, {QStringLiteral("add"), QStringLiteral("key")}) &&
                      git(place, {QStringLiteral("commit"), QStringLiteral("-qm"), QStringLiteral("add")}) &&
                      git(place, {QStringLiteral("rm"), QStringLiteral("-q"), QStringLiteral("key")}) &&
                      git(place, {QStringLiteral("commit"), QStringLiteral("-qm"), QStringLiteral("gone")});
    return made && !std::filesystem::exists(f.path("key"));
}

std::string reasonOf(const LeakReport& report, const std::string& place)
{
    const auto gap = std::ranges::find(report.gaps, place, &LeakGap::place);
    return gap == report.gaps.end() ? std::string() : gap->reason;
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
    void history_ofARelativePath_isRead();
    void history_wordsInTheConfiguration_hideNothing_data();
    void history_wordsInTheConfiguration_hideNothing();
    void history_ofSha256_isRead();
    void history_thatGitCannotRead_isAFailedPlace_data();
    void history_thatGitCannotRead_isAFailedPlace();
    void history_elsewhere_isAFailedPlaceOnlyOutsideOfWhatIsSearched();
    void history_ofWhatIsLeftOfARepository_isRead_data();
    void history_ofWhatIsLeftOfARepository_isRead();
    void history_behindALink_isAFailedPlaceOnlyOutsideOfWhatIsSearched();
    void history_thatACopyLeavesOut_isAFailedPlace();
    void history_objectsAlone_areAFailedPlace();
    void history_withoutObjects_isAFailedPlace();
    void folders_likeThoseOfGit_areNoRepositories();
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
    QCOMPARE(report.failedCount, std::int64_t{1}); // nothing is kept in a pipe
    const LeakReport missing = f.run(false, "missing");
    QCOMPARE(missing.gapCount, std::int64_t{1});
    QCOMPARE(missing.failedCount, std::int64_t{1});
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
    QCOMPARE(without.failedCount, std::int64_t{0});
    QCOMPARE(without.notAskedCount, std::int64_t{1});
    const LeakReport report = f.run(true);
    QCOMPARE(report.notAskedCount, std::int64_t{0});
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

void LeakScanTest::history_ofARelativePath_isRead()
{
    if (GitObjects::program().empty())
        QSKIP("git is not installed");
    Scan f;
    QVERIFY(withHistory(f));
    const QString before = QDir::currentPath();
    const auto back = qScopeGuard([&] { QDir::setCurrent(before); });
    QVERIFY(QDir::setCurrent(f.folder.path()));
    QVERIFY(QDir().mkpath(QStringLiteral("below")));
    for (const char* path : {".", "./", "below/..", ".git"}) {
        const LeakReport report = Keys::require(f.identity->leakScan().scan(f.adaActor, {{path}, true}, {}));
        QCOMPARE(report.hitCount, std::int64_t{1});
        QCOMPARE(report.failedCount, std::int64_t{0});
        QVERIFY(report.hits.at(0).place.ends_with(":key"));
    }
}

void LeakScanTest::history_wordsInTheConfiguration_hideNothing_data()
{
    QTest::addColumn<QByteArray>("config");
    QTest::newRow("in a comment") << QByteArray("# objectformat = sha256\n");
    QTest::newRow("in a remote's address") << QByteArray("[remote \"o\"]\n\turl = https://x.example/objectformat/sha256\n");
    QTest::newRow("in a section of that name") << QByteArray("[alias \"extensions\"]\n\tobjectformat = sha256\n");
    QTest::newRow("as the value of something else") << QByteArray("[user]\n\tname = objectformat sha256\n");
    QTest::newRow("overruled") << QByteArray("[extensions]\n\tobjectFormat = sha256\n\tobjectFormat = sha1\n");
}

void LeakScanTest::history_wordsInTheConfiguration_hideNothing()
{
    if (GitObjects::program().empty())
        QSKIP("git is not installed");
    QFETCH(QByteArray, config);
    Scan f;
    QVERIFY(withHistory(f));
    std::ofstream(f.path(".git/config"), std::ios::app) << config.toStdString();
    const LeakReport report = f.run(true);
    QCOMPARE(report.hitCount, std::int64_t{1});
    QCOMPARE(report.failedCount, std::int64_t{0});
}

void LeakScanTest::history_ofSha256_isRead()
{
    if (GitObjects::program().empty())
        QSKIP("git is not installed");
    Scan f;
    if (!withHistory(f, {QStringLiteral("--object-format=sha256")}))
        QSKIP("this git knows no SHA-256");
    LeakReport report = f.run(true);
    QCOMPARE(report.hitCount, std::int64_t{1});
    QCOMPARE(report.failedCount, std::int64_t{0});
    std::ofstream(f.path(".git/config")) << "[core]\n\tbare = false\n"; // objects of a kind that nobody names any more
    report = f.run(true);
    QCOMPARE(report.hitCount, std::int64_t{0});
    QVERIFY(reasonOf(report, f.path(".git")).starts_with("history: "));
    QVERIFY(report.failedCount > 0);
}

void LeakScanTest::history_thatGitCannotRead_isAFailedPlace_data()
{
    QTest::addColumn<QString>("damage");
    for (const char* name :
         {"pack without its index", "index without its pack", "objects cut off", "alternates gone", "unknown hash",
          "broken configuration", "objects behind a link", "configuration is a pipe", "alternates are a pipe"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void LeakScanTest::history_thatGitCannotRead_isAFailedPlace()
{
    namespace fs = std::filesystem;
    if (GitObjects::program().empty())
        QSKIP("git is not installed");
    QFETCH(QString, damage);
    Scan f;
    QVERIFY(withHistory(f));
    const auto remove = [&](const std::string& ending) {
        for (const auto& entry : fs::directory_iterator(f.path(".git/objects/pack")))
            if (entry.path().string().ends_with(ending))
                fs::remove(entry.path());
    };
    if (damage.contains(QLatin1String("pack")))
        QVERIFY(git(f.folder.path(), {QStringLiteral("gc"), QStringLiteral("-q")}));
    if (damage == QLatin1String("pack without its index"))
        remove(".idx");
    if (damage == QLatin1String("index without its pack"))
        remove(".pack");
    if (damage == QLatin1String("objects cut off"))
        for (const auto& entry : fs::recursive_directory_iterator(f.path(".git/objects")))
            if (entry.is_regular_file()) {
                fs::permissions(entry.path(), fs::perms::owner_all);
                fs::resize_file(entry.path(), 0);
            }
    if (damage == QLatin1String("alternates gone"))
        f.put(".git/objects/info/alternates", "/nowhere/at/all\n");
    if (damage == QLatin1String("unknown hash"))
        std::ofstream(f.path(".git/config"), std::ios::app) << "[extensions]\n\tobjectFormat = \"md5\\n[core]\"\n";
    if (damage == QLatin1String("broken configuration"))
        std::ofstream(f.path(".git/config"), std::ios::app) << "[[[\n";
    if (damage == QLatin1String("configuration is a pipe")) {
        fs::remove(f.path(".git/config"));
        QCOMPARE(::mkfifo(f.path(".git/config").c_str(), 0600), 0);
    }
    if (damage == QLatin1String("alternates are a pipe"))
        QCOMPARE(::mkfifo(f.path(".git/objects/info/alternates").c_str(), 0600), 0);
    if (damage == QLatin1String("objects behind a link")) {
        fs::rename(f.path(".git/objects"), f.path(".git/others"));
        fs::create_directory_symlink("others", f.path(".git/objects"));
    }
    const LeakReport report = f.run(true);
    QVERIFY(report.failedCount > 0);
    QVERIFY2(!reasonOf(report, f.path(".git")).empty(), "the line names the repository");
}

void LeakScanTest::history_elsewhere_isAFailedPlaceOnlyOutsideOfWhatIsSearched()
{
    if (GitObjects::program().empty())
        QSKIP("git is not installed");
    Scan f;
    QVERIFY(withHistory(f));
    QVERIFY(git(f.folder.path(), {QStringLiteral("worktree"), QStringLiteral("add"), QStringLiteral("-q"),
                                  QStringLiteral("--detach"), QStringLiteral("tree")}));
    QCOMPARE(f.run(true).failedCount, std::int64_t{0}); // met on the way
    const LeakReport alone = f.run(true, "tree");
    QCOMPARE(alone.failedCount, std::int64_t{1});
    QVERIFY(!reasonOf(alone, f.path("tree/.git")).empty());
    QCOMPARE(f.run(false, "tree").failedCount, std::int64_t{0});
}

void LeakScanTest::history_ofWhatIsLeftOfARepository_isRead_data()
{
    QTest::addColumn<QStringList>("gone");
    QTest::addColumn<bool>("packed");
    const auto row = [](const char* name, const QStringList& gone) {
        QTest::addRow("%s", name) << gone << false;
        QTest::addRow("%s, packed", name) << gone << true;
    };
    row("no HEAD", {QStringLiteral("HEAD")});
    row("no refs", {QStringLiteral("refs")});
    row("no HEAD, refs and configuration",
        {QStringLiteral("HEAD"), QStringLiteral("refs"), QStringLiteral("packed-refs"), QStringLiteral("config")});
}

void LeakScanTest::history_ofWhatIsLeftOfARepository_isRead()
{
    if (GitObjects::program().empty())
        QSKIP("git is not installed");
    QFETCH(QStringList, gone);
    QFETCH(bool, packed);
    Scan f;
    QVERIFY(withHistory(f));
    if (packed)
        QVERIFY(git(f.folder.path(), {QStringLiteral("gc"), QStringLiteral("-q")}));
    for (const QString& name : gone)
        std::filesystem::remove_all(f.path(".git/" + name.toStdString()));
    const LeakReport report = f.run(true);
    QCOMPARE(report.hitCount, std::int64_t{1});
    QCOMPARE(report.hits.at(0).repository, f.path(".git"));
    QCOMPARE(report.failedCount, std::int64_t{0});
    QVERIFY(reasonOf(f.run(false), f.path(".git")).ends_with("was not asked for"));
}

void LeakScanTest::history_behindALink_isAFailedPlaceOnlyOutsideOfWhatIsSearched()
{
    namespace fs = std::filesystem;
    if (GitObjects::program().empty())
        QSKIP("git is not installed");
    Scan f;
    QVERIFY(withHistory(f));
    f.put("tree/file", "nothing");
    fs::rename(f.path(".git"), f.path("kept"));
    fs::create_directory_symlink("../kept", f.path("tree/.git"));
    const LeakReport all = f.run(true);
    QCOMPARE(all.hitCount, std::int64_t{1}); // met on the way
    QCOMPARE(all.failedCount, std::int64_t{0});
    const LeakReport alone = f.run(true, "tree");
    QCOMPARE(alone.hitCount, std::int64_t{0});
    QCOMPARE(alone.failedCount, std::int64_t{1});
    QVERIFY(reasonOf(alone, f.path("tree/.git")).starts_with("names a repository that lies elsewhere"));
    QCOMPARE(f.run(false, "tree").failedCount, std::int64_t{0});
    fs::remove(f.path("tree/.git"));
    fs::create_directory_symlink("nowhere", f.path("tree/.git"));
    QCOMPARE(f.run(true).failedCount, std::int64_t{1});
}

void LeakScanTest::history_thatACopyLeavesOut_isAFailedPlace()
{
    if (GitObjects::program().empty())
        QSKIP("git is not installed");
    Scan f;
    QVERIFY(withHistory(f));
    QVERIFY(git(f.folder.path(), {QStringLiteral("config"), QStringLiteral("uploadpack.allowFilter"), QStringLiteral("true")}));
    const QString source = QStringLiteral("file://") + f.folder.path();
    const auto copy = [&](const char* name, const char* option) {
        return git(f.folder.path(), {QStringLiteral("clone"), QStringLiteral("-q"), QStringLiteral("--bare"),
                                     QString::fromLatin1(option), source, QString::fromLatin1(name)});
    };
    QVERIFY(copy("shallow", "--depth=1"));
    QVERIFY(copy("partial", "--filter=blob:none"));
    for (const char* name : {"shallow", "partial"}) {
        const LeakReport report = f.run(true, name);
        QCOMPARE(report.hitCount, std::int64_t{0});
        QCOMPARE(report.failedCount, std::int64_t{1});
        QVERIFY(reasonOf(report, f.path(name)).starts_with("this copy of the repository is " + std::string(name)));
        QCOMPARE(f.run(false, name).failedCount, std::int64_t{0});
    }
}

void LeakScanTest::history_objectsAlone_areAFailedPlace()
{
    if (GitObjects::program().empty())
        QSKIP("git is not installed");
    Scan f;
    QVERIFY(withHistory(f));
    QCOMPARE(f.run(true, ".git/objects").failedCount, std::int64_t{1});
    std::filesystem::rename(f.path(".git/objects"), f.path(".git/before"));
    const LeakReport report = f.run(true);
    QCOMPARE(report.failedCount, std::int64_t{2});
    QVERIFY(!reasonOf(report, f.path(".git")).empty());
    QVERIFY(!reasonOf(report, f.path(".git/before")).empty());
}

/// What has the name or the shape of a repository and not its objects is no clean one.
void LeakScanTest::history_withoutObjects_isAFailedPlace()
{
    namespace fs = std::filesystem;
    if (GitObjects::program().empty())
        QSKIP("git is not installed");
    Scan f;
    QVERIFY(withHistory(f));
    fs::rename(f.path(".git"), f.path("real"));
    f.put("tree/.git", "gitdir: ../bare\n");
    f.put("bare/HEAD", "ref: refs/heads/main\n");
    f.put("bare/config", "[core]\n");
    f.put("bare/refs/heads/main", std::string(40, 'a') + "\n");
    f.put("empty/.git/config", "[core]\n");
    f.put("hollow/.git/objects/info/packs", "\n");
    f.put("emptied/.git/HEAD", "ref: refs/heads/main\n");
    f.put("emptied/.git/config", "[core]\n\trepositoryformatversion = 0\n");
    f.put("emptied/.git/objects/info/packs", "\n");
    f.put("emptied/.git/refs/heads/main", std::string(40, 'a') + "\n");
    const LeakReport report = f.run(true);
    QCOMPARE(report.failedCount, std::int64_t{5});
    QVERIFY(!reasonOf(report, f.path("emptied/.git")).empty());
    for (const char* place : {"bare", "empty/.git", "hollow/.git"})
        QVERIFY2(reasonOf(report, f.path(place)).starts_with("this git repository has no objects"), place);
    QVERIFY(!reasonOf(report, f.path("tree/.git")).empty());
    QCOMPARE(report.hitCount, std::int64_t{1}); // in the real one
    QCOMPARE(f.run(true, "empty/.git/").failedCount, std::int64_t{1});
    QCOMPARE(f.run(false).failedCount, std::int64_t{0});
    // A further working tree, whose repository lies outside of what is searched.
    f.put("part/.git", "gitdir: admin\n");
    f.put("part/admin/commondir", "../../real\n");
    f.put("part/admin/HEAD", std::string(40, 'a') + "\n");
    QVERIFY(!reasonOf(f.run(true, "part"), f.path("part/.git")).empty());
}

void LeakScanTest::folders_likeThoseOfGit_areNoRepositories()
{
    Scan f;
    f.put("shop/objects/info/readme", "nothing");
    f.put("shop/objects/pack/box", "nothing");
    f.put("lfs/objects/ab/cd/" + std::string(64, 'a'), "nothing");
    f.put("art/HEAD", "nothing");
    f.put("art/refs/one", "nothing");
    for (const bool histories : {false, true})
        QCOMPARE(f.run(histories).gapCount, std::int64_t{0});
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
