#include "backend/protection/detection/findings.h"
#include "backend/protection/detection/shell_words.h"

#include <algorithm>
#include <optional>

namespace sallyport::protection::detection {

namespace {

/// `x in (...)`, as the shell of Windows writes it.
bool isLoop(std::string_view text)
{
    for (auto open = text.find('('); open != std::string_view::npos; open = text.find('(', open + 1))
        if (open >= 4 && equalsFolded(text.substr(open - 4, 4), " in "))
            return true;
    return false;
}

/// The program of a path: `/usr/bin/id`, `C:\windows\system32\cmd.exe`.
std::string_view programOf(std::string_view word, bool& path)
{
    std::size_t begin = word.size();
    while (begin > 0 && word[begin - 1] != '/' && word[begin - 1] != '\\')
        --begin;
    path = begin > 0;
    return word.substr(begin);
}

class CommandsGrammar {
public:
    CommandsGrammar(const Text& text, Findings& findings) : m_context(text), m_text(text.bytes), m_findings(findings) {}

    void run()
    {
        if (m_context.part != PartKind::Header)
            alone();
        if (m_context.has(Has::hole) && m_context.has(Has::slash))
            globbed();
        constexpr std::uint32_t marks =
            Has::semicolon | Has::bar | Has::ampersand | Has::lineEnd | Has::quote | Has::dollar | Has::angle | Has::compare;
        if (!m_context.has(marks))
            return;
        m_lead = m_text.find_first_not_of(" \t\r\n'\"`()0123456789abcx%;|&");
        // Most texts have none of them, or one kind: then the next is found faster.
        std::uint32_t wanted = m_context.kinds & marks;
        if (!m_context.has(Has::open))
            wanted &= ~(Has::compare | Has::angle);
        if (wanted == Has::semicolon || wanted == Has::quote) {
            const char only = wanted == Has::semicolon ? ';' : '`';
            for (std::size_t at = m_text.find(only); at != std::string_view::npos; at = m_text.find(only, at + 1))
                only == ';' ? separator(at) : backtick(at);
            return;
        }
        for (std::size_t at = 0; at < m_text.size(); ++at) {
            const char c = m_text[at];
            if ((byteKinds[static_cast<unsigned char>(c)] & marks) == 0)
                continue;
            if (c == ';' || c == '|' || c == '&' || c == '\n')
                separator(at);
            else if (c == '`')
                backtick(at);
            else if (c == '$' && at + 1 < m_text.size())
                dollar(at);
            else if ((c == '<' || c == '>') && at + 1 < m_text.size() && m_text[at + 1] == '(')
                substituted(at, at + 2);
        }
    }

private:
    /// How much what follows a program looks like a shell's: 0 (prose), 1 (nothing more), 2 (option, path, variable,
    /// redirection).
    unsigned arguments(std::size_t at, std::string_view program) const
    {
        constexpr std::size_t readOn = 60;
        if (startsFolded(m_text.substr(at), "$ifs") || startsFolded(m_text.substr(at), "${ifs"))
            return 2;
        while (at < m_text.size() && (m_text[at] == ' ' || m_text[at] == '\t'))
            ++at;
        if (at >= m_text.size() || m_text[at] == '\n' || m_text[at] == '\0' || m_text[at] == '\r')
            return 1;
        const char c = m_text[at];
        const char next = at + 1 < m_text.size() ? m_text[at + 1] : '\0';
        if (c == ';' || c == '|' || c == '&' || c == '`' || c == ')' || c == '#')
            return 1;
        if (c == '\'' || c == '"')
            return equalsFolded(program, "echo") || equalsFolded(program, "printf") || equalsFolded(program, "grep") ? 2 : 1;
        if (c == '<' || c == '>') {
            const auto target = skipSpace(m_text, at + 1);
            const char first = target < m_text.size() ? m_text[target] : '\0';
            return first == '/' || first == '&' || first == '(' || first == '<' || (target == at + 1 && isLetter(first)) ? 2 : 0;
        }
        if ((c == '-' && (isLetter(next) || next == '-')) || (c == '/' && isWordByte(next)) || c == '$' ||
            (c == '.' && (next == '.' || next == '/')) || (c == '%' && isLetter(next)) || (c == '~' && next == '/') ||
            (c == '*' && !isLetter(next)))
            return 2;
        if (isLetter(c) && next == ':' && at + 2 < m_text.size() && (m_text[at + 2] == '\\' || m_text[at + 2] == '/'))
            return 2;
        const auto word = m_text.substr(at, readOn);
        if (equalsFolded(program, "chmod") || equalsFolded(program, "kill") || equalsFolded(program, "sleep") ||
            equalsFolded(program, "ping") || equalsFolded(program, "timeout"))
            return isDigit(c) ? 2 : 0;
        if (equalsFolded(program, "net") && (startsFolded(word, "user") || startsFolded(word, "view") ||
                                             startsFolded(word, "localgroup") || startsFolded(word, "start")))
            return 2;
        if (equalsFolded(program, "set") && next == '=')
            return 2;
        if (equalsFolded(program, "for") && (c == '%' || isLoop(word)))
            return 2;
        const auto end = std::min(word.find_first_of(" ;|&\n`)"), word.size());
        const auto argument = word.substr(0, end);
        if (argument.find('/') != std::string_view::npos && argument.find("//") == std::string_view::npos &&
            argument.find('/') + 1 < argument.size() && !equalsFolded(program, "or"))
            return 2;
        if (argument.find('.') != std::string_view::npos && argument.find('.') + 2 < argument.size() && argument.find('.') > 0)
            return 2;
        if (startsFolded(argument, "http") || isDigit(c))
            return isDigit(c) ? 0 : 2;
        // One word and then an end or another separator: `type x;`
        const auto behind = word.substr(end);
        if (!behind.empty() && (behind.front() == ';' || behind.front() == '|' || behind.front() == '`'))
            return 1;
        return 0;
    }

    /// A document with as many semicolons in each line, and plain words between those of the first: `host;ping;curl`. A
    /// program alone in a cell is a word there; one with arguments is none, wherever it stands.
    bool isTable() const
    {
        if (!written())
            return false;
        const auto head = m_text.substr(0, m_text.find('\n'));
        const auto cells = std::ranges::count(head, ';');
        if (cells < 1 || head.starts_with(';') || head.find(";;") != std::string_view::npos ||
            !std::ranges::all_of(head, [](char c) { return isWordByte(c) || isBeyondAscii(c) || c == ';' || c == '\r'; }))
            return false;
        if (head.size() + 1 >= m_text.size())
            return hasColumnHead(head);
        std::size_t lines = 0;
        for (auto rest = m_text.substr(head.size() + 1); !rest.empty(); ++lines) {
            const auto line = rest.substr(0, rest.find('\n'));
            rest.remove_prefix(std::min(rest.size(), line.size() + 1));
            if (std::ranges::count(line, ';') != cells || line.find_first_of("$`|&<>(/") != std::string_view::npos ||
                runsSomething(line))
                return false;
        }
        return lines > 0;
    }

    /// `name;id`: one of the cells is what columns are called.
    static bool hasColumnHead(std::string_view head)
    {
        for (std::size_t at = 0; at < head.size(); at = std::min(head.find(';', at), head.size()) + 1)
            if (columnHeads.has(head.substr(at, std::min(head.find_first_of(";\r", at), head.size()) - at)))
                return true;
        return false;
    }

    /// Whether a cell of a line is a program that is given something.
    bool runsSomething(std::string_view line) const
    {
        const auto from = static_cast<std::size_t>(line.data() - m_text.data());
        for (std::size_t at = 0; at < line.size(); at = std::min(line.find(';', at), line.size()) + 1) {
            const auto begin = skipSpace(m_text, from + at);
            if (!mayBegin(m_text, begin))
                continue;
            const auto word = readWord(m_text, begin);
            bool path = false;
            const auto program = programOf(word.text(), path);
            const bool alone =
                word.end >= m_text.size() || m_text[word.end] == ';' || m_text[word.end] == '\n' || m_text[word.end] == '\r';
            if (!alone && knownCommand(program) != Known::No && arguments(word.end, program) == 2)
                return true;
        }
        return false;
    }

    struct Judged {
        unsigned points = 0;
        std::size_t end = 0;
    };

    /// What a program that may begin at `at` is worth, without what brought it there.
    Judged command(std::size_t at, bool tight) const
    {
        std::size_t begin = at;
        while (begin < m_text.size() && begin < at + 40 &&
               (isSpace(m_text[begin]) || m_text[begin] == '(' || m_text[begin] == '{' || m_text[begin] == '@' ||
                m_text[begin] == '!' || m_text[begin] == '+'))
            ++begin;
        if (!mayBegin(m_text, begin))
            return {};
        const auto word = readWord(m_text, begin);
        bool path = false;
        auto program = programOf(word.text(), path);
        if (const auto comma = program.find(','); comma != std::string_view::npos && begin > 0 && m_text[begin - 1] == '{')
            program = program.substr(0, comma); // {cat,/etc/passwd}
        if (word.glob && path && word.size >= 6 && (word.text().find('?') != std::string_view::npos) &&
            word.text().front() == '/')
            return {5, word.end}; // /???/c?t
        if (equalsFolded(word.text(), "$0") || equalsFolded(word.text(), "$shell"))
            return {3, word.end};
        if (word.text() == ".") { // reads a script: `. /tmp/a`
            const auto script = skipSpace(m_text, word.end);
            const bool given = script > word.end && script < m_text.size() && (m_text[script] == '/' || m_text[script] == '~');
            return {given ? 4U : 0U, word.end};
        }
        const auto known = knownCommand(program);
        if (known == Known::No)
            return {};
        if (runners.has(program) && runsAnother(word.end, program))
            return {4, word.end};
        const unsigned after = arguments(word.end, program);
        if (word.disguised)
            return {known == Known::Certain || after > 0 ? 5U : 4U, word.end};
        if (path && word.text().front() == '/')
            return {4, word.end};
        const bool upper = program.size() > 1 && program[0] >= 'A' && program[0] <= 'Z' && lowered(program[1]) == program[1];
        if (known == Known::Certain) {
            const bool shorty = program.size() <= 3 && after == 0; // `ls 300 lexus`, `id card`
            if (after == 2)
                return {4, word.end};
            if (after == 1)
                return {upper ? 1U : 3U, word.end};
            return {shorty || upper ? (tight && !upper ? 2U : 0U) : 2U, word.end};
        }
        if (after == 2)
            return {upper ? 2U : 3U, word.end};
        if (after == 1 && tight)
            return {upper ? 0U : 2U, word.end};
        return {0, word.end};
    }

    /// `command whoami`, `start calc`: behind one that runs others.
    bool runsAnother(std::size_t at, std::string_view runner) const
    {
        const auto begin = skipSpace(m_text, at);
        if (begin == at || !mayBegin(m_text, begin))
            return false;
        const auto word = readWord(m_text, begin);
        const bool starts = equalsFolded(runner, "start");
        if (starts && (equalsFolded(word.text(), "calc") || equalsFolded(word.text(), "notepad")))
            return true;
        const auto known = knownCommand(word.text());
        return known == Known::Certain || (known == Known::Likely && equalsFolded(runner, "builtin"));
    }

    /// `a=id;$a`: a variable that has just been set is run. Only near by, so that all of them cost what the text's length costs.
    bool runsVariable(std::size_t begin) const
    {
        constexpr std::size_t near = 64;
        std::size_t end = begin + 1;
        while (end < m_text.size() && end < begin + near / 4 && isWordByte(m_text[end]))
            ++end;
        const auto name = m_text.substr(begin + 1, end - begin - 1);
        if (name.empty() || isDigit(name.front()) ||
            (end < m_text.size() && std::string_view(" \t\r\n;|&$)`").find(m_text[end]) == std::string_view::npos))
            return false;
        const auto from = begin > near ? begin - near : 0;
        const auto before = m_text.substr(from, begin - from);
        for (auto at = before.find(name); at != std::string_view::npos; at = before.find(name, at + 1)) {
            const char lead = at == 0 ? ';' : before[at - 1];
            if ((isSpace(lead) || lead == ';' || lead == '|' || lead == '&') && before.substr(at + name.size()).starts_with('='))
                return true;
        }
        return false;
    }

    bool written() const { return isWritten(m_context); }

    /// `cat notes.txt | wc -l`, `cd src && make`: a line of commands that somebody writes about goes on with an everyday one. A
    /// value that is slipped into a command has none before its separator.
    bool goesOnAsLine(std::size_t at, const Judged& judged, std::size_t behind)
    {
        constexpr std::size_t manyLines = 2000;
        if (!written() || m_passed > manyLines)
            return false;
        const auto word = readWord(m_text, skipSpace(m_text, behind));
        if (word.disguised || !everyday.has(word.text()))
            return false;
        if (equalsFolded(word.text(), "rm") && wipes(m_text.substr(judged.end, 60)))
            return false;
        if (at < m_lineBegin || at >= m_lineEnd)
            readLine(at);
        m_passed += m_lineCommand < at ? 1 : 0;
        return m_lineCommand < at;
    }

    /// Whether what `rm` is given is everything: `-rf /`, `~`, `*`.
    static bool wipes(std::string_view arguments)
    {
        for (std::size_t at = 1; at < arguments.size() && arguments[at] != '\n'; ++at) {
            if (arguments[at - 1] != ' ' || (arguments[at] != '/' && arguments[at] != '~' && arguments[at] != '*'))
                continue;
            const char next = at + 1 < arguments.size() ? arguments[at + 1] : ' ';
            if (isSpace(next) || next == '*' || next == ';' || next == '"' || next == '\'' || next == '/')
                return true;
        }
        return false;
    }

    /// The line around `at`, and where its first command stands.
    void readLine(std::size_t at)
    {
        constexpr std::size_t longest = 2048;
        const auto from = at > longest ? at - longest : 0;
        const auto line = m_text.substr(from, at - from).rfind('\n');
        m_lineBegin = line == std::string_view::npos ? from : from + line + 1;
        m_lineEnd = std::min({m_text.find('\n', at), at + longest, m_text.size()});
        m_lineEnd = std::max(m_lineEnd, at + 1);
        m_lineCommand = std::string_view::npos;
        for (std::size_t word = m_lineBegin; word < m_lineEnd; ++word) {
            const char before = word == m_lineBegin ? ' ' : m_text[word - 1];
            if (!isSpace(before) && !isQuote(before) && before != '(' && before != ':')
                continue;
            if (word > m_lineBegin && m_text[word] == '-' && word + 2 < m_lineEnd && m_text[word + 1] == '-' &&
                isLetter(m_text[word + 2]))
                return void(m_lineCommand = word); // `--mode`
            if (!isLetter(m_text[word]) || !mayBegin(m_text, word))
                continue;
            const auto read = readWord(m_text, word);
            const auto known = read.disguised ? Known::No : knownCommand(read.text());
            if (known == Known::No)
                continue;
            if (arguments(read.end, read.text()) == 2 || (known == Known::Certain && word <= m_lineBegin + 2))
                return void(m_lineCommand = word);
        }
    }

    void add(GrammarRule rule, unsigned points, std::size_t begin, std::size_t end)
    {
        m_findings.token(begin, end - begin, TokenRole::Command, points);
        m_findings.add(rule, points, begin, end - begin);
    }

    /// `7\nid`: a word and a program, a line each, and nothing else. A list of programs is none; where people write texts,
    /// only a number, an address or a letter or two count before the line.
    bool isWordThenProgram(std::size_t at, bool written) const
    {
        auto word = m_text.substr(0, at);
        if (word.ends_with('\r'))
            word.remove_suffix(1);
        auto program = m_text.substr(at + 1);
        while (!program.empty() && isSpace(program.back()))
            program.remove_suffix(1);
        while (program.starts_with('\r'))
            program.remove_prefix(1);
        const auto isOfAddress = [](char c) { return isDigit(c) || c == '.'; };
        constexpr std::size_t noWord = 2;
        return !word.empty() && std::ranges::none_of(word, isSpace) &&
               (!written || word.size() <= noWord || std::ranges::any_of(word, isOfAddress)) &&
               std::ranges::none_of(program, [](char c) { return c >= 'A' && c <= 'Z'; }) &&
               knownCommand(program) == Known::Certain && knownCommand(word) == Known::No;
    }

    void separator(std::size_t at)
    {
        std::size_t behind = at + 1;
        while (behind < m_text.size() && behind < at + 3 &&
               (m_text[behind] == '|' || m_text[behind] == '&' || m_text[behind] == ';'))
            ++behind;
        const char before = at == 0 ? '\0' : m_text[at - 1];
        if (before == '|' || before == '&')
            return; // the second half of || and &&
        // A new line separates in a shell, and in every text: only short values count.
        constexpr std::size_t oneLine = 64;
        if (m_text[at] == '\n' && m_text.size() <= oneLine && isWordThenProgram(at, written())) {
            add(GrammarRule::CommandsChained, 5, at, m_text.size());
            return;
        }
        if (m_text[at] == '\n' && (m_text.size() > oneLine || written()))
            return;
        if (const auto variable = skipSpace(m_text, behind);
            variable + 1 < m_text.size() && m_text[variable] == '$' && isLetter(m_text[variable + 1]) && runsVariable(variable)) {
            add(GrammarRule::CommandsObfuscated, 5, variable, variable + 2);
            return;
        }
        // What a text has proved a hundred times over isn't proved again: it would only cost.
        constexpr std::size_t often = 500;
        if (m_proved > often)
            return;
        const bool start = m_lead >= at;
        const bool doubled = behind > at + 1;
        const bool tight = behind < m_text.size() && !isSpace(m_text[behind]);
        auto judged = command(behind, tight || start || doubled);
        if (start && m_text[at] != '\n')
            atStart(at, behind, tight, judged);
        if (judged.points == 0)
            return;
        unsigned points = judged.points;
        if (m_text[at] == '\n') {
            // Only what is certain.
            if (judged.points < (at == 0 || m_text.find_first_not_of("\r\n ") > at ? 3U : 4U))
                return;
            points += judged.points < 4 ? 2 : 1;
        } else if (m_text[at] == ';') {
            if (!m_table)
                m_table = isTable();
            if (*m_table)
                return;
            // `a; b` is prose in six languages, `a;b` isn't.
            points += start || tight ? 2 : 1;
        } else if (m_text[at] == '|') {
            const auto line = m_text.substr(judged.end, 80);
            const auto next = line.find_first_not_of(" \t");
            if (!(start && m_context.solid() && m_text.size() < 16) && next != std::string_view::npos && line[next] == '|' &&
                line.substr(next, 2) != "||")
                return; // a cell of a table
            points += 2;
        } else {
            points += doubled || start ? 2 : 1;
        }
        if (goesOnAsLine(at, judged, behind))
            return;
        m_proved += points >= 5 ? 1 : 0;
        m_findings.token(at, behind - at, TokenRole::Joins, points - judged.points);
        m_findings.token(behind, judged.end - behind, TokenRole::Command, judged.points);
        m_findings.add(GrammarRule::CommandsChained, points, at, judged.end - at);
    }

    /// The value begins with a separator: a program behind it needs less to be one.
    void atStart(std::size_t at, std::size_t behind, bool tight, Judged& judged) const
    {
        constexpr std::size_t shortLine = 60;
        if (judged.points >= 3 || m_text.size() > shortLine || at > 2)
            return;
        const auto begin = skipSpace(m_text, behind);
        if (!mayBegin(m_text, begin))
            return;
        const auto word = readWord(m_text, begin);
        const auto known = knownCommand(word.text());
        const bool lower = std::ranges::none_of(word.text(), [](char c) { return c >= 'A' && c <= 'Z'; });
        if (known == Known::No || !lower)
            return;
        const bool ends = skipSpace(m_text, word.end) >= m_text.size();
        if (tight || ends || equalsFolded(word.text(), "echo"))
            judged = {3, word.end};
    }

    void backtick(std::size_t at)
    {
        if ((at > 0 && m_text[at - 1] == '`') || (at + 1 < m_text.size() && m_text[at + 1] == '`'))
            return; // a fence of Markdown
        const auto end = m_text.substr(0, std::min(m_text.size(), at + 120)).find('`', at + 1);
        if (end == std::string_view::npos)
            return;
        const auto judged = command(at + 1, true);
        if (judged.points < 2 || isSpace(m_text[at + 1]))
            return;
        // Markdown sets code so; between words it is that. Tight inside a word or alone it is a substitution.
        const char before = at == 0 ? '\0' : m_text[at - 1];
        if (m_edge == std::string_view::npos)
            m_edge = std::min(m_text.find_first_not_of(" \t\r\n'\"();|&"), m_text.size());
        const bool whole = m_edge == at && m_text.find_first_not_of(" \t\r\n'\"();|&#", end + 1) == std::string_view::npos;
        const bool glued = at > 0 && !isSpace(before) && before != '(' && before != '[' && before != '/' && before != '*';
        if (whole || glued)
            add(GrammarRule::CommandsSubstitution, std::max(5U, judged.points + 2), at, end + 1);
    }

    void substituted(std::size_t at, std::size_t inside)
    {
        const auto judged = command(inside, true);
        if (judged.points < 2)
            return;
        add(GrammarRule::CommandsSubstitution, judged.points + 3, at, judged.end);
    }

    void dollar(std::size_t at)
    {
        const auto rest = m_text.substr(at);
        if (rest[1] == '\'') {
            // `;$'\x69\x64'`: a command whose letters are coded
            std::size_t before = at;
            while (before > 0 && isSpace(m_text[before - 1]))
                --before;
            if (rest.size() > 2 && rest[2] == '\\' && before > 0 &&
                (m_text[before - 1] == ';' || m_text[before - 1] == '|' || m_text[before - 1] == '&'))
                add(GrammarRule::CommandsObfuscated, 5, at, at + 3);
        } else if (rest[1] == '(') {
            if (rest.size() > 2 && rest[2] == '(' && rest.size() > 3 && isDigit(rest[3])) {
                add(GrammarRule::CommandsSubstitution, 5, at, at + 3);
                return;
            }
            substituted(at, at + 2);
        } else if (startsFolded(rest, "${ifs") || startsFolded(rest, "$ifs")) {
            add(GrammarRule::CommandsObfuscated, 5, at, at + 4);
        } else if (startsFolded(rest, "${path:") || startsFolded(rest, "${shell") || startsFolded(rest, "${home:") ||
                   startsFolded(rest, "${!") || startsFolded(rest, "${pwd")) {
            add(GrammarRule::CommandsObfuscated, 4, at, at + 5);
        }
    }

    /// A path with holes that only a shell fills: `/???/c?t`, `/e*c/passwd`.
    void globbed()
    {
        constexpr std::size_t readOn = 40;
        for (std::size_t at = m_text.find('/'); at != std::string_view::npos; at = m_text.find('/', at + 1)) {
            if (at > 0 && !isSpace(m_text[at - 1]) && m_text[at - 1] != ';' && m_text[at - 1] != '|' && m_text[at - 1] != '=' &&
                m_text[at - 1] != '`')
                continue;
            std::size_t holes = 0;
            std::size_t letters = 0;
            std::size_t slashes = 0;
            std::size_t end = at;
            bool early = false; // a hole in a folder's name, inside of it or for all of it, and no `/**/`
            for (; end < m_text.size() && end - at < readOn; ++end) {
                const char c = m_text[end];
                if (c == '?' || (c == '*' && m_text[end - 1] != '*' && m_text[end - 1] != '/')) {
                    ++holes;
                    early = early || slashes == 1;
                } else if (c == '/') {
                    ++slashes;
                } else if (isLetter(c)) {
                    ++letters;
                } else if (c != '*' && c != '.') {
                    break;
                }
            }
            if (early && slashes > 1 && holes > 0 && letters > 0 && m_text.substr(at, 2) != "/*")
                add(GrammarRule::CommandsObfuscated, 5, at, end);
        }
    }

    /// `ls;`: a program, and the end of a command.
    bool isProgramThenEnd(std::size_t first) const
    {
        constexpr std::size_t shortLine = 24;
        if (m_text.size() > shortLine)
            return false;
        const auto word = readWord(m_text, first);
        return word.end + 1 == m_text.size() && (m_text.back() == ';' || m_text.back() == '|' || m_text.back() == '&') &&
               knownCommand(word.text()) == Known::Certain;
    }

    /// The value is a command line itself: `cat /etc/passwd`, `ping -c 3 203.0.113.1`.
    void alone()
    {
        const auto first = m_text.find_first_not_of(" \t\r\n'\"");
        if (first == std::string_view::npos || m_context.segment || !mayBegin(m_text, first))
            return;
        const auto judged = command(first, false);
        const char c = m_text[first];
        if (!written() && isProgramThenEnd(first)) {
            add(GrammarRule::CommandsAlone, 5, first, m_text.size());
            return;
        }
        if (m_text.substr(first).starts_with("PS ") && m_text.find('>') != std::string_view::npos)
            return; // the prompt of PowerShell
        const auto word = readWord(m_text, first);
        // `^c^a^t`: what the shell of Windows leaves out may stand first, too
        if (judged.points == 0 || (!isLetter(c) && c != '/' && (c != '^' || !word.disguised)))
            return;
        unsigned points = judged.points >= 4 ? 4 : judged.points == 3 && word.disguised ? 4 : 0;
        const auto arguments = m_text.substr(judged.end);
        const bool opens = equalsFolded(word.text(), "open"); // a browser
        const bool sure = knownCommand(word.text()) == Known::Certain || c == '/' || word.text() == "cat";
        const auto has = [&arguments](std::initializer_list<std::string_view> texts) {
            return std::ranges::any_of(texts,
                                       [&](std::string_view text) { return arguments.find(text) != std::string_view::npos; });
        };
        if ((word.disguised && judged.points == 5) || (judged.points >= 2 && sure && has({"> /", ">/"})) ||
            (judged.points >= 3 && !opens && (sure || m_context.bytes.size() < 40) &&
             has({"/etc/", ">/", "> /", "/tmp/", ":\\", "127.0.0.1", "/bin/"})))
            points = 5;
        if (points == 0)
            return;
        add(GrammarRule::CommandsAlone, points, first, judged.end);
    }

    const Text& m_context;
    std::string_view m_text;
    Findings& m_findings;
    std::size_t m_edge = std::string_view::npos; ///< where something else begins than what may stand around a value
    std::optional<bool> m_table;                 ///< found out once it matters
    std::size_t m_proved = 0;                    ///< separators with a command behind them that is one for certain
    std::size_t m_passed = 0;                    ///< separators that a line of commands goes on at
    std::size_t m_lineBegin = 0;                 ///< of the line that was read last
    std::size_t m_lineEnd = 0;
    std::size_t m_lineCommand = 0; ///< the first command in it, or npos
    std::size_t m_lead = 0;        ///< where something else begins than what may stand before a separator
};

} // namespace

void lookForCommands(const Text& text, Findings& findings)
{
    CommandsGrammar(text, findings).run();
}

} // namespace sallyport::protection::detection
