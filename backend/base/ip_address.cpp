#include "backend/base/ip_address.h"

#include <algorithm>
#include <arpa/inet.h>
#include <cstdio>
#include <cstring>
#include <netinet/in.h>
#include <sys/random.h>

namespace sallyport {
namespace {

constexpr std::array<std::uint8_t, 12> mappedPrefix{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};
constexpr std::size_t longestText = 45; // ffff:ffff:ffff:ffff:ffff:ffff:255.255.255.255
constexpr int mappedBits = 96;

bool isMapped(const std::array<std::uint8_t, 16>& bytes)
{
    return std::equal(mappedPrefix.begin(), mappedPrefix.end(), bytes.begin());
}

Error notAnAddress()
{
    return makeError(ErrorCode::InvalidArgument, "not an IP address");
}

/// The bytes as written (mapped IPv4 not yet normalised) and whether they were written as IPv4.
struct Written {
    std::array<std::uint8_t, 16> bytes{};
    bool v4 = false;
};

Result<Written> readAddress(std::string_view text)
{
    if (text.empty() || text.size() > longestText || text.find('\0') != text.npos)
        return notAnAddress();
    std::array<char, longestText + 1> terminated{};
    std::copy(text.begin(), text.end(), terminated.begin());
    Written written;
    written.v4 = text.find(':') == text.npos;
    if (inet_pton(written.v4 ? AF_INET : AF_INET6, terminated.data(), written.bytes.data()) != 1)
        return notAnAddress();
    return written;
}

std::array<std::uint8_t, 16> masked(std::array<std::uint8_t, 16> bytes, int prefix)
{
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const int kept = std::clamp(prefix - static_cast<int>(i) * 8, 0, 8);
        bytes[i] = static_cast<std::uint8_t>(bytes[i] & (0xff00 >> kept));
    }
    return bytes;
}

std::uint32_t hostOrder(const std::array<std::uint8_t, 16>& bytes)
{
    return (std::uint32_t{bytes[0]} << 24) | (std::uint32_t{bytes[1]} << 16) | (std::uint32_t{bytes[2]} << 8) | bytes[3];
}

/// First and length of the longest run of at least two zero groups (RFC 5952 §4.2), or {8, 0}.
std::pair<int, int> longestZeroRun(const std::array<unsigned, 8>& groups)
{
    std::pair<int, int> best{8, 0};
    for (int i = 0; i < 8;) {
        int end = i;
        while (end < 8 && groups[static_cast<std::size_t>(end)] == 0)
            ++end;
        if (end - i >= 2 && end - i > best.second)
            best = {i, end - i};
        i = std::max(end, i + 1);
    }
    return best;
}

std::string v6Text(const std::array<std::uint8_t, 16>& bytes)
{
    std::array<unsigned, 8> groups{};
    for (std::size_t i = 0; i < groups.size(); ++i)
        groups[i] = (unsigned{bytes[2 * i]} << 8) | bytes[2 * i + 1];
    const auto [runStart, runLength] = longestZeroRun(groups);
    std::string text;
    for (int i = 0; i < 8; ++i) {
        if (i == runStart) {
            text += "::";
            i += runLength - 1;
            continue;
        }
        if (!text.empty() && text.back() != ':')
            text += ':';
        std::array<char, 8> group;
        std::snprintf(group.data(), group.size(), "%x", groups[static_cast<std::size_t>(i)]);
        text += group.data();
    }
    return text;
}

/// Differs from run to run, so that nobody can prepare addresses that fall into one bucket.
std::array<std::uint64_t, 2> makeHashSeed()
{
    std::array<std::uint64_t, 2> seed{0x9e3779b97f4a7c15, 0xd6e8feb86659fd93};
    [[maybe_unused]] const auto filled = getrandom(seed.data(), sizeof seed, GRND_NONBLOCK);
    seed[0] |= 1;
    seed[1] |= 1;
    return seed;
}

std::uint64_t mix(std::uint64_t a, std::uint64_t b) noexcept
{
    __extension__ using Wide = unsigned __int128;
    const Wide product = static_cast<Wide>(a) * b;
    return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
}

} // namespace

Result<IpAddress> IpAddress::parse(std::string_view text)
{
    SALLYPORT_ASSIGN(const Written written, readAddress(text));
    return written.v4 ? v4(hostOrder(written.bytes)) : v6(written.bytes);
}

IpAddress IpAddress::v4(std::uint32_t hostOrder)
{
    IpAddress address;
    for (std::size_t i = 0; i < 4; ++i)
        address.m_bytes[i] = static_cast<std::uint8_t>(hostOrder >> (24 - 8 * i));
    return address;
}

IpAddress IpAddress::v6(const std::array<std::uint8_t, 16>& bytes)
{
    IpAddress address;
    if (isMapped(bytes)) {
        std::copy(bytes.begin() + 12, bytes.end(), address.m_bytes.begin());
    } else {
        address.m_bytes = bytes;
        address.m_v4 = false;
    }
    return address;
}

bool IpAddress::isLoopback() const noexcept
{
    if (m_v4)
        return m_bytes[0] == 127;
    return m_bytes[15] == 1 && std::all_of(m_bytes.begin(), m_bytes.end() - 1, [](auto byte) { return byte == 0; });
}

bool IpAddress::isUnspecified() const noexcept
{
    return std::all_of(m_bytes.begin(), m_bytes.end(), [](auto byte) { return byte == 0; });
}

std::string IpAddress::text() const
{
    if (!m_v4)
        return v6Text(m_bytes);
    std::array<char, 16> text;
    const int length = std::snprintf(text.data(), text.size(), "%u.%u.%u.%u", unsigned{m_bytes[0]}, unsigned{m_bytes[1]},
                                     unsigned{m_bytes[2]}, unsigned{m_bytes[3]});
    return std::string(text.data(), static_cast<std::size_t>(length));
}

IpAddress IpAddress::network() const
{
    constexpr int customerBits = 64; // one subscriber commonly holds a whole /64
    IpAddress network = *this;
    if (!m_v4)
        network.m_bytes = masked(m_bytes, customerBits);
    return network;
}

Result<Cidr> Cidr::parse(std::string_view text)
{
    const std::size_t slash = text.find('/');
    SALLYPORT_ASSIGN(const Written written, readAddress(text.substr(0, slash)));
    const int longest = written.v4 ? 32 : 128;
    int prefix = longest;
    if (slash != text.npos) {
        const std::string_view number = text.substr(slash + 1);
        const bool digits = std::all_of(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; });
        if (number.empty() || number.size() > 3 || !digits || (number.size() > 1 && number.front() == '0'))
            return makeError(ErrorCode::InvalidArgument, "not a network: the prefix length is not a number");
        prefix = 0;
        for (const char c : number)
            prefix = prefix * 10 + (c - '0');
        if (prefix > longest)
            return makeError(ErrorCode::InvalidArgument, "not a network: the prefix length is too large");
    }
    Cidr cidr;
    std::array<std::uint8_t, 16> bytes = masked(written.bytes, prefix);
    if (!written.v4 && isMapped(written.bytes)) {
        if (prefix < mappedBits)
            return makeError(ErrorCode::InvalidArgument, "not a network: write IPv4 networks as IPv4");
        prefix -= mappedBits;
    }
    cidr.m_base = written.v4 ? IpAddress::v4(hostOrder(bytes)) : IpAddress::v6(bytes);
    cidr.m_prefix = prefix;
    return cidr;
}

bool Cidr::contains(const IpAddress& address) const noexcept
{
    return address.isV4() == m_base.isV4() && masked(address.bytes(), m_prefix) == m_base.bytes();
}

std::string Cidr::text() const
{
    return m_base.text() + '/' + std::to_string(m_prefix);
}

} // namespace sallyport

std::size_t std::hash<sallyport::IpAddress>::operator()(const sallyport::IpAddress& address) const noexcept
{
    static const auto seed = sallyport::makeHashSeed();
    std::array<std::uint64_t, 2> halves;
    std::memcpy(halves.data(), address.bytes().data(), sizeof halves);
    const std::uint64_t first = sallyport::mix(halves[0] ^ seed[0], 0xa0761d6478bd642f);
    return sallyport::mix(first ^ halves[1], seed[1] + (address.isV4() ? 2 : 0));
}
