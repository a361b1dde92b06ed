#include "backend/outbound/address_rules.h"

#include <algorithm>
#include <array>

namespace sallyport::outbound {
namespace {

constexpr std::size_t mostNetworks = 64;

struct SpecialUse {
    std::string_view network;
    std::string_view name;
};

/// The special-purpose registries of IANA (RFC 6890, RFC 8190), multicast and what is reserved.
constexpr auto specialUses4 = std::to_array<SpecialUse>({
    {"0.0.0.0/8", "unspecified"},
    {"10.0.0.0/8", "private"},
    {"100.64.0.0/10", "shared"},
    {"127.0.0.0/8", "loopback"},
    {"169.254.0.0/16", "link-local"},
    {"172.16.0.0/12", "private"},
    {"192.0.0.0/24", "reserved"},
    {"192.0.2.0/24", "documentation"},
    {"192.88.99.0/24", "reserved"},
    {"192.168.0.0/16", "private"},
    {"198.18.0.0/15", "benchmark"},
    {"198.51.100.0/24", "documentation"},
    {"203.0.113.0/24", "documentation"},
    {"224.0.0.0/4", "multicast"},
    {"240.0.0.0/4", "reserved"},
});

/// Inside 2000::/3, which is all of the public unicast space; the rest needs no list.
constexpr auto specialUses6 = std::to_array<SpecialUse>({
    {"::1/128", "loopback"},
    {"::/96", "unspecified"},
    {"64:ff9b::/96", "translated"},
    {"fc00::/7", "private"},
    {"fe80::/10", "link-local"},
    {"fec0::/10", "private"},
    {"ff00::/8", "multicast"},
    {"2001::/23", "reserved"},
    {"2001:db8::/32", "documentation"},
    {"2002::/16", "translated"},
    {"3fff::/20", "documentation"},
});

struct KnownNetwork {
    Cidr network;
    std::string_view name;
};

template <std::size_t Size>
std::array<KnownNetwork, Size> parsed(const std::array<SpecialUse, Size>& texts)
{
    std::array<KnownNetwork, Size> networks;
    for (std::size_t i = 0; i < Size; ++i)
        networks[i] = {*Cidr::parse(texts[i].network), texts[i].name};
    return networks;
}

template <std::size_t Size>
std::string_view nameIn(const std::array<KnownNetwork, Size>& networks, const IpAddress& address) noexcept
{
    for (const KnownNetwork& entry : networks) {
        if (entry.network.contains(address))
            return entry.name;
    }
    return {};
}

} // namespace

std::string_view AddressRules::specialUse(const IpAddress& address) noexcept
{
    static const auto known4 = parsed(specialUses4);
    static const auto known6 = parsed(specialUses6);
    static const Cidr unicast6 = *Cidr::parse("2000::/3");
    if (address.isV4())
        return nameIn(known4, address);
    if (const std::string_view name = nameIn(known6, address); !name.empty())
        return name;
    return unicast6.contains(address) ? std::string_view() : "reserved";
}

Result<AddressRules> AddressRules::parse(std::string_view networks)
{
    AddressRules rules;
    while (!networks.empty()) {
        const std::size_t end = networks.find_first_of(", ");
        const std::string_view word = networks.substr(0, end);
        networks = end == networks.npos ? std::string_view() : networks.substr(end + 1);
        if (word.empty())
            continue;
        SALLYPORT_ASSIGN(const Cidr network, Cidr::parse(word));
        if (rules.m_allowed.size() == mostNetworks)
            return makeError(ErrorCode::InvalidArgument, "At most 64 networks.");
        rules.m_allowed.push_back(network);
    }
    return rules;
}

bool AddressRules::allows(const IpAddress& address) const noexcept
{
    return specialUse(address).empty() ||
           std::ranges::any_of(m_allowed, [&](const Cidr& network) { return network.contains(address); });
}

} // namespace sallyport::outbound
