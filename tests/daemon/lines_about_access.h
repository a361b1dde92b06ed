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
#include <utility>

namespace sallyport::test {

/// One of each command about records and policies, in an order that works. What was made answers with the id that `ID`, `CID` (of
/// a comment), `FID` or `XID` (of an exclusion) stands for afterwards; `FOLDER` has a `note.txt`.
inline constexpr std::array linesAboutAccess{
    "record create Chart --department Cardiology",
    "record list",
    "record show ID",
    "record change ID --title Other",
    "comment create <b>Checked</b> --record ID",
    "comment list --record ID",
    "comment show CID",
    "comment change CID --content Changed",
    "comment delete CID",
    "file upload FOLDER/note.txt --record ID",
    "file list --record ID",
    "file download FID --output FOLDER/copy.txt",
    "file delete FID",
    "record delete ID",
    "rekey --status",
    "ban add 203.0.113.0/24 --reason Spam --for 7d",
    "ban add ::ffff:192.0.2.44 --allow",
    "ban list --search 203.0.113.7",
    "ban list --action allow --by hand",
    "ban import FOLDER/list.txt --dry-run",
    "ban import FOLDER/list.txt",
    "ban remove 198.51.100.7 203.0.113.0/24",
    "ban remove 192.0.2.44 --allow",
    "policy create night --effect deny --actions records:read --resources record --condition false",
    "policy list",
    "policy show night",
    "policy change night --note n",
    "policy test night",
    "policy simulate --subject ada@sallyport.example --action records:read --resource {\"kind\":\"record\"}",
    "policy replay --policy night",
    "policy publish night --observe",
    "policy delete night",
    "detection list",
    "detection list --class sql",
    "detection set ssrf observe",
    "detection test FOLDER/note.txt",
    "detection hits --class sql",
    "detection exclude sql --member note --part json --reason Doses --review-days 30",
    "detection exclusions --all",
    "detection include XID",
    "drill run",
    "drill report",
    "change list",
    "limit list",
    "limit set api_read 7000/3600 --algorithm gcra --mode observe",
    "limit reset all 203.0.113.7",
    "limit override set api_read ada@sallyport.example 50/60 --expires-in 7d",
    "limit override list api_read",
    "limit override remove OID",
    "access review",
    "access review --permission records:read --unused-days 1 --ends-days 9 --role admin --q a",
};

/// A certificate comes, the one before is put back, and once more, and then the server's own. The vault has been served before.
template <typename Json>
void askAboutCertificates(const Json& json)
{
    crypto::SystemRandom random;
    const auto pair = crypto::makeSelfSigned({"clinic.example"}, {}, SystemClock().now(), random);
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
    QTemporaryDir folder;
    QFile note(folder.filePath(QStringLiteral("note.txt")));
    QVERIFY(note.open(QIODevice::WriteOnly) && note.write("hello") == 5);
    QFile list(folder.filePath(QStringLiteral("list.txt")));
    QVERIFY(list.open(QIODevice::WriteOnly) && list.write("198.51.100.7 # spam\nnonsense\n") > 0);
    list.close();
    note.close();
    // What stands for the id that the making of each answered.
    std::array<std::pair<QString, QString>, 5> ids{{{QStringLiteral("CID"), {}},
                                                    {QStringLiteral("FID"), {}},
                                                    {QStringLiteral("XID"), {}},
                                                    {QStringLiteral("OID"), {}},
                                                    {QStringLiteral("ID"), {}}}};
    for (const char* line : linesAboutAccess) {
        QString command = QString::fromLatin1(line).replace(QStringLiteral("FOLDER"), folder.path());
        for (const auto& [name, id] : ids)
            command.replace(name, id);
        const boost::json::value answer = json(command.split(QLatin1Char(' ')));
        const auto made = [&](const char* begin) { return command.startsWith(QLatin1String(begin)); };
        QString* const id = made("comment create")       ? &ids[0].second
                            : made("file upload")        ? &ids[1].second
                            : made("detection exclude")  ? &ids[2].second
                            : made("limit override set") ? &ids[3].second
                            : made("record create")      ? &ids[4].second
                                                         : nullptr;
        if (id != nullptr)
            *id = QString::fromStdString(std::string(answer.at("id").as_string()));
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
    const QByteArray bans =
        run({QStringLiteral("ban"), QStringLiteral("export"), QStringLiteral("--format"), QStringLiteral("nftables")});
    QVERIFY2(bans.contains("table inet sallyport {"), bans.constData());
    const QByteArray review = run({QStringLiteral("access"), QStringLiteral("review"), QStringLiteral("--format"),
                                   QStringLiteral("csv"), QStringLiteral("--role"), QStringLiteral("admin")});
    QVERIFY2(review.startsWith("holder_kind,holder,email,") && review.contains(",role,admin,Administrator,"), review.constData());
    QFile policies(folder.filePath(QStringLiteral("policies.json")));
    QVERIFY(policies.open(QIODevice::WriteOnly) && policies.write(run({QStringLiteral("policy"), QStringLiteral("export")})) > 0);
    policies.close();
    json({QStringLiteral("policy"), QStringLiteral("import"), QStringLiteral("--dry-run"), policies.fileName()});
}

} // namespace sallyport::test
