#include "backend/base/composed.h"

#include "backend/base/utf8.h"

#include <uninorm.h>

#include <cstdint>
#include <cstdlib>
#include <memory>
#include <span>

namespace sallyport {

namespace {

/// Wiped before it is freed: it may be a secret.
struct Made {
    std::uint8_t* bytes = nullptr;
    std::size_t size = 0;

    Made(std::uint8_t* made, std::size_t length) : bytes(made), size(length) {}
    Made(const Made&) = delete;
    Made& operator=(const Made&) = delete;
    ~Made()
    {
        if (bytes != nullptr)
            wipe(std::as_writable_bytes(std::span(bytes, size)));
        std::free(bytes);
    }
    std::string_view text() const { return {reinterpret_cast<const char*>(bytes), size}; }
};

/// Calls `use` with the composed text, which is `text` itself where there is nothing to compose.
template <typename Use>
auto compose(std::string_view text, Use use)
{
    if (isAscii(text) || !codePointCount(text))
        return use(text);
    std::size_t length = 0;
    std::uint8_t* const bytes =
        u8_normalize(UNINORM_NFC, reinterpret_cast<const std::uint8_t*>(text.data()), text.size(), nullptr, &length);
    const Made made(bytes, length);
    return use(bytes == nullptr ? text : made.text());
}

} // namespace

std::string composed(std::string_view text)
{
    return compose(text, [](std::string_view made) { return std::string(made); });
}

SecretBytes composedSecret(const SecretBytes& secret)
{
    return compose(secret.view(), [](std::string_view made) { return SecretBytes::fromText(made); });
}

bool isComposed(const SecretBytes& secret)
{
    return compose(secret.view(), [&](std::string_view made) { return made == secret.view(); });
}

} // namespace sallyport
