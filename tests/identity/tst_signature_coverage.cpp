#include "backend/identity/signatures/verify.h"
#include "tests/support/test_main.h"

#include <QTest>

#include <algorithm>
#include <string>
#include <vector>

namespace tst_signature_coverage {

using namespace sallyport;
using namespace sallyport::identity;

namespace {

/// The ways to cover a request that are enough: the least that each needs.
const std::vector<std::vector<std::string>> enough{
    {"@method", "@authority", "@path", "@query"},
    {"@method", "@authority", "@request-target"},
    {"@method", "@target-uri"},
};

std::string textOf(const std::vector<std::string>& names)
{
    std::string text;
    for (const std::string& name : names)
        text += (text.empty() ? "" : " ") + name;
    return text;
}

ClaimedSignature claimOf(const std::vector<std::string>& names)
{
    ClaimedSignature claim;
    claim.scheme = SignatureScheme::Rfc9421;
    for (const std::string& name : names) {
        sf::Item item;
        item.value = name;
        claim.covered.items.push_back(std::move(item));
    }
    return claim;
}

SignedMessage messageWith(std::string_view body)
{
    return {"POST", "/api/users?x=1", "/api/users", "x=1", "localhost", {}, body};
}

/// What is missing, or nothing.
std::string missing(const std::vector<std::string>& names, std::string_view body = {})
{
    const auto failure = checkCoverage(messageWith(body), claimOf(names));
    if (!failure)
        return {};
    return failure->part == SignaturePart::Coverage ? failure->values.front() : "another part";
}

std::vector<std::string> without(std::vector<std::string> names, const std::string& one)
{
    std::erase(names, one);
    return names;
}

} // namespace

/// What a signature by RFC 9421 must cover, in every form that is allowed.
class TestSignatureCoverage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachForm_isEnough_withAndWithoutABody()
    {
        for (std::vector<std::string> names : enough) {
            QCOMPARE(missing(names), std::string());
            names.emplace_back("content-digest");
            QCOMPARE(missing(names), std::string());
            QCOMPARE(missing(names, "body"), std::string());
            std::ranges::reverse(names);
            QCOMPARE(missing(names, "body"), std::string());
            names.emplace_back("date");
            QCOMPARE(missing(names, "body"), std::string());
        }
    }

    void eachComponentOfEachForm_leftOut_isNamed_data()
    {
        QTest::addColumn<int>("form");
        QTest::addColumn<QByteArray>("left");
        QTest::addColumn<QByteArray>("named");
        const auto row = [](int form, const char* left, const char* named) {
            QTest::addRow("%s, without %s", textOf(enough[static_cast<std::size_t>(form)]).c_str(), left)
                << form << QByteArray(left) << QByteArray(named);
        };
        for (const char* one : {"@method", "@authority", "@path", "@query", "content-digest"})
            row(0, one, one);
        row(1, "@method", "@method");
        row(1, "@authority", "@authority");
        row(1, "@request-target", "@path, @query");
        row(1, "content-digest", "content-digest");
        row(2, "@method", "@method");
        row(2, "@target-uri", "@authority, @path, @query");
        row(2, "content-digest", "content-digest");
    }

    void eachComponentOfEachForm_leftOut_isNamed()
    {
        QFETCH(int, form);
        QFETCH(QByteArray, left);
        QFETCH(QByteArray, named);
        std::vector<std::string> names = enough[static_cast<std::size_t>(form)];
        names.emplace_back("content-digest");
        QCOMPARE(QByteArray::fromStdString(missing(without(names, left.toStdString()), "body")), named);
    }

    /// Nothing stands in for a component but what holds it whole.
    void others_standInForNothing()
    {
        QCOMPARE(missing({"@method", "host", "@path", "@query"}), std::string("@authority"));
        QCOMPARE(missing({"@method", "@scheme", "@request-target"}), std::string("@authority"));
        QCOMPARE(missing({"@method", "@authority", "@path"}), std::string("@query"));
        QCOMPARE(missing({"@method", "@authority", "@query"}), std::string("@path"));
        QCOMPARE(missing({"@authority", "@target-uri"}), std::string("@method"));
        QCOMPARE(missing({"@method", "@target-uri", "content-length", "digest"}, "body"), std::string("content-digest"));
        QCOMPARE(missing({}), std::string("@method, @authority, @path, @query"));
    }

    /// A parameter makes it another component (`"@path";req` is of another message, `"@query";name="x"` is a part).
    void componentWithAParameter_isAnother()
    {
        for (const std::vector<std::string>& names : enough) {
            for (std::size_t i = 0; i < names.size(); ++i) {
                ClaimedSignature claim = claimOf(names);
                claim.covered.items[i].parameters.push_back({"req", true});
                const auto failure = checkCoverage(messageWith({}), claim);
                QVERIFY2(failure && failure->part == SignaturePart::Coverage, names[i].c_str());
            }
        }
    }

    /// A token of the same name is no string.
    void componentAsAToken_isNone()
    {
        ClaimedSignature claim = claimOf(enough.front());
        claim.covered.items.front().value = sf::Token{"@method"};
        QVERIFY(checkCoverage(messageWith({}), claim));
    }

    /// The guide's own text is fixed: what the claim says about coverage is no matter.
    void guide_hasNoChoice()
    {
        ClaimedSignature claim;
        claim.scheme = SignatureScheme::Guide;
        QVERIFY(!checkCoverage(messageWith("body"), claim));
    }

    void window_isInclusive_onBothSides()
    {
        ClaimedSignature claim = claimOf(enough.front());
        claim.created = 1'000'000;
        const auto at = [&](std::int64_t now, std::int64_t window = 300) {
            return checkTime(claim, UtcTime(std::chrono::seconds(now)), std::chrono::seconds(window));
        };
        QVERIFY(!at(1'000'000) && !at(1'000'300) && !at(999'700));
        for (const std::int64_t off : {301, -301}) {
            const auto failure = at(1'000'000 + off);
            QVERIFY(failure);
            QVERIFY(failure->part == SignaturePart::Clock);
            QVERIFY(failure->clockOffset == std::chrono::seconds(-off));
            QCOMPARE(failure->values, (std::vector<std::string>{std::to_string(-off), "300"}));
            QVERIFY((failure->detail.find(off > 0 ? "behind" : "ahead of")) != std::string::npos);
        }
        QVERIFY(at(1'000'061, 60) && !at(1'000'060, 60));
        // Part of a second belongs to the second that began.
        QVERIFY(!checkTime(claim, UtcTime(std::chrono::seconds(1'000'300)) + std::chrono::microseconds(999'999),
                           std::chrono::seconds(300)));
        // Its own end is the last second in which it counts, inside of the window only.
        claim.expires = 1'000'010;
        QVERIFY(!at(1'000'010) && at(1'000'011));
        claim.expires = 2'000'000;
        QVERIFY(at(1'000'301));
    }

    void algorithm_isTheKeys()
    {
        ClaimedSignature claim = claimOf(enough.front());
        QVERIFY(mayMean(claim, SignatureAlgorithm::HmacSha256) && mayMean(claim, SignatureAlgorithm::Ed25519));
        claim.algorithm = "ed25519";
        QVERIFY(!mayMean(claim, SignatureAlgorithm::HmacSha256) && mayMean(claim, SignatureAlgorithm::Ed25519));
        claim.scheme = SignatureScheme::Guide;
        QVERIFY(mayMean(claim, SignatureAlgorithm::HmacSha256) && !mayMean(claim, SignatureAlgorithm::Ed25519));
    }
};

SALLYPORT_TEST(TestSignatureCoverage)

} // namespace tst_signature_coverage
#include "tst_signature_coverage.moc"
