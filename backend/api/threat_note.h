#pragma once

#include "backend/api/call.h"

#include <optional>

namespace sallyport::api {

/// What a client hears whose address its score has banned: 429, `address_banned`.
Error bannedByScore(std::chrono::seconds retryAfter);

/// Tells the scores what a request was answered, unless it is one of the many that nothing is held against. A refusal to send in
/// place of that answer, if by it the address came to the threshold.
std::optional<Error> noteAnswered(const Call& call, int status);

} // namespace sallyport::api
