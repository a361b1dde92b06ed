#pragma once

#include "backend/base/error.h"

#include <boost/system/result.hpp>

namespace sallyport {

/// A value or the reason why there is none. Functions that return it are [[nodiscard]].
/// `value()` on an error is a logic bug and ends the program; test with `if (!result)` first.
template <typename T>
using Result = boost::system::result<T, Error>;

/// Found by argument-dependent lookup from boost::system::result.
[[noreturn]] void throw_exception_from_error(const Error& error, const boost::source_location& location);

inline Error makeError(ErrorCode code, std::string detail)
{
    return Error(code, std::move(detail));
}

} // namespace sallyport

/// Leaves the function with the error if `expression` (a Result) holds one. The result itself is dropped.
#define SALLYPORT_TRY(expression)                                                                                                \
    do {                                                                                                                         \
        if (auto sallyportTried = (expression); !sallyportTried)                                                                 \
            return std::move(sallyportTried).error();                                                                            \
    } while (false)

#define SALLYPORT_CONCAT_(a, b) a##b
#define SALLYPORT_CONCAT(a, b) SALLYPORT_CONCAT_(a, b)

/// `SALLYPORT_ASSIGN(auto user, users.read(id));` declares and assigns, or leaves with the error.
#define SALLYPORT_ASSIGN(declaration, expression)                                                                                \
    auto SALLYPORT_CONCAT(sallyportResult, __LINE__) = (expression);                                                             \
    if (!SALLYPORT_CONCAT(sallyportResult, __LINE__))                                                                            \
        return std::move(SALLYPORT_CONCAT(sallyportResult, __LINE__)).error();                                                   \
    declaration = std::move(*SALLYPORT_CONCAT(sallyportResult, __LINE__))
