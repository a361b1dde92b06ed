#include "backend/protection/detection/decode.h"
#include "backend/protection/detection/findings.h"

#include <algorithm>
#include <array>

namespace sallyport::protection::detection {

namespace {

bool isSlash(char c)
{
    return c == '/' || c == '\\';
}

/// `../` and its likes: two dots (or more) between slashes or ends. Number of steps up, and where they stand.
struct Climb {
    std::size_t steps = 0;
    std::size_t begin = 0;
    std::size_t end = 0;
    bool mixed = false; ///< `..\`, `....//`, `..;/`: no path that a program writes on this system
};

Climb climbOf(std::string_view text)
{
    Climb climb;
    for (std::size_t at = text.find(".."); at != std::string_view::npos; at = text.find("..", at)) {
        const char before = at == 0 ? '/' : text[at - 1];
        std::size_t end = at;
        while (end < text.size() && text[end] == '.')
            ++end;
        const std::size_t dots = end - at;
        std::size_t slash = end;
        // `..;/` is one for some servers; `..\0/` for others.
        while (slash < text.size() && slash < end + 3 && (text[slash] == ';' || text[slash] == '\0' || text[slash] == '^'))
            ++slash;
        const bool slashed = slash < text.size() && isSlash(text[slash]);
        const bool last = end == text.size();
        const bool placed = isSlash(before) || before == '=' || isSpace(before) || isQuote(before) || before == ':' ||
                            before == '(' || before == '\0' || before == ';' || before == '@' || before == ']' || before == '}' ||
                            !isWordByte(before);
        if ((slashed || (last && at > 0 && isSlash(before))) && (dots == 2 || dots == 4) && placed) {
            if (climb.steps == 0)
                climb.begin = at;
            ++climb.steps;
            climb.end = std::min(text.size(), slash + 1);
            climb.mixed = climb.mixed || dots > 2 || slash != end || (slashed && text[slash] == '\\');
        }
        at = end;
    }
    return climb;
}

// Directories of a system at the root of a path, with what has to stand behind.
constexpr auto systemFolders = std::to_array<std::string_view>({"etc/",
                                                                "proc/",
                                                                "var/log/",
                                                                "var/www/",
                                                                "var/lib/",
                                                                "var/mail/",
                                                                "var/spool/",
                                                                "var/run/",
                                                                "var/adm/",
                                                                "var/apache",
                                                                "usr/local/apache",
                                                                "usr/local/etc/",
                                                                "usr/local/php",
                                                                "usr/local/nginx",
                                                                "usr/local/cpanel",
                                                                "usr/local/psa",
                                                                "usr/local/lib/php",
                                                                "usr/local/zeus",
                                                                "usr/local/pgsql",
                                                                "usr/local/mysql",
                                                                "usr/etc/",
                                                                "opt/lampp",
                                                                "opt/apache",
                                                                "opt/xampp",
                                                                "opt/nginx",
                                                                "root/.",
                                                                "root/",
                                                                "boot/grub",
                                                                "sys/class",
                                                                "apache/",
                                                                "apache2/",
                                                                "apache/logs",
                                                                "usr/pkg/",
                                                                "usr/home/",
                                                                "xampp/",
                                                                "program files",
                                                                "windows/",
                                                                "winnt/",
                                                                "mysql/",
                                                                "php/",
                                                                "php4/",
                                                                "php5/",
                                                                "nginx/",
                                                                "logs/",
                                                                "www/logs",
                                                                "private/etc/",
                                                                "library/webserver",
                                                                "inetpub/",
                                                                "documents and settings",
                                                                "users/admin",
                                                                "volumes/",
                                                                "system32/",
                                                                "etc/.",
                                                                "var/cpanel",
                                                                "var/nm2"});

constexpr auto systemFiles = std::to_array<std::string_view>(
    {"passwd",     "shadow",  "group",       "hosts",       "issue",           "motd",         "fstab",     "crontab",
     "sudoers",    "profile", "resolv.conf", "hostname",    ".conf",           ".ini",         ".log",      "_log",
     ".cnf",       ".pid",    ".err",        "self/",       "version",         "cmdline",      "environ",   "mounts",
     "cpuinfo",    "meminfo", "status",      "net/",        "access",          "error",        "messages",  "syslog",
     "auth",       "secure",  "maillog",     "id_rsa",      "authorized_keys", "bash_history", ".htaccess", ".htpasswd",
     "repair",     "sam",     "security",    "ssh",         "pam.d",           "init.d",       "cron",      "mysql",
     "php",        "apache",  "httpd",       "nginx",       "sysconfig",       "exports",      "inetd",     "master",
     "lib",        "log",     "kcore",       "sched_debug", "iomem",           "null",         "random",    "tcp/",
     "boot",       "system",  "config",      "win",         "default",         "network",      "redhat",    "debian",
     "os-release", "lsb",     "vsftpd",      "ftp",         "samba",           "snmp",         "ldap",      "wtmp",
     "lastlog",    "utmp",    "btmp",        "dmesg",       "history",         "mail",         "/fd/",      "stat",
     "sh"});

bool containsAny(std::string_view text, std::span<const std::string_view> words)
{
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto rest = text.substr(i);
        for (const auto word : words) {
            if (lowered(rest.front()) == word.front() && startsFolded(rest, word))
                return true;
        }
    }
    return false;
}

/// `/etc/passwd`, `C:\windows\win.ini`, `file:///proc/self/environ`: a value that is a path of the system.
std::size_t systemPath(std::string_view text)
{
    constexpr std::size_t longest = 300;
    text = text.substr(0, longest);
    std::size_t at = 0;
    if (startsFolded(text, "file:"))
        at = 5;
    bool rooted = false;
    while (at < text.size() && (isSlash(text[at]) || text[at] == '.')) {
        rooted = rooted || isSlash(text[at]);
        ++at;
    }
    bool drive = false;
    if (at + 2 < text.size() && isLetter(text[at]) && (text[at + 1] == ':' || text[at + 1] == '|') && isSlash(text[at + 2])) {
        drive = true;
        rooted = true;
        at += 3;
        while (at < text.size() && isSlash(text[at]))
            ++at;
    }
    if (!rooted)
        return 0;
    std::array<char, longest> folded; // NOLINT(*-member-init): filled as far as it is read
    std::size_t count = 0;
    for (std::size_t i = at; i < text.size(); ++i) {
        const char c = text[i] == '\\' ? '/' : lowered(text[i]);
        if (c == '/' && count > 0 && folded[count - 1] == '/')
            continue;
        folded[count++] = c;
    }
    const std::string_view path(folded.data(), count);
    for (const auto folder : systemFolders) {
        if (path.empty() || path.front() != folder.front() || !path.starts_with(folder))
            continue;
        if (folder == "etc/" || folder == "proc/")
            return path.size() > folder.size() ? 5 : 0;
        if (containsAny(path.substr(folder.size()), systemFiles) || drive)
            return 5;
    }
    return 0;
}

/// `\\evil.example\share\a`, `\\?\C:\..`: a share of another machine. Names without a domain are those of a house, where people
/// write of them; `//host.example/x` is an address of the web there, too.
bool isShare(std::string_view text, bool written)
{
    if (text.size() < 6 || !isSlash(text[0]) || text[1] != text[0] || isSlash(text[2]))
        return false;
    const auto end = text.find_first_of("\\/", 2);
    if (end == std::string_view::npos || end + 1 >= text.size())
        return false;
    const auto host = text.substr(2, end - 2);
    const bool web = text[0] == '/';
    if (host == "?" || host == ".")
        return !web;
    if (!std::ranges::all_of(host, [](char c) { return isWordByte(c) || c == '.' || c == '-' || c == '@'; }))
        return false;
    const bool domain = host.find('.') != std::string_view::npos && host.front() != '.' && host.back() != '.';
    const bool machine = domain || equalsFolded(host, "localhost");
    const auto dollar = text.find('$', end);
    return web ? domain && !written : !written || machine || (dollar != std::string_view::npos && dollar <= end + 8);
}

/// `http://203.0.113.7/crash.php`, `http://x/shell.txt?`: a script that shall be included from elsewhere.
bool isRemoteScript(std::string_view text)
{
    if (!startsFolded(text, "http://") && !startsFolded(text, "https://") && !startsFolded(text, "ftp://") &&
        !startsFolded(text, "ftps://"))
        return false;
    const auto host = text.find("//") + 2;
    const auto slash = text.find('/', host);
    if (slash == std::string_view::npos)
        return false;
    const auto authority = text.substr(host, slash - host);
    const bool number =
        !authority.empty() &&
        (authority.front() == '[' || std::ranges::all_of(authority, [](char c) { return isDigit(c) || c == '.' || c == ':'; }));
    std::size_t end = text.find_first_of(std::string_view("?#\0", 3), slash);
    const bool cut = end != std::string_view::npos && end + 1 >= text.size();
    const bool nul = text.find('\0') != std::string_view::npos;
    if (end == std::string_view::npos)
        end = text.size();
    const auto path = text.substr(slash, end - slash);
    const auto dot = path.rfind('.');
    if (dot == std::string_view::npos)
        return false;
    auto ending = path.substr(dot + 1);
    constexpr auto scripts = std::to_array<std::string_view>({"php", "php3", "php4", "php5", "phtml", "txt", "jsp", "asp", "aspx",
                                                              "cgi", "pl", "gif", "jpg", "inc", "dat", "sh", "py", "do"});
    const bool script = std::ranges::any_of(scripts, [&](auto known) { return equalsFolded(ending, known); });
    return script && (number || cut || nul);
}

} // namespace

void lookForTraversal(const Text& text, Findings& findings)
{
    const auto bytes = text.bytes;
    if (text.has(Has::high) && hasOverlong(bytes))
        findings.add(GrammarRule::TraversalOverlong, 5, 0, bytes.size());
    const bool solid = text.solid();
    if (text.gate(Gate::climb)) {
        const auto climb = climbOf(bytes);
        if (climb.steps > 0) {
            std::size_t points = 2;
            // `../x`, and nothing else: a form or an address has names there; files of configuration have such paths.
            const bool whole = solid && climb.begin == 0 && bytes.size() > climb.end && !text.inName &&
                               (text.part == PartKind::Query || text.part == PartKind::Form || text.part == PartKind::Multipart);
            if (text.rawDots || climb.steps > 3 || whole)
                points = 5;
            else if (solid || text.part == PartKind::Path)
                points = climb.steps > 1 || climb.mixed ? 5 : (climb.begin <= 1 ? 3 : 2);
            else
                points = climb.steps > 2 ? 4 : 2;
            if (text.part == PartKind::Path && points < 5)
                points = 5; // no client sends a path that climbs
            findings.token(climb.begin, climb.end - climb.begin, TokenRole::ClimbsUp, static_cast<std::uint32_t>(points));
            findings.add(GrammarRule::TraversalClimb, points, climb.begin, climb.end - climb.begin);
        }
    }
    if (text.part == PartKind::Header || bytes.size() < 4)
        return;
    const auto first = bytes.find_first_not_of(" \t\r\n\"'(");
    if (first == std::string_view::npos)
        return;
    // `/var/log/syslog: disk full` tells what was read there.
    const auto space = bytes.find(' ');
    const bool tells = space != std::string_view::npos && space > 0 && bytes[space - 1] == ':' && space + 1 < bytes.size();
    if ((solid || space > 20) && !tells && (text.has(Has::slash) || text.has(Has::backslash)) && !text.segment) {
        auto path = bytes.substr(first);
        if (text.part == PartKind::Path) {
            // Behind the prefix of a route: `/api/data/etc/passwd` asks for the system's file.
            for (std::size_t at = path.find('/', 1); at != std::string_view::npos; at = path.find('/', at + 1)) {
                const auto rest = path.substr(at);
                const char next = rest.size() > 1 ? lowered(rest[1]) : '/';
                if (next != 'e' && next != 'p' && next != 'w')
                    continue;
                if (startsFolded(rest, "/etc/") || startsFolded(rest, "/proc/self") || startsFolded(rest, "/windows/") ||
                    startsFolded(rest, "/winnt/")) {
                    path = rest;
                    break;
                }
            }
        }
        if (const auto points = systemPath(path); points > 0) {
            findings.token(first, path.size(), TokenRole::SensitiveFile, static_cast<std::uint32_t>(points));
            findings.add(GrammarRule::TraversalFile, points, static_cast<std::size_t>(path.data() - bytes.data()), path.size());
        }
    }
    if (solid && !text.inName && text.part != PartKind::Path && isShare(bytes.substr(first), isWritten(text)))
        findings.add(GrammarRule::TraversalRemote, 5, first, bytes.size() - first);
    if (text.has(Has::control)) {
        const auto nul = bytes.find('\0');
        if (nul != std::string_view::npos && nul > 3) {
            // `file.txt\0.jpg`, `boot.ini\0`: cuts the name where a library of C sees its end.
            const auto dot = bytes.substr(0, nul).rfind('.');
            if (nul == bytes.size() - 1 || (dot != std::string_view::npos && nul - dot <= 6))
                findings.add(GrammarRule::TraversalNul, 5, nul, 1);
        }
    }
    if (text.gate(Gate::address) && !text.inName && solid && isRemoteScript(bytes.substr(first)))
        findings.add(GrammarRule::TraversalRemote, 5, first, bytes.size() - first);
}

} // namespace sallyport::protection::detection
