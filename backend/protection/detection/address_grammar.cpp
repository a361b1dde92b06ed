#include "backend/protection/detection/findings.h"
#include "backend/protection/detection/word_table.h"

#include <algorithm>
#include <array>
#include <optional>

namespace sallyport::protection::detection {

namespace {

/// A number of an address as the C library reads it: decimal, `0x` hexadecimal or `0` octal.
std::optional<std::uint64_t> looseNumber(std::string_view text)
{
    if (text.empty() || text.size() > 24)
        return std::nullopt;
    std::uint64_t value = 0;
    if (text.size() > 1 && text[0] == '0' && lowered(text[1]) == 'x') {
        if (text.size() == 2)
            return std::nullopt;
        for (const char c : text.substr(2)) {
            const int digit = hexDigit(c);
            if (digit < 0)
                return std::nullopt;
            value = value * 16 + static_cast<std::uint64_t>(digit);
        }
        return value & 0xFFFFFFFFU;
    }
    const bool octal = text.size() > 1 && text[0] == '0';
    for (const char c : text) {
        if (!isDigit(c))
            return std::nullopt;
        value = value * (octal ? 8U : 10U) + static_cast<std::uint64_t>(c - '0');
    }
    return value;
}

struct LooseAddress {
    std::uint32_t address = 0;
    bool disguised = false; ///< not four decimal numbers
};

/// An IPv4 address in any form that `inet_aton` takes.
std::optional<LooseAddress> looseAddress(std::string_view host)
{
    while (!host.empty() && host.back() == '.')
        host.remove_suffix(1);
    std::array<std::uint64_t, 4> numbers{};
    std::size_t count = 0;
    bool disguised = false;
    std::size_t at = 0;
    while (at <= host.size()) {
        if (count == 4)
            return std::nullopt;
        const auto dot = std::min(host.find('.', at), host.size());
        const auto part = host.substr(at, dot - at);
        const auto number = looseNumber(part);
        if (!number)
            return std::nullopt;
        disguised = disguised || (part.size() > 1 && part[0] == '0') || *number > 255;
        numbers[count++] = *number;
        at = dot + 1;
    }
    if (count == 0)
        return std::nullopt;
    std::uint64_t address = 0;
    for (std::size_t i = 0; i + 1 < count; ++i)
        address |= (numbers[i] & 0xFFU) << (24U - 8U * i);
    address |= numbers[count - 1] & (count == 1 ? 0xFFFFFFFFU : 0xFFFFFFFFU >> (8U * (count - 1)));
    return LooseAddress{static_cast<std::uint32_t>(address), disguised || count < 4};
}

/// Loopback, this host, link-local with the metadata services; `privately`: 10/8, 172.16/12, 192.168/16, 100.64/10.
bool isInside(std::uint32_t address, bool& privately)
{
    const std::uint32_t first = address >> 24U;
    const std::uint32_t second = address >> 16U & 0xFFU;
    privately = first == 10 || (first == 172 && second >= 16 && second < 32) || (first == 192 && second == 168) ||
                (first == 100 && second >= 64 && second < 128);
    return first == 127 || first == 0 || (first == 169 && second == 254) || address == 0xFFFFFFFFU;
}

constexpr auto insideNames =
    wordTable("localhost", "localhost.localdomain", "localhost6", "ip6-localhost", "ip6-loopback", "metadata",
              "metadata.google.internal", "instance-data", "kubernetes.default.svc", "kubernetes.default", "kubernetes",
              "host.docker.internal", "gateway.docker.internal", "metadata.tencentyun.com", "metadata.packet.net", "localtest.me",
              "lvh.me", "vcap.me", "lacolhost.com", "yoogle.com");
// Names that resolve to an address inside or tell somebody that they were asked for.
constexpr auto insideEndings = std::to_array<std::string_view>({".localhost",
                                                                ".nip.io",
                                                                ".sslip.io",
                                                                ".xip.io",
                                                                ".localtest.me",
                                                                ".lvh.me",
                                                                ".vcap.me",
                                                                ".internal",
                                                                ".burpcollaborator.net",
                                                                ".oastify.com",
                                                                ".oast.fun",
                                                                ".oast.pro",
                                                                ".oast.me",
                                                                ".oast.live",
                                                                ".oast.site",
                                                                ".oast.online",
                                                                ".interact.sh",
                                                                ".dnslog.cn",
                                                                ".ceye.io",
                                                                ".requestbin.net",
                                                                ".ngrok.io",
                                                                ".r3dir.me",
                                                                ".rbndr.us",
                                                                ".1u.ms",
                                                                ".canarytokens.com",
                                                                ".beeceptor.com",
                                                                ".webhook.site",
                                                                ".svc.cluster.local",
                                                                ".ly.lc",
                                                                ".spoofed.burpcollaborator.net",
                                                                ".bxss.me",
                                                                ".xss.ht",
                                                                ".localdomain.pw"});
// Schemes that no value should name.
constexpr auto oddSchemes =
    wordTable("gopher", "dict", "tftp", "ldap", "ldaps", "jar", "netdoc", "sftp", "expect", "phar", "zip", "glob", "ogg", "rar",
              "ssh2", "compress.zlib", "compress.bzip2", "php", "file", "rmi", "iiop", "corbaname", "nis", "smb", "afp", "nfs",
              "local_file", "view-source", "zlib", "svn", "cpio", "dns", "imap", "pop3", "smtp", "telnet", "tn3270");

bool endsFolded(std::string_view text, std::string_view lower)
{
    return text.size() >= lower.size() && lowered(text.back()) == lower.back() &&
           equalsFolded(text.substr(text.size() - lower.size()), lower);
}

enum class Where : std::uint8_t { Outside, Unqualified, Private, Disguised, Inside };

Where whereIs(std::string_view host)
{
    if (host.empty())
        return Where::Unqualified;
    if (host.front() == '[') {
        auto inner = host.substr(1, host.find(']') == std::string_view::npos ? host.size() : host.find(']') - 1);
        if (const auto zone = inner.find('%'); zone != std::string_view::npos)
            inner = inner.substr(0, zone);
        const auto last = inner.rfind(':');
        const bool zeros = std::ranges::all_of(inner, [](char c) { return c == ':' || c == '0' || c == '1'; });
        if (zeros || startsFolded(inner, "fe80") || startsFolded(inner, "fd") || startsFolded(inner, "fc"))
            return Where::Inside;
        if (last != std::string_view::npos && (startsFolded(inner, "::ffff:") || startsFolded(inner, "0:0:0:0:0:ffff:") ||
                                               startsFolded(inner, "64:ff9b:") || startsFolded(inner, "::")))
            return Where::Inside; // an IPv4 address in disguise; nobody writes one so
        return Where::Outside;
    }
    auto name = host;
    while (!name.empty() && name.back() == '.')
        name.remove_suffix(1);
    if (insideNames.has(name) || std::ranges::any_of(insideEndings, [&](auto ending) { return endsFolded(name, ending); }))
        return Where::Inside;
    if (const auto address = looseAddress(name)) {
        bool privately = false;
        if (isInside(address->address, privately))
            return Where::Inside;
        return address->disguised ? Where::Disguised : privately ? Where::Private : Where::Outside;
    }
    if (name.find('.') == std::string_view::npos)
        return Where::Unqualified;
    return Where::Outside;
}

class AddressGrammar {
public:
    AddressGrammar(const Text& text, Findings& findings) : m_context(text), m_text(text.bytes), m_findings(findings) {}

    void run()
    {
        const auto first = m_text.find_first_not_of(" \t\r\n'\"<(");
        for (std::size_t at = m_text.find(':'); at != std::string_view::npos; at = m_text.find(':', at + 1)) {
            std::size_t behind = at + 1;
            std::size_t slashes = 0;
            while (behind < m_text.size() && slashes < 4 && (m_text[behind] == '/' || m_text[behind] == '\\')) {
                ++behind;
                ++slashes;
            }
            if (slashes == 0)
                continue;
            std::size_t begin = at;
            while (begin > 0 && at - begin < 20 &&
                   (isWordByte(m_text[begin - 1]) || m_text[begin - 1] == '+' || m_text[begin - 1] == '.' ||
                    m_text[begin - 1] == '-'))
                --begin;
            const bool start = begin == first || (begin > 0 && m_text[begin - 1] == ':' && begin <= first + 5);
            address(begin, at, behind, slashes, start);
        }
        if (first == std::string_view::npos || !m_context.solid())
            return;
        // `//127.0.0.1`, `/\\127.0.0.1`, `\\/\\/127.0.0.1`
        const auto host = m_text.find_first_not_of("/\\", first);
        if (host != std::string_view::npos && host >= first + 2)
            address(first, first, host, host - first, true);
    }

private:
    void hit(GrammarRule rule, unsigned points, std::size_t begin, std::size_t end)
    {
        m_findings.token(begin, end - begin, TokenRole::Address, points);
        m_findings.add(rule, points, begin, end - begin);
    }

    static bool isOfPages(std::string_view scheme)
    {
        static constexpr auto pages = wordTable("http", "https", "ftp", "ftps", "ws", "wss", "url");
        return pages.has(scheme);
    }

    static std::string_view hostOf(std::string_view authority)
    {
        const auto at = authority.rfind('@');
        const auto host = at == std::string_view::npos ? authority : authority.substr(at + 1);
        return host.empty() || host.front() == '[' ? host : host.substr(0, host.find(':'));
    }

    /// `redis://127.0.0.1:6379`, `jdbc:mysql://127.0.0.1`: a service on this machine. By its name it is a line of configuration
    /// where people write.
    void service(std::string_view authority, std::size_t begin, std::size_t end)
    {
        const auto host = hostOf(authority);
        const auto where = host.empty() ? Where::Outside : whereIs(host);
        if (where != Where::Inside && where != Where::Disguised)
            return;
        const bool named = isLetter(host.front()) || authority.find('@') != std::string_view::npos;
        hit(GrammarRule::RequestsInside, named && isWritten(m_context) ? 3 : 5, begin, end);
    }

    /// `http://localhost:8080/ works on my machine`: words follow where people write.
    bool isOfSentence(std::size_t end) const
    {
        if (!isWritten(m_context))
            return false;
        constexpr std::size_t farthest = 100; // behind the end of an address, so that many addresses don't read all of the rest
        const auto blankBehind = [this](std::size_t from) {
            const auto at = m_text.substr(from, farthest).find(' ');
            return at == std::string_view::npos ? at : from + at;
        };
        auto space = blankBehind(end);
        for (int words = 0; words < 2; ++words) {
            if (space == std::string_view::npos || space + 1 >= m_text.size() || !isLetter(m_text[space + 1]))
                return false;
            const auto word = m_text.substr(space + 1, farthest);
            const auto size = word.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'");
            if (size != std::string_view::npos && word[size] != ' ' && word[size] != ',' && word[size] != '.')
                return false;
            space = size == std::string_view::npos ? size : blankBehind(space + 1 + size);
        }
        return true;
    }

    /// `file:///home/anna/report.pdf`: a document of somebody's own, as browsers show its address. No hidden file, no climbing.
    bool isOwnDocument(std::string_view scheme, std::string_view path) const
    {
        if (!equalsFolded(scheme, "file") || !isWritten(m_context))
            return false;
        constexpr std::size_t longest = 1000;
        const auto end = path.substr(0, longest).find_first_of(" \t\r\n\"'<>?#");
        if (end == std::string_view::npos && path.size() >= longest)
            return false;
        path = path.substr(0, end);
        if (path.size() > 2 && isLetter(path[0]) && path[1] == ':')
            path.remove_prefix(3);
        return (startsFolded(path, "home/") || startsFolded(path, "users/")) && path.find("/.") == std::string_view::npos &&
               path.find('%') == std::string_view::npos;
    }

    void address(std::size_t begin, std::size_t colon, std::size_t behind, std::size_t slashes, bool start)
    {
        constexpr std::size_t longest = 300;
        const auto scheme = m_text.substr(begin, colon - begin);
        const auto rest = m_text.substr(behind, longest);
        const auto end = std::min(rest.find_first_of(std::string_view("/\\?# \t\r\n\"'<>)\0", 14)), rest.size());
        const auto authority = rest.substr(0, end);
        // Wrappers of PHP and the like are told by the data rules; here it is where an address leads.
        if (slashes >= 2 && oddSchemes.has(scheme) &&
            ((start && !isOfSentence(behind + end)) || m_context.solid() || precededByAssignment(begin)) &&
            !isOwnDocument(scheme, m_text.substr(behind))) {
            hit(GrammarRule::RequestsDisguised, 5, begin, behind + end);
            return;
        }
        const bool page = isOfPages(scheme);
        if (!scheme.empty() && !page && slashes >= 2 && start && m_context.solid()) {
            service(authority, begin, behind + end);
            return;
        }
        if (!scheme.empty() && !page)
            return;
        if (scheme.empty() && !start)
            return;
        const bool user = authority.find('@') != std::string_view::npos;
        const auto host = hostOf(authority);
        const auto where = whereIs(host);
        const bool whole = start && (m_context.solid() || (m_text.find(' ') > behind + end && !isOfSentence(behind + end)));
        switch (where) {
        case Where::Inside:
            hit(GrammarRule::RequestsInside, whole ? 5 : precededByAssignment(begin) ? 5 : 2, begin, behind + end);
            return;
        case Where::Disguised: hit(GrammarRule::RequestsDisguised, 5, begin, behind + end); return;
        case Where::Private: hit(GrammarRule::RequestsInside, whole ? 5 : 2, begin, behind + end); return;
        case Where::Unqualified:
            if (whole && !scheme.empty() && !m_context.inName && slashes >= 2)
                hit(GrammarRule::RequestsUnqualified, 5, begin, behind + end);
            return;
        case Where::Outside: break;
        }
        // `http://1.1.1.1 &@2.2.2.2# @3.3.3.3/`, `http://a@b:80@c/`, `http://a#@b/`: readers disagree about the host.
        const auto line = m_text.substr(behind, longest);
        const auto second = line.find('@');
        if (start && second != std::string_view::npos) {
            const auto odd = line.substr(0, second).find_first_of(" #\\?&");
            if ((odd != std::string_view::npos && line.substr(0, second).find('/') == std::string_view::npos &&
                 line.substr(second).find('.') != std::string_view::npos && (line[odd] != '?' || m_context.solid())) ||
                std::count(authority.begin(), authority.end(), '@') > 1) {
                hit(GrammarRule::RequestsDisguised, 5, begin, behind + end);
                return;
            }
        }
        // `http://good.example@evil.example/`: a host where a name should be
        const auto name = authority.substr(0, std::min(authority.find('@'), authority.size()));
        if (user && start &&
            (looseAddress(host) || (name.find('.') != std::string_view::npos && !scheme.empty() && lowered(scheme[0]) == 'h')))
            hit(GrammarRule::RequestsDisguised, 5, begin, behind + end);
    }

    bool precededByAssignment(std::size_t begin) const
    {
        return begin > 0 && (m_text[begin - 1] == '=' || m_text[begin - 1] == '@') && begin < 120 && m_context.solid();
    }

    const Text& m_context;
    std::string_view m_text;
    Findings& m_findings;
};

} // namespace

void lookForAddresses(const Text& text, Findings& findings)
{
    AddressGrammar(text, findings).run();
}

} // namespace sallyport::protection::detection
