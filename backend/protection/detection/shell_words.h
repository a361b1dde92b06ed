#pragma once

#include "backend/protection/detection/bytes.h"
#include "backend/protection/detection/word_table.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

/// Words of a shell: which programs there are, and how a word is read.
namespace sallyport::protection::detection {

// Programs whose names nobody writes in prose.
inline constexpr auto programs = wordTable(
    "apt-get", "arp", "awk", "base64", "bash", "bitsadmin", "busybox", "certutil", "chgrp", "chmod", "chown", "chroot", "cmd",
    "cmd.exe", "crontab", "cscript", "csh", "curl", "dash", "dir", "dmesg", "egrep", "fgrep", "fping", "gawk", "gcc", "gdb",
    "getent", "gzip", "hostname", "htop", "ifconfig", "insmod", "ipconfig", "iptables", "ksh", "lsb_release", "ls", "lsof", "lua",
    "lynx", "mkdir", "mkfifo", "mknod", "mshta", "nc", "ncat", "net1", "netcat", "netsh", "netstat", "nmap", "nohup", "node",
    "nslookup", "passwd", "perl", "php", "ping6", "pip", "pkill", "powershell", "powershell.exe", "printenv", "ps", "pwd",
    "python", "python2", "python3", "readlink", "reg", "regsvr32", "rm", "rmdir", "ruby", "rundll32", "schtasks", "scp", "sed",
    "setenv", "sh", "socat", "ssh", "strace", "su", "sudo", "sysctl", "systeminfo", "tac", "taskkill", "tasklist", "tcpdump",
    "tcsh", "telnet", "tftp", "traceroute", "tracert", "uname", "unzip", "useradd", "userdel", "vbs", "wget", "whoami", "wmic",
    "wscript", "xargs", "xxd", "zsh", "id", "ifdown", "ifup", "systemctl", "journalctl", "msiexec", "wevtutil", "vssadmin",
    "tasklist.exe", "net.exe", "ping.exe", "whoami.exe", "pwsh", "nawk", "rev64", "usermod", "groups", "lsusb", "lspci", "lsblk",
    "df", "du", "dig", "reboot", "poweroff", "calc.exe", "notepad.exe", "gunzip", "bzip2", "od", "lp", "mailx", "sendmail");

// Programs that are words too: what follows has to look like a shell's.
inline constexpr auto probable =
    wordTable("at", "bind", "call", "cat", "cd", "copy", "cp", "cut", "date", "del", "diff", "echo", "env", "erase", "exec",
              "exit", "expr", "find", "finger", "for", "free", "ftp", "go", "grep", "halt", "head", "host", "java", "join",
              "kill", "killall", "last", "less", "ln", "locate", "look", "make", "man", "more", "mount", "move", "mv", "net",
              "nice", "nl", "open", "paste", "ping", "print", "printf", "read", "rename", "ren", "rev", "route", "set",
              "shutdown", "sleep", "sort", "source", "split", "start", "stat", "stty", "sync", "system", "tail", "tar", "tee",
              "test", "time", "timeout", "top", "touch", "tr", "tree", "type", "umount", "uniq", "unlink", "users", "ver", "vi",
              "vim", "w", "watch", "wc", "which", "who", "xcopy", "yes", "zip", "alias", "history", "export", "unset", "declare",
              "uptime", "strings", "if", "while", "dd", "file", "eval", "alias", "nano", "screen", "script", "service", "psql",
              "mysql", "git", "docker", "tnsping", "ipcs", "assoc", "vol", "command", "builtin", "hash", "openssl");

// Words that run the one behind them.
inline constexpr auto runners = wordTable("command", "builtin", "hash", "start");

// What lines of commands in guides, build files and tickets go on with.
inline constexpr auto everyday =
    wordTable("apt-get", "awk", "cat", "cd", "chmod", "chown", "cp", "cut", "df", "diff", "docker", "du", "echo", "egrep",
              "export", "fgrep", "find", "git", "grep", "gzip", "head", "journalctl", "less", "ln", "ls", "make", "mkdir", "more",
              "mv", "node", "pip", "php", "ps", "psql", "pwd", "python", "python3", "rm", "rmdir", "sed", "sort", "source",
              "sudo", "systemctl", "tail", "tar", "tee", "touch", "tr", "tree", "uniq", "unzip", "wc", "xargs", "zip");

// Heads of columns, where people write tables.
inline constexpr auto columnHeads = wordTable(
    "action", "address", "age", "amount", "betrag", "category", "city", "code", "count", "country", "created", "cmd", "command",
    "currency", "datum", "description", "email", "first", "firstname", "fecha", "gender", "group", "host", "key", "label", "lang",
    "lastname", "level", "location", "mail", "menge", "message", "method", "name", "nachname", "nom", "nombre", "nr", "number",
    "order", "ort", "parent", "phone", "plz", "port", "preis", "price", "prix", "product", "qty", "quantity", "region", "role",
    "size", "sku", "state", "status", "street", "sum", "summe", "surname", "tag", "target", "title", "total", "typ", "unit",
    "updated", "url", "user", "username", "value", "version", "vorname", "what", "zip");

/// How sure it is that a word is a program.
enum class Known : std::uint8_t { No, Likely, Certain };

/// Whether a word is a program's name, and nothing else.
inline Known knownCommand(std::string_view name)
{
    if (programs.has(name))
        return Known::Certain;
    return probable.has(name) ? Known::Likely : Known::No;
}

/// First two letters of every program: most words are none already by them.
inline constexpr auto beginnings = [] {
    std::array<std::uint32_t, 26> pairs{};
    const auto add = [&](const auto& table) {
        for (const auto word : table.words())
            pairs[static_cast<std::size_t>(word[0] - 'a')] |=
                word.size() > 1 && isLetter(word[1]) ? 1U << static_cast<unsigned>(word[1] - 'a') : 1U << 31U;
    };
    add(programs);
    add(probable);
    return pairs;
}();

/// Whether a program may begin at `at`: cheap, and never wrong about one that does.
inline bool mayBegin(std::string_view text, std::size_t at)
{
    if (at >= text.size())
        return false;
    const char c = lowered(text[at]);
    if (!isLetter(c))
        return c == '/' || c == '\'' || c == '"' || c == '\\' || c == '$' || c == '^' || c == '.' || c == '~' || c == '%';
    const char next = at + 1 < text.size() ? lowered(text[at + 1]) : '\0';
    const auto pairs = beginnings[static_cast<std::size_t>(c - 'a')];
    if (isLetter(next))
        return (pairs >> static_cast<unsigned>(next - 'a') & 1U) != 0 || (c == 'c' && next == ':');
    return next == '\'' || next == '"' || next == '\\' || next == '$' || next == '^' || next == ':' || (pairs & 1U << 31U) != 0;
}

/// A word as a shell reads it: without its quotes, backslashes, carets and empty expansions. Bounded.
struct ShellWord {
    std::array<char, 96> bytes; // NOLINT(*-member-init): filled as far as it is read
    std::size_t size = 0;
    std::size_t end = 0;    ///< behind it in the text
    bool disguised = false; ///< quotes or the like inside letters
    bool glob = false;      ///< `?`, `*` or brackets

    std::string_view text() const { return {bytes.data(), size}; }
};

/// Whether a word of a shell ends before a byte.
inline bool endsWord(char c)
{
    return isSpace(c) || c == ';' || c == '|' || c == '&' || c == '<' || c == '>' || c == '(' || c == ')' || c == '`';
}

/// The word that begins at `at`.
inline ShellWord readWord(std::string_view text, std::size_t at)
{
    ShellWord word;
    bool letters = false;
    bool disguised = false;
    std::size_t quotes = 0;
    for (; at < text.size() && word.size < word.bytes.size(); ++at) {
        const char c = text[at];
        if (c == '$') {
            // `$@`, `$u`, `$()`, `${IFS}`: nothing or white space
            if (at + 1 < text.size() &&
                (text[at + 1] == '@' || text[at + 1] == '*' || isDigit(text[at + 1]) || text[at + 1] == 'u')) {
                word.disguised = word.disguised || letters;
                ++at;
                continue;
            }
            if (letters && text.substr(at).starts_with("$()")) {
                word.disguised = true;
                at += 2;
                continue;
            }
            if (startsFolded(text.substr(at), "${ifs}") || startsFolded(text.substr(at), "$ifs"))
                break;
        }
        if (endsWord(c) && c != '(')
            break;
        if (c == '(')
            break;
        if (c == '\\' && at + 1 < text.size() && text[at + 1] == '\n') {
            word.disguised = word.disguised || letters; // the word goes on in the next line
            ++at;
            continue;
        }
        if (c == '\'' || c == '"' || c == '^' || (c == '\\' && at + 1 < text.size() && isLetter(text[at + 1]))) {
            const bool inside =
                letters && at + 1 < text.size() && (isLetter(text[at + 1]) || isQuote(text[at + 1]) || text[at + 1] == '/');
            disguised = disguised || inside;
            quotes += isQuote(c) ? 1 : 0;
            continue;
        }
        letters = letters || isLetter(c);
        word.glob = word.glob || c == '?' || c == '*' || c == '[';
        word.bytes[word.size++] = c;
    }
    // One quote inside a word is an apostrophe; of several, the text around may close the last.
    word.disguised = word.disguised || (disguised && quotes != 1);
    if (disguised && quotes == 1)
        word.size = 0;
    word.end = at;
    return word;
}

} // namespace sallyport::protection::detection
