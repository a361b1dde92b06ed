#pragma once

#include "backend/base/result.h"

#include <memory>
#include <string>

namespace sallyport::crypto {

/// `Handle<EVP_PKEY, EVP_PKEY_free>` owns one. For .cpp files of this module only.
template <typename T, auto Free>
struct OpensslDeleter {
    void operator()(T* object) const noexcept { Free(object); }
};
template <typename T, auto Free>
using Handle = std::unique_ptr<T, OpensslDeleter<T, Free>>;

/// CryptoFailure saying what failed. Empties OpenSSL's error queue, so that nothing of it is seen by a later call.
Error opensslFailure(const std::string& what);

/// Ends the program: only for what cannot fail unless memory is out or the library is broken.
[[noreturn]] void opensslAbort(const char* what);

} // namespace sallyport::crypto
