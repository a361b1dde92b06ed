#include "backend/protection/limits/rate_keeper.h"
#include "backend/protection/limits/rate_preview.h"
#include "backend/protection/limits/rate_scope.h"
#include "tests/support/test_main.h"

#include <QtTest>

namespace tst_rate_preview {

using namespace sallyport;
using namespace sallyport::protection;
using namespace std::chrono_literals;

namespace {

LimitedRoute route(const char* method, const char* pattern, const char* permission = "", bool probe = false)
{
    return {method, pattern, permission, RateClass::ApiRead, probe};
}

std::string wrong(RateSetting rule, const std::vector<LimitedRoute>& routes)
{
    std::vector<FieldError> errors;
    checkRule(rule, routes, errors);
    std::string fields;
    for (const FieldError& error : errors)
        fields += error.field + ' ';
    return fields;
}

RateSetting ownRule(RateScope scope)
{
    RateSetting rule;
    rule.id = "01JRATERVLE000000000000001";
    rule.name = "One";
    rule.scope = std::move(scope);
    rule.numbers = {5, 60s, RateAlgorithm::Sliding};
    rule.subject = RateSubject::User;
    return rule;
}

} // namespace

class TstRatePreview : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void preview_tellsWhoWhenAndHowOften()
    {
        // 60 a minute for 3 minutes, and somebody who asks 5.
        const std::vector<AskedMinute> asked{
            {1000, "pAda", 60, 0}, {1001, "pAda", 60, 0}, {1002, "pAda", 40, 20}, {1001, "pBo", 5, 0}};
        const auto refused = previewOf({100, 3600s, RateAlgorithm::Sliding}, asked);
        QCOMPARE(refused.size(), std::size_t{1});
        QCOMPARE(refused[0].caller, std::string("pAda"));
        QCOMPARE(refused[0].requests, std::int64_t{80});
        QCOMPARE(refused[0].from, std::int64_t{1001});
        QCOMPARE(refused[0].until, std::int64_t{1002});
        QVERIFY(previewOf({180, 3600s, RateAlgorithm::Sliding}, asked).empty());
        const auto both = previewOf({1, 3600s, RateAlgorithm::Fixed}, asked);
        QCOMPARE(both.size(), std::size_t{2});
        QCOMPARE(both[0].requests, std::int64_t{179});
        QCOMPARE(both[1].requests, std::int64_t{4});
        QVERIFY(previewOf({60, 60s, RateAlgorithm::Gcra}, asked).empty());
        QVERIFY(previewOf({1, 1s, RateAlgorithm::Sliding}, {}).empty());
    }

    void preview_ofVeryMany_isQuickAndExact()
    {
        std::vector<AskedMinute> asked;
        for (std::int64_t minute = 0; minute < 1440; ++minute)
            asked.push_back({minute, "pAda", 1'000'000, 0});
        const auto refused = previewOf({1'000, 3600s, RateAlgorithm::Fixed}, asked);
        QCOMPARE(refused[0].requests, std::int64_t{1440} * 1'000'000 - 24 * 1'000);
    }

    void room_isRoundedUpToTwoDigits()
    {
        QCOMPARE(withRoom(84, 40), 120u);
        QCOMPARE(withRoom(1, 40), 2u);
        QCOMPARE(withRoom(0, 40), 1u);
        QCOMPARE(withRoom(1'214, 0), 1'300u);
        QCOMPARE(withRoom(10'000'000, 100), 20'000'000u);
    }

    void scope_matchesWhatItSays()
    {
        const LimitedRoute read = route("GET", "/api/data", "records:read"), one = route("GET", "/api/data/{id}", "records:read"),
                           other = route("GET", "/api/database"), write = route("POST", "/api/data", "records:create");
        QVERIFY(isFor({"/api/data", {}, {}}, read) && isFor({"/api/data", {}, {}}, write));
        QVERIFY(!isFor({"/api/data", {}, {}}, one));
        QVERIFY(isFor({"/api/data/*", {}, {}}, one) && isFor({"/api/data/*", {}, {}}, read));
        QVERIFY(!isFor({"/api/data/*", {}, {}}, other));
        QVERIFY(isFor({{}, {"POST"}, {}}, write) && !isFor({{}, {"POST"}, {}}, read));
        QVERIFY(isFor({{}, {}, "records:read"}, one) && !isFor({{}, {}, "records:read"}, other));
        QVERIFY(!isFor({"/api/data", {"POST"}, "records:read"}, write));
        QVERIFY(!isFor({"/healthz", {}, {}}, route("GET", "/healthz", "", true)));
    }

    void rule_thatIsWrong_namesItsFields()
    {
        const std::vector<LimitedRoute> routes{route("GET", "/api/data", "records:read")};
        QCOMPARE(wrong(ownRule({"/api/data", {}, {}}), routes), std::string());
        QCOMPARE(wrong(ownRule({}), routes), std::string("path "));
        QCOMPARE(wrong(ownRule({"/api/other", {}, {}}), routes), std::string("path "));
        QCOMPARE(wrong(ownRule({"api/data", {}, {}}), routes), std::string("path "));
        QCOMPARE(wrong(ownRule({{}, {"HEAD"}, {}}), routes), std::string("methods.0 "));
        QCOMPARE(wrong(ownRule({{}, {}, "no:such"}), routes), std::string("permission "));
        RateSetting rule = ownRule({"/api/data", {}, {}});
        rule.name = " ";
        rule.numbers = {0, 0s, RateAlgorithm::Gcra};
        rule.subject = RateSubject::AddressAndAccount;
        rule.cost = 0;
        QCOMPARE(wrong(rule, routes), std::string("name requests window_seconds keyed_by cost "));
        RateSetting admin;
        admin.id = "admin";
        admin.builtIn = true;
        admin.numbers = {5, 60s, RateAlgorithm::Sliding};
        admin.subject = RateSubject::User;
        QCOMPARE(wrong(admin, routes), std::string());
        admin.mode = settings::ControlMode::Off;
        QCOMPARE(wrong(admin, routes), std::string("mode "));
    }

    void words_areReadBack()
    {
        for (const auto algorithm : {RateAlgorithm::Gcra, RateAlgorithm::Sliding, RateAlgorithm::Fixed})
            QCOMPARE(rateAlgorithmOf(rateAlgorithmWord(algorithm)), std::optional(algorithm));
        for (const auto subject :
             {RateSubject::Address, RateSubject::AddressAndAccount, RateSubject::Principal, RateSubject::User, RateSubject::Key})
            QCOMPARE(rateSubjectOf(rateSubjectWord(subject)), std::optional(subject));
        for (const auto mode : {settings::ControlMode::Off, settings::ControlMode::Observe, settings::ControlMode::Enforce})
            QCOMPARE(rateModeOf(rateModeWord(mode)), std::optional(mode));
        QVERIFY(!rateAlgorithmOf("token_bucket") && !rateModeOf("") && !rateSubjectOf("unknown"));
    }

    void shape_isOneWord()
    {
        const RateShape shape{10'000'000, 2'678'400, RateAlgorithm::Fixed, RateSubject::Key, settings::ControlMode::Observe,
                              1'000,      true};
        const RateShape back = RateShape::unpack(shape.pack());
        QCOMPARE(back.requests, shape.requests);
        QCOMPARE(back.windowSeconds, shape.windowSeconds);
        QVERIFY(back.algorithm == shape.algorithm && back.subject == shape.subject && back.mode == shape.mode);
        QCOMPARE(back.cost, shape.cost);
        QVERIFY(back.lasting);
        QVERIFY(!RateShape::unpack(RateShape{}.pack()).lasting);
    }

    void counts_areWrittenAndReadBack()
    {
        const std::vector<SavedCount> saved{{18'000'000'000'000'000'000u, {4711, 0, {{5, 3}, {0, 1}}}, {}, 0, {}},
                                            {7, {815, 99, {{-20, 6}}}, 2, 'e', "203.0.113.7|ada@sallyport.example"}};
        const auto ruleOf = [](std::size_t slot) { return slot == 2 ? std::string("api_read") : std::string(); };
        const auto slotOfRule = [](std::string_view rule) {
            return rule == "api_read" ? std::optional<std::size_t>(2) : std::nullopt;
        };
        const std::string text = countsText(saved, ruleOf);
        const auto back = readCounts(text + "rubbish\n1 2\n", slotOfRule);
        QCOMPARE(back.size(), std::size_t{2});
        QCOMPARE(back[0].tag, saved[0].tag);
        QVERIFY(back[0].count.counted == saved[0].count.counted);
        QVERIFY(!back[0].slot);
        QCOMPARE(back[1].slot, saved[1].slot);
        QCOMPARE(back[1].kind, 'e');
        QCOMPARE(back[1].text, saved[1].text);
        QCOMPARE(back[1].count.pace, std::int64_t{99});
        QVERIFY(back[1].count.counted == saved[1].count.counted);
    }
};

SALLYPORT_TEST(TstRatePreview)

} // namespace tst_rate_preview
#include "tst_rate_preview.moc"
