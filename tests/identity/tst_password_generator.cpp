#include "tests/identity/identity_fixture.h"
#include "tests/support/test_main.h"

#include <QtTest>

#include <cmath>
#include <map>
#include <ranges>
#include <set>

namespace tst_password_generator {

using namespace sallyport;
using namespace sallyport::identity;
using namespace sallyport::test;

namespace {

/// Counts up: every byte value as often as any other.
class CountingRandom final : public RandomSource {
public:
    bool fill(std::span<std::byte> out) override
    {
        for (std::byte& byte : out)
            byte = static_cast<std::byte>(m_next++);
        return true;
    }

private:
    unsigned m_next = 0;
};

class NoRandom final : public RandomSource {
public:
    bool fill(std::span<std::byte>) override { return false; }
};

QByteArray ruleOf(const Result<GeneratedPassword>& made)
{
    if (made)
        return "ok";
    return made.error().fields.empty() ? QByteArray("error") : QByteArray::fromStdString(made.error().fields.front().rule);
}

} // namespace

class TstPasswordGenerator : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyKind_isThere_everyTime()
    {
        TestRandom random;
        std::set<std::string> all;
        for (int i = 0; i < 2000; ++i) {
            const auto made = generatePassword({.length = 8}, random);
            QVERIFY(made);
            const std::string_view text = made->text.view();
            QCOMPARE(text.size(), std::size_t{8});
            QVERIFY(std::ranges::any_of(text, [](char c) { return c >= 'a' && c <= 'z'; }));
            QVERIFY(std::ranges::any_of(text, [](char c) { return c >= 'A' && c <= 'Z'; }));
            QVERIFY(std::ranges::any_of(text, [](char c) { return c >= '0' && c <= '9'; }));
            QVERIFY(text.find_first_of("0O1lI") == std::string_view::npos);
            all.emplace(text);
        }
        QCOMPARE(all.size(), std::size_t{2000});
    }

    void characters_areEquallyLikely()
    {
        // 256 is no multiple of 25: what a modulo would favour shows.
        CountingRandom random;
        std::map<char, int> count;
        for (int i = 0; i < 1000; ++i) {
            const auto made = generatePassword({.length = 100, .upper = false, .digits = false, .signs = false}, random);
            QVERIFY(made);
            for (const char c : made->text.view())
                ++count[c];
        }
        QCOMPARE(count.size(), std::size_t{25});
        const auto [least, most] = std::ranges::minmax(count | std::views::values);
        QVERIFY2(most - least <= 100, qPrintable(QString::number(most - least))); // of 4,000 each
    }

    void bits_countWhatTheRecipeCanMake()
    {
        TestRandom random;
        const auto small = generatePassword({.length = 10, .upper = false, .digits = false, .signs = false}, random);
        QVERIFY(std::abs(small->bits - 10 * std::log2(25.0)) < 1e-6);
        // One digit at least and one letter at least: 33^8 - 25^8 - 8^8.
        const auto two = generatePassword({.length = 8, .upper = false, .signs = false}, random);
        QVERIFY(std::abs(two->bits - std::log2(std::pow(33.0, 8) - std::pow(25.0, 8) - std::pow(8.0, 8))) < 1e-6);
        QVERIFY(generatePassword({}, random)->bits > 140);
    }

    void wrongRecipe_isRefused()
    {
        TestRandom random;
        QCOMPARE(ruleOf(generatePassword({.length = 7}, random)), QByteArray("minimum"));
        QCOMPARE(ruleOf(generatePassword({.length = 129}, random)), QByteArray("maximum"));
        QCOMPARE(ruleOf(generatePassword({.lower = false, .upper = false, .digits = false, .signs = false}, random)),
                 QByteArray("required"));
        NoRandom none;
        QCOMPARE(ruleOf(generatePassword({}, none)), QByteArray("error"));
    }

    void service_makesWhatItAccepts()
    {
        IdentityFixture f;
        const PasswordOwner owner{"Ida Beck", "ida@example.com"};
        for (int i = 0; i < 50; ++i) {
            const auto made = f.identity->passwords().generate({}, owner);
            QVERIFY(made);
            QCOMPARE(made->text.size(), std::size_t{24});
            QVERIFY(f.identity->passwords().rate(made->text, owner).broken.empty());
        }
        QCOMPARE(ruleOf(f.identity->passwords().generate({.length = 14}, owner)), QByteArray("minimum"));
        QCOMPARE(ruleOf(f.identity->passwords().generate({.length = 14}, {"", "", true})), QByteArray("ok"));
        f.require(f.settings->change(f.system(), {{"passwords.min_length", "40"}}), 0);
        QCOMPARE(f.identity->passwords().generate({}, owner)->text.size(), std::size_t{40});
    }

    void service_neverMakesAForbiddenWord()
    {
        IdentityFixture f;
        f.require(f.settings->change(f.system(), {{"passwords.forbidden_words", "222, 333, 444, 555, 666, 777, 888, 999"}}), 0);
        for (int i = 0; i < 50; ++i) {
            const auto made =
                f.identity->passwords().generate({.length = 30, .lower = false, .upper = false, .signs = false}, {});
            if (!made) // of digits alone most have one of them: it says so rather than giving one
                QCOMPARE(ruleOf(made), QByteArray("tooWeak"));
            else
                QVERIFY(f.identity->passwords().rate(made->text, {}).broken.empty());
        }
    }
};

SALLYPORT_TEST(TstPasswordGenerator)

} // namespace tst_password_generator
#include "tst_password_generator.moc"
