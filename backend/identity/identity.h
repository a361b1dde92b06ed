#pragma once

#include "backend/access/change_book.h"
#include "backend/access/roles.h"
#include "backend/audit/journal.h"
#include "backend/base/random.h"
#include "backend/identity/api_keys/api_keys.h"
#include "backend/identity/api_keys/service_accounts.h"
#include "backend/identity/core/keys.h"
#include "backend/identity/factors/mfa.h"
#include "backend/identity/leak_scan/leak_scan.h"
#include "backend/identity/notices/notices.h"
#include "backend/identity/passkeys/passkeys.h"
#include "backend/identity/passwords/passwords.h"
#include "backend/identity/providers/identity_providers.h"
#include "backend/identity/providers/outside_sign_in.h"
#include "backend/identity/roles/role_changes.h"
#include "backend/identity/sessions/issued_tokens.h"
#include "backend/identity/sessions/sessions.h"
#include "backend/identity/sign_in/sign_in.h"
#include "backend/identity/signed_requests/signature_lab.h"
#include "backend/identity/users/joined_action.h"
#include "backend/identity/users/user_transfer.h"
#include "backend/identity/users/users.h"
#include "backend/outbound/client.h"
#include "backend/settings/settings.h"
#include "backend/storage/keyring.h"
#include "backend/storage/store.h"

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace sallyport::identity {

/// Owns everything of this module and shares its state: the table of live sessions that `SignIn::authenticate` reads,
/// the signing keys, the throttle. Everything it is opened with must outlive it. Thread-safe.
class Identity {
public:
    virtual ~Identity() = default;

    virtual Users& users() = 0;
    virtual JoinedUserActions& joinedUserActions() = 0;
    virtual SignIn& signIn() = 0;
    virtual Mfa& mfa() = 0;
    virtual Passkeys& passkeys() = 0;
    virtual Passwords& passwords() = 0;
    virtual Sessions& sessions() = 0;
    virtual IssuedTokens& issuedTokens() = 0;
    virtual ApiKeys& apiKeys() = 0;
    virtual ServiceAccounts& serviceAccounts() = 0;
    virtual RoleChanges& roleChanges() = 0;
    virtual SignatureLab& signatureLab() = 0;
    virtual LeakScan& leakScan() = 0;
    virtual IdentityProviders& identityProviders() = 0;
    virtual OutsideSignIn& outsideSignIn() = 0;
    virtual Notices& notices() = 0;
    virtual UserTransfer& userTransfer() = 0;

    /// The actor as they are at this moment: the permissions of now, or why they may do nothing any more (TokenInvalid,
    /// MfaEnrolmentRequired). Memory only: any thread.
    [[nodiscard]] virtual Result<access::Actor> now(const access::Actor& actor) const = 0;

    /// True if a key may have signed requests: it has, or had, a signing secret.
    virtual bool anyKeySigns() const = 0;

    /// What must be right before requests are answered: the list of breached passwords that is set can be used.
    /// InvalidArgument says what is wrong. Reads a file: workers only.
    [[nodiscard]] virtual Result<void> ready() const = 0;

    /// The issuer of access tokens while the setting `server.issuer` is empty: the server's own URL,
    /// `https://127.0.0.1:8443`. Tokens of another issuer stop working. Any thread.
    virtual void setIssuer(std::string url) = 0;

    /// Where changes are entered by which somebody loses their own access (access::losesAccess); it outlives this. Once, before
    /// anybody changes anything.
    virtual void setChangeBook(access::ChangeBook& book) = 0;
    /// Takes such a change back, but for what has been changed anew since: the names of that. `object`: the user's or the role's
    /// id.
    [[nodiscard]] virtual Result<std::vector<std::string>> takeBack(storage::Transaction& transaction,
                                                                    access::ProvisionalKind kind, const std::string& change,
                                                                    const std::string& object, const std::string& undo) = 0;

    /// Reads the live sessions, API keys, principals and signing keys again, because another process changed the database or
    /// because roles were reloaded. Blocks: call it on a worker (from Store::onExternalChange post it to one).
    [[nodiscard]] virtual Result<void> reload() = 0;
    /// Makes another key sign tokens when the present one is 90 days old, and drops those that nothing needed any more by
    /// `deletable` (audit::SeenTime). Blocks, as the next does: on a worker at start and once an hour.
    [[nodiscard]] virtual Result<void> renewSigningKey(UtcTime deletable) = 0;
    /// Writes when sessions were last used, which memory knows, and deletes what was over by `deletable`: sessions, pending
    /// sign-ins, links, throttle rows, keys that ended long ago.
    [[nodiscard]] virtual Result<void> removeExpired(UtcTime deletable) = 0;
    /// Tells those whose roles end soon, and removes roles that have ended; `deletable` (audit::SeenTime) is asked only if there
    /// are any. Blocks: on a worker once a minute.
    [[nodiscard]] virtual Result<void> keepRoleEnds(const std::function<Result<UtcTime>()>& deletable) = 0;
    /// Told how each writing of the use of API keys went, on the thread that writes it; an empty function ends that.
    virtual void watchKeyUse(std::function<void(const Result<void>&)> watcher) = 0;
};

/// Reads the live sessions and signing keys; makes the first signing key if there is none. `passwordCost` is the
/// Argon2id of user passwords instead of the settings' (tests). `client` calls identity providers; null: the real one. Blocks.
[[nodiscard]] Result<std::unique_ptr<Identity>> openIdentity(storage::Store& store, audit::Journal& journal, access::Roles& roles,
                                                             settings::Settings& settings, IdentityKeys keys, Clock& clock,
                                                             RandomSource& random,
                                                             std::optional<storage::KdfCost> passwordCost = {},
                                                             std::unique_ptr<outbound::Client> client = nullptr);

} // namespace sallyport::identity
