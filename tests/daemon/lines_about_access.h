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
    "access review",
    "access review --permission records:read --unused-days 1 --ends-days 9 --role admin --q a",
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
    const QByteArray file = run({QStringLiteral("record"), QStringLiteral("export"), QStringLiteral("--json")});
    QVERIFY(boost::json::parse(file.toStdString()).at("data").is_array());
    const QByteArray review = run({QStringLiteral("access"), QStringLiteral("review"), QStringLiteral("--format"),
                                   QStringLiteral("csv"), QStringLiteral("--role"), QStringLiteral("admin")});
    QVERIFY2(review.startsWith("holder_kind,holder,email,") && review.contains(",role,admin,Administrator,"), review.constData());
}

} // namespace sallyport::test
