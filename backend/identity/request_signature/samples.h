#pragma once

#include <array>
#include <string>
#include <string_view>

namespace sallyport::identity {

enum class SampleLanguage { Shell, Python, JavaScript, Cpp };

inline constexpr std::array<SampleLanguage, 4> sampleLanguages{SampleLanguage::Shell, SampleLanguage::Python,
                                                               SampleLanguage::JavaScript, SampleLanguage::Cpp};

/// `curl`, `Python`, `JavaScript`, `C++`: names that no language translates.
std::string_view sampleTitle(SampleLanguage language) noexcept;

struct SampleRequest {
    std::string url;          ///< `https://127.0.0.1:8443`
    std::string certificate;  ///< path of the PEM file that the server is known by; empty: the system's
    std::string keyPrefix;    ///< `spk_7QK3M2XA`
    std::string method = "GET";
    std::string target = "/api/signed";
    std::string body;         ///< UTF-8; anything else is read from the file body.bin
};

/// A program that sends the request, signed with the guide's headers. It takes the secret from the environment variable
/// SALLYPORT_SECRET. Whatever is in the request stays data in it.
std::string signatureSample(SampleLanguage language, const SampleRequest& request);

} // namespace sallyport::identity
