#include "tests/identity/identity_fixture.h"

#include "backend/base/encoding.h"
#include "backend/identity/core/mfa_rule.h"
#include "backend/identity/factors/totp.h"
#include "tests/support/test_main.h"

#include <QtTest>

#include <random>

namespace tst_mfa_coverage {

using namespace sallyport;
using namespace sallyport::identity;
using namespace sallyport::test;
using namespace std::chrono_literals;

namespace {

struct Counted : IdentityFixture {
    void set(const std::string& key, const std::string& value) { require(settings->change(system(), {{key, value}}), 0); }

    std::vector<SecretBytes> enrol(const UserId& id)
    {
        const MfaEnrolment enrolment = require(identity->mfa().begin(system(), id));
        const std::string code = *hotp(*fromBase32(enrolment.secret.view()), static_cast<std::uint64_t>(totpStep(clock.now())));
        return require(identity->mfa().confirm(system(), id, code));
    }

    MfaCoverage coverage() { return require(identity->mfa().coverage(system())); }
    MfaFigures role(const std::string& name)
    {
        for (const RoleCoverage& known : coverage().roles)
            if (known.role == name)
                return known.figures;
        return {};
    }
    std::int64_t total(UserQuery::Mfa which, std::optional<std::string> roleName = {}, std::optional<UserStatus> status = {})
    {
        UserQuery query;
        query.status = status;
        query.mfa = which;
        query.role = std::move(roleName);
        return require(identity->users().list(system(), query)).total;
    }
};

} // namespace

class TstMfaCoverage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void figures_followEveryChange()
    {
        Counted f;
        const User ada = f.addUser("ada@x.example", {"admin"});
        const User ed = f.addUser("ed@x.example", {"editor"});
        const User both = f.addUser("both@x.example", {"admin", "editor"});
        QCOMPARE(f.coverage().all.users, 3);
        QCOMPARE(f.role("admin").users, 2);
        f.enrol(ada.id);
        QCOMPARE(f.coverage().all.withFactor, 1);
        QCOMPARE(f.role("admin").withFactor, 1);
        QCOMPARE(f.role("editor").withFactor, 0);
        f.set("mfa.required_roles", "admin,editor");
        QCOMPARE(f.coverage().required, 3);
        QCOMPARE(f.coverage().requiredWithFactor, 1);
        QCOMPARE(f.coverage().all.inGrace, 2); // `both` once
        QCOMPARE(f.role("editor").inGrace, 2);
        f.clock.advance(std::chrono::days(10));
        const User late = f.addUser("late@x.example", {"admin"});
        f.clock.advance(std::chrono::days(4));
        QCOMPARE(f.coverage().all.overdue, 2);
        QCOMPARE(f.coverage().all.inGrace, 1);
        QCOMPARE(f.role("admin").overdue, 1);
        QCOMPARE(f.role("admin").inGrace, 1);
        auto& users = f.identity->users();
        IdentityFixture::require(users.apply(f.system(), both.id, UserAction::Disable), 0);
        QCOMPARE(f.coverage().all.overdue, 1);
        QCOMPARE(f.coverage().all.users, 3);
        IdentityFixture::require(users.apply(f.system(), both.id, UserAction::Enable), 0);
        QCOMPARE(f.coverage().all.overdue, 2);
        IdentityFixture::require(users.setRoles(f.system(), ed.id, {"viewer"}));
        QCOMPARE(f.coverage().all.overdue, 1);
        IdentityFixture::require(users.apply(f.system(), ada.id, UserAction::ResetMfa), 0);
        QCOMPARE(f.coverage().all.withFactor, 0);
        QCOMPARE(f.coverage().all.overdue, 2);
        IdentityFixture::require(users.apply(f.system(), late.id, UserAction::Delete), 0);
        QCOMPARE(f.coverage().all.inGrace, 0);
        // Invited users can't sign in yet.
        NewUser invited;
        invited.name = "In Vited";
        invited.email = "in@x.example";
        invited.roles = {"admin"};
        const auto created = IdentityFixture::require(users.create(f.system(), std::move(invited)));
        QCOMPARE(f.role("admin").users, 2);
        IdentityFixture::require(
            f.identity->signIn().setPasswordByLink(created.invitation->token, SecretBytes::fromText(goodPassword), f.from()), 0);
        QCOMPARE(f.role("admin").users, 3);
        QCOMPARE(f.role("admin").inGrace, 1);
    }

    void list_filters_agreeWithTheFigures()
    {
        Counted f;
        f.set("mfa.required_roles", "admin,viewer");
        std::mt19937 random(7);
        for (int i = 0; i < 40; ++i) {
            const char* roleNames[] = {"admin", "editor", "viewer"};
            std::vector<std::string> mine{roleNames[random() % 3]};
            if (random() % 3 == 0 && mine.front() != "admin")
                mine.emplace_back("admin");
            std::ranges::sort(mine);
            const User user = f.addUser("u" + std::to_string(i) + "@x.example", mine);
            if (random() % 3 == 0)
                f.enrol(user.id);
            if (random() % 5 == 0)
                static_cast<void>(f.identity->users().apply(f.system(), user.id, UserAction::Disable));
            f.clock.advance(17h);
            if (i % 8 != 7)
                continue;
            const MfaCoverage counted = f.coverage();
            QCOMPARE(f.total(UserQuery::Mfa::Off, {}, UserStatus::Active), counted.all.users - counted.all.withFactor);
            QCOMPARE(f.total(UserQuery::Mfa::Due), counted.all.inGrace);
            QCOMPARE(f.total(UserQuery::Mfa::Overdue), counted.all.overdue);
            QCOMPARE(counted.required - counted.requiredWithFactor, counted.all.inGrace + counted.all.overdue);
            UserQuery all;
            all.limit = 200;
            std::int64_t overdue = 0;
            for (const User& one : IdentityFixture::require(f.identity->users().list(f.system(), all)).users) {
                const auto deadline = mfaDeadlineOf(one, *f.settings->values());
                overdue += one.status == UserStatus::Active && deadline && *deadline <= f.clock.now() ? 1 : 0;
            }
            QCOMPARE(counted.all.overdue, overdue);
        }
        QVERIFY(f.coverage().all.overdue > 0 && f.coverage().all.inGrace > 0);
    }

    void recoveryCodes_used_areCounted()
    {
        Counted f;
        const User user = f.addUser("ada@x.example", {"admin"});
        const auto codes = f.enrol(user.id);
        QCOMPARE(f.coverage().all.fewCodes, 0);
        for (int i = 0; i < 7; ++i) {
            auto pending = IdentityFixture::require(f.login("ada@x.example"));
            IdentityFixture::require(f.identity->signIn().completeMfa(std::get<MfaPending>(pending).mfaToken,
                                                                      codes[static_cast<std::size_t>(i)].view(), f.from()));
        }
        QCOMPARE(IdentityFixture::require(f.identity->users().read(f.system(), user.id)).recoveryCodesLeft, 3);
        QCOMPARE(f.coverage().all.fewCodes, 1);
        QCOMPARE(f.role("admin").fewCodes, 1);
        QCOMPARE(f.total(UserQuery::Mfa::FewCodes), 1);
    }

    void share_roundsDown_andNobodyIsCovered()
    {
        MfaFigures figures;
        QCOMPARE(coveredPercent(figures), 100);
        QCOMPARE(coveredShare(figures), 1.0);
        figures.users = 1000;
        figures.withFactor = 999;
        QCOMPARE(coveredPercent(figures), 99);
        QCOMPARE(coveredShare(figures), 0.999);
        figures.withFactor = 1000;
        QCOMPARE(coveredPercent(figures), 100);
    }

    void administrators_areCountedOnce_andByWhetherARuleAsksThem()
    {
        Counted f;
        const User ada = f.addUser("ada@x.example", {"admin"});
        f.addUser("both@x.example", {"admin", "owner"});
        f.addUser("own@x.example", {"owner"});
        f.addUser("ed@x.example", {"editor"});
        QCOMPARE(f.coverage().administratorsMissing, 3);
        QCOMPARE(f.coverage().administratorsNotRequired, 3);
        f.set("mfa.required_roles", "admin");
        QCOMPARE(f.coverage().administratorsMissing, 3);
        QCOMPARE(f.coverage().administratorsNotRequired, 1); // of the owner alone nobody asks it
        f.enrol(ada.id);
        QCOMPARE(f.coverage().administratorsMissing, 2);
        IdentityFixture::require(f.identity->users().apply(f.system(), ada.id, UserAction::Disable), 0);
        IdentityFixture::require(f.identity->users().apply(f.system(), ada.id, UserAction::ResetMfa), 0);
        QCOMPARE(f.coverage().administratorsMissing, 2); // who is disabled is none
    }

    void coverage_needsUsersRead()
    {
        Counted f;
        access::Actor nobody;
        QCOMPARE(wordOf(f.identity->mfa().coverage(nobody)), std::string("permission_denied"));
    }
};

SALLYPORT_GUILESS_TEST(TstMfaCoverage)

} // namespace tst_mfa_coverage
#include "tst_mfa_coverage.moc"
