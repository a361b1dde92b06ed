#include "backend/identity/core/email_address.h"

#include "backend/base/case_fold.h"
#include "backend/base/composed.h"
#include "backend/base/utf8.h"

#include <idn2.h>

#include <algorithm>
#include <memory>

namespace sallyport::identity {

namespace {

constexpr std::string_view asciiLabelStart = "xn--";

/// What libidn2 made, or nothing.
std::string owned(int code, char* made)
{
    const std::unique_ptr<char, decltype(&idn2_free)> guard(made, &idn2_free);
    return code == IDN2_OK && made != nullptr ? std::string(made) : std::string();
}

std::string unicodeDomain(const std::string& ascii)
{
    char* made = nullptr;
    const int code = idn2_to_unicode_8z8z(ascii.c_str(), &made, 0);
    return owned(code, made);
}

/// As people read it, in the one form that the name has; folded as it is if it is no domain name.
std::string readDomain(std::string_view domain)
{
    const std::string ascii = asciiDomain(domain);
    if (ascii.empty() || ascii.find(asciiLabelStart) == std::string::npos)
        return ascii.empty() ? foldCase(domain) : ascii;
    const std::string read = unicodeDomain(ascii);
    return read.empty() ? ascii : read;
}

} // namespace

std::string asciiDomain(std::string_view domain)
{
    if (domain.empty() || domain.find('\0') != domain.npos)
        return {};
    // Plain names are not IDNA's business: it refuses some that DNS has.
    if (isAscii(domain) && toLowerAscii(domain).find(asciiLabelStart) == std::string::npos)
        return toLowerAscii(domain);
    char* made = nullptr;
    const int code = idn2_to_ascii_8z(std::string(domain).c_str(), &made, IDN2_NONTRANSITIONAL | IDN2_NFC_INPUT);
    return owned(code, made);
}

std::string plainEmail(std::string_view email)
{
    std::string plain = composed(trimUnicode(email));
    const std::size_t at = plain.rfind('@');
    if (at == std::string::npos || isAscii(std::string_view(plain).substr(at + 1)))
        return plain;
    // A domain is shown as it is compared: without what nobody sees and IDNA leaves out.
    const std::string_view domain = std::string_view(plain).substr(at + 1);
    return asciiDomain(domain).empty() ? plain : plain.substr(0, at + 1) + readDomain(domain);
}

std::string emailKey(std::string_view email)
{
    const std::string plain = plainEmail(email);
    const std::size_t at = plain.rfind('@');
    if (at == std::string::npos)
        return textKey(plain);
    return textKey(plain.substr(0, at + 1) + readDomain(std::string_view(plain).substr(at + 1)));
}

bool isSameEmail(std::string_view a, std::string_view b)
{
    return emailKey(a) == emailKey(b);
}

std::string emailSearchText(std::string_view text)
{
    std::string lower = toLowerAscii(text);
    if (lower.find(asciiLabelStart) == std::string::npos)
        return std::string(text);
    std::string read;
    for (std::size_t at = 0; at < lower.size();) {
        const std::size_t end = std::min(lower.find_first_of(".@ ", at), lower.size());
        const std::string label = lower.substr(at, end - at);
        const std::string shown = label.starts_with(asciiLabelStart) ? readDomain(label) : label;
        read.append(shown).append(lower, end, 1);
        at = end + 1;
    }
    return read;
}

} // namespace sallyport::identity
