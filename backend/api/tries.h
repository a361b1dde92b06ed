#pragma once

#include "backend/api/call.h"

namespace sallyport::api {

/// Takes one try for a password or code of the account, which need not exist, from the client's address, before it is looked at;
/// once a request. Refused when none is left: what it says is the same whether there is such an account.
std::optional<Error> takeTry(Call& call, std::string_view account);
/// The account of the caller, as it is tried at the login.
std::string accountOf(const Call& call);
/// Once it is known how the request ended: what was right, or was not looked at, isn't counted.
void settleTry(Call& call, const Error* error) noexcept;

} // namespace sallyport::api
