#include "backend/audit/event_id.h"
#include "backend/audit/formats/cef.h"
#include "backend/audit/formats/ocsf.h"
#include "backend/journal/events.h"
#include "tests/support/test_journal.h"
#include "tests/support/test_main.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QtTest>

namespace tst_formats {

using namespace sallyport;
using namespace sallyport::audit;
using namespace Qt::StringLiterals;
using test::TestJournal;

namespace {

access::Actor auditor()
{
    access::Actor actor;
    actor.kind = access::Actor::Kind::Operator;
    actor.name = "Ingrid Solheim";
    actor.permissions.add(access::Permission::EventsRead);
    actor.permissions.add(access::Permission::EventsExport);
    return actor;
}

/// Names that want to be a line, a field or an escape, and what is left of them: line ends may stay in values of CEF.
struct Hostile {
    std::string name;
    std::string shown;
};
const std::vector<Hostile> hostile{
    {"a|b=c\nd", "a|b=c\nd"},
    {"back\\slash", "back\\slash"},
    {"ends with \\", "ends with \\"},
    {"\\n is no line", "\\n is no line"},
    {"x cs1=forged cs2=forged", "x cs1=forged cs2=forged"},
    {"CEF:0|Other|Other|1|x|y|10|", "CEF:0|Other|Other|1|x|y|10|"},
    {"line\r\nCEF:0|a|b|c|d|e|9|", "line\r\nCEF:0|a|b|c|d|e|9|"},
    {"\x1b[31mred", "\\x1b[31mred"},
    {"\x01start", "\\x01start"},
    {"tab\there", "tab\\there"},
    {"next\xc2\x85line", "next\\u0085line"},
    {"\xe2\x80\xa8separator", "\\u2028separator"},
    {"\xe2\x80\xaeright to left", "\\u202eright to left"},
    {"]} \"quoted\" {[", "]} \"quoted\" {["},
    {"Elif Yıldız", "Elif Yıldız"},
    {"=", "="},
    {"%n%s${jndi:ldap://x}", "%n%s${jndi:ldap://x}"},
};

void writeHostile(TestJournal& journal)
{
    for (const Hostile& one : hostile) {
        Event event = test::sampleEvent(kind::signInFailed, one.name, "2001:db8::7");
        event.outcome = Outcome::Failure;
        event.userAgent = one.name;
        event.path = "/" + one.name;
        event.method = "GET";
        event.status = 401;
        event.reason = "bad_password";
        event.detailsJson = R"({"note": "a=b|c\n"})";
        QVERIFY(journal->record(event));
    }
}

void writeEveryKind(TestJournal& journal)
{
    for (const EventKind& kind : eventKinds())
        for (const Outcome outcome : {Outcome::Success, Outcome::Refused}) {
            Event event = test::sampleEvent(kind.word);
            event.outcome = outcome;
            if (outcome == Outcome::Success) {
                event.object = {"user", "01J00000000000000000000OBJ", "Jonas Weber"};
                event.detailsJson = R"({"changes":[{"field":"roles","old":"","new":"admin"}],"required":"users:read"})";
            } else {
                event.actor = {};
                event.address.clear();
            }
            QVERIFY(journal->record(event));
        }
}

QJsonArray exported(TestJournal& journal, ReportFormat format, const char* script)
{
    const auto events =
        journal::makeEvents(journal.store(), *journal.operator->(), journal.clock, {[] { return std::string("Northgate"); }, {}});
    ReportRequest request;
    request.format = format;
    const auto file = journal.directory() / "report";
    const auto result = events->exportToFile(auditor(), request, file, {});
    if (!result) {
        qWarning("%s", result.error().detail.c_str());
        return {};
    }
    QProcess python;
    python.start(u"python3"_s, {QStringLiteral(SALLYPORT_TEST_SCRIPTS) + u'/' + QLatin1StringView(script),
                                QString::fromStdString(file.string())});
    python.waitForFinished();
    const QByteArray error = python.readAllStandardError();
    if (!error.isEmpty())
        qWarning("%s", error.constData());
    return QJsonDocument::fromJson(python.readAllStandardOutput()).array();
}

QString shown(const std::string& text)
{
    return QString::fromStdString(text);
}

} // namespace

/// What log collectors are given, read by strict parsers that we wrote in another language.
class TestFormats : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void asvs_16_4_1_cef_hostileText_staysInItsField()
    {
        TestJournal journal;
        writeHostile(journal);
        const QJsonArray read = exported(journal, ReportFormat::Cef, "read_cef.py");
        QCOMPARE(read.size(), qsizetype(hostile.size()));
        for (qsizetype i = 0; i < read.size(); ++i) {
            const QJsonArray header = read[i]["header"_L1].toArray();
            QCOMPARE(header[0].toString(), u"Sallyport"_s);
            QCOMPARE(header[3].toString(), u"auth.login_failed"_s);
            QCOMPARE(header[4].toString(), u"Sign-in failed"_s);
            QCOMPARE(header[5].toString(), u"6"_s);
            const QJsonObject extension = read[i]["extension"_L1].toObject();
            const QString expected = shown(hostile[std::size_t(i)].shown);
            QCOMPARE(extension["suser"_L1].toString(), expected);
            QCOMPARE(extension["requestClientApplication"_L1].toString(), expected);
            QCOMPARE(extension["request"_L1].toString(), u'/' + expected);
            QCOMPARE(extension["c6a2"_L1].toString(), u"2001:db8::7"_s);
            QVERIFY(!extension.contains("src"_L1));
            QCOMPARE(extension["outcome"_L1].toString(), u"failure"_s);
            QCOMPARE(extension["cn1"_L1].toString(), QString::number(i + 1));
            QCOMPARE(extension["cn2"_L1].toString(), u"401"_s);
            QCOMPARE(extension["rt"_L1].toString(), u"1795521600000"_s);
            QCOMPARE(extension["cs5"_L1].toString().size(), 64);
        }
    }

    void asvs_16_2_4_cef_everyKind_isRead()
    {
        TestJournal journal;
        writeEveryKind(journal);
        const QJsonArray read = exported(journal, ReportFormat::Cef, "read_cef.py");
        QCOMPARE(read.size(), qsizetype(eventKinds().size() * 2));
        QCOMPARE(read[0]["extension"_L1]["src"_L1].toString(), u"198.51.100.24"_s);
    }

    void damagedJournal_isSaidInEachRecord_data()
    {
        QTest::addColumn<ReportFormat>("format");
        QTest::addColumn<QByteArray>("script");
        QTest::addColumn<QString>("object");
        QTest::addColumn<QString>("member");
        QTest::newRow("cef") << ReportFormat::Cef << QByteArray("read_cef.py") << u"extension"_s << u"flexString1"_s;
        QTest::newRow("ocsf") << ReportFormat::Ocsf << QByteArray("read_ocsf.py") << u"unmapped"_s << u"journal_damage"_s;
    }

    void damagedJournal_isSaidInEachRecord()
    {
        QFETCH(const ReportFormat, format);
        QFETCH(const QByteArray, script);
        QFETCH(const QString, object);
        QFETCH(const QString, member);
        TestJournal journal;
        writeHostile(journal);
        const QJsonArray whole = exported(journal, format, script.constData());
        QCOMPARE(whole.size(), qsizetype(hostile.size()));
        for (const QJsonValue& record : whole)
            QVERIFY(!record[object].toObject().contains(member));
        QVERIFY(journal.tamper("DELETE FROM events WHERE sequence = 2"));
        const QJsonArray damaged = exported(journal, format, script.constData());
        QVERIFY(damaged.size() >= whole.size());
        for (const QJsonValue& record : damaged)
            QCOMPARE(record[object][member].toString(), u"missing"_s);
    }

    void cef_longText_isCutAtACharacter()
    {
        Event event = test::sampleEvent();
        for (int i = 0; i < 600; ++i)
            event.path += "é=";
        std::string line;
        appendCef(line, event);
        const auto at = line.find(" request=");
        QVERIFY(at != line.npos);
        const std::string value = line.substr(at + 9, line.find(" cs1=") - at - 9);
        QCOMPARE(std::ranges::count(value, '='), std::ranges::count(value, '\\'));
        QVERIFY(QString::fromStdString(value).toStdString() == value);
        QVERIFY(value.size() <= 1023 + std::size_t(std::ranges::count(value, '\\')));
    }

    void asvs_16_2_4_ocsf_everyKind_isWhatItsClassAsksFor()
    {
        TestJournal journal;
        writeEveryKind(journal);
        const QJsonArray read = exported(journal, ReportFormat::Ocsf, "read_ocsf.py");
        QCOMPARE(read.size(), qsizetype(eventKinds().size() * 2));
        for (qsizetype i = 0; i < read.size(); ++i) {
            const EventKind& kind = eventKinds()[std::size_t(i / 2)];
            QCOMPARE(read[i]["class_uid"_L1].toInt(), int(kind.ocsfClass));
            QCOMPARE(read[i]["unmapped"_L1]["owasp"_L1].toString(), shown(std::string(kind.owasp)));
        }
    }

    void ocsf_activities_areThoseOfTheSchema_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<int>("type");
        const auto row = [](std::string_view kind, int type) {
            QTest::newRow(std::string(kind).c_str()) << QString::fromLatin1(kind.data(), qsizetype(kind.size())) << type;
        };
        row(kind::signInSucceeded, 300201);
        row(kind::signInFailed, 300201);
        row(kind::signedOut, 300202);
        row(kind::userCreated, 300101);
        row(kind::userDisabled, 300105);
        row(kind::passwordChanged, 300103);
        row(kind::mfaEnabled, 300110);
        row(kind::mfaReset, 300111);
        row(kind::userDeleted, 300106);
        row(kind::settingChanged, 300403);
        row(kind::outputCreated, 300401);
        row(kind::outputDeleted, 300404);
        row(kind::roleCreated, 300606);
        row(kind::serverStarted, 600203);
        row(kind::serverStopped, 600204);
        row(kind::recordDeleted, 600304);
        row(kind::addressBanned, 200401);
        row(kind::incidentOpened, 200501);
        row(kind::incidentChanged, 200502);
        row(kind::permissionDenied, 300399);
        row(kind::auditVerified, 600702);
        row(kind::serverFault, 600801);
        row(kind::addressRefused, 400105);
    }
    void ocsf_activities_areThoseOfTheSchema()
    {
        QFETCH(const QString, kind);
        QFETCH(const int, type);
        std::string line;
        appendOcsf(line, test::sampleEvent(kind.toStdString()));
        QCOMPARE(QJsonDocument::fromJson(QByteArray::fromStdString(line)).object()["type_uid"_L1].toInt(), type);
    }

    void ocsf_hostileText_comesBack()
    {
        TestJournal journal;
        writeHostile(journal);
        const QJsonArray read = exported(journal, ReportFormat::Ocsf, "read_ocsf.py");
        QCOMPARE(read.size(), qsizetype(hostile.size()));
        for (qsizetype i = 0; i < read.size(); ++i) {
            const QString expected = shown(hostile[std::size_t(i)].name);
            QCOMPARE(read[i]["user"_L1]["name"_L1].toString(), expected);
            QCOMPARE(read[i]["http_request"_L1]["user_agent"_L1].toString(), expected);
            QCOMPARE(read[i]["http_request"_L1]["url"_L1]["path"_L1].toString(), u'/' + expected);
            QCOMPARE(read[i]["src_endpoint"_L1]["ip"_L1].toString(), u"2001:db8::7"_s);
            QCOMPARE(read[i]["unmapped"_L1]["details"_L1]["note"_L1].toString(), u"a=b|c\n"_s);
            QCOMPARE(read[i]["time"_L1].toInteger(), qint64(1795521600000));
            QCOMPARE(read[i]["status_id"_L1].toInt(), 2);
            QCOMPARE(read[i]["metadata"_L1]["uid"_L1].toString().size(), 23);
        }
    }

    void unknownKind_isABaseEvent()
    {
        Event event = test::sampleEvent("of.another.version");
        std::string line;
        appendOcsf(line, event);
        const QJsonObject read = QJsonDocument::fromJson(QByteArray::fromStdString(line)).object();
        QCOMPARE(read["class_uid"_L1].toInt(-1), 0);
        QCOMPARE(read["type_uid"_L1].toInt(-1), 99);
        QCOMPARE(read["activity_name"_L1].toString(), u"of.another.version"_s);
        line.clear();
        appendCef(line, event);
        QVERIFY(line.find("|of.another.version|of.another.version|1|") != line.npos);
    }
};

SALLYPORT_GUILESS_TEST(TestFormats)

} // namespace tst_formats
#include "tst_formats.moc"
