#include "backend/crypto/ed25519_points.h"

#include "backend/base/encoding.h"

#include <algorithm>
#include <array>

namespace sallyport::crypto {
namespace {

/// The y coordinates of Ed25519's points of order 1, 2, 4 and 8, and those that mean the same beyond the prime (p, p + 1).
constexpr std::array<std::string_view, 7> smallOrders{"0100000000000000000000000000000000000000000000000000000000000000",
                                                      "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                                                      "0000000000000000000000000000000000000000000000000000000000000000",
                                                      "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
                                                      "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
                                                      "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                                                      "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"};

} // namespace

bool isSmallOrderEd25519(std::span<const std::byte> raw)
{
    if (raw.empty())
        return false;
    Bytes y(raw.begin(), raw.end());
    y.back() &= std::byte{0x7f}; // the sign of x
    return std::ranges::find(smallOrders, toHex(y)) != smallOrders.end();
}

} // namespace sallyport::crypto
