#include "backend/base/bounded_cache.h"
#include "backend/base/error.h"
#include "backend/base/id.h"
#include "backend/base/random.h"
#include "backend/base/result.h"
#include "backend/base/secret_bytes.h"
#include "backend/base/thread_pool.h"
#include "tests/support/test_main.h"
#include "tests/support/test_random.h"

#include <QtTest>

#include <atomic>
#include <future>
#include <mutex>
#include <set>

namespace tst_base {

using namespace sallyport;
using namespace std::chrono_literals;

/// The small vocabulary: words, ids, randomness, secrets, cache, pool.
class TestBase : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void errorWords_everyCode_isUnique()
    {
        std::set<std::string_view> words;
        const int last = static_cast<int>(ErrorCode::NotImplemented);
        for (int code = 0; code <= last; ++code)
            words.insert(errorWord(static_cast<ErrorCode>(code)));
        QCOMPARE(static_cast<int>(words.size()), last + 1);
        QCOMPARE(errorWord(ErrorCode::TokenExpired), std::string_view("token_expired"));
    }

    void ids_sortByTime_andAreRecognised()
    {
        test::TestRandom random;
        ManualClock clock(UtcTime(1700000000000ms));
        const std::string first = newIdText(random, clock);
        clock.advance(1ms);
        const std::string second = newIdText(random, clock);
        QCOMPARE(first.size(), std::size_t{26});
        QVERIFY(first < second);
        QVERIFY(isIdText(first));
        QCOMPARE(first.substr(0, 10), std::string("01HF7YAT00")); // 1700000000000 as a ULID
        QVERIFY(!isIdText(""));
        QVERIFY(!isIdText("8" + first.substr(1))); // beyond 128 bits
        QVERIFY(!isIdText(first.substr(1)));
        QVERIFY(!isIdText("01HF7YAT00IIIIIIIIIIIIIIII"));
        QVERIFY(!isIdText("01hf7yat000000000000000000"));
    }

    void idStock_manyIds_areAllDifferentAndOfTheirTime()
    {
        test::TestRandom random;
        ManualClock clock(UtcTime(1700000000000ms));
        IdStock stock(random, clock);
        std::set<std::string> ids;
        for (int i = 0; i < 1000; ++i) {
            const std::string id = stock.next();
            QVERIFY(isIdText(id));
            QVERIFY(id.starts_with("01HF7YAT00"));
            ids.insert(id);
        }
        QCOMPARE(ids.size(), std::size_t{1000});
        clock.advance(1ms);
        QVERIFY(stock.next() > *ids.rbegin());
    }

    void uniformBelow_manyDraws_isFlat()
    {
        test::TestRandom random(7);
        std::array<int, 10> counts{};
        constexpr int draws = 100000;
        for (int i = 0; i < draws; ++i)
            ++counts[uniformBelow(random, 10)];
        double chiSquare = 0;
        for (const int count : counts)
            chiSquare += (count - draws / 10.0) * (count - draws / 10.0) / (draws / 10.0);
        QVERIFY2(chiSquare < 27.9, qPrintable(QString::number(chiSquare))); // 9 degrees of freedom, p = 0.001
        QCOMPARE(uniformBelow(random, 1), 0u);
    }

    void asvs_11_2_4_equalConstantTime_lengthsAndEmptiness_count()
    {
        QVERIFY(equalConstantTime(asBytes("abc"), asBytes("abc")));
        QVERIFY(!equalConstantTime(asBytes("abc"), asBytes("abd")));
        QVERIFY(!equalConstantTime(asBytes("abc"), asBytes("abcd")));
        QVERIFY(!equalConstantTime(asBytes("abc"), asBytes("")));
        QVERIFY(!equalConstantTime(asBytes(""), asBytes("")));
    }

    void secretBytes_moved_leavesNothingBehind()
    {
        SecretBytes secret = SecretBytes::fromText("hunter2");
        SecretBytes other = std::move(secret);
        QVERIFY(secret.empty()); // NOLINT(bugprone-use-after-move): that is the point
        QCOMPARE(other.view(), std::string_view("hunter2"));
        SecretBytes copy = other.clone();
        other = SecretBytes::fromText("x");
        QCOMPARE(copy.view(), std::string_view("hunter2"));
        QCOMPARE(other.size(), std::size_t{1});
    }

    void asvs_11_7_2_wipe_string_zeroesItsMemory()
    {
        std::string text = "correct horse battery staple and more";
        const char* memory = text.data();
        const std::size_t size = text.size();
        wipe(text);
        QVERIFY(text.empty());
        QVERIFY(std::all_of(memory, memory + size, [](char c) { return c == 0; }));
    }

    void cache_full_dropsTheLeastRecentlyUsed()
    {
        BoundedCache<std::string, int> cache(3, 1);
        cache.put("a", 1);
        cache.put("b", 2);
        cache.put("c", 3);
        QCOMPARE(cache.find("a"), std::optional(1));
        cache.put("d", 4);
        QVERIFY(!cache.find("b"));
        QCOMPARE(cache.find("a"), std::optional(1));
        QCOMPARE(cache.size(), std::size_t{3});
        cache.put("a", 5);
        QCOMPARE(cache.find("a"), std::optional(5));
        QVERIFY(cache.erase("a"));
        QVERIFY(!cache.erase("a"));
        cache.clear();
        QCOMPARE(cache.size(), std::size_t{0});
    }

    void cache_expired_isGone()
    {
        ManualClock clock(UtcTime(1700000000s));
        BoundedCache<std::string, int> cache(clock, 10s, 100);
        cache.put("a", 1);
        cache.put("long", 2, 60s);
        clock.advance(9999ms);
        QVERIFY(cache.find("a"));
        clock.advance(1ms);
        QVERIFY(!cache.find("a"));
        QVERIFY(cache.find("long"));
        QCOMPARE(cache.size(), std::size_t{1});
    }

    void cache_millionKeys_staysBounded()
    {
        BoundedCache<int, int> cache(1000);
        for (int i = 0; i < 1000000; ++i)
            cache.put(i, i);
        QVERIFY(cache.size() <= 1000);
        QVERIFY(cache.size() >= 900);
        QCOMPARE(cache.find(999999), std::optional(999999));
    }

    void asvs_15_2_2_threadPool_fullQueue_refuses()
    {
        ThreadPool pool("test", 1, 2);
        std::promise<void> started;
        std::promise<void> release;
        std::atomic<int> done = 0;
        QVERIFY(pool.post([&] {
            started.set_value();
            release.get_future().wait();
            ++done;
        }));
        started.get_future().wait();
        QVERIFY(pool.post([&] { ++done; }));
        QVERIFY(pool.post([&] { ++done; }));
        QCOMPARE(pool.queued(), std::size_t{2});
        QVERIFY(!pool.post([&] { ++done; }));
        release.set_value();
        pool.stop();
        QCOMPARE(done.load(), 3);
        QVERIFY(!pool.post([] {}));
    }

    void result_macros_passErrorsOn()
    {
        const auto half = [](int number) -> Result<int> {
            if (number % 2 != 0)
                return makeError(ErrorCode::InvalidArgument, "odd");
            return number / 2;
        };
        const auto quarter = [&](int number) -> Result<int> {
            SALLYPORT_ASSIGN(const int halved, half(number));
            SALLYPORT_TRY(half(halved));
            return halved / 2;
        };
        QCOMPARE(*quarter(12), 3);
        QCOMPARE(quarter(6).error().code, ErrorCode::InvalidArgument);
    }
};

SALLYPORT_TEST(TestBase)

} // namespace tst_base
#include "tst_base.moc"
