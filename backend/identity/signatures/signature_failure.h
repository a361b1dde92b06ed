#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sallyport::identity {

/// Which part of a signed request was not right, in the order of the checks. What is wrong with its key is the key's to say.
enum class SignaturePart {
    Fields,    ///< a field is missing, double or cannot be read
    Coverage,  ///< something that must be signed is not
    Clock,     ///< made too long ago or in the future
    Signature, ///< it does not fit what was received
    Digest,    ///< Content-Digest does not fit the body
    Nonce,     ///< seen before
    Store,     ///< nonces cannot be remembered right now
};

struct SignatureFailure {
    SignaturePart part = SignaturePart::Fields;
    std::string detail; ///< a sentence for the journal; never a value that was sent
    /// What the sentence is about, for who says it in another language. Clock: seconds that the time is off (negative:
    /// behind) and seconds allowed, nothing if `expires` is over. Coverage: the components that are missing.
    std::vector<std::string> values{};
    std::optional<std::chrono::seconds> clockOffset{}; ///< Clock: of the signature's time from the server's; not for `expires`
};

/// The stable machine word: `signature_clock`.
std::string_view signaturePartWord(SignaturePart part) noexcept;

} // namespace sallyport::identity
