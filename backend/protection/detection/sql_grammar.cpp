#include "backend/protection/detection/findings.h"
#include "backend/protection/detection/sql_reader.h"
#include "backend/protection/detection/sql_script.h"

#include <algorithm>

namespace sallyport::protection::detection {

namespace {

/// Tokens that stay in the buffer when it is filled anew: what begins at its end is read whole.
constexpr std::size_t overlap = 64;

class SqlGrammar {
public:
    SqlGrammar(const Text& text, Findings& findings, SqlLexer& lexer) : m_text(text), m_findings(findings), m_lexer(lexer) {}

    void run()
    {
        bool first = true;
        for (std::size_t kept = 0;; kept = overlap) {
            const std::size_t count = m_lexer.next(kept);
            if (count == 0)
                return;
            const SqlReader reader(m_text.bytes, std::span(m_lexer.tokens()).first(count));
            const bool last = m_lexer.atEnd();
            const std::size_t stop = last ? count : count - overlap;
            if (first) {
                if ((last && isOfEquations(reader)) || isOfPrimes(m_text.bytes))
                    return;
                m_script = isScript(m_text, reader);
                fromStart(reader);
                if (last)
                    quotedOperator(reader);
            }
            for (std::size_t i = 0; i < stop; ++i)
                at(reader, i, first);
            first = false;
            if (last)
                return;
        }
    }

private:
    std::size_t endOf(const SqlReader& reader, std::size_t token) const
    {
        if (token == 0 || reader.size() == 0)
            return m_text.bytes.size();
        const auto& before = reader.at(std::min(token, reader.size()) - 1);
        return before.offset + before.length;
    }

    void add(const SqlReader& reader, GrammarRule rule, std::size_t points, std::size_t from, std::size_t to)
    {
        const std::size_t offset = reader.at(from).offset;
        m_findings.add(rule, points, offset, std::max<std::size_t>(endOf(reader, to), offset + 1) - offset);
    }

    /// The same points, a token each, for the tester.
    void tokens(const SqlReader& reader, std::size_t from, const SqlExpression& expression, unsigned forCondition)
    {
        if (!m_findings.wantsTokens())
            return;
        bool joined = false;
        for (std::size_t i = from; i < std::min(expression.end + 1, reader.size()); ++i) {
            const auto& token = reader.at(i);
            TokenRole role = TokenRole::Name;
            std::uint32_t points = 0;
            switch (token.kind) {
            case SqlKind::Quote:
                role = i == from ? TokenRole::ClosesText : TokenRole::Text;
                points = i == from ? 2 : 0;
                break;
            case SqlKind::Logic:
                role = TokenRole::Joins;
                points = joined ? 0 : 1;
                joined = true;
                break;
            case SqlKind::Compare:
                role = expression.constants > 0 ? TokenRole::AlwaysTrue : TokenRole::Operator;
                points = forCondition;
                forCondition = 0;
                break;
            case SqlKind::Rest:
                role = TokenRole::CutsTheRest;
                points = 2;
                break;
            case SqlKind::Number: role = TokenRole::Number; break;
            case SqlKind::Keyword: role = token.word == SqlWord::Function ? TokenRole::Function : TokenRole::Keyword; break;
            case SqlKind::Variable: role = TokenRole::Variable; break;
            case SqlKind::Word: break;
            default: role = TokenRole::Operator;
            }
            m_findings.token(token.offset, token.length, role, points);
        }
    }

    /// What an expression gives beside the way in.
    static unsigned strength(const SqlExpression& expression, bool afterQuote, bool wholeQuotes)
    {
        unsigned points = expression.logic > 0 ? 1 : 0;
        const bool broken = expression.ending == SqlEnd::Broken;
        if (expression.constants > 0 && expression.logic > 0)
            points += 4;
        else if (expression.constants > 0)
            points += broken ? 0 : 2;
        else if (expression.compares > 0 && !broken)
            points += afterQuote ? (expression.openedByLogic ? 3 : 2) : (expression.logic > 0 ? 2 : 0);
        if (expression.functions > 0)
            points += 3;
        if (expression.selects > 0)
            points += 4;
        if (expression.ending == SqlEnd::Rest && (expression.operators > 0 || afterQuote))
            points += 2;
        if (afterQuote && expression.ending == SqlEnd::OpenQuote && wholeQuotes)
            points += expression.openedByLogic && expression.compares + expression.constants == 0 ? 2 : 1;
        return points;
    }

    /// The value goes on inside a condition: `1 or 1=1`, `-1 and sleep(5)`, `(x)+0 and 8=3`.
    void fromStart(const SqlReader& reader)
    {
        const auto expression = reader.expression(0, true);
        if (expression.operators == 0 || isSentenceOfNumbers(reader, expression))
            return;
        unsigned points = strength(expression, false, false);
        if (expression.selects > 0)
            points = std::max(points, 5U);
        else if (expression.logic == 0) // `5-3=2`, `now()-1`: sums are no attack
            points = expression.functions > 0 && expression.ending == SqlEnd::Rest ? points : std::min(points, 4U);
        if (expression.ending == SqlEnd::Rest && expression.logic > 0 && points < 5 && startsAsOperand(reader) &&
            restLength(reader, expression.end) <= 3)
            points = 5;
        const bool broken = expression.ending == SqlEnd::Broken;
        if (points < 3 || (broken && expression.constants + expression.functions + expression.selects == 0))
            return;
        const auto rule =
            expression.constants > 0 && expression.logic > 0 ? GrammarRule::SqlAlwaysTrue : GrammarRule::SqlCondition;
        tokens(reader, 0, expression, expression.constants > 0 ? 4 : 2);
        add(reader, rule, points, 0, expression.end + (expression.ending == SqlEnd::Rest ? 1 : 0));
    }

    /// `2*3=6 and 4=4`: equations, and the first one is reckoned. What goes on in a condition begins with a value.
    static bool isOfEquations(const SqlReader& reader)
    {
        bool reckoned = false;
        std::size_t i = 0;
        const auto sum = [&] {
            while (reader.is(i, SqlKind::Number) && reader.is(i + 1, SqlKind::Operator)) {
                reckoned = true;
                i += 2;
            }
            return reader.is(i++, SqlKind::Number);
        };
        for (;; ++i) {
            if (!sum() || !reader.is(i++, SqlKind::Compare) || !sum() || !reckoned)
                return false;
            if (i >= reader.size())
                return true;
            if (!reader.is(i, SqlKind::Logic) || !equalsFolded(reader.text(i), "and"))
                return false;
        }
    }

    /// `x' = 1 and y' = 1`, `y'' + y' = 0`: derivatives and complements, each a letter with its primes. No text of SQL ends at
    /// such a quote and goes on so that the statement around has as many quotes as it needs.
    static bool isOfPrimes(std::string_view bytes)
    {
        constexpr std::size_t longest = 160;
        if (bytes.size() > longest || bytes.find_first_of("\"`#;\\") != std::string_view::npos ||
            bytes.find("--") != std::string_view::npos || bytes.find("/*") != std::string_view::npos)
            return false;
        std::size_t primes = 0;
        for (auto at = bytes.find('\''); at != std::string_view::npos; at = bytes.find('\'', at + 1), ++primes) {
            const char before = at == 0 ? ' ' : bytes[at - 1];
            const bool letter = isLetter(before) && (at < 2 || (!isLetter(bytes[at - 2]) && bytes[at - 2] != '\''));
            if (!letter && before != ')' && (before != '\'' || primes == 0))
                return false;
            const auto behind = skipSpace(bytes, std::min(bytes.find_first_not_of('\'', at), bytes.size()));
            constexpr std::string_view reckons = "=+-*/(<>,";
            if (primes == 0 && (behind >= bytes.size() || reckons.find(bytes[behind]) == std::string_view::npos))
                return false;
        }
        return primes > 1;
    }

    /// Two numbers, and which of them is the greater: `1 < 2`.
    static bool saysWhichIsGreater(const SqlReader& reader, std::size_t i)
    {
        if (!reader.is(i, SqlKind::Number) || !reader.is(i + 1, SqlKind::Compare) || !reader.is(i + 2, SqlKind::Number))
            return false;
        const std::string_view sign = reader.text(i + 1);
        return sign.starts_with('<') != sign.starts_with('>') && sign != "<>";
    }

    /// `1 < 2 and 3 > 2`: nothing but such.
    bool isSentenceOfNumbers(const SqlReader& reader, const SqlExpression& expression) const
    {
        if (expression.functions + expression.selects > 0)
            return false;
        for (std::size_t i = 0; saysWhichIsGreater(reader, i); i += 4)
            if (i + 3 >= expression.end || !reader.is(i + 3, SqlKind::Logic))
                return i > 0 && i + 3 >= expression.end;
        return false;
    }

    bool startsAsOperand(const SqlReader& reader) const
    {
        return reader.is(0, SqlKind::Open) || reader.is(0, SqlKind::Number) || reader.is(0, SqlKind::Operator) ||
               reader.is(0, SqlKind::Variable) || (reader.is(0, SqlKind::Logic) && reader.is(1, SqlKind::Number));
    }

    /// A number in brackets that the text around is reckoned with: `'-(1)-'`.
    static bool isQuotedSum(const SqlReader& reader)
    {
        constexpr auto kinds = std::to_array<SqlKind>({SqlKind::Quote, SqlKind::Operator, SqlKind::Open, SqlKind::Number,
                                                       SqlKind::Close, SqlKind::Operator, SqlKind::Quote});
        if (reader.size() != kinds.size() || reader.at(0).first != reader.at(kinds.size() - 1).first)
            return false;
        for (std::size_t i = 0; i < kinds.size(); ++i)
            if (!reader.is(i, kinds[i]))
                return false;
        return true;
    }

    /// Nothing but an operator between two quotes that belong to the text around: `' >= '`, `'||'`.
    void quotedOperator(const SqlReader& reader)
    {
        const std::size_t count = reader.size();
        if (isQuotedSum(reader)) {
            add(reader, GrammarRule::SqlQuotedOperator, 5, 0, count);
            return;
        }
        if (count < 3 || count > 5 || !reader.is(0, SqlKind::Quote) || !reader.is(count - 1, SqlKind::Quote) ||
            reader.at(0).first != reader.at(count - 1).first)
            return;
        for (std::size_t i = 1; i + 1 < count; ++i) {
            if (!reader.is(i, SqlKind::Operator) && !reader.is(i, SqlKind::Compare) && !reader.is(i, SqlKind::Logic) &&
                !reader.isWord(i, SqlWord::Not))
                return;
        }
        add(reader, GrammarRule::SqlQuotedOperator, 5, 0, count);
    }

    /// An operator that is spoken of: `the 'or' operator`, `the '--' option`.
    bool isSpokenOf(const SqlReader& reader, std::size_t quote) const
    {
        constexpr std::size_t longest = 5;
        const auto& token = reader.at(quote);
        const auto bytes = m_text.bytes;
        if (token.offset > 0 && !isSpace(bytes[token.offset - 1]))
            return false;
        const auto close = bytes.find(token.first, token.offset + 1);
        if (close == std::string_view::npos || close - token.offset > longest || close + 3 >= bytes.size() ||
            bytes[close + 1] != ' ')
            return false;
        const auto word = bytes.substr(token.offset + 1, close - token.offset - 1);
        return std::ranges::none_of(word, isSpace) && std::ranges::none_of(word, isDigit) && isLetter(bytes[close + 2]) &&
               isLetter(bytes[close + 3]);
    }

    void breakout(const SqlReader& reader, std::size_t i)
    {
        const auto& quote = reader.at(i);
        std::size_t next = reader.skip(i + 1, SqlKind::Close, SqlKind::Comment);
        const bool wholeQuotes = m_lexer.quotesInAll(quote.first) == 0;
        if (next >= reader.size() || isSpokenOf(reader, i))
            return;
        const auto& token = reader.at(next);
        if (token.kind == SqlKind::Rest) {
            cut(reader, i, next);
            return;
        }
        if (token.kind == SqlKind::Semicolon) {
            const auto behind = reader.skipComments(next + 1);
            std::size_t rest = behind;
            while (rest < behind + 10 && rest < reader.size() && !reader.is(rest, SqlKind::Rest))
                ++rest;
            if (reader.is(rest, SqlKind::Rest) && restLength(reader, rest) <= 3 && !isByline(reader, i, rest))
                add(reader, GrammarRule::SqlCut, 5, i, rest + 1);
            return;
        }
        const bool clause = token.kind == SqlKind::Keyword && token.word != SqlWord::Not;
        if (clause) {
            clauseAfter(reader, i, next);
            return;
        }
        if (token.kind != SqlKind::Logic && token.kind != SqlKind::Compare && token.kind != SqlKind::Operator &&
            token.kind != SqlKind::Comma && token.word != SqlWord::Not)
            return;
        // Each quote of `'||'||'||..` has the rest of them behind it: what all read together is bounded.
        // Behind very many they are read shortly: `or 1=1` still is seen.
        constexpr unsigned many = 10000;
        const bool far = ++m_read <= many;
        // `'||'||'`: texts that are put together. Behind so many it is no news; an and/or further on is seen for itself.
        const bool joinsTexts = token.kind == SqlKind::Operator || (token.kind == SqlKind::Logic && token.first == '|');
        if (!far && joinsTexts && reader.is(next + 1, SqlKind::Quote))
            return;
        const auto expression = reader.expression(next, false, far && m_budget > 0 ? SqlReader::farthestOperators : far ? 4 : 2);
        m_budget -= std::min(m_budget, expression.end - next);
        if (expression.operators == 0)
            return;
        unsigned given = strength(expression, true, wholeQuotes);
        if (expression.operators == 1 && expression.ending == SqlEnd::OpenQuote && wholeQuotes && token.first == '+' &&
            reader.is(next + 1, SqlKind::Quote))
            given = 3;                                                              // `1'+'1`: the text is put together again
        const bool word = token.kind == SqlKind::Operator && isLetter(token.first); // div, mod
        if (word && expression.operators == 1 && !beginsPhrase(reader, i) &&
            (expression.ending == SqlEnd::Rest || (expression.ending == SqlEnd::OpenQuote && wholeQuotes)))
            given = 3;
        const bool list = token.kind == SqlKind::Comma;
        // `"a", "b" -- c` and `'a' = 'b'` are lists and code; a way out of the text has more to show.
        if (given < 2 || (list && expression.functions + expression.selects == 0 && expression.ending != SqlEnd::Rest))
            return;
        const bool strong = expression.functions + expression.selects > 0 || (expression.constants > 0 && expression.logic > 0);
        if (!strong && !expression.openedByLogic) {
            if (opens(reader, i))
                return;
            if (spaceBefore(reader, i) && given > 0)
                --given;
        }
        const unsigned points = given + (list && expression.functions + expression.selects == 0 ? 0 : 2);
        const auto rule =
            expression.constants > 0 && expression.logic > 0 ? GrammarRule::SqlAlwaysTrue : GrammarRule::SqlBreakout;
        tokens(reader, i, expression, expression.constants > 0 ? 4 : 3);
        add(reader, rule, points, i, expression.end + (expression.ending == SqlEnd::Rest ? 1 : 0));
        if (expression.ending == SqlEnd::Clause && points < 5)
            clauseAfter(reader, i, expression.end);
    }

    /// Whether a quote rather opens a text than closes one: behind `(`, `=`, `,` and the like it does in every language.
    bool opens(const SqlReader& reader, std::size_t quote) const
    {
        std::size_t before = reader.at(quote).offset;
        while (before > 0 && isSpace(m_text.bytes[before - 1]))
            --before;
        if (before == 0)
            return false;
        constexpr std::string_view openers = "(=,[:+{<>!;&|?`"; // a backtick: code of Markdown begins there
        return openers.find(m_text.bytes[before - 1]) != std::string_view::npos;
    }
    /// Rather the beginning of a quoted text, `the button "Create table"`, than the end of one.
    bool beginsPhrase(const SqlReader& reader, std::size_t quote) const
    {
        if (opens(reader, quote))
            return true;
        const auto& token = reader.at(quote);
        return token.quotes == 0 && m_lexer.quotesInAll(token.first) == 0 &&
               (token.offset == 0 || isSpace(m_text.bytes[token.offset - 1]));
    }
    bool spaceBefore(const SqlReader& reader, std::size_t quote) const
    {
        const std::size_t at = reader.at(quote).offset;
        return at > 1 && isSpace(m_text.bytes[at - 1]);
    }
    /// `12" --`: inches and feet behind other words are no text that ends.
    bool isMeasure(const SqlReader& reader, std::size_t quote) const
    {
        const std::size_t at = reader.at(quote).offset;
        return at > 0 && isDigit(m_text.bytes[at - 1]) && m_space < at;
    }

    std::size_t restLength(const SqlReader& reader, std::size_t rest) const
    {
        const auto& token = reader.at(rest);
        auto bytes = m_text.bytes.substr(token.offset, token.length);
        while (!bytes.empty() && (bytes.front() == '-' || bytes.front() == '#' || bytes.front() == '/' || bytes.front() == '*'))
            bytes.remove_prefix(1);
        while (!bytes.empty() &&
               (isSpace(bytes.front()) || bytes.front() == '+' || bytes.front() == '-' || bytes.front() == '\0'))
            bytes.remove_prefix(1);
        return bytes.size();
    }

    /// Whoever said it, behind a dash of two hyphens: `I said 'bye' -- Kim`. The quote closes a second one there, in a sentence.
    bool isByline(const SqlReader& reader, std::size_t quote, std::size_t rest) const
    {
        const auto& token = reader.at(rest);
        const auto line = m_text.bytes.substr(token.offset, token.length);
        const auto& closing = reader.at(quote);
        constexpr std::size_t dashes = 3; // with the space
        if (line.size() < dashes + 2 || !line.starts_with("-- ") || m_space >= closing.offset ||
            m_text.bytes.find(closing.first) >= closing.offset)
            return false;
        const auto name = line.substr(dashes);
        return (isBeyondAscii(name.front()) || (isLetter(name.front()) && lowered(name.front()) != name.front())) &&
               std::ranges::all_of(name, [](char c) { return isLetter(c) || isBeyondAscii(c); });
    }

    /// The text is closed and a comment swallows what follows: `admin' --`.
    void cut(const SqlReader& reader, std::size_t i, std::size_t rest)
    {
        const std::size_t left = restLength(reader, rest);
        const bool hash = reader.at(rest).first == '#';
        if (left > (hash ? 1U : 8U) || isMeasure(reader, i) || opens(reader, i) || isByline(reader, i, rest))
            return;
        m_findings.token(reader.at(i).offset, 1, TokenRole::ClosesText, 2);
        m_findings.token(reader.at(rest).offset, reader.at(rest).length, TokenRole::CutsTheRest, 3);
        add(reader, GrammarRule::SqlCut, 5, i, rest + 1);
    }

    void clauseAfter(const SqlReader& reader, std::size_t from, std::size_t i)
    {
        const auto word = reader.at(i).word;
        const auto next = reader.skipComments(i + 1);
        if ((word == SqlWord::Order || word == SqlWord::Group) && reader.isWord(next, SqlWord::By)) {
            const auto what = reader.skip(next + 1, SqlKind::Open, SqlKind::Comment);
            if (reader.is(what, SqlKind::Number) || reader.isWord(what, SqlWord::Function) || reader.isName(what))
                add(reader, GrammarRule::SqlOrderBy, reader.is(what, SqlKind::Word) ? 4 : 5, from, what + 1);
        } else if (word == SqlWord::Having || word == SqlWord::Where) {
            const auto condition = reader.expression(next, true);
            if (condition.compares + condition.constants > 0)
                add(reader, GrammarRule::SqlCondition, 5, from, condition.end);
        } else if (word == SqlWord::Limit && reader.is(next, SqlKind::Number)) {
            add(reader, GrammarRule::SqlOrderBy, 5, from, next + 1);
        } else if (word == SqlWord::Into &&
                   (startsFolded(reader.text(next), "outfile") || startsFolded(reader.text(next), "dumpfile"))) {
            add(reader, GrammarRule::SqlStacked, 5, from, next + 1);
        } else if (word == SqlWord::Is) {
            if (reader.isWord(next, SqlWord::Null) || reader.isWord(next, SqlWord::Not))
                add(reader, GrammarRule::SqlCondition, 4, from, next + 1);
        } else if (word == SqlWord::Clause && equalsFolded(reader.text(i), "collate") && reader.isName(next)) {
            const auto behind = reader.skipComments(next + 1);
            if (reader.is(behind, SqlKind::Logic) || reader.is(behind, SqlKind::Compare) || reader.is(behind, SqlKind::Rest))
                add(reader, GrammarRule::SqlCondition, 5, from, behind + 1);
        } else if (beginsPhrase(reader, from)) {
            return; // what a statement in it is worth is found where it begins
        } else if (const auto points = reader.statement(i, true); points >= 3) {
            add(reader, GrammarRule::SqlStacked, points + 1, from, next + 1);
        }
    }

    void at(const SqlReader& reader, std::size_t i, bool first)
    {
        const auto& token = reader.at(i);
        if (token.kind == SqlKind::Quote) {
            if (token.quotes == 0 && token.first != '`')
                breakout(reader, i);
            return;
        }
        if (token.kind == SqlKind::Logic) {
            always(reader, i);
            return;
        }
        if (token.kind != SqlKind::Keyword)
            return;
        if (token.word == SqlWord::Union) {
            if (const auto points = reader.unionSelect(i); points > 0) {
                if (m_findings.wantsTokens()) {
                    m_findings.token(token.offset, token.length, TokenRole::Joins, 1);
                    m_findings.token(reader.at(i + 1).offset, reader.at(i + 1).length, TokenRole::Keyword, points - 1);
                }
                add(reader, GrammarRule::SqlUnion, points, i, std::min(i + 4, reader.size()));
            }
            return;
        }
        if (token.word == SqlWord::Exec && reader.is(i - 1, SqlKind::Dot))
            return; // `cursor.execute("..")` is a program's
        const std::size_t before = i;
        const bool start = first && i == 0;
        const bool stacked =
            before > 0 && (reader.is(before - 1, SqlKind::Semicolon) || reader.is(before - 1, SqlKind::Comment) ||
                           (reader.is(before - 1, SqlKind::Quote) && !beginsPhrase(reader, before - 1)));
        const bool likely = start || stacked ||
                            (before > 0 && (reader.is(before - 1, SqlKind::Open) || reader.is(before - 1, SqlKind::Close) ||
                                            reader.is(before - 1, SqlKind::Operator) || reader.is(before - 1, SqlKind::Logic)));
        if (token.word == SqlWord::Having) {
            const auto condition = reader.expression(i + 1, true);
            if (condition.constants > 0 && condition.ending != SqlEnd::Broken)
                add(reader, GrammarRule::SqlCondition, 5, i, condition.end);
        }
        if (token.word == SqlWord::Order || token.word == SqlWord::Group || token.word == SqlWord::Having) {
            // Straight behind the number that the statement expected: `1 order by 10`.
            if (first && i > 0 && ((i <= 2 && reader.is(i - 1, SqlKind::Number)) || (i <= 3 && reader.is(i - 1, SqlKind::Close))))
                clauseAfter(reader, i - 1, i);
            return;
        }
        if (token.word == SqlWord::Select) {
            if (const auto points = reader.select(i, likely); points >= 3)
                add(reader, GrammarRule::SqlStatement, shownOnly(points), i, std::min(i + 4, reader.size()));
            return;
        }
        if (const auto points = reader.statement(i, start || stacked); points >= 3) {
            m_findings.token(token.offset, token.length, TokenRole::Keyword, points);
            add(reader, stacked ? GrammarRule::SqlStacked : GrammarRule::SqlStatement, shownOnly(points), i,
                std::min(i + 3, reader.size()));
        }
    }

    /// What a statement of a script is worth: a hint.
    unsigned shownOnly(unsigned points) const { return m_script ? std::min(points, 3U) : points; }

    bool behindComma(const SqlReader& reader, std::size_t i) const
    {
        std::size_t before = reader.at(i).offset;
        while (before > 0 && isSpace(m_text.bytes[before - 1]))
            --before;
        return before > 0 && m_text.bytes[before - 1] == ',';
    }

    /// Such a comparison before the and/or at `i`, at the begin or behind a word: `since 1 < 2 and ..`. What goes on in a
    /// condition has a value there, or the end of one.
    bool comparesAsSentence(const SqlReader& reader, std::size_t i) const
    {
        return i >= 3 && saysWhichIsGreater(reader, i - 3) && (i == 3 || reader.is(i - 4, SqlKind::Word));
    }

    /// `I <3 you and 1 < 2`: behind words of a text a comparison that is set apart by spaces.
    bool goesOnInWords(const SqlReader& reader, std::size_t i) const
    {
        constexpr std::size_t few = 3;
        if (!isWritten(m_text) || i < few || !reader.is(i - 1, SqlKind::Word) || !reader.is(0, SqlKind::Word) ||
            !saysWhichIsGreater(reader, i + 1))
            return false;
        const auto& compare = reader.at(i + 2);
        return isSpace(m_text.bytes[compare.offset - 1]) && isSpace(m_text.bytes[compare.offset + compare.length]);
    }

    /// No condition of SQL goes on there, but a sentence does: `.., and 5 > 3`, and `&& 2 < 4` behind that.
    bool goesOnAsSentence(const SqlReader& reader, std::size_t i) const
    {
        constexpr int most = 4; // comparisons in a row
        for (int step = 0; step < most; ++step) {
            if (behindComma(reader, i) || comparesAsSentence(reader, i) || goesOnInWords(reader, i))
                return true;
            const bool compared = i >= 4 && reader.is(i - 1, SqlKind::Number) && reader.is(i - 2, SqlKind::Compare) &&
                                  reader.is(i - 3, SqlKind::Number) && reader.is(i - 4, SqlKind::Logic);
            if (!compared)
                return false;
            i -= 4;
        }
        return false;
    }

    /// and/or before two constants that are compared, wherever it stands.
    void always(const SqlReader& reader, std::size_t i)
    {
        if (goesOnAsSentence(reader, i))
            return;
        std::size_t left = reader.skip(i + 1, SqlKind::Open, SqlKind::Comment);
        if (!reader.is(left, SqlKind::Number))
            return;
        const std::size_t compare = reader.skip(left + 1, SqlKind::Close, SqlKind::Comment);
        if (!reader.is(compare, SqlKind::Compare))
            return;
        const std::size_t right = reader.skip(compare + 1, SqlKind::Open, SqlKind::Comment);
        if (!reader.is(right, SqlKind::Number))
            return;
        add(reader, GrammarRule::SqlAlwaysTrue, 5, i, right + 1);
    }

    const Text& m_text;
    Findings& m_findings;
    SqlLexer& m_lexer;
    unsigned m_read = 0;                                   ///< quotes behind which an expression was read
    bool m_script = false;                                 ///< the text is one of statements that somebody shows
    std::size_t m_budget = 4096 + m_text.bytes.size() / 8; ///< tokens that expressions behind quotes may have, read to the end
    const std::size_t m_space = m_text.bytes.find(' ');    ///< the first one
};

/// `select.shop@example.org`: an e-mail address of letters, digits and `.+-_`. No statement ends in a domain's name.
bool isMailAddress(std::string_view text)
{
    constexpr std::size_t longest = 254;
    const std::size_t at = text.find('@');
    if (text.size() > longest || at == 0 || at == std::string_view::npos)
        return false;
    const auto local = text.substr(0, at);
    const auto domain = text.substr(at + 1);
    const std::size_t dot = domain.rfind('.');
    return dot != std::string_view::npos && dot > 0 && domain.size() > dot + 2 &&
           std::ranges::all_of(local, [](char c) { return isWordByte(c) || c == '.' || c == '+' || c == '-'; }) &&
           std::ranges::all_of(domain.substr(0, dot), [](char c) { return isLetter(c) || isDigit(c) || c == '.' || c == '-'; }) &&
           std::ranges::all_of(domain.substr(dot + 1), isLetter);
}

} // namespace

void lookForSql(const Text& text, Findings& findings)
{
    if (isMailAddress(text.bytes))
        return;
    SqlLexer lexer(text.bytes);
    SqlGrammar(text, findings, lexer).run();
}

} // namespace sallyport::protection::detection
