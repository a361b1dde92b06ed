#pragma once

#include <boost/json.hpp>

#include <QString>
#include <QStringList>
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
    const QByteArray file = run({QStringLiteral("record"), QStringLiteral("export"), QStringLiteral("--json")});
    QVERIFY(boost::json::parse(file.toStdString()).at("data").is_array());
}

} // namespace sallyport::test
