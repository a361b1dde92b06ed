#pragma once

#include "backend/identity/core/core.h"

namespace sallyport::identity {

/// PermissionDenied for the first of these that the actor lacks.
Result<void> requireAll(const access::Actor& actor, const access::PermissionSet& wanted);
/// Nobody grants more than they hold.
Result<void> requireToGrant(const Core& core, const access::Actor& actor, const std::vector<std::string>& roles);
Result<void> requireToGrant(const access::Roles& known, const access::Actor& actor, const std::vector<std::string>& roles);

/// True if one of the roles allows everything: `admin` or `owner`.
bool isAdministrator(const std::vector<std::string>& roles);
/// The same of a role that has no end: the last one who holds such a role keeps it, without an end.
bool staysAdministrator(const std::vector<WantedRole>& roles);

/// The roles sorted, each once; adds to `errors` for those that don't exist and for too many.
std::vector<std::string> checkRoles(const Core& core, std::vector<std::string> roles, std::vector<FieldError>& errors);

/// Nobody changes credentials, roles, status or record of an account that may more than their own: whoever resets a password
/// or a second factor, or changes an e-mail address, could then sign in as its user, and whoever ends its sessions could
/// keep it out. PermissionDenied names what is missing. Always true for oneself, not for a key of one's own.
Result<void> requireToManage(const Core& core, storage::Transaction& transaction, const access::Actor& actor, const UserId& id);

/// Conflict (word `own_account`): whoever asks is, or speaks for, the account that it is to be done to.
Result<void> refuseForOneself(const access::Actor& actor, const UserId& account);

/// What only a person does to the own account, with the own password or code: PermissionDenied (word `session_required`)
/// for an API key, which speaks for its owner within its scopes and is not the owner (ASVS 7.2.2).
Result<void> requirePerson(const access::Actor& actor);

/// The roles that give more than the actor may give: whoever has one of them is not the actor's to manage, but for the actor.
Result<std::vector<std::string>> rolesAbove(const Core& core, storage::Transaction& transaction, const access::Actor& actor);

/// True if each of `fewer` is among `roles`.
bool coversAll(const std::vector<std::string>& roles, const std::vector<std::string>& fewer);
/// Role names joined for the record: `admin, viewer`.
std::string joined(const std::vector<std::string>& roles);
/// The same with ends: `admin, viewer until 2026-11-30T21:00:00.000Z`.
std::string joined(const std::vector<WantedRole>& roles);
/// Conflict if `user` is the last active administrator whose role has no end (word `last_administrator`). Inside a write
/// transaction, so that of two parallel attempts the second sees what the first did.
Result<void> requireAnotherAdministrator(storage::Transaction& transaction, const User& user);

} // namespace sallyport::identity
