#include "backend/audit/pseudonyms/email_owners.h"
#include "backend/audit/pseudonyms/pseudonyms.h"
#include "backend/journal/events.h"
#include "tests/support/test_journal.h"
#include "tests/support/test_main.h"

#include <QProcess>
#include <QtTest>

#include <array>
#include <fstream>
#include <map>

namespace tst_pseudonyms {

using namespace sallyport;
using namespace sallyport::audit;
using test::TestJournal;

namespace {

const std::string ada = "01J0000000000000000000ADA0";

/// What nobody may find in an export. Each stands in some event of writeAll.
const std::vector<std::string> secrets{"Zedekia",     "zedekia",    "Quux",    "L\xc3\xb6we", "203.0.113.7",
                                       "203.0.113.0", "Bakery key", "Tuesday", "10.20.30.40", ada,
                                       "Northgate",   "Ingrid",     "Solheim"};

Event eventOf(std::string_view kind, EventObject object, std::string details = {})
{
    Event event;
    event.kind = kind;
    event.actor = {"user", ada, "Ada L\xc3\xb6we", "ada@zedekia.example"};
    event.object = std::move(object);
    event.detailsJson = std::move(details);
    return event;
}

std::vector<Event> everything()
{
    std::vector<Event> all{
        eventOf(kind::holdPlaced, {"legal_hold", "01J0000000000000000000H000", "Zedekia Quux"}),
        eventOf(kind::holdPlaced, {"legal_hold", "01J0000000000000000000H001", "user:\"Ada L\xc3\xb6we\""}),
        eventOf(kind::holdLifted, {"legal_hold", "01J0000000000000000000H002", "user:ada@zedekia.example"}),
        eventOf(kind::addressRuleAdded, {"address_rule", "01J0000000000000000000R000", "203.0.113.7"}),
        eventOf(kind::addressRuleAdded, {"address_rule", "01J0000000000000000000R001", "203.0.113.0/24"}),
        eventOf(kind::threatObserved, {"address", "", "203.0.113.7"}),
        eventOf(kind::keyCreated, {"api_key", "01J0000000000000000000K000", "Bakery key"}),
        eventOf(kind::searchSaved, {"search", "01J0000000000000000000S000", "Zedekia on Tuesday"}),
        eventOf(kind::alertRuleCreated, {"alert_rule", "01J0000000000000000000A000", "zedekia"}),
        eventOf(kind::incidentOpened, {"incident", "01J0000000000000000000I000", "Zedekia"},
                R"({"rule":"zedekia","group":"Quux","count":3})"),
        eventOf(kind::roleCreated, {"role", "zedekia", "Quux"}),
        eventOf(kind::serverStarted, {"server", "", "https://10.20.30.40:8443"}),
        eventOf(kind::vaultLocked, {"vault", "", "Northgate Clinic"}),
        eventOf(kind::signInFailed, {"user", "", "ada@zedekia.example"}),
        eventOf(kind::userChanged, {"user", ada, "Ada L\xc3\xb6we", "ada@zedekia.example"},
                R"({"changes":[{"field":"name","old":"Zedekia","new":"Quux"}]})"),
        eventOf(kind::validationFailed, {"route", "", "POST /api/users"},
                R"({"fields":[{"field":"zedekia","rule":"unknown"},{"field":"email","rule":"format"}]})"),
    };
    all.front().path = "/api/threats/203.0.113.7";
    all.front().method = "ZEDEKIA";
    all[1].path = "/api/roles/for-zedekia";
    all[2].path = "/api/zedekia.quux/secret";
    all.front().reason = "Zedekia";
    all.back().path = "/Zedekia/" + ada;
    all.push_back(eventOf(kind::incidentOpened, {"incident", "01J0000000000000000000I001", "Watch Zedekia Quux"}));
    all.back().actor = {"system", "", "Alert rule Watch Zedekia Quux"};
    all.back().path = "/api/roles/%5aedekia%40quux.example";
    all.push_back(eventOf(kind::signInSucceeded, {"user", ada, "Ada L\xc3\xb6we"}));
    all.back().actor = {"system", "", "Sign-in of Zedekia"};
    return all;
}

/// What SQLite answers to EXPLAIN QUERY PLAN.
enum class PlanColumn { Id, Parent, Unused, Detail };

using Owners = std::map<std::string, std::string>;

/// As api::routeNames() has them, and a setting as the vault adds it.
const std::vector<std::string> routes{"GET /api/roles/{id}",          "GET /api/roles",
                                      "GET /api/users/{id}/sessions", "POST /api/users/bulk",
                                      "GET /api/threats/{address}",   "/api/settings/sessions.idle"};

Pseudonyms made(Owners owners = {})
{
    auto pseudonyms = Pseudonyms::make(
        [owners = std::move(owners)](const std::string& mail) -> Result<std::string> {
            const auto found = owners.find(mail);
            return found == owners.end() ? std::string() : found->second;
        },
        KnownPaths(routes));
    if (!pseudonyms)
        qFatal("no pseudonyms: %s", pseudonyms.error().detail.c_str());
    return std::move(*pseudonyms);
}

QByteArray pdfText(const std::string& pdf)
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("report.pdf"));
    std::ofstream(path.toStdString(), std::ios::binary) << pdf;
    QProcess tool;
    tool.start(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), path, QStringLiteral("-")});
    tool.waitForFinished();
    return tool.readAllStandardOutput();
}

} // namespace

/// What an export without names tells, and that it tells no more.
class TestPseudonyms : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void noFormat_namesAnybody_data()
    {
        QTest::addColumn<ReportFormat>("format");
        QTest::newRow("jsonl") << ReportFormat::JsonLines;
        QTest::newRow("csv") << ReportFormat::Csv;
        QTest::newRow("cef") << ReportFormat::Cef;
        QTest::newRow("ocsf") << ReportFormat::Ocsf;
        QTest::newRow("html") << ReportFormat::Html;
        QTest::newRow("pdf") << ReportFormat::Pdf;
    }
    void noFormat_namesAnybody()
    {
        QFETCH(ReportFormat, format);
        TestJournal journal;
        for (Event& event : everything())
            QVERIFY(journal->record(std::move(event)));
        const auto events = journal::makeEvents(journal.store(), *journal.operator->(), journal.clock,
                                                {[] { return std::string("Northgate Clinic"); }, SALLYPORT_REPORT_PROGRAM});
        access::Actor actor;
        actor.kind = access::Actor::Kind::Operator;
        actor.name = "Ingrid Solheim";
        actor.permissions = access::PermissionSet::all();
        ReportRequest request;
        request.format = format;
        request.title = "What Zedekia Quux did";
        request.filterText = "user:zedekia";
        request.pseudonyms = true;
        std::string text;
        const auto done = events->exportTo(actor, request,
                                           [&](std::string_view chunk) {
                                               text += chunk;
                                               return true;
                                           },
                                           {});
        QVERIFY2(done.has_value(), done ? "" : done.error().detail.c_str());
        QVERIFY(done->events >= static_cast<std::int64_t>(everything().size()));
        if (format == ReportFormat::Pdf)
            text = pdfText(text).toStdString();
        QVERIFY(text.find("Person ") != std::string::npos);
        for (const std::string& secret : secrets)
            QVERIFY2(text.find(secret) == std::string::npos, secret.c_str());
    }

    void onePerson_hasOnePseudonym()
    {
        const Pseudonyms pseudonyms = made({{"ada@zedekia.example", ada}});
        Event signedIn = eventOf(kind::signInSucceeded, {"user", ada, "Ada L\xc3\xb6we"});
        QVERIFY(pseudonyms.apply(signedIn));
        const std::string name = signedIn.actor.name;
        QVERIFY(name.starts_with("Person "));
        QCOMPARE(signedIn.object.name, name);
        QCOMPARE(signedIn.object.id, signedIn.actor.id);
        QVERIFY(signedIn.actor.email.empty());
        Event failed = eventOf(kind::signInFailed, {"user", "", "Ada@Zedekia.example"});
        failed.actor = {"anonymous", "", "ADA@zedekia.example", "ada@zedekia.example"};
        QVERIFY(pseudonyms.apply(failed));
        QCOMPARE(failed.actor.name, name);
        QCOMPARE(failed.object.name, name);
        Event byKey = eventOf(kind::userChanged, {"user", "01J0000000000000000000B000", "Bo", "bo@zedekia.example"});
        byKey.actor = {"api_key", "01J0000000000000000000K000", "Ada L\xc3\xb6we", "ada@zedekia.example"};
        QVERIFY(pseudonyms.apply(byKey));
        QCOMPARE(byKey.actor.name, name);
        QVERIFY(byKey.object.name != name);
        Event ended = eventOf(kind::signedOut, {"session", "01J0000000000000000000Z000", "Ada L\xc3\xb6we"});
        QVERIFY(pseudonyms.apply(ended));
        QCOMPARE(ended.object.name, name);
        QVERIFY(ended.object.id != ended.actor.id);
        Event again = eventOf(kind::signInSucceeded, {"user", ada, "Ada L\xc3\xb6we"});
        QVERIFY(made().apply(again));
        QVERIFY(again.actor.name != name);
    }

    void whatTheProductDoes_isTheProducts_butNotTheNamesOfWhatItDoesItFor()
    {
        const Pseudonyms pseudonyms = made();
        const auto shown = [&](const std::string& name) {
            Event event = eventOf(kind::incidentOpened, {"incident", "01J0000000000000000000I000", "Watch Jonas Weber"});
            event.actor = {"system", "", name};
            return pseudonyms.apply(event) ? event.actor.name : std::string("failed");
        };
        for (const char* const own : {"Sallyport", "Command line", "Drill"})
            QCOMPARE(shown(own), std::string(own));
        const std::string rule = shown("Alert rule Watch Jonas Weber");
        QVERIFY2(rule.starts_with("Alert rule Name ") && rule.find("Jonas") == std::string::npos, rule.c_str());
        QCOMPARE(shown("Alert rule Watch Jonas Weber"), rule);
        QVERIFY(shown("Alert rule Other") != rule);
        QVERIFY(shown("Clinic of Jonas Weber").starts_with("Name "));
    }

    void whoseAnEmailIs_theJournalKnows_theLastOwnerOfIt()
    {
        TestJournal journal;
        Event first = eventOf(kind::signInSucceeded, {"user", ada, "Ada"});
        QVERIFY(journal->record(first));
        Event failed = eventOf(kind::signInFailed, {"user", "01J0000000000000000000C000", "Cy@zedekia.example"});
        failed.actor = {"anonymous", "", "cy@zedekia.example", "cy@zedekia.example"};
        QVERIFY(journal->record(failed));
        Event nobody = failed;
        nobody.object = {"user", "", "nobody@zedekia.example"};
        QVERIFY(journal->record(nobody));
        Event key = first;
        key.actor = {"api_key", "01J0000000000000000000K000", "Ada", "key@zedekia.example"};
        QVERIFY(journal->record(key));
        const auto owner = [&](std::int64_t last, const std::string& mail) {
            const auto found = EmailOwners(journal.store(), last).ownerOf(mail);
            return found ? *found : found.error().detail;
        };
        QCOMPARE(owner(4, "ada@zedekia.example"), ada);
        QCOMPARE(owner(4, "cy@zedekia.example"), std::string("01J0000000000000000000C000"));
        QCOMPARE(owner(1, "cy@zedekia.example"), std::string());
        QCOMPARE(owner(4, "nobody@zedekia.example"), std::string());
        QCOMPARE(owner(4, "key@zedekia.example"), std::string());
        Event given = first;
        given.object = {"user", "01J0000000000000000000E000", "Eve", "Eve@zedekia.example"};
        Event later = first;
        later.actor.id = "01J0000000000000000000D000";
        QVERIFY(journal->record(later));
        QCOMPARE(owner(5, "ada@zedekia.example"), std::string("01J0000000000000000000D000"));
        QCOMPARE(owner(4, "ada@zedekia.example"), ada);
        QVERIFY(journal->record(given));
        QCOMPARE(owner(6, "eve@zedekia.example"), std::string("01J0000000000000000000E000"));
        EmailOwners remembered(journal.store(), 5);
        QCOMPARE(*remembered.ownerOf("ada@zedekia.example"), *remembered.ownerOf("ada@zedekia.example"));
    }

    /// One look at an index for each e-mail, not the whole journal.
    void whoseAnEmailIs_isFoundByItsIndex()
    {
        TestJournal journal;
        const std::array<std::string, 3> indexes{"events_by_actor_email", "events_by_object_email", "events_by_object_name"};
        for (std::size_t i = 0; i < indexes.size(); ++i) {
            const auto plan = journal.store().read([&](storage::Transaction& transaction) -> Result<std::string> {
                SALLYPORT_ASSIGN(auto rows, transaction.prepare("EXPLAIN QUERY PLAN " + EmailOwners::questions()[i]));
                std::string text;
                for (;;) {
                    SALLYPORT_ASSIGN(const bool found, rows.step());
                    if (!found)
                        return text;
                    text += storage::Row<PlanColumn>(rows).text(PlanColumn::Detail) + '\n';
                }
            });
            QVERIFY(plan);
            QVERIFY2(plan->find("USING INDEX " + indexes[i]) != plan->npos, plan->c_str());
            QVERIFY2(plan->find("SCAN") == plan->npos && plan->find("TEMP B-TREE") == plan->npos, plan->c_str());
        }
    }

    void oneAddress_hasOnePseudonym_whereverItStands()
    {
        const Pseudonyms pseudonyms = made();
        Event event = eventOf(kind::addressRuleAdded, {"address_rule", "01J0000000000000000000R000", "203.0.113.7"});
        event.address = "203.0.113.7";
        event.path = "/api/threats/203.0.113.7";
        QVERIFY(pseudonyms.apply(event));
        QVERIFY(event.address.starts_with("fd"));
        QCOMPARE(event.object.name, event.address);
        QCOMPARE(event.path, "/api/threats/" + event.address);
        Event range = eventOf(kind::addressRuleAdded, {"address_rule", "01J0000000000000000000R001", "203.0.113.0/24"});
        QVERIFY(pseudonyms.apply(range));
        QVERIFY(range.object.name.starts_with("fd") && range.object.name != event.address);
    }

    void ofAPath_onlyWordsOfRoutesAtTheirPlaceStay_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("shown"); // * for a pseudonym
        QTest::newRow("a route") << "/api/roles"
                                 << "/api/roles";
        QTest::newRow("its parameter") << "/api/roles/for-jane-doe"
                                       << "/api/roles/*";
        QTest::newRow("a word in a parameter's place") << "/api/roles/users"
                                                       << "/api/roles/*";
        QTest::newRow("behind a parameter") << "/api/users/jane/sessions"
                                            << "/api/users/*/sessions";
        QTest::newRow("at another place") << "/api/jane/sessions"
                                          << "/api/*/*";
        QTest::newRow("where a parameter could be, too") << "/api/users/bulk"
                                                         << "/api/users/bulk";
        QTest::newRow("no route") << "/api/jane.doe/secret"
                                  << "/api/*/*";
        QTest::newRow("nothing of ours") << "/jane"
                                         << "/*";
        QTest::newRow("another case") << "/API/roles"
                                      << "/*/*";
        QTest::newRow("no setting") << "/api/settings/jane.doe"
                                    << "/api/settings/*";
        QTest::newRow("empty segments") << "/api//roles/"
                                        << "/api//*/";
        QTest::newRow("a query") << "/api/roles?for=jane"
                                 << "/api/roles";
        QTest::newRow("no path") << "jane"
                                 << "*";
        QTest::newRow("as a pattern is written") << "/api/roles/{id}"
                                                 << "/api/roles/*";
    }
    void ofAPath_onlyWordsOfRoutesAtTheirPlaceStay()
    {
        QFETCH(QString, path);
        QFETCH(QString, shown);
        Event event = eventOf(kind::permissionDenied, {"route", "", "GET /api/roles"});
        event.path = path.toStdString();
        QVERIFY(made().apply(event));
        const QString pattern = QRegularExpression::escape(shown).replace(QStringLiteral("\\*"), QStringLiteral("[0-9a-f]{16}"));
        QVERIFY2(
            QRegularExpression(QRegularExpression::anchoredPattern(pattern)).match(QString::fromStdString(event.path)).hasMatch(),
            event.path.c_str());
    }

    void aMethodThatIsNone_goes()
    {
        for (const std::string method :
             {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "JANE-DOE", "get", "TRACE"}) {
            Event event = eventOf(kind::permissionDenied, {"route", "", "GET /api/roles"});
            event.method = method;
            QVERIFY(made().apply(event));
            QCOMPARE(event.method, method == "JANE-DOE" || method == "get" || method == "TRACE" ? std::string() : method);
        }
    }

    void wordsOfTheProduct_stay()
    {
        const Pseudonyms pseudonyms = made();
        Event event =
            eventOf(kind::settingChanged, {"setting", "sessions.idle", "sessions.idle"},
                    R"({"changes":[{"field":"value","old":"60","new":"90"}],"fields":[{"field":"email","rule":"format"}],)"
                    R"("stages":[{"stage":"route","result":"passed","text":"of Ada","micros":1.5}],"count":3})");
        event.path = "/api/settings/sessions.idle";
        event.reason = "token_expired";
        event.hash = "abc";
        QVERIFY(pseudonyms.apply(event));
        QCOMPARE(event.object.name, std::string("sessions.idle"));
        QCOMPARE(event.object.id, std::string("sessions.idle"));
        QCOMPARE(event.path, std::string("/api/settings/sessions.idle"));
        QCOMPARE(event.reason, std::string("token_expired"));
        QCOMPARE(event.hash, std::string("abc"));
        QCOMPARE(event.detailsJson, std::string(R"({"changes":[{"field":"value"}],"fields":[{"field":"email","rule":"format"}],)"
                                                R"("stages":[{"stage":"route","result":"passed","micros":1.5E0}],"count":3})"));
        Event purge = eventOf(kind::eventsExpired, {"journal", "", "Audit journal"}, R"({"kinds":"auth.*, role.*"})");
        QVERIFY(pseudonyms.apply(purge));
        QCOMPARE(purge.object.name, std::string("Audit journal"));
        QCOMPARE(purge.detailsJson, std::string(R"({"kinds":"auth.*, role.*"})"));
    }
};

SALLYPORT_GUILESS_TEST(TestPseudonyms)

} // namespace tst_pseudonyms
#include "tst_pseudonyms.moc"
