#pragma once

#include "backend/crypto/certificate.h"
#include "backend/crypto/system_random.h"

#include <boost/json.hpp>

#include <QFile>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <string>

namespace sallyport::test {

/// One of each command about records and policies, in an order that works. The first answers with the id that `ID` stands for.
inline constexpr std::array linesAboutAccess{
    "record create Chart --department Cardiology",
    "record list",
    "record show ID",
    "record change ID --title Other",
    "record delete ID",
    "rekey --status",
    "policy create night --effect deny --actions records:read --resources record --condition false",
    "policy list",
    "policy show night",
    "policy change night --note n",
    "policy test night",
    "policy simulate --subject ada@sallyport.example --action records:read --resource {\"kind\":\"record\"}",
    "policy replay --policy night",
    "policy publish night --observe",
    "policy delete night",
    "change list",
};

/// A certificate comes, the one before is put back, and once more, and then the server's own. The vault has been served before.
template <typename Json>
void askAboutCertificates(const Json& json)
{
    crypto::SystemRandom random;
    const SystemClock clock;
    const auto pair = crypto::makeSelfSigned({"clinic.example"}, {}, clock, random);
    QVERIFY(pair.has_value());
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("pair.pem")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray::fromStdString(pair->certificate.pem()));
    file.write(QByteArray::fromStdString(std::string(pair->privateKeyPem.view())));
    file.close();
    const auto source = [&](const QStringList& line) {
        return json(QStringList(QStringLiteral("certificate")) + line).at("source");
    };
    QCOMPARE(source({QStringLiteral("show")}).as_string(), "own");
    QCOMPARE(source({QStringLiteral("import"), file.fileName()}).as_string(), "imported");
    QCOMPARE(source({QStringLiteral("undo")}).as_string(), "own");
    QCOMPARE(source({QStringLiteral("undo")}).as_string(), "imported");
    QCOMPARE(source({QStringLiteral("own")}).as_string(), "own");
}

/// `json` runs a command and gives what it prints; `run` the text of one that prints a file.
template <typename Json, typename Run>
void askAboutAccess(const Json& json, const Run& run)
{
    QString record;
    for (const char* line : linesAboutAccess) {
        const QString command = QString::fromLatin1(line).replace(QStringLiteral("ID"), record);
        const boost::json::value answer = json(command.split(QLatin1Char(' ')));
        if (record.isEmpty())
            record = QString::fromStdString(std::string(answer.at("id").as_string()));
    }
    for (const char* end : {"confirm", "undo"}) {
        const boost::json::value made = json({QStringLiteral("settings"), QStringLiteral("set"), QStringLiteral("--confirm"),
                                              QStringLiteral("server.port=855") + QString::number(end[0] == 'c' ? 1 : 2)});
        QCOMPARE(made.at("state").as_string(), "waiting");
        const QString id = QString::fromStdString(std::string(made.at("id").as_string()));
        const boost::json::value ended = json({QStringLiteral("change"), QString::fromLatin1(end), id});
        QCOMPARE(ended.at("state").as_string(), end[0] == 'c' ? "kept" : "taken_back");
    }
    askAboutCertificates(json);
    const QByteArray file = run({QStringLiteral("record"), QStringLiteral("export"), QStringLiteral("--json")});
    QVERIFY(boost::json::parse(file.toStdString()).at("data").is_array());
}

} // namespace sallyport::test
