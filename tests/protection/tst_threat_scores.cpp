#include "backend/protection/threats/threat_scores.h"

#include "backend/protection/threats/threat_weights.h"
#include "tests/support/test_main.h"
#include "tests/support/test_random.h"

#include <QtTest>

#include <set>

namespace tst_threat_scores {

using namespace sallyport;
using namespace sallyport::protection;
using namespace std::chrono_literals;

namespace {

constexpr auto attacker = "203.0.113.47";

IpAddress address(std::string_view text)
{
    return *IpAddress::parse(text);
}

/// Scores with a list of whom no score bans, and what they led to.
struct Fixture {
    explicit Fixture(std::size_t capacity = ThreatScores::defaultCapacity)
        : scores(clock, random,
                 {.mayBan = [this](const IpAddress& one) { return !spared.contains(one.text()); },
                  .crossed = [this](ThreatCrossing crossing) { crossings.push_back(std::move(crossing)); },
                  .banLength = [this](const IpAddress&) { return nextBan; }},
                 capacity)
    {
        rules.weights.clear();
        for (const ThreatWeight& weight : defaultThreatWeights())
            rules.weights.push_back(weight);
        scores.setRules(rules);
    }

    ThreatVerdict arrive(std::string_view path = "/api/data", std::string_view from = attacker, bool trap = false)
    {
        const IpAddress client = address(from);
        return scores.noteArrival({.client = client, .method = "GET", .path = path, .query = {}, .trap = trap});
    }
    ThreatVerdict answer(int status, std::string_view path = "/api/data", bool hasAgent = true, std::string_view from = attacker)
    {
        const IpAddress client = address(from);
        return scores.noteAnswer({.client = client, .method = "GET", .path = path, .status = status, .hasAgent = hasAgent});
    }
    /// A whole request of somebody unknown; true if it, or its answer, is refused by the score.
    bool request(std::string_view path, int status, bool hasAgent = true, std::string_view from = attacker, bool trap = false)
    {
        return arrive(path, from, trap).refusedFor || answer(status, path, hasAgent, from).refusedFor;
    }
    /// The same with a valid credential.
    bool known(std::string_view path, int status = 200, std::string_view from = attacker, bool hasAgent = true)
    {
        const IpAddress client = address(from);
        const UserId user("01J00000000000000000000001");
        return arrive(path, from).refusedFor || scores
                                                    .noteAnswer({.client = client,
                                                                 .method = "GET",
                                                                 .path = path,
                                                                 .status = status,
                                                                 .hasAgent = hasAgent,
                                                                 .user = &user,
                                                                 .userName = "Billing import"})
                                                    .refusedFor;
    }
    ThreatAnswer signIn() const
    {
        static const IpAddress client = address(attacker);
        ThreatAnswer tried{.client = client, .method = "POST", .path = "/api/auth/login", .status = 401};
        tried.failedSignIn = true;
        return tried;
    }
    std::uint32_t score(std::string_view of = attacker) const
    {
        const auto found = scores.read(address(of));
        return found ? found->now.score : 0;
    }
    /// Points of one signal now.
    std::uint32_t points(ThreatSignal signal, std::string_view of = attacker) const
    {
        if (const auto found = scores.read(address(of)))
            for (const ThreatPart& part : found->now.parts)
                if (part.signal == signal)
                    return part.points;
        return 0;
    }
    std::string detail(ThreatSignal signal, std::string_view of = attacker) const
    {
        if (const auto found = scores.read(address(of)))
            for (const ThreatPart& part : found->now.parts)
                if (part.signal == signal)
                    return part.detail;
        return {};
    }

    ManualClock clock{UtcTime(std::chrono::seconds(1'790'000'000))};
    test::TestRandom random;
    std::set<std::string> spared;
    std::vector<ThreatCrossing> crossings;
    std::chrono::seconds nextBan{3600};
    ThreatRules rules;
    ThreatScores scores;
};

std::string pathNumber(int number)
{
    return "/x" + std::to_string(number);
}

} // namespace

class TstThreatScores : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // What the guide counts, with its numbers.

    void frequency_sixtyInAMinute_nothing_sixtyOneThirty()
    {
        Fixture f;
        for (int i = 0; i < 60; ++i)
            (void) f.known(pathNumber(i % 3));
        QCOMPARE(f.score(), 0u);
        (void) f.known(pathNumber(1));
        QCOMPARE(f.points(ThreatSignal::Frequency), 30u);
        QCOMPARE(f.detail(ThreatSignal::Frequency), std::string("61 requests in 60 s"));
    }

    void frequency_spreadOverLonger_nothing()
    {
        Fixture f;
        for (int i = 0; i < 240; ++i) {
            (void) f.known(pathNumber(i % 3));
            f.clock.advance(1100ms);
        }
        QCOMPARE(f.points(ThreatSignal::Frequency), 0u);
    }

    void repetition_moreThanTwentyAlike_twentyFive()
    {
        Fixture f;
        for (int i = 0; i < 20; ++i)
            (void) f.known("/api/data");
        QCOMPARE(f.points(ThreatSignal::Repetition), 0u);
        (void) f.known("/api/data");
        QCOMPARE(f.points(ThreatSignal::Repetition), 25u);
    }

    /// The guide counts one path alone: one other request, and nothing is repeated any more.
    void repetition_oneOtherRequestAmongThem_countsAllTheSame()
    {
        Fixture f;
        for (int i = 0; i < 30; ++i)
            (void) f.known(i == 7 ? "/api/other" : "/api/data");
        QCOMPARE(f.points(ThreatSignal::Repetition), 25u);
    }

    void repetition_otherQueriesOfOnePath_areOtherRequests()
    {
        Fixture f;
        const IpAddress client = address(attacker);
        for (int page = 0; page < 40; ++page) {
            const std::string query = "cursor=" + std::to_string(page);
            (void) f.scores.noteArrival({.client = client, .method = "GET", .path = "/api/data", .query = query});
        }
        QCOMPARE(f.points(ThreatSignal::Repetition), 0u);
    }

    void missingAgent_ofSomebodyUnknown_fifteen_ofAProgramWithAKey_nothing()
    {
        Fixture f;
        (void) f.request("/api/data", 401, false);
        QCOMPARE(f.points(ThreatSignal::MissingAgent), 15u);
        for (int i = 0; i < 30; ++i)
            (void) f.known(pathNumber(i), 200, "192.0.2.18", false);
        QCOMPARE(f.score("192.0.2.18"), 0u);
    }

    void scanning_moreThanTwentyPathsThatLeadNowhere_twenty()
    {
        Fixture f;
        for (int i = 0; i < 20; ++i)
            (void) f.request(pathNumber(i), 401);
        QCOMPARE(f.points(ThreatSignal::Scanning), 0u);
        for (int i = 20; i < 34; ++i)
            (void) f.request(pathNumber(i), 401);
        QCOMPARE(f.points(ThreatSignal::Scanning), 20u);
        QCOMPARE(f.detail(ThreatSignal::Scanning), std::string("34 paths in 60 s"));
    }

    void scanning_recordsReadOneByOne_isNone()
    {
        Fixture f;
        for (int i = 0; i < 60; ++i)
            (void) f.known("/api/data/" + std::to_string(i));
        QCOMPARE(f.score(), 0u);
    }

    // The threshold can be reached: each of these is banned by default, without any other signal.

    /// The guide's tops out at 70 of 80.
    void everythingThatTheGuideCounts_atOnce_isBanned()
    {
        Fixture f;
        int sent = 0;
        while (sent < 100 && !f.request("/api/data", 401, false))
            ++sent;
        QCOMPARE(sent, 60); // the 61st is the first to be refused
        QCOMPARE(f.crossings.size(), 1u);
        QCOMPARE(f.crossings.front().address.text(), std::string(attacker));
        QCOMPARE(f.crossings.front().score, 80u);
        QVERIFY(!f.crossings.front().observed);
    }

    void asvs_2_4_1_whoAttacks_isBannedByDefault_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("most"); // requests that it takes at the most
        QTest::newRow("a flood of one request with an agent") << 0 << 130;
        QTest::newRow("a scanner with an agent") << 1 << 70;
        QTest::newRow("a scanner that opens traps") << 2 << 6;
        QTest::newRow("guessing passwords") << 3 << 64;
        QTest::newRow("guessing signatures") << 4 << 64;
        QTest::newRow("attacks that the detector is sure of") << 5 << 4;
        QTest::newRow("guessing passwords without an agent, refused by the limit from the sixth on") << 6 << 200;
        QTest::newRow("a slow scanner without an agent that opens two traps") << 7 << 45;
    }
    void asvs_2_4_1_whoAttacks_isBannedByDefault()
    {
        QFETCH(int, kind);
        QFETCH(int, most);
        Fixture f;
        int sent = 0;
        bool banned = false;
        while (!banned && sent < 1000) {
            ++sent;
            ThreatAnswer tried = f.signIn();
            switch (kind) {
            case 0: banned = f.request("/api/data", 401); break;
            case 1: banned = f.request(pathNumber(sent), 404); break;
            case 2: banned = f.request(pathNumber(sent), 404, true, attacker, true); break;
            case 3: banned = f.scores.noteAnswer(tried).refusedFor.has_value(); break;
            case 4:
                tried.failedSignIn = false;
                tried.badSignature = true;
                banned = f.scores.noteAnswer(tried).refusedFor.has_value();
                break;
            case 5: banned = f.scores.noteDetection(address(attacker), "sql", 4).refusedFor.has_value(); break;
            case 6:
                tried.hasAgent = false;
                tried.failedSignIn = sent % 10 < 5;
                tried.status = tried.failedSignIn ? 401 : 429;
                tried.refusedBy = tried.failedSignIn ? "" : "auth";
                banned = f.arrive("/api/auth/login").refusedFor || f.scores.noteAnswer(tried).refusedFor;
                f.clock.advance(2s);
                break;
            default:
                banned = f.request(pathNumber(sent), 404, false, attacker, sent == 10 || sent == 20);
                f.clock.advance(1400ms);
            }
        }
        QVERIFY(banned);
        QVERIFY2(sent <= most, qPrintable(QString::number(sent)));
        QCOMPARE(f.crossings.size(), 1u);
    }

    // Who is honest isn't.

    void volumeOfAValidCredential_neverBans()
    {
        Fixture f;
        for (int i = 0; i < 3000; ++i) {
            QVERIFY(!f.known("/api/data", 200, attacker, false));
            if (i % 50 == 0)
                f.clock.advance(1s);
        }
        QCOMPARE(f.score(), 55u); // both signals are shown, and grow no further
        QVERIFY(f.crossings.empty());
    }

    void fifteenPupilsBehindOneAddress_whoMistypeOnceOrTwice_arentBanned()
    {
        Fixture f;
        for (int i = 0; i < 22; ++i)
            QVERIFY(!f.scores.noteAnswer(f.signIn()).refusedFor);
        for (int i = 0; i < 15; ++i)
            QVERIFY(!f.known("/api/auth/me"));
        QVERIFY(f.crossings.empty());
    }

    void goodSignIns_countForNothing()
    {
        Fixture f;
        for (int i = 0; i < 10; ++i) {
            QVERIFY(!f.known("/api/auth/login", 200, "198.51.100." + std::to_string(i)));
            f.clock.advance(20s);
        }
        std::size_t total = 0;
        QVERIFY(f.scores.list(10, total).empty());
        QCOMPARE(total, 0u);
    }

    void statusThatSaysNothing_isPassedOver()
    {
        Fixture f;
        const IpAddress client = address(attacker);
        for (int i = 0; i < 50; ++i) {
            ThreatAnswer expired{.client = client, .method = "GET", .path = "/api/data", .status = 401};
            expired.unsure = true;
            (void) f.scores.noteAnswer(expired);
        }
        QCOMPARE(f.score(), 0u);
    }

    // Time.

    void scores_halveEveryHalfLife()
    {
        Fixture f;
        for (int i = 0; i < 4; ++i)
            (void) f.arrive("/.env", attacker, true);
        QCOMPARE(f.score(), 60u);
        f.clock.advance(2h);
        QCOMPARE(f.score(), 30u);
        f.clock.advance(4h);
        QCOMPARE(f.score(), 8u);
        f.clock.advance(12h);
        QCOMPARE(f.score(), 0u);
    }

    void otherHalfLife_countsFromNowOn()
    {
        Fixture f;
        for (int i = 0; i < 4; ++i)
            (void) f.arrive("/.env", attacker, true);
        f.rules.halfLife = 600s;
        f.scores.setRules(f.rules);
        f.clock.advance(10min);
        QCOMPARE(f.score(), 30u);
    }

    void lastHour_isTheScoreOfEachMinute()
    {
        Fixture f;
        (void) f.arrive("/.env", attacker, true);
        f.clock.advance(10min);
        (void) f.arrive("/.env", attacker, true);
        f.clock.advance(5min);
        const auto row = f.scores.read(address(attacker));
        QVERIFY(row);
        QCOMPARE(row->now.lastHour.size(), 60u);
        QCOMPARE(row->now.lastHour.back(), row->now.score);
        QCOMPARE(row->now.lastHour[59 - 15 - 1], 0u);
        QVERIFY(row->now.lastHour[59 - 12] >= 13 && row->now.lastHour[59 - 12] <= 15);
        QVERIFY(row->now.lastHour[59 - 3] >= 27);
        QCOMPARE(row->minutes.size(), 16u);
        QCOMPARE(row->minutes.back().points[static_cast<std::size_t>(ThreatSignal::Trap)],
                 static_cast<std::uint8_t>(row->now.score));
    }

    // What follows from it.

    void crossing_refusesUntilTheListsHaveIt_andIsToldOnce()
    {
        Fixture f;
        while (f.crossings.empty())
            (void) f.arrive("/.env", attacker, true);
        for (int i = 0; i < 5; ++i) {
            const ThreatVerdict verdict = f.arrive();
            QVERIFY(verdict.refusedFor);
            QVERIFY(*verdict.refusedFor <= 3600s && *verdict.refusedFor >= 1s);
            QVERIFY(!verdict.crossed);
        }
        QCOMPARE(f.crossings.size(), 1u);
        f.scores.settle(address(attacker));
        QVERIFY(!f.arrive().refusedFor); // the lists' stage refuses it before it comes here
    }

    void crossing_saysAsLongAsThisBanWillBe()
    {
        Fixture f;
        f.nextBan = 6h;
        ThreatVerdict verdict;
        while (!verdict.crossed)
            verdict = f.arrive("/.env", attacker, true);
        QCOMPARE(*verdict.refusedFor, std::chrono::seconds(6h));
        f.clock.advance(2h); // it can't be stored, and holds all the same
        QCOMPARE(*f.arrive().refusedFor, std::chrono::seconds(4h));
    }

    /// A ban that ran out: what was done before it doesn't ban again, what is done after it does.
    void afterTheBan_aHarmlessRequest_doesntBanAgain()
    {
        Fixture f;
        for (int i = 0; i < 40; ++i)
            (void) f.scores.noteDetection(address(attacker), "sql", 4);
        QCOMPARE(f.crossings.size(), 1u);
        f.scores.settle(address(attacker));
        f.clock.advance(5min); // still above the threshold
        QVERIFY(f.score() >= 80);
        QVERIFY(!f.request("/api/data", 200));
        QCOMPARE(f.crossings.size(), 1u);
        while (f.crossings.size() == 1)
            (void) f.arrive("/.env", attacker, true);
    }

    void forgotten_startsAnew()
    {
        Fixture f;
        while (f.crossings.empty())
            (void) f.arrive("/.env", attacker, true);
        QVERIFY(f.scores.forget(address(attacker)));
        QVERIFY(!f.scores.forget(address(attacker)));
        QCOMPARE(f.score(), 0u);
        QVERIFY(!f.request("/api/data", 200));
        QCOMPARE(f.crossings.size(), 1u);
    }

    void whoIsSpared_isScoredAndNeverBanned_andFreeAgainWhenNotSparedAnyMore()
    {
        Fixture f;
        f.spared.insert(attacker);
        for (int i = 0; i < 10; ++i)
            QVERIFY(!f.arrive("/.env", attacker, true).refusedFor);
        QCOMPARE(f.score(), 90u);
        QVERIFY(f.crossings.empty());
        f.spared.clear();
        f.clock.advance(30min);
        QVERIFY(!f.arrive().refusedFor);
    }

    void observe_refusesNobody_andTellsOnceAnHour()
    {
        Fixture f;
        f.rules.mode = settings::ControlMode::Observe;
        f.scores.setRules(f.rules);
        for (int i = 0; i < 50; ++i)
            QVERIFY(!f.arrive("/.env", attacker, true).refusedFor);
        QCOMPARE(f.crossings.size(), 1u);
        QVERIFY(f.crossings.front().observed);
        f.clock.advance(61min);
        for (int i = 0; i < 50; ++i)
            (void) f.arrive("/.env", attacker, true);
        QCOMPARE(f.crossings.size(), 2u);
    }

    void off_countsNothing()
    {
        Fixture f;
        f.rules.mode = settings::ControlMode::Off;
        f.scores.setRules(f.rules);
        for (int i = 0; i < 100; ++i)
            QVERIFY(!f.request("/.env", 404, false, attacker, true));
        QCOMPARE(f.scores.size(), 0u);
    }

    void weightOfZero_isNoSignal()
    {
        Fixture f;
        for (ThreatWeight& weight : f.rules.weights)
            if (weight.signal == ThreatSignal::Trap)
                weight.points = 0;
        f.scores.setRules(f.rules);
        for (int i = 0; i < 20; ++i)
            (void) f.arrive("/.env", attacker, true);
        QCOMPARE(f.score(), 0u);
    }

    // Who it is.

    void asvs_15_3_4_addressesOfOneNetwork_areOne_v4MappedIsV4()
    {
        Fixture f;
        (void) f.arrive("/.env", "2001:db8:77::1", true);
        (void) f.arrive("/.env", "2001:db8:77::2", true);
        (void) f.arrive("/.env", "2001:db8:78::2", true);
        std::size_t total = 0;
        const auto rows = f.scores.list(10, total);
        QCOMPARE(total, 2u);
        QCOMPARE(rows.front().text, std::string("2001:db8:77::/64"));
        QCOMPARE(rows.front().score, 30u);
        (void) f.arrive("/.env", "::ffff:203.0.113.9", true);
        QCOMPARE(f.score("203.0.113.9"), 15u);
    }

    void details_tellWhatWasAskedFor_withoutSecrets_andWhoWasThere()
    {
        Fixture f;
        (void) f.request("/.git/HEAD", 404, true, attacker, true);
        (void) f.known("/api/keys/spk_7QK3M2XA0123456789abcdefghij", 404);
        const auto found = f.scores.read(address(attacker));
        QVERIFY(found);
        QCOMPARE(found->recent.size(), 2u);
        QCOMPARE(found->recent[0].path, std::string("/api/keys/***"));
        QCOMPARE(found->recent[0].status, 404);
        QCOMPARE(found->recent[1].path, std::string("/.git/HEAD"));
        QCOMPARE(found->now.signedIn, std::vector<std::string>{"Billing import"});
        QCOMPARE(found->now.parts.front().subject, std::string("/.git/HEAD"));
        QCOMPARE(found->now.parts.front().detail, std::string("/.git/HEAD, once"));
        for (int i = 0; i < 60; ++i)
            (void) f.known(pathNumber(i));
        QCOMPARE(f.scores.read(address(attacker))->recent.size(), ThreatScores::recentMost);
    }

    /// "3 times" of a path is said only if it was that path three times.
    void details_ofSeveralSubjects_nameTheLastOne_alsoAfterARestart()
    {
        Fixture f;
        for (const std::string_view path : {"/.env", "/wp-login.php", "/.git/HEAD"})
            (void) f.arrive(path, attacker, true);
        QCOMPARE(f.detail(ThreatSignal::Trap), std::string("3 times, last /.git/HEAD"));
        (void) f.scores.noteDetection(address(attacker), "sql", 1);
        QCOMPARE(f.detail(ThreatSignal::Detection), std::string("sql, once"));
        (void) f.scores.noteDetection(address(attacker), "script", 1);
        QCOMPARE(f.detail(ThreatSignal::Detection), std::string("2 times, last script"));
        for (int i = 0; i < 3; ++i)
            (void) f.arrive("/.env", "203.0.113.9", true);
        QCOMPARE(f.detail(ThreatSignal::Trap, "203.0.113.9"), std::string("/.env, 3 times"));
        Fixture later;
        later.scores.restore(f.scores.stored(1, 100));
        QCOMPARE(later.detail(ThreatSignal::Trap), std::string("3 times, last /.git/HEAD"));
        QCOMPARE(later.detail(ThreatSignal::Trap, "203.0.113.9"), std::string("/.env, 3 times"));
        (void) later.arrive("/.env", "203.0.113.9", true);
        QCOMPARE(later.detail(ThreatSignal::Trap, "203.0.113.9"), std::string("/.env, 4 times"));
        (void) later.arrive("/.svn/entries", "203.0.113.9", true);
        (void) later.arrive("/.env", "203.0.113.9", true);
        QCOMPARE(later.detail(ThreatSignal::Trap, "203.0.113.9"), std::string("6 times, last /.env"));
    }

    // Bounds.

    /// Many addresses, each without a score or with less of one, wash nobody's away.
    void floodOfAddresses_keepsMemoryAndScores()
    {
        Fixture f(6'400);
        for (int i = 0; i < 4; ++i)
            (void) f.arrive("/.env", attacker, true);
        const auto from = [](std::uint32_t number) { return IpAddress::v4(0x0a000000U + number); };
        for (std::uint32_t i = 0; i < 60'000; ++i) {
            const IpAddress client = from(i);
            (void) f.scores.noteArrival({.client = client, .method = "GET", .path = "/", .query = {}});
        }
        QVERIFY(f.scores.size() <= 6'400u);
        QCOMPARE(f.score(), 60u);
        for (std::uint32_t i = 0; i < 60'000; ++i) {
            const IpAddress client = from(i);
            (void) f.scores.noteArrival({.client = client, .method = "GET", .path = "/.env", .query = {}, .trap = true});
        }
        QVERIFY(f.scores.size() <= 6'400u);
        QCOMPARE(f.score(), 60u);
        QVERIFY2(f.scores.bytes() < 16U << 20U, qPrintable(QString::number(f.scores.bytes())));
    }

    void restored_isWhatWasStored()
    {
        Fixture f;
        (void) f.arrive("/.git/HEAD", attacker, true);
        for (int i = 0; i < 3; ++i)
            (void) f.scores.noteAnswer(f.signIn());
        const auto kept = f.scores.stored(5, 10);
        QCOMPARE(kept.size(), 1u);
        Fixture again;
        again.scores.restore(kept);
        QCOMPARE(again.score(), 30u);
        QCOMPARE(again.detail(ThreatSignal::FailedSignIns), std::string("3 tries"));
        QCOMPARE(again.detail(ThreatSignal::Trap), std::string("/.git/HEAD, once"));
        QCOMPARE(f.scores.stored(31, 10).size(), 0u);
    }

    void peak_isTheHighestOfTheHour()
    {
        Fixture f;
        for (int i = 0; i < 4; ++i)
            (void) f.arrive("/.env", attacker, true);
        f.clock.advance(5min);
        (void) f.scores.noteAnswer(f.signIn());
        const auto peaks = f.scores.peaks(10);
        QCOMPARE(peaks.size(), 1u);
        QCOMPARE(peaks.front().peak, 63u); // 60, worn, and 5
        QCOMPARE(f.scores.peaks(64).size(), 0u);
    }
};

SALLYPORT_TEST(TstThreatScores)

} // namespace tst_threat_scores
#include "tst_threat_scores.moc"
