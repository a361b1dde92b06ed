#include "backend/identity/sessions/recent_factor.h"
#include "tests/support/test_main.h"

#include <QtTest>

#include <string>

namespace tst_recent_factor {

using namespace sallyport;
using namespace sallyport::identity;
using namespace std::chrono_literals;

namespace {

const UtcTime now{std::chrono::seconds(1'790'000'000)};

template <typename T>
std::string wordOf(const Result<T>& result)
{
    return result ? std::string("ok") : std::string(errorWord(result.error().code));
}

settings::Values values()
{
    settings::Values made;
    made.stepUpMaxAge = 300s;
    made.reauthMaxAge = 600s;
    return made;
}

std::string factor(std::optional<UtcTime> shown, bool enabled = true)
{
    access::Actor actor;
    actor.mfaAt = shown;
    return wordOf(requireRecentFactor(actor, enabled, values(), now));
}

std::string signIn(UtcTime at, bool enabled = false, std::optional<UtcTime> shown = {})
{
    access::Actor actor;
    actor.signedInAt = at;
    actor.mfaAt = shown;
    return wordOf(requireRecentSignIn(actor, enabled, values(), now));
}

} // namespace

/// How fresh a proof must be (ASVS 7.5.3).
class TstRecentFactor : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void factor_isRecent_fromNowBackToTheLimit()
    {
        QCOMPARE(factor(now), std::string("ok"));
        QCOMPARE(factor(now - 300s), std::string("ok"));
        QCOMPARE(factor(now - 300s - 1us), std::string("step_up_required"));
        QCOMPARE(factor(std::nullopt), std::string("mfa_required"));
    }

    /// A time that has not come yet is of a clock that was wrong: it proves nothing, and would for long.
    void factor_inTheFuture_isNone()
    {
        QCOMPARE(factor(now + 1us), std::string("step_up_required"));
        QCOMPARE(factor(now + 24h * 365), std::string("step_up_required"));
        QCOMPARE(signIn(now, true, now + 1us), std::string("step_up_required"));
    }

    void factor_withoutOneSetUp_mustEnrol()
    {
        QCOMPARE(factor(now, false), std::string("mfa_enrolment_required"));
        QCOMPARE(factor(std::nullopt, false), std::string("mfa_enrolment_required"));
    }

    void signIn_standsForTheFactor_ofWhoHasNone()
    {
        QCOMPARE(signIn(now), std::string("ok"));
        QCOMPARE(signIn(now - 600s), std::string("ok"));
        QCOMPARE(signIn(now - 600s - 1us), std::string("step_up_required"));
        QCOMPARE(signIn(now + 1us), std::string("step_up_required"));
        // Who has one must have shown it, however new the session is.
        QCOMPARE(signIn(now, true), std::string("mfa_required"));
        QCOMPARE(signIn(now - 24h, true, now - 300s), std::string("ok"));
    }

    void refusals_sayHowOldItMayBe()
    {
        access::Actor actor;
        actor.mfaAt = now - 1h;
        QVERIFY(requireRecentFactor(actor, true, values(), now).error().maxAge == 300s);
        const auto again = requireRecentSignIn(actor, false, values(), now);
        QVERIFY(again.error().maxAge == 600s);
        QCOMPARE(again.error().word, std::string("reauthentication_required"));
    }
};

SALLYPORT_TEST(TstRecentFactor)

} // namespace tst_recent_factor
#include "tst_recent_factor.moc"
