#pragma once

#include "backend/base/error.h"
#include "backend/http/response.h"

#include <string_view>

namespace sallyport::api {

/// How an ErrorCode looks from outside: one row of the one table.
struct ProblemRow {
    ErrorCode code;
    int status;
    std::string_view title; ///< of the kind of problem
    std::string_view error; ///< the short sentence; 401 says "Authentication", 429 "Rate limit"
};
const ProblemRow& problemRow(ErrorCode code) noexcept;

/// The machine word that a client sees for this error.
std::string_view problemWord(const Error& error) noexcept;

/// The answer to an error as RFC 9457 wants it, with the members and header fields that its code calls for
/// (`WWW-Authenticate`, `Retry-After`). What the server knows about an internal failure is not told.
http::Response problemAnswer(const Error& error, std::string_view requestId);

/// What the transport refused before there was a request.
http::Response transportProblem(int status, std::string_view word, std::string_view requestId);

/// To a request that came without TLS, to be sent without TLS.
http::Response clearTextProblem(int status, std::string_view word, std::string_view requestId);

} // namespace sallyport::api
