#pragma once

#include "backend/identity/factors/totp.h"
#include "tests/identity/fake_issuer.h"
#include "tests/identity/identity_fixture.h"

#include <functional>

namespace sallyport::test {

/// The fixture with a provider behind it.
class OutsideFixture : public IdentityFixture {
public:
    OutsideFixture()
    {
        auto client = std::make_unique<FakeIssuer>();
        idp = client.get();
        open(std::move(client));
        idp->describe();
    }

    static identity::NewProvider providerFields()
    {
        identity::NewProvider provider;
        provider.fields.name = "acme";
        provider.fields.title = "Acme";
        provider.fields.issuer = FakeIssuer::issuer;
        provider.fields.clientId = "client";
        provider.fields.firstLogin = identity::FirstLogin::Create;
        provider.clientSecret = SecretBytes::fromText("a secret");
        return provider;
    }
    identity::IdentityProvider addProvider(const std::function<void(identity::NewProvider&)>& change = {})
    {
        identity::NewProvider provider = providerFields();
        if (change)
            change(provider);
        return require(identity->identityProviders().create(system(), std::move(provider)));
    }
    void changeProvider(const identity::IdentityProvider& provider, const std::function<void(identity::ProviderFields&)>& change)
    {
        identity::ProviderPatch patch;
        patch.fields = provider.fields;
        change(*patch.fields);
        require(identity->identityProviders().change(system(), provider.id, std::move(patch)));
    }

    /// What a parameter of the authorization URL says.
    static std::string parameter(const std::string& url, const std::string& name)
    {
        const std::size_t at = url.find(name + "=");
        return at == url.npos ? std::string() : url.substr(at + name.size() + 1, url.find('&', at) - at - name.size() - 1);
    }
    identity::OutsideRedirect start(identity::OutsideStart wanted = {})
    {
        wanted.provider = "acme";
        return require(identity->outsideSignIn().begin(wanted, from()));
    }
    boost::json::object claims(const identity::OutsideRedirect& redirect) const
    {
        const auto seconds = std::chrono::floor<std::chrono::seconds>(clock.now()).time_since_epoch().count();
        return {{"iss", FakeIssuer::issuer},
                {"aud", "client"},
                {"sub", "S1"},
                {"iat", seconds},
                {"exp", seconds + 300},
                {"nonce", parameter(redirect.url, "nonce")},
                {"email", "lin@acme.example"},
                {"email_verified", true},
                {"name", "Lin Acme"}};
    }
    void answerTokens(const boost::json::object& body, const std::string& kid = "k1")
    {
        idp->answer("/token", {{"access_token", "at"}, {"token_type", "Bearer"}, {"id_token", idp->token(body, kid)}});
    }
    static identity::OutsideAnswer answer(const identity::OutsideRedirect& redirect)
    {
        identity::OutsideAnswer reply;
        reply.provider = "acme";
        reply.code = "the-code";
        reply.state = parameter(redirect.url, "state");
        reply.issuer = FakeIssuer::issuer;
        reply.browser = redirect.browser;
        return reply;
    }
    Result<identity::OutsideOutcome> finish(const identity::OutsideAnswer& reply)
    {
        return identity->outsideSignIn().finish(reply, from());
    }
    /// A whole login with these changes to the claims.
    Result<identity::OutsideOutcome> login(const std::function<void(boost::json::object&)>& change = {})
    {
        const identity::OutsideRedirect redirect = start();
        boost::json::object body = claims(redirect);
        if (change)
            change(body);
        answerTokens(body);
        return finish(answer(redirect));
    }
    identity::SignInResult exchange(const identity::OutsideOutcome& outcome)
    {
        return require(identity->outsideSignIn().exchange(outcome.code, {}, from()));
    }
    identity::Tokens tokensBy(const std::function<void(boost::json::object&)>& change = {})
    {
        auto result = exchange(require(login(change)));
        return std::move(std::get<identity::Tokens>(result));
    }
    void enrol(const identity::Tokens& tokens)
    {
        const access::Actor who = actor(tokens);
        const Bytes secret = *fromBase32(require(identity->mfa().begin(who, who.id)).secret.view());
        const auto codes = identity->mfa().confirm(
            who, who.id, *identity::hotp(secret, static_cast<std::uint64_t>(identity::totpStep(clock.now()))));
        if (!codes)
            qFatal("the second factor could not be set up");
    }
    std::string reason() const { return last("auth.outside_failed").reason; }

    FakeIssuer* idp = nullptr;
};

} // namespace sallyport::test
