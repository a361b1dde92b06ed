#pragma once

#include "backend/identity/identity.h"
#include "tests/support/test_random.h"
#include "tests/support/test_store.h"

#include <algorithm>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace sallyport::test {

inline constexpr const char* goodPassword = "seven quiet otters row upstream";

/// The whole identity module on a real encrypted store, with a clock that is moved by hand and a cheap Argon2.
class IdentityFixture {
public:
    IdentityFixture()
    {
        journal = require(audit::Journal::open(*store, SecretBytes(Bytes(32, std::byte{7})), store.directory() / "anchor"));
        subscription = journal->subscribe([this](const std::vector<audit::Event>& events) {
            const std::lock_guard lock(mutex);
            recorded.insert(recorded.end(), events.begin(), events.end());
        });
        roles = require(access::Roles::open(*store));
        settings = require(settings::Settings::open(*store, *journal));
        open();
    }

    /// `client`: who answers in place of identity providers.
    void open(std::unique_ptr<outbound::Client> client = nullptr)
    {
        identity.reset();
        identity::IdentityKeys keys{SecretBytes(Bytes(32, std::byte{1})), SecretBytes(Bytes(32, std::byte{2})),
                                    SecretBytes(Bytes(32, std::byte{3})), SecretBytes(Bytes(32, std::byte{4})),
                                    SecretBytes(Bytes(32, std::byte{5}))};
        identity = require(identity::openIdentity(*store, *journal, *roles, *settings, std::move(keys), clock, random,
                                                  storage::KdfCost{8, 1, 1}, std::move(client)));
        identity->setIssuer(issuer);
    }

    template <typename T>
    static T require(Result<T> result)
    {
        if (!result)
            qFatal("%s: %s", std::string(errorWord(result.error().code)).c_str(), result.error().detail.c_str());
        return std::move(*result);
    }

    /// For results without a value; the second argument keeps the overloads apart.
    static void require(const Result<void>& result, int)
    {
        if (!result)
            qFatal("%s: %s", std::string(errorWord(result.error().code)).c_str(), result.error().detail.c_str());
    }

    static access::Actor system() { return access::Actor::system(); }

    identity::User addUser(const std::string& email, std::vector<std::string> roleNames = {"viewer"},
                           const std::string& name = "Some Body", const std::string& password = goodPassword)
    {
        identity::NewUser user;
        user.name = name;
        user.email = email;
        user.roles = std::move(roleNames);
        user.password = SecretBytes::fromText(password);
        return require(identity->users().create(system(), std::move(user))).user;
    }

    static identity::ClientContext from(const char* address = "203.0.113.7", const char* agent = "tester/1")
    {
        return {*IpAddress::parse(address), agent, RequestId("R1")};
    }

    Result<identity::SignInResult> login(const std::string& email, const std::string& password = goodPassword,
                                         const char* address = "203.0.113.7")
    {
        return identity->signIn().login(email, SecretBytes::fromText(password), from(address));
    }

    /// Signs in without a second factor.
    identity::Tokens tokens(const std::string& email, const char* address = "203.0.113.7")
    {
        auto result = require(login(email, goodPassword, address));
        return std::move(std::get<identity::Tokens>(result));
    }

    Result<std::shared_ptr<const identity::Principal>> authenticate(const identity::Tokens& tokens)
    {
        return identity->signIn().authenticate(tokens.accessToken.view());
    }

    /// Who a request with the token acts as.
    access::Actor actor(const identity::Tokens& tokens)
    {
        access::Actor actor = require(authenticate(tokens))->actor;
        actor.address = from().address;
        return actor;
    }

    int count(std::string_view kind) const
    {
        const std::lock_guard lock(mutex);
        return static_cast<int>(std::ranges::count(recorded, kind, &audit::Event::kind));
    }

    audit::Event last(std::string_view kind) const
    {
        const std::lock_guard lock(mutex);
        for (auto event = recorded.rbegin(); event != recorded.rend(); ++event)
            if (event->kind == kind)
                return *event;
        return {};
    }

    static constexpr const char* issuer = "https://127.0.0.1:8443";

    ManualClock clock{UtcTime(std::chrono::seconds(1'790'000'000))};
    TestRandom random;
    TestStore store{&clock};
    std::unique_ptr<audit::Journal> journal;
    audit::Journal::Subscription subscription;
    std::unique_ptr<access::Roles> roles;
    std::unique_ptr<settings::Settings> settings;
    std::unique_ptr<identity::Identity> identity;
    mutable std::mutex mutex;
    std::vector<audit::Event> recorded;
};

/// The code of an error, or nothing: for comparisons that say more than true and false.
template <typename T>
std::string wordOf(const Result<T>& result)
{
    return result ? std::string("ok") : std::string(errorWord(result.error().code));
}

/// Runs `work(i)` in `count` threads at once.
template <typename Work>
void inParallel(int count, Work work)
{
    std::vector<std::thread> threads;
    for (int i = 0; i < count; ++i)
        threads.emplace_back([&work, i] { work(i); });
    for (std::thread& thread : threads)
        thread.join();
}

} // namespace sallyport::test
