#include "backend/api/stages/rate_limit.h"
#include "backend/base/thread_pool.h"
#include "backend/identity/signed_requests/signed_requests.h"
#include "tests/api/support/test_server.h"
#include "tests/support/test_journal.h"
#include "tests/support/test_main.h"

#include <QTemporaryDir>
#include <QTest>

namespace tst_limit_stages {

using namespace sallyport;
using namespace sallyport::test;
using protection::RateClass;
using namespace std::chrono_literals;

namespace {

class Heard final : public http::Exchange {
public:
    const http::Request& request() const noexcept override { return m_request; }
    void respond(http::Response) override {}
    void takeBody(std::shared_ptr<http::BodyTaker>) override {}
    http::Request m_request;
};

/// The stages alone, before a route of any class, with a limiter of its own.
struct Stages {
    Stages()
    {
        settings::Values values;
        values.rateAddress = {1000, 3600s};
        values.rateAuth = {2, 3600s};
        values.rateApiRead = {4, 3600s};
        values.rateApiWrite = {4, 3600s};
        values.rateFileUpload = {2, 3600s};
        values.rateAdmin = {4, 3600s};
        limiter.setLimits(values);
    }

    /// What the stage says to `who` on a route of that class: the class that the answer tells about, or `429` and the class
    /// that has no more.
    std::string ask(const api::Stage& stage, RateClass rate, const identity::Principal* who, const char* from = "203.0.113.7")
    {
        api::Route route;
        route.rate = rate;
        auto exchange = std::make_shared<Heard>();
        exchange->m_request.peer = *IpAddress::parse(from);
        api::Call call(context, exchange, RequestId("R1"));
        call.match.kind = api::RouteMatch::Kind::Found;
        call.match.route = &route;
        if (who != nullptr)
            call.principal = std::make_shared<const identity::Principal>(*who);
        const auto refusal = stage.check(call);
        if (!call.limit)
            return refusal ? "refused" : "none";
        return (refusal ? "429 " : "") + std::string(protection::rateClassWord(call.limit->rateClass));
    }
    std::string principal(RateClass rate, const identity::Principal* who) { return ask(byPrincipal, rate, who); }

    static identity::Principal key(const char* id, std::optional<settings::RateLimit> rate, const char* owner = "OWNER")
    {
        identity::Principal made;
        made.actor.id = UserId(owner);
        made.actor.key = KeyId(id);
        made.keyRate = rate;
        return made;
    }

    TestServer server;
    TestJournal journal;
    QTemporaryDir directory;
    protection::RateLimiter limiter{server.clock(), random};
    std::unique_ptr<identity::NonceStore> nonces =
        std::move(*identity::NonceStore::open(directory.filePath(QStringLiteral("nonces")).toStdString(),
                                              SecretBytes(Bytes(32, std::byte{5})), server.clock(), {10, 10, "boot", false}));
    std::unique_ptr<identity::SignedRequests> signedRequests = std::move(
        *identity::SignedRequests::create(server.services().apiKeys, *nonces, server.services().settings, server.clock()));
    ThreadPool pool{"test", 1, 1};
    api::ApiContext context{.services = server.services(),
                            .signedRequests = *signedRequests,
                            .journal = journal.journal(),
                            .limiter = limiter,
                            .random = random,
                            .work = pool,
                            .kdf = pool,
                            .report = pool,
                            .outbound = pool,
                            .ready = [] { return true; }};
    const api::AddressLimitStage byAddress;
    const api::PrincipalLimitStage byPrincipal;
    static inline crypto::SystemRandom random;
};

} // namespace

/// Which counts a request goes against.
class LimitStagesTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keyWithItsOwnRate_countsForUploadsAgainstTheClassToo()
    {
        Stages f;
        const identity::Principal key = Stages::key("KEYAAAAA", settings::RateLimit{5, 60s});
        // Other classes: against its own rate alone.
        QCOMPARE(f.principal(RateClass::ApiRead, &key), std::string("key"));
        // Uploads: against both, and the answer tells of the narrower.
        QCOMPARE(f.principal(RateClass::FileUpload, &key), std::string("file_upload"));
        QCOMPARE(f.principal(RateClass::FileUpload, &key), std::string("file_upload"));
        QCOMPARE(f.principal(RateClass::FileUpload, &key), std::string("429 file_upload"));
        // All four have counted against its own rate.
        QCOMPARE(f.principal(RateClass::ApiRead, &key), std::string("key"));
        QCOMPARE(f.principal(RateClass::ApiRead, &key), std::string("429 key"));
        QCOMPARE(f.principal(RateClass::FileUpload, &key), std::string("429 key"));
    }

    void keysMadeByAKey_shareItsRate()
    {
        Stages f;
        const settings::RateLimit three{3, 3600s};
        const identity::Principal maker = Stages::key("KEYAAAAA", three);
        identity::Principal child = Stages::key("KEYBBBBB", three),
                            other = Stages::key("KEYCCCCC", settings::RateLimit{1, 3600s});
        child.makerRates = other.makerRates = {{KeyId("KEYAAAAA"), three}};
        QCOMPARE(f.principal(RateClass::ApiRead, &maker), std::string("key"));
        QCOMPARE(f.principal(RateClass::ApiRead, &other), std::string("key"));
        for (int i = 0; i < 4; ++i)
            QCOMPARE(f.principal(RateClass::ApiRead, &other),
                     std::string("429 key")); // by its own: takes nothing from the others
        QCOMPARE(f.principal(RateClass::ApiRead, &child), std::string("key"));
        for (const identity::Principal* one : std::initializer_list<const identity::Principal*>{&child, &other, &maker})
            QCOMPARE(f.principal(RateClass::ApiRead, one), std::string("429 key"));
        // No limit of its own and one of its maker: against both the owner's class and the maker's.
        identity::Principal plain = Stages::key("KEYDDDDD", std::nullopt);
        plain.makerRates = {{KeyId("KEYEEEEE"), {1, 3600s}}};
        QCOMPARE(f.principal(RateClass::ApiRead, &plain), std::string("api_read"));
        QCOMPARE(f.principal(RateClass::ApiRead, &plain), std::string("429 key"));
    }

    void keyThatChangesItsWindow_keepsWhatWasCounted()
    {
        Stages f;
        const identity::Principal before = Stages::key("KEYAAAAA", settings::RateLimit{3, 3600s});
        const identity::Principal after = Stages::key("KEYAAAAA", settings::RateLimit{3, 3601s});
        for (const char* said : {"key", "key", "key", "429 key"})
            QCOMPARE(f.principal(RateClass::ApiRead, &before), std::string(said));
        QCOMPARE(f.principal(RateClass::ApiRead, &after), std::string("429 key"));
        QCOMPARE(f.principal(RateClass::ApiRead, &before), std::string("429 key"));
    }

    void uploads_ofAnOwnersKeysAndSessions_areCountedTogether()
    {
        Stages f;
        const identity::Principal one = Stages::key("KEYAAAAA", settings::RateLimit{50, 60s});
        const identity::Principal two = Stages::key("KEYBBBBB", std::nullopt);
        const identity::Principal other = Stages::key("KEYCCCCC", settings::RateLimit{50, 60s}, "ANOTHER");
        QCOMPARE(f.principal(RateClass::FileUpload, &one), std::string("file_upload"));
        QCOMPARE(f.principal(RateClass::FileUpload, &two), std::string("file_upload"));
        QCOMPARE(f.principal(RateClass::FileUpload, &one), std::string("429 file_upload"));
        QCOMPARE(f.principal(RateClass::FileUpload, &two), std::string("429 file_upload"));
        QCOMPARE(f.principal(RateClass::FileUpload, &other), std::string("file_upload"));
    }

    void uploadOverTheKeysOwnRate_doesNotCountAgainstTheClass()
    {
        Stages f;
        const identity::Principal narrow = Stages::key("KEYAAAAA", settings::RateLimit{1, 3600s});
        QCOMPARE(f.principal(RateClass::FileUpload, &narrow), std::string("file_upload"));
        for (int i = 0; i < 5; ++i)
            QCOMPARE(f.principal(RateClass::FileUpload, &narrow), std::string("429 key"));
        const identity::Principal wide = Stages::key("KEYBBBBB", settings::RateLimit{50, 60s});
        QCOMPARE(f.principal(RateClass::FileUpload, &wide), std::string("file_upload"));
    }

    void ownRate_standsInForEveryOtherClass()
    {
        Stages f;
        const identity::Principal key = Stages::key("KEYAAAAA", settings::RateLimit{100, 60s});
        const identity::Principal plain = Stages::key("KEYBBBBB", std::nullopt);
        for (const RateClass rate : {RateClass::ApiRead, RateClass::ApiWrite, RateClass::Admin}) {
            for (int i = 0; i < 10; ++i)
                QCOMPARE(f.principal(rate, &key), std::string("key"));
            // The owner's own four are all there.
            for (int i = 0; i < 4; ++i)
                QCOMPARE(f.principal(rate, &plain), std::string(protection::rateClassWord(rate)));
            QCOMPARE(f.principal(rate, &plain), "429 " + std::string(protection::rateClassWord(rate)));
        }
    }

    void classesOfAddresses_areNotThePrincipals()
    {
        Stages f;
        const identity::Principal key = Stages::key("KEYAAAAA", settings::RateLimit{1, 3600s});
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(f.principal(RateClass::Auth, &key), std::string("none"));
            QCOMPARE(f.principal(RateClass::Address, &key), std::string("none"));
        }
        QCOMPARE(f.principal(RateClass::ApiRead, &key), std::string("key")); // nothing was counted
    }

    void nobody_isTheAddress()
    {
        Stages f;
        for (int i = 0; i < 4; ++i)
            QCOMPARE(f.ask(f.byPrincipal, RateClass::ApiRead, nullptr), std::string("api_read"));
        QCOMPARE(f.ask(f.byPrincipal, RateClass::ApiRead, nullptr), std::string("429 api_read"));
        QCOMPARE(f.ask(f.byPrincipal, RateClass::ApiRead, nullptr, "203.0.113.8"), std::string("api_read"));
    }

    void address_countsEveryRequest_andSignInsOnceMore()
    {
        Stages f;
        QCOMPARE(f.ask(f.byAddress, RateClass::ApiRead, nullptr), std::string("none"));
        for (int i = 0; i < 20; ++i) // ten times what one account has
            QCOMPARE(f.ask(f.byAddress, RateClass::Auth, nullptr), std::string("auth"));
        QCOMPARE(f.ask(f.byAddress, RateClass::Auth, nullptr), std::string("429 auth"));
        QCOMPARE(f.ask(f.byAddress, RateClass::ApiRead, nullptr), std::string("none"));
        settings::Values values;
        values.rateAddress = {3, 3600s};
        values.rateAuth = {2, 3600s};
        f.limiter.setLimits(values);
        for (int i = 0; i < 3; ++i)
            QCOMPARE(f.ask(f.byAddress, RateClass::ApiRead, nullptr, "198.51.100.1"), std::string("none"));
        for (const RateClass rate : {RateClass::ApiRead, RateClass::Auth, RateClass::FileUpload})
            QCOMPARE(f.ask(f.byAddress, rate, nullptr, "198.51.100.1"), std::string("429 address"));
    }
};

SALLYPORT_GUILESS_TEST(LimitStagesTest)

} // namespace tst_limit_stages
#include "tst_limit_stages.moc"
