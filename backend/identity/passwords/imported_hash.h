#pragma once

#include "backend/identity/core/limits.h"
#include "backend/identity/passwords/foreign_hash.h"

namespace sallyport::identity {

/// Reads a password hash in the text in which another system exports it: bcrypt (`$2a$`, `$2b$`, `$2y$`: Auth0, PocketBase);
/// PHC and passlib strings of Argon2, PBKDF2 and scrypt; Django's `algorithm$..`; the base 64 of ASP.NET Core Identity, version
/// 2 and 3; a credential of a Keycloak realm export, a JSON object. InvalidArgument says what is wrong, never what was
/// given: for anything else, and for a cost beyond the bounds of checkForeignCost().
[[nodiscard]] Result<ForeignHash> readImportedHash(std::string_view text);

} // namespace sallyport::identity
