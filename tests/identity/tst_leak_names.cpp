#include "backend/identity/leak_scan/git_objects.h"
#include "tests/identity/leak_fixture.h"
#include "tests/support/test_main.h"

#include <QTest>

#include <algorithm>

#include <unistd.h>

namespace tst_leak_names {

using namespace sallyport;
using namespace sallyport::identity;
using namespace sallyport::test;

/// A key as a name: of a file, a folder, a reference, a person.
class LeakNamesTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void names_areSearched_andTheTextIsNeverTold();
    void names_ofGit_areSearched_data();
    void names_ofGit_areSearched();
};

void LeakNamesTest::names_areSearched_andTheTextIsNeverTold()
{
    Scan f;
    f.put(f.text() + "/inside.txt", f.text()); // a folder's name, and a file in it
    f.put("x-" + f.text() + ".txt", "nothing");
    f.put(f.text() + ".gz", "\x1f\x8b rest"); // a place that isn't searched
    QCOMPARE(::symlink(f.text().c_str(), f.path("link").c_str()), 0);
    const LeakReport report = f.run();
    QCOMPARE(report.hitCount, std::int64_t{5});
    const std::string secret = f.text().substr(14);
    for (const LeakHit& hit : report.hits) {
        QVERIFY2(hit.place.find(secret) == std::string::npos, hit.place.c_str());
        QVERIFY(hit.worth == LeakWorth::Works);
    }
    QCOMPARE(std::ranges::count_if(report.hits, [](const LeakHit& hit) { return hit.place.starts_with("name "); }), 4);
    for (const LeakGap& gap : report.gaps)
        QVERIFY2(gap.place.find(secret) == std::string::npos, gap.place.c_str());
    const LeakReport inside = f.run(false, f.text());
    QCOMPARE(inside.hitCount, std::int64_t{2}); // the place that was named, too
    for (const audit::Event& event : {f.last(audit::kind::keysScanned), f.last(audit::kind::keyLeaked)})
        QVERIFY2(event.detailsJson.find(secret) == std::string::npos, event.detailsJson.c_str());
}

/// Wherever git lets somebody write a text.
void LeakNamesTest::names_ofGit_areSearched_data()
{
    QTest::addColumn<QList<QStringList>>("commands");
    QTest::addColumn<bool>("packs");
    const QString key = QStringLiteral("KEY");
    const QList<std::pair<const char*, QList<QStringList>>> ways{
        {"branch", {{QStringLiteral("branch"), key}}},
        {"tag", {{QStringLiteral("tag"), key}}},
        {"message of a tag", {{QStringLiteral("tag"), QStringLiteral("-a"), QStringLiteral("v1"), QStringLiteral("-m"), key}}},
        {"message",
         {{QStringLiteral("commit"), QStringLiteral("-q"), QStringLiteral("--allow-empty"), QStringLiteral("-m"), key}}},
        {"author",
         {{QStringLiteral("commit"), QStringLiteral("-q"), QStringLiteral("--allow-empty"), QStringLiteral("-m"),
           QStringLiteral("x"), QStringLiteral("--author=") + key + QStringLiteral(" <x@x.example>")}}},
        {"note", {{QStringLiteral("notes"), QStringLiteral("add"), QStringLiteral("-m"), key}}},
        {"stash", {{QStringLiteral("stash"), QStringLiteral("push"), QStringLiteral("-q"), QStringLiteral("-m"), key}}},
        {"name of a file that is gone",
         {{QStringLiteral("mv"), QStringLiteral("file"), key},
          {QStringLiteral("commit"), QStringLiteral("-qam"), QStringLiteral("there")},
          {QStringLiteral("mv"), key, QStringLiteral("file")},
          {QStringLiteral("commit"), QStringLiteral("-qam"), QStringLiteral("gone")}}},
        {"branch that is gone, in the log of HEAD",
         {{QStringLiteral("checkout"), QStringLiteral("-qb"), key},
          {QStringLiteral("checkout"), QStringLiteral("-q"), QStringLiteral("-")},
          {QStringLiteral("branch"), QStringLiteral("-qD"), key}}}};
    for (const auto& [name, commands] : ways) {
        QTest::addRow("%s", name) << commands << false;
        QTest::addRow("%s, packed", name) << commands << true;
    }
}
void LeakNamesTest::names_ofGit_areSearched()
{
    if (GitObjects::program().empty())
        QSKIP("git is not installed");
    QFETCH(QList<QStringList>, commands);
    QFETCH(bool, packs);
    Scan f;
    const QString place = f.folder.path();
    f.put("file", "one");
    QVERIFY(git(place, {QStringLiteral("init"), QStringLiteral("-q")}));
    QVERIFY(git(place, {QStringLiteral("add"), QStringLiteral(".")}));
    QVERIFY(git(place, {QStringLiteral("commit"), QStringLiteral("-qm"), QStringLiteral("first")}));
    f.put("file", "two"); // something to stash
    if (commands.front().front() != QLatin1String("stash"))
        QVERIFY(git(place, {QStringLiteral("commit"), QStringLiteral("-qam"), QStringLiteral("second")}));
    for (QStringList command : commands)
        QVERIFY2(git(place, command.replaceInStrings(QStringLiteral("KEY"), QString::fromStdString(f.text()))),
                 qPrintable(command.join(QLatin1Char(' '))));
    if (packs) {
        QVERIFY(git(place, {QStringLiteral("pack-refs"), QStringLiteral("--all")}));
        QVERIFY(git(place, {QStringLiteral("gc"), QStringLiteral("-q")}));
    }
    const LeakReport report = f.run(true);
    QVERIFY(report.hitCount > 0);
    QCOMPARE(report.failedCount, std::int64_t{0});
    const std::string secret = f.text().substr(14);
    for (const LeakHit& hit : report.hits)
        QVERIFY2(hit.place.find(secret) == std::string::npos && hit.repository.find(secret) == std::string::npos,
                 hit.place.c_str());
}

SALLYPORT_GUILESS_TEST(LeakNamesTest)

} // namespace tst_leak_names
#include "tst_leak_names.moc"
