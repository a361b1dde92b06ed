#pragma once

#include <string>
#include <string_view>

namespace sallyport::identity {

/// Which part of a signed request was not right, in the order of the checks.
enum class SignaturePart {
    Fields,     ///< a field is missing, double or cannot be read
    Key,        ///< no such key, or it may not sign
    Coverage,   ///< something that must be signed is not
    Clock,      ///< made too long ago or in the future
    Signature,  ///< it does not fit what was received
    Digest,     ///< Content-Digest does not fit the body
    Nonce,      ///< seen before
    Store,      ///< nonces cannot be remembered right now
};

struct SignatureFailure {
    SignaturePart part = SignaturePart::Fields;
    std::string detail;  ///< a sentence for the client and the journal; never a value that was sent
};

/// The stable machine word: `signature_clock`.
std::string_view signaturePartWord(SignaturePart part) noexcept;

} // namespace sallyport::identity
