#include "backend/base/utf8.h"
#include "backend/retention/person_text.h"
#include "tests/retention/retention_house.h"
#include "tests/support/test_main.h"

#include <boost/json.hpp>

#include <QTest>

#include <set>

namespace tst_erasure_traces {

using namespace sallyport;
using namespace sallyport::retention;
using House = test::RetentionHouse;

namespace {

const std::string victimName = "Zs\xC3\xB3"
                               "fia Quilrfeather",
                  victimEmail = "zsofia.quilr@vict.example";
const std::string victimAddress = "203.0.113.77", victimProgram = "VictimBrowser/9";

/// Columns in which what people have typed stays, as docs/guide/retention.md says.
const std::set<std::string> staying{"alert_rules.name", "policies.expression", "outputs.recipients", "records.title"};

struct Victim : House {
    Victim()
    {
        addUser("root@example.org", {"admin"});
        user = addUser(victimEmail, {"viewer"}, victimName);
    }
    void record(audit::Event event) { require(journal->record(std::move(event)), 0); }
    audit::Event theirs(std::string_view kind)
    {
        audit::Event event;
        event.kind = kind;
        event.actor = {"user", user.id.text(), victimName, victimEmail};
        event.address = victimAddress;
        event.userAgent = victimProgram;
        return event;
    }
    audit::Event others(std::string_view kind)
    {
        audit::Event event;
        event.kind = kind;
        event.actor = {"user", "U9", "Bo", "bo@example.org"};
        event.address = "198.51.100.24";
        event.userAgent = "Browser/1";
        return event;
    }
    void hit(const std::string& id, const std::string& kind, const std::string& who, const std::string& name,
             const std::string& texts)
    {
        sql("INSERT INTO detection_hits (id, hit_at, who_kind, who_id, who, address, request_id, method, route, part, member, "
            "in_name, place, text_before, text_matched, text_after, cut, rule, class, score, threshold, blocked, more, findings) "
            "VALUES ('" +
            id + "', 1, '" + kind + "', '" + who + "', '" + name + "', '" + victimAddress + "', 'Q" + id +
            "', 'GET', 'GET /api/data', 'query', 'q', 0, 0, " + texts + ", 0, 'r', 'sql', 5, 5, 1, 0, '[]')");
    }
    void decision(const std::string& id, const std::string& subject, const std::string& path, const std::string& question,
                  const std::string& trace)
    {
        sql("INSERT INTO decisions (id, decided_at, source, allowed, reason, policy_id, policy, observed, observed_policy, "
            "required, "
            "subject_id, subject_name, action, kind, object_id, request_id, method, path, question, trace) VALUES ('" +
            id + "', 1, 'request', 0, 'policy', '', '', '', '', '', '" + subject +
            "', 'x', 'records:read', 'record', '', '', 'GET', '" + path + "', '" + question + "', '" + trace + "')");
    }
    Erasure erase() { return require(retention->erase(system(), user.id)); }

    /// Each column of each table in which a text has this in it.
    std::vector<std::string> columnsWith(const std::string& marker)
    {
        std::vector<std::string> found;
        const std::string tables =
            text("SELECT group_concat(name, ',') FROM sqlite_master WHERE type = 'table' AND name NOT LIKE "
                 "'sqlite_%' AND name NOT LIKE 'user_search%'");
        for (const QString& table : QString::fromStdString(tables).split(QLatin1Char(','))) {
            const std::string of = table.toStdString();
            const std::string columns = text("SELECT group_concat(name, ',') FROM pragma_table_info('" + of + "')");
            for (const QString& column : QString::fromStdString(columns).split(QLatin1Char(','))) {
                const std::string name = column.toStdString();
                const std::string any = text("SELECT CAST(COUNT(*) AS TEXT) FROM " + of + " WHERE CAST(\"" + name +
                                             "\" AS TEXT) LIKE '%" + marker + "%'");
                if (any != "0")
                    found.push_back(of + '.' + name);
            }
        }
        return found;
    }

    identity::User user;
};

} // namespace

/// What an erasure leaves of where somebody was, with what, and of their name behind escapes.
class ErasureTracesTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// The search index marks a user as gone and keeps the letters; an erasure takes them out of its blocks.
    void theSearchIndex_hasNoLettersOfTheName()
    {
        Victim house;
        const identity::User marked = house.addUser("hash@vict.example", {"viewer"}, "Qqqqqqq");
        const auto blocks = [&house] {
            return house.text("SELECT CAST(COUNT(*) AS TEXT) FROM user_search_data WHERE instr(block, x'717171') > 0");
        };
        QVERIFY(blocks() != "0");
        house.require(house.retention->erase(house.system(), marked.id));
        QCOMPARE(blocks(), std::string("0"));
        QVERIFY(house.text("SELECT CAST(COUNT(*) AS TEXT) FROM user_search WHERE user_search MATCH '\"oot\"'") != "0");
        house.erase(); // of an index in one part, too
    }

    void anEMail_isFoundHoweverItIsWritten_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("left");
        const auto row = [](const char* name, const char* text, const char* left) {
            QTest::newRow(name) << QByteArray(text) << QByteArray(left);
        };
        row("plain", "for z.quilr@vict.example.", "for X.");
        row("capitals", "Z.QUILR@Vict.Example", "X");
        row("percent", "/api/users/z.quilr%40vict.example/x", "/api/users/X/x");
        row("percent twice", "/a/z.quilr%2540vict.example", "/a/X");
        row("percent all", "%7A%2equilr%40vict%2Eexample", "X");
        row("json", "\\nz.quilr\\u0040vict.example", "\\nX");
        row("backslash", "CLINIC\\z.quilr@vict.example", "CLINIC\\X");
        row("longer before", "a.z.quilr@vict.example", "a.z.quilr@vict.example");
        row("longer behind", "z.quilr%40vict.example.org", "z.quilr%40vict.example.org");
        row("half an escape", "100% z.quilr@vict.example%4", "100% X%4");
    }
    void anEMail_isFoundHoweverItIsWritten()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, left);
        QCOMPARE(QByteArray::fromStdString(withoutEmail(text.toStdString(), "z.quilr@vict.example", "X")), left);
    }

    void anEMailOfAnotherScript_hasTwoSpellings_andOneForm()
    {
        const auto spellings = emailSpellings("zs@b\xC3\xBC"
                                              "cher.example");
        QCOMPARE(spellings.size(), std::size_t(2));
        QCOMPARE(spellings.back(), std::string("zs@xn--bcher-kva.example"));
        QCOMPARE(emailSpellings("zs@XN--bcher-kva.example").back(), std::string("zs@b\xC3\xBC"
                                                                                "cher.example"));
        QCOMPARE(emailSpellings("zs@Vict.example").size(), std::size_t(1));
        QCOMPARE(withoutEmail("/a/zs%40b%C3%BCcher.example", spellings.front(), "X"), std::string("/a/X"));
        QCOMPARE(withoutEmail("ZS@BU\xCC\x88"
                              "CHER.example",
                              spellings.front(), "X"),
                 std::string("X"));
    }

    void aName_isFoundBehindEscapes_andAWordOnlyAsItIsWritten()
    {
        QCOMPARE(withoutName("/r/Zs%C3%B3fia%20Quilrfeather", victimName, "X"), std::string("/r/X"));
        QCOMPARE(withoutName("/r/zs%c3%b3fia+QUILRFEATHER/x", victimName, "X"), std::string("/r/X/x"));
        QCOMPARE(withoutName("Zso\xCC\x81"
                             "fia Quilrfeather",
                             victimName, "X"),
                 std::string("X"));
        QCOMPARE(withoutName("Zs\xC3\xB3"
                             "fia Quilrfeathers",
                             victimName, "X"),
                 "Zs\xC3\xB3"
                 "fia Quilrfeathers");
        QCOMPARE(withoutName("{\"n\":\"Ann \\\"Sunny\\\" Day\"}", "Ann \"Sunny\" Day", "X"), std::string("{\"n\":\"X\"}"));
        QCOMPARE(withoutName("{\"n\":\"Zo \\ud83d\\ude00 Day\"}",
                             "Zo \xF0\x9F\x98\x80"
                             " Day",
                             "X"),
                 std::string("{\"n\":\"X\"}"));
        QCOMPARE(withoutName("It may be May", "May", "X"), std::string("It may be X"));
    }

    void addresses_goAsTheyStand()
    {
        QCOMPARE(withoutAddresses("203.0.113.7, by Forwarded of ::1", {}, "X"), std::string("X, by Forwarded of X"));
        QCOMPARE(withoutAddresses("[2001:db8::7]:443 and 10.0.0.1:80.", {}, "X"), std::string("[X]:443 and X:80."));
        QCOMPARE(withoutAddresses("37 of 1,000 at 12:30 in v1.2", {}, "X"), std::string("37 of 1,000 at 12:30 in v1.2"));
        QCOMPARE(withoutAddresses("source:203.0.113.7/a std::string b/10.0.0.1 10.0.0.0/8.", {}, "X"),
                 std::string("source:X/a std::string b/X X."));
        const auto one = IpAddress::parse("203.0.113.7");
        QVERIFY(one.has_value());
        QCOMPARE(withoutAddresses("203.0.113.0/24 203.0.113.7 10.0.0.1", {*one}, "X"), std::string("X X 10.0.0.1"));
    }

    void stagesOfTheirRequests_tellNoAddress()
    {
        Victim house;
        const std::string stages = R"({"class":"sql","excerpt":"quilr OR 1=1","trace":[{"saw":"VictimBrowser/9"}],"stages":[)"
                                   R"({"stage":"address","result":"passed","text":"203.0.113.77, by Forwarded of 10.0.0.9",)"
                                   R"("fact":"forwarded_address","values":["203.0.113.77","10.0.0.9"]},)"
                                   R"({"stage":"route","result":"passed","text":"GET /api/data"}]})";
        audit::Event own = house.theirs(audit::kind::permissionDenied);
        own.detailsJson = stages;
        house.record(own);
        audit::Event byKey = own;
        byKey.actor = {"api_key", "K7", victimName, victimEmail};
        house.record(byKey);
        audit::Event tried = own;
        tried.actor = {"anonymous", "", victimEmail, victimEmail};
        house.record(tried);
        audit::Event others = house.others(audit::kind::permissionDenied);
        others.detailsJson = R"({"stages":[{"stage":"address","text":"198.51.100.24, by its socket"}]})";
        house.record(others);
        const Erasure erasure = house.erase();
        int own3 = 0;
        for (const audit::Event& event : house.events("kind:access.denied")) {
            if (event.actor.id == "U9") {
                QCOMPARE(event.detailsJson, others.detailsJson);
                continue;
            }
            ++own3;
            const std::string all = event.actor.name + event.actor.email + event.address + event.userAgent + event.detailsJson;
            for (const std::string& trace : {victimAddress, victimProgram, std::string("10.0.0.9"), std::string("quilr")})
                QVERIFY2(all.find(trace) == std::string::npos, all.c_str());
            QVERIFY(event.detailsJson.find("\"text\":\"" + erasure.pseudonym + ", by Forwarded of") != std::string::npos);
            QVERIFY(event.detailsJson.find("GET /api/data") != std::string::npos);
        }
        QCOMPARE(own3, 3);
        QVERIFY(house.intact());
    }

    void pathsBehindPercentSigns_nameNobody()
    {
        Victim house;
        for (const char* const path : {"/api/users/zsofia.quilr%40vict.example", "/api/users/ZSOFIA%2Equilr%2540vict.example",
                                       "/api/roles/Zs%C3%B3fia%20Quilrfeather", "/api/roles/zs%c3%b3fia+quilrfeather"}) {
            audit::Event event = house.others(audit::kind::permissionDenied);
            event.path = path;
            house.record(event);
        }
        audit::Event program = house.others(audit::kind::permissionDenied);
        program.path = "/api/users/joann%40vict.example";
        program.userAgent = "Crawler (zsofia.quilr@vict.example)";
        house.record(program);
        const Erasure erasure = house.erase();
        for (const audit::Event& event : house.events("kind:access.denied")) {
            const std::string all = toLowerAscii(event.path + event.userAgent);
            QVERIFY2(all.find("quilr") == std::string::npos, all.c_str());
            if (event.userAgent.starts_with("Crawler"))
                QCOMPARE(event.path, program.path);
            else
                QVERIFY(event.path.ends_with(erasure.pseudonym));
            QCOMPARE(event.address, std::string("198.51.100.24"));
        }
        QVERIFY(house.intact());
    }

    void settingsThatTheyChanged_keepTheirValues()
    {
        Victim house;
        audit::Event event = house.theirs(audit::kind::settingChanged);
        event.detailsJson = R"({"changes":[{"field":"server.proxies","old":"","new":"203.0.113.0/24"}]})";
        house.record(event);
        house.erase();
        QCOMPARE(house.events("kind:setting.changed").front().detailsJson, event.detailsJson);
    }

    void hits_ofTheirs_sayNothing_andThoseOfOthersNoEMail()
    {
        Victim house;
        const std::string id = house.user.id.text();
        house.hit("H1", "user", id, victimName, "'own', 'OR 1=1', 'words'");
        house.hit("H2", "api_key", "K7", victimName, "'own', 'OR 1=1', 'words'");
        house.hit("H3", "anonymous", "", "", "'own', 'OR 1=1', 'words'");
        house.hit("H4", "user", "U9", "Bo", "'zsofia.', 'quilr@vict', '.example'");
        house.hit("H5", "user", "U9", "Bo", "'', 'zsofia.quilr%40vict.example', 'zsofia'");
        house.hit("H6", "user", "U9", "Bo", "'drop', 'OR 2=2', 'table'");
        audit::Event tried = house.theirs(audit::kind::detectionBlocked);
        tried.actor = {"anonymous", "", victimEmail, victimEmail};
        tried.requestId = "QH3";
        house.record(tried);
        const Erasure erasure = house.erase();
        const auto of = [&](const std::string& hit) {
            return house.text(
                "SELECT who || '|' || address || '|' || text_before || '|' || text_matched || '|' || text_after FROM "
                "detection_hits WHERE id = '" +
                hit + "'");
        };
        QCOMPARE(of("H1"), erasure.pseudonym + "||||");
        QCOMPARE(of("H2"), erasure.pseudonym + "||||");
        QCOMPARE(of("H3"), std::string("||||"));
        QCOMPARE(of("H4"), "Bo|203.0.113.77||" + erasure.pseudonym + "|");
        QCOMPARE(of("H5"), "Bo|203.0.113.77||" + erasure.pseudonym + "|" + erasure.pseudonym);
        QCOMPARE(of("H6"), std::string("Bo|203.0.113.77|drop|OR 2=2|table"));
    }

    void decisionsOfTheirs_keepNoCircumstances()
    {
        Victim house;
        const std::string question = "{\"subject\":{\"id\":\"S\",\"name\":\"" + victimName + "\",\"email\":\"" + victimEmail +
                                     "\"},\"action\":\"records:read\",\"resource\":{\"kind\":\"record\"},\"context\":{\"ip\":\"" +
                                     victimAddress + "\",\"user_agent\":\"" + victimProgram + "\",\"method\":\"GET\"}}";
        house.decision("D1", house.user.id.text(), "/api/data", question,
                       R"([{"saw":"203.0.113.77"},{"saw":"VictimBrowser/9"},{"saw":"10.0.0.1"}])");
        house.decision("D2", "U9", "/api/data/Zs%C3%B3fia%20Quilrfeather",
                       R"({"context":{"ip":"198.51.100.24","path":"/api/users/zsofia.quilr%40vict.example"}})", "[]");
        const Erasure erasure = house.erase();
        const auto of = [&](const char* column, const char* id) {
            return house.text(std::string("SELECT ") + column + " FROM decisions WHERE id = '" + id + "'");
        };
        QCOMPARE(of("question", "D1"), "{\"subject\":{\"id\":\"S\",\"name\":\"" + erasure.pseudonym + "\",\"email\":\"" +
                                           erasure.pseudonym +
                                           "\"},\"action\":\"records:read\",\"resource\":{\"kind\":\"record\"},"
                                           "\"context\":{\"method\":\"GET\"}}");
        QCOMPARE(of("trace", "D1"),
                 "[{\"saw\":\"" + erasure.pseudonym + "\"},{\"saw\":\"" + erasure.pseudonym + "\"},{\"saw\":\"10.0.0.1\"}]");
        QCOMPARE(of("path", "D2"), "/api/data/" + erasure.pseudonym);
        QCOMPARE(of("question", "D2"), R"({"context":{"ip":"198.51.100.24","path":"/api/users/)" + erasure.pseudonym + R"("}})");
    }

    void stepsOfIncidents_thatTheProductWrote_nameNobody()
    {
        Victim house;
        house.sql(
            "INSERT INTO incidents VALUES ('I1', 'R', 'rule', '', 'user', 'U9', 'Bo', 'notice', 'open', 1, 1, 1, 1, '', '', "
            "NULL, '', NULL, '', 0, '', '', 'rule bo', 1)");
        const auto step = [&](const std::string& number, const std::string& kind, const std::string& note) {
            house.sql("INSERT INTO incident_steps VALUES ('S" + number + "', 'I1', " + number + ", 1, '" + kind + "', 'Bo', '" +
                      note + "')");
        };
        step("1", "assigned", victimName);
        step("2", "acted", "disable_user: " + victimName);
        step("3", "noted", "Called " + victimName);
        step("4", "assigned", "Bo");
        const Erasure erasure = house.erase();
        const auto note = [&](const char* id) {
            return house.text(std::string("SELECT note FROM incident_steps WHERE id = '") + id + "'");
        };
        QCOMPARE(note("S1"), erasure.pseudonym);
        QCOMPARE(note("S2"), "disable_user: " + erasure.pseudonym);
        QCOMPARE(note("S3"), "Called " + victimName); // what people write stays, as the guide says
        QCOMPARE(note("S4"), std::string("Bo"));
    }

    /// Whatever table a later migration adds: nothing of a person stays but where the guide says so.
    void nothingStays_butWhatTheGuideLists()
    {
        Victim house;
        const std::string id = house.user.id.text();
        house.hit("H1", "user", id, victimName, "'quilr', 'OR 1=1', 'quilr'");
        house.decision("D1", id, "/api/users/zsofia.quilr%40vict.example",
                       R"({"context":{"ip":"203.0.113.77","user_agent":"VictimBrowser/9"}})", R"([{"saw":"203.0.113.77"}])");
        house.sql(
            "INSERT INTO threat_scores (address, signal, points, amount, counted, counted_of, subject, seen_first, seen_last, "
            "kept_at, subject_times) VALUES ('198.51.100.24', 's', 1, 1, 1, 1, '/u/zsofia.quilr%40vict.example', 1, 1, 1, 1)");
        audit::Event own = house.theirs(audit::kind::permissionDenied);
        own.path = "/api/users/zsofia.quilr%40vict.example";
        own.detailsJson = R"({"excerpt":"quilr","stages":[{"text":"203.0.113.77, by its socket","values":["203.0.113.77"]}]})";
        house.record(own);
        audit::Event device = house.theirs(audit::kind::newDevice);
        device.detailsJson = R"({"network":"203.0.113.0/24","program":"VictimBrowser"})";
        house.record(device);
        QVERIFY(!house.columnsWith("quilr").empty() && !house.columnsWith("203.0.113.").empty());
        house.erase();
        for (const char* const marker : {"quilr", "203.0.113.", "VictimBrowser"})
            for (const std::string& column : house.columnsWith(marker))
                QVERIFY2(staying.contains(column), (column + " has " + marker).c_str());
        QVERIFY(house.intact());
    }
};

SALLYPORT_GUILESS_TEST(ErasureTracesTest)

} // namespace tst_erasure_traces
#include "tst_erasure_traces.moc"
