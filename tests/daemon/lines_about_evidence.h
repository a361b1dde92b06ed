#pragma once

#include <boost/json.hpp>

#include <QDir>
#include <QStringList>
#include <QTest>

#include <functional>

namespace sallyport::test {

/// Each command about trees and evidence packs: with `json` on the vault, with `run` on its own.
inline void askAboutEvidence(const std::function<boost::json::value(const QStringList&)>& json,
                             const std::function<QByteArray(const QStringList&)>& run, const QString& file)
{
    const auto words = [](const QString& line) { return line.split(QLatin1Char(' ')); };
    const auto text = [](const boost::json::value& document, std::string_view member) {
        const auto* const found = document.as_object().if_contains(member);
        return found != nullptr ? QString::fromStdString(std::string(found->as_string())) : QString();
    };
    QCOMPARE(run(words(QStringLiteral("merkle --json"))), QByteArray("{}\n"));
    const QString id = text(json(words(QStringLiteral("evidence create --since 1d"))), "id");
    QCOMPARE(text(json(words(QStringLiteral("evidence list"))).at("data").at(0), "id"), id);
    const boost::json::value saved =
        json({QStringLiteral("evidence"), QStringLiteral("export"), id, QStringLiteral("--output"), file});
    json({QStringLiteral("evidence"), QStringLiteral("delete"), id});
    const QByteArray checked = run({QStringLiteral("verify"), QStringLiteral("--pack"), file, QStringLiteral("--fingerprint"),
                                    text(saved, "fingerprint"), QStringLiteral("--json")});
    QVERIFY2(checked.startsWith("{\"intact\":true,"), checked.constData());
}

/// A backup that is put back at once, and a search that leaves a history out, since nobody asked for it: 4. In `folder`.
inline void askAboutCopies(const std::function<boost::json::value(const QStringList&, int)>& json, const QString& folder)
{
    const QString copy = folder + QStringLiteral("/json.db"), repository = folder + QStringLiteral("/repository");
    json({QStringLiteral("backup"), copy}, 0);
    QCOMPARE(json({QStringLiteral("restore"), copy}, 0).at("events_lost").as_int64(), 0);
    QVERIFY(QDir().mkpath(repository + QStringLiteral("/.git")));
    const boost::json::value scanned = json({QStringLiteral("key"), QStringLiteral("scan"), repository}, 4);
    QCOMPARE(scanned.at("failed_count").as_int64(), 0);
    QCOMPARE(scanned.at("not_asked_count").as_int64(), 1);
}

/// Each command about retention, history and alerts, on the vault; `json` with the exit code that it shall have.
inline void askAboutLaterRooms(const std::function<boost::json::value(const QStringList&, int)>& json)
{
    const auto words = [](const char* line) { return QString::fromLatin1(line).split(QLatin1Char(' ')); };
    for (const char* line : {"history list",
                             "history who users:read",
                             "retention show",
                             "retention preview --days 400",
                             "retention set --days 400",
                             "retention hold Case --q outcome:failure",
                             "retention holds",
                             "alert list",
                             "alert create A --kinds auth.login_failed",
                             "search save A --q outcome:failure",
                             "search change A --name B",
                             "search list",
                             "search delete B",
                             "alert show A",
                             "alert test A",
                             "alert change A --off",
                             "alert delete A",
                             "incident list",
                             "output create file --name Files --target events",
                             "output list",
                             "output show Files",
                             "output test Files",
                             "output change Files --status disabled",
                             "output delete Files",
                             "report make activity --format csv",
                             "report list",
                             "report plan create activity --name Weekly --format csv",
                             "report plan list"})
        json(words(line), 0);
    for (const char* line :
         {"history show nothing", "history undo nothing", "retention lift nothing", "user erase nobody@b.example",
          "incident show nothing", "incident acknowledge nothing", "incident assign nothing ada@sallyport.example",
          "incident note nothing words", "incident close nothing", "incident reopen nothing", "incident undo nothing nothing",
          "report save nothing --output x", "report delete nothing", "report plan change nothing --keep 3",
          "report plan delete nothing"})
        json(words(line), 1);
}

/// `policy evaluate`, an answer a line.
inline void askAboutExpressions(const std::function<QByteArray(const QStringList&, const QByteArray&)>& run)
{
    const QStringList evaluate{QStringLiteral("policy"), QStringLiteral("evaluate"), QStringLiteral("--json")};
    QCOMPARE(run(evaluate, {}), QByteArray("{}\n"));
    const QList<QByteArray> lines =
        run(evaluate, "{\"expr\":\"1+1\"}\n{\"expr\":\"x\"}\nno JSON\n{\"expr\":\"'\\u202e'\"}").split('\n');
    QCOMPARE(lines.size(), 5);
    QCOMPARE(lines[0], QByteArray("{\"value\":{\"int\":\"2\"}}"));
    QCOMPARE(lines[1], QByteArray("{\"error\":\"unknown name 'x' at line 1, column 1\"}"));
    // A line that is too long is one more error; the next ones are answered.
    const QByteArray most(9 << 20, ' ');
    const QList<QByteArray> tooLong = run(evaluate, "{\"expr\":\"1\"}" + most + "\n{\"expr\":\"2\"}\n" + most).split('\n');
    QCOMPARE(tooLong.size(), 4);
    QVERIFY(tooLong[0].startsWith("{\"error\":") && tooLong[1] == "{\"value\":{\"int\":\"2\"}}" &&
            tooLong[2].startsWith("{\"error\":"));
    QVERIFY(lines[2].startsWith("{\"error\":") && lines[3] == "{\"value\":{\"string\":\"\\u202e\"}}");
}

} // namespace sallyport::test
