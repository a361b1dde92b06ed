#pragma once

#include "backend/identity/core/core.h"
#include "backend/identity/providers/outside_flows.h"
#include "backend/identity/providers/outside_sign_in.h"
#include "backend/identity/providers/provider_directory.h"
#include "backend/identity/providers/provider_rows.h"
#include "backend/identity/sign_in/sign_in_service.h"

namespace sallyport::identity {

/// The one implementation of OutsideSignIn. Who is who, and what a first login does, is in outside_account.cpp; links of
/// one's own are in own_links.cpp.
class OutsideSignInService final : public OutsideSignIn {
public:
    OutsideSignInService(Core& core, ProviderDirectory& directory, OutsideFlows& flows, SignInService& signIn,
                         outbound::Client& client)
        : m_core(core), m_directory(directory), m_flows(flows), m_signIn(signIn), m_client(client)
    {
    }

    Result<OutsideRedirect> begin(const OutsideStart& start, const ClientContext& context) override;
    Result<OutsideOutcome> finish(const OutsideAnswer& answer, const ClientContext& context) override;
    Result<SignInResult> exchange(const SecretBytes& code, const std::string& verifier, const ClientContext& context) override;
    Result<OwnLinkStart> beginLink(const access::Actor& actor, const std::string& provider) override;
    Result<OutsideLink> finishLink(const access::Actor& actor, const SecretBytes& code, const std::string& verifier) override;
    Result<std::vector<OutsideLink>> ownLinks(const access::Actor& actor) override;
    Result<void> removeOwnLink(const access::Actor& actor, const OutsideLinkId& id) override;
    void stop() override { m_client.stop(); }

private:
    /// How far one login came, for the record and for a test.
    struct Progress {
        std::string_view step = "answer";
        std::string provider, providerTitle; ///< id and title, once known
        std::string subject, label;          ///< once verified
        std::string said;                    ///< the provider's own error
    };
    struct Account {
        UserId user;
        bool factorAccepted = false;
        std::optional<UtcTime> factorAt = {};
        std::string issuer = {}, subject = {}, label = {};
    };
    /// What a login is for, besides signing in.
    struct Purpose {
        std::string test;
        std::optional<OwnLinking> linking;
    };

    Result<ProviderRow> providerToStart(const OutsideStart& start, Purpose& purpose);
    Result<OutsideRedirect> begin(const OutsideStart& start, const ClientContext& context, const ProviderRow& row,
                                  const Purpose& purpose);
    /// state, browser, provider, iss, error: before anything is sent anywhere.
    Result<ProviderRow> checkAnswer(const OutsideAnswer& answer, const std::optional<PendingOutside>& pending,
                                    Progress& progress);
    Result<Account> complete(const OutsideAnswer& answer, const PendingOutside& pending, const ProviderRow& row,
                             const ClientContext& context, Progress& progress);
    Result<OutsideOutcome> accepted(const PendingOutside& pending, const ProviderRow& row, const Account& account);
    Result<OutsideOutcome> refused(const std::optional<PendingOutside>& pending, bool sameBrowser, const Error& why,
                                   const Progress& progress, const ClientContext& context);
    Result<void> recordFailure(const Error& why, const Progress& progress, const ClientContext& context);
    void pass(const PendingOutside& pending, Progress& progress, std::string_view next, std::string detail = {});

    /// True if whoever shows the code is who it was made for (RFC 7636 §4.6).
    static bool fits(const AcceptedOutside& waiting, const std::string& verifier);

    // own_links.cpp
    Result<access::Actor> ownSession(const access::Actor& actor, bool change);
    Result<OutsideLink> insertOwnLink(storage::Transaction& transaction, const access::Actor& self,
                                      const AcceptedOutside& accepted);

    // outside_account.cpp
    Account accountOf(const ProviderFields& fields, const OutsideIdentity& who, const UserId& user) const;
    Result<Verdict<Account>> decide(storage::Transaction& transaction, const ProviderRow& row, const OutsideIdentity& who,
                                    const ClientContext& context);
    Result<Verdict<Account>> firstLogin(storage::Transaction& transaction, const ProviderRow& row, const OutsideIdentity& who,
                                        const ClientContext& context);
    Result<void> setRolesByRules(storage::Transaction& transaction, const ProviderRow& row, const User& user,
                                 const std::vector<std::string>& wanted, const ClientContext& context);
    Result<void> followRules(storage::Transaction& transaction, const ProviderRow& row, const OutsideIdentity& who,
                             const User& user, const ClientContext& context);
    /// The same for want of room, of what the rules take: the person doesn't come in now, but may be in already.
    void takeByRules(const ProviderRow& row, const OutsideIdentity& who, const ClientContext& context);
    /// What a test tells of the account, without touching it.
    Result<TestStep> foresee(storage::Transaction& transaction, const ProviderRow& row, const OutsideIdentity& who);

    Core& m_core;
    ProviderDirectory& m_directory;
    OutsideFlows& m_flows;
    SignInService& m_signIn;
    outbound::Client& m_client;
};

} // namespace sallyport::identity
