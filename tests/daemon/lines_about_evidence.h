#pragma once

#include <boost/json.hpp>

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
    QVERIFY(lines[2].startsWith("{\"error\":") && lines[3] == "{\"value\":{\"string\":\"\\u202e\"}}");
}

} // namespace sallyport::test
