#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace sallyport::identity {

enum class SampleLanguage { Shell, Python, JavaScript, Cpp };

inline constexpr std::array<SampleLanguage, 4> sampleLanguages{SampleLanguage::Shell, SampleLanguage::Python,
                                                               SampleLanguage::JavaScript, SampleLanguage::Cpp};

/// `curl`, `Python`, `JavaScript`, `C++`: names that no language translates.
std::string_view sampleTitle(SampleLanguage language) noexcept;

/// How a sample signs: with the guide's four headers, or after RFC 9421 with one of its algorithms.
enum class SampleSignature { Guide, HmacSha256, Ed25519, EcdsaP256Sha256 };

/// `ed25519`, as keys name it; nothing for an unknown word.
std::optional<SampleSignature> sampleSignature(std::string_view algorithm) noexcept;

struct SampleRequest {
    std::string url;         ///< `https://127.0.0.1:8443`
    std::string certificate; ///< path of the PEM file that the server is known by; empty: the system's
    std::string keyPrefix;   ///< `spk_7QK3M2XA`
    std::string method = "GET";
    std::string target = "/api/signed";
    std::string body; ///< UTF-8; anything else is read from the file body.bin
    SampleSignature signature = SampleSignature::Guide;
};

/// A program that signs the request and sends it. It takes the secret from the environment variable SALLYPORT_SECRET, or for
/// Ed25519 and ECDSA the private key from the PEM file that SALLYPORT_PRIVATE_KEY names. Whatever is in the request stays data
/// in it.
std::string signatureSample(SampleLanguage language, const SampleRequest& request);

} // namespace sallyport::identity
