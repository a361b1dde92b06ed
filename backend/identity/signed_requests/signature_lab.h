#pragma once

#include "backend/access/actor.h"
#include "backend/base/result.h"
#include "backend/identity/signatures/claimed_signature.h"

#include <optional>
#include <string>
#include <vector>

namespace sallyport::identity {

enum class LabStep { Read, Key, Coverage, Clock, Signature, Digest };
enum class LabOutcome { Passed, Failed, NotAsked };

/// What one of the server's checks says about the pasted request.
struct LabCheck {
    LabStep step = LabStep::Read;
    LabOutcome outcome = LabOutcome::NotAsked;
    std::string word;                ///< the reason's machine word if it failed, as in events
    std::string detail;              ///< English
    std::vector<std::string> values; ///< what the detail is about (SignatureFailure::values)
};

/// One line of the text that is signed, as the server builds it and as the client did.
struct LabLine {
    std::string server;
    std::string client;
    bool differs = false;
};

struct LabReport {
    SignatureScheme scheme = SignatureScheme::Guide;
    std::string keyPrefix, keyName; ///< empty if there is no such key that the actor may see
    std::vector<LabCheck> checks;   ///< all six, each asked for itself
    std::string canonical;          ///< what the server signs; empty if it cannot be built
    std::vector<LabLine> lines;     ///< beside the client's text, if that was given
    /// The mistakes with which the signature would fit: what the client signed instead. Words as in usual_mistakes.cpp, and
    /// `api_key_as_secret`.
    std::vector<std::string> mistakes;
    /// What the key's signatures are, as RFC 9421 names it: `ed25519`; empty as keyPrefix is, or if the key cannot sign.
    std::string keyAlgorithm;
};

/// Explains why a signed request is refused: what was signed, what should have been, and what the client did instead.
/// Nothing is let in, no nonce is taken, and no signature is ever told. Thread-safe.
class SignatureLab {
public:
    virtual ~SignatureLab() = default;

    /// `request` as it was sent (PastedRequest); `clientText` is what the client says it has signed, or empty. The key must
    /// be one that the actor may read (keys:own, keys:read); others are as unknown. InvalidArgument if it is no request.
    [[nodiscard]] virtual Result<LabReport> explain(const access::Actor& actor, const std::string& request,
                                                    const std::string& clientText) = 0;
};

std::string_view labStepWord(LabStep step) noexcept;

} // namespace sallyport::identity
