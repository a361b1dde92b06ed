#include "backend/crypto/openssl_handle.h"

#include <openssl/err.h>

#include <cstdio>
#include <cstdlib>

namespace sallyport::crypto {

Error opensslFailure(const std::string& what)
{
    const unsigned long code = ERR_get_error();
    const char* reason = ERR_reason_error_string(code);
    ERR_clear_error();
    return makeError(ErrorCode::CryptoFailure, reason == nullptr ? what : what + " (" + reason + ")");
}

void opensslAbort(const char* what)
{
    std::fprintf(stderr, "sallyport: %s\n", opensslFailure(what).detail.c_str());
    std::abort();
}

} // namespace sallyport::crypto
