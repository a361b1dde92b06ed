#include "backend/base/result.h"

#include <cstdio>
#include <cstdlib>

namespace sallyport {

void throw_exception_from_error(const Error& error, const boost::source_location& location)
{
    const std::string_view word = errorWord(error.code);
    std::fprintf(stderr, "sallyport: value() of a failed result (%.*s) in %s:%u\n", static_cast<int>(word.size()), word.data(),
                 location.file_name(), static_cast<unsigned>(location.line()));
    std::abort();
}

} // namespace sallyport
