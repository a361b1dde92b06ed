#pragma once

#include "backend/identity/signatures/claimed_signature.h"

#include <string>
#include <string_view>
#include <vector>

namespace sallyport::identity {

/// A text that clients sign by mistake instead of the right one.
struct MistakenText {
    std::string_view word; ///< `no_query`: which mistake
    std::string text;
};

/// What the request's canonical text would be with each of the mistakes that clients make, for who holds the secret and
/// wants to know which it was. Those that change nothing about this request are left out.
std::vector<MistakenText> usualMistakes(const SignedMessage& message, const ClaimedSignature& claim);

} // namespace sallyport::identity
