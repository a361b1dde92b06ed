#include "backend/protection/detection/sql_lexer.h"

#include "backend/protection/detection/bytes.h"
#include "backend/protection/detection/word_table.h"

#include <algorithm>

namespace sallyport::protection::detection {

namespace {

struct KnownWord {
    std::string_view text;
    SqlWord word;
};

constexpr auto knownWords = std::to_array<KnownWord>({
    {"a", SqlWord::Article},
    {"all", SqlWord::All},
    {"all_tables", SqlWord::SystemTable},
    {"all_users", SqlWord::SystemTable},
    {"alter", SqlWord::Alter},
    {"an", SqlWord::Article},
    {"and", SqlWord::None},
    {"any", SqlWord::Prefix},
    {"ascii", SqlWord::Function},
    {"attach", SqlWord::Attach},
    {"begin", SqlWord::Begin},
    {"benchmark", SqlWord::Function},
    {"between", SqlWord::None},
    {"bin", SqlWord::Function},
    {"binary", SqlWord::Prefix},
    {"by", SqlWord::By},
    {"call", SqlWord::Call},
    {"case", SqlWord::Case},
    {"cast", SqlWord::Function},
    {"char", SqlWord::Function},
    {"char_length", SqlWord::Function},
    {"chr", SqlWord::Function},
    {"coalesce", SqlWord::Function},
    {"collate", SqlWord::Clause},
    {"concat", SqlWord::Function},
    {"concat_ws", SqlWord::Function},
    {"connection_id", SqlWord::Function},
    {"convert", SqlWord::Function},
    {"copy", SqlWord::Copy},
    {"count", SqlWord::Function},
    {"create", SqlWord::Create},
    {"current_database", SqlWord::Function},
    {"current_user", SqlWord::Constant},
    {"database", SqlWord::Object},
    {"dbms_pipe", SqlWord::SystemTable},
    {"declare", SqlWord::Declare},
    {"delete", SqlWord::Delete},
    {"desc", SqlWord::Clause},
    {"distinct", SqlWord::Distinct},
    {"distinctrow", SqlWord::Distinct},
    {"div", SqlWord::None},
    {"drop", SqlWord::Drop},
    {"dual", SqlWord::SystemTable},
    {"elt", SqlWord::Function},
    {"encode", SqlWord::Function},
    {"except", SqlWord::Union},
    {"exec", SqlWord::Exec},
    {"execute", SqlWord::Exec},
    {"exists", SqlWord::Prefix},
    {"exp", SqlWord::Function},
    {"extractvalue", SqlWord::Function},
    {"false", SqlWord::Constant},
    {"find_in_set", SqlWord::Function},
    {"floor", SqlWord::Function},
    {"for", SqlWord::Clause},
    {"from", SqlWord::From},
    {"from_base64", SqlWord::Function},
    {"function", SqlWord::Object},
    {"generate_series", SqlWord::Function},
    {"glob", SqlWord::Like},
    {"grant", SqlWord::Grant},
    {"greatest", SqlWord::Function},
    {"group", SqlWord::Group},
    {"group_concat", SqlWord::Function},
    {"having", SqlWord::Having},
    {"hex", SqlWord::Function},
    {"his", SqlWord::Article},
    {"if", SqlWord::Function},
    {"ifnull", SqlWord::Function},
    {"iif", SqlWord::Function},
    {"in", SqlWord::In},
    {"index", SqlWord::Object},
    {"information_schema", SqlWord::SystemTable},
    {"insert", SqlWord::Insert},
    {"instr", SqlWord::Function},
    {"intersect", SqlWord::Union},
    {"into", SqlWord::Into},
    {"is", SqlWord::Is},
    {"isnull", SqlWord::Function},
    {"its", SqlWord::Article},
    {"json_keys", SqlWord::Function},
    {"last_insert_id", SqlWord::Function},
    {"len", SqlWord::Function},
    {"length", SqlWord::Function},
    {"like", SqlWord::Like},
    {"limit", SqlWord::Limit},
    {"load", SqlWord::Load},
    {"load_file", SqlWord::Function},
    {"lower", SqlWord::Function},
    {"make_set", SqlWord::Function},
    {"md5", SqlWord::Function},
    {"mid", SqlWord::Function},
    {"mod", SqlWord::None},
    {"msysaccessobjects", SqlWord::SystemTable},
    {"msysobjects", SqlWord::SystemTable},
    {"my", SqlWord::Article},
    {"mysql", SqlWord::SystemTable},
    {"not", SqlWord::Not},
    {"null", SqlWord::Null},
    {"nullif", SqlWord::Function},
    {"offset", SqlWord::Clause},
    {"or", SqlWord::None},
    {"ord", SqlWord::Function},
    {"order", SqlWord::Order},
    {"our", SqlWord::Article},
    {"pg_catalog", SqlWord::SystemTable},
    {"pg_read_file", SqlWord::Function},
    {"pg_shadow", SqlWord::SystemTable},
    {"pg_sleep", SqlWord::Function},
    {"pg_tables", SqlWord::SystemTable},
    {"pg_user", SqlWord::SystemTable},
    {"pi", SqlWord::Function},
    {"pow", SqlWord::Function},
    {"procedure", SqlWord::Object},
    {"quote", SqlWord::Function},
    {"rand", SqlWord::Function},
    {"randomblob", SqlWord::Function},
    {"regexp", SqlWord::Like},
    {"repeat", SqlWord::Function},
    {"replace", SqlWord::Function},
    {"returning", SqlWord::Clause},
    {"reverse", SqlWord::Function},
    {"rlike", SqlWord::Like},
    {"role", SqlWord::Object},
    {"round", SqlWord::Function},
    {"row", SqlWord::Function},
    {"row_count", SqlWord::Function},
    {"schema", SqlWord::Object},
    {"schema_name", SqlWord::Function},
    {"select", SqlWord::Select},
    {"session_user", SqlWord::Constant},
    {"set", SqlWord::Set},
    {"sha1", SqlWord::Function},
    {"shutdown", SqlWord::Shutdown},
    {"sleep", SqlWord::Function},
    {"some", SqlWord::Article},
    {"soundex", SqlWord::Function},
    {"sounds", SqlWord::Like},
    {"sqlite_master", SqlWord::SystemTable},
    {"sqlite_schema", SqlWord::SystemTable},
    {"sqlite_version", SqlWord::Function},
    {"strcmp", SqlWord::Function},
    {"substr", SqlWord::Function},
    {"substring", SqlWord::Function},
    {"sys", SqlWord::SystemTable},
    {"syscolumns", SqlWord::SystemTable},
    {"sysdatabases", SqlWord::SystemTable},
    {"sysobjects", SqlWord::SystemTable},
    {"system_user", SqlWord::Constant},
    {"sysusers", SqlWord::SystemTable},
    {"table", SqlWord::Table},
    {"that", SqlWord::Article},
    {"the", SqlWord::Article},
    {"their", SqlWord::Article},
    {"these", SqlWord::Article},
    {"this", SqlWord::Article},
    {"those", SqlWord::Article},
    {"to_char", SqlWord::Function},
    {"top", SqlWord::Distinct},
    {"trigger", SqlWord::Object},
    {"trim", SqlWord::Function},
    {"true", SqlWord::Constant},
    {"truncate", SqlWord::Truncate},
    {"unhex", SqlWord::Function},
    {"union", SqlWord::Union},
    {"unistr", SqlWord::Function},
    {"update", SqlWord::Update},
    {"updatexml", SqlWord::Function},
    {"upper", SqlWord::Function},
    {"user", SqlWord::Object},
    {"user_name", SqlWord::Function},
    {"user_tables", SqlWord::SystemTable},
    {"utl_http", SqlWord::SystemTable},
    {"utl_inaddr", SqlWord::SystemTable},
    {"uuid", SqlWord::Function},
    {"values", SqlWord::Values},
    {"version", SqlWord::Function},
    {"view", SqlWord::Object},
    {"waitfor", SqlWord::Waitfor},
    {"where", SqlWord::Where},
    {"xor", SqlWord::None},
    {"xp_cmdshell", SqlWord::Function},
    {"your", SqlWord::Article},
});

constexpr auto knownTable = [] {
    std::array<std::string_view, knownWords.size()> words{};
    std::ranges::transform(knownWords, words.begin(), &KnownWord::text);
    return WordTable<knownWords.size()>(words);
}();

} // namespace

SqlWord sqlWord(std::string_view word) noexcept
{
    const auto found = knownTable.find(word);
    return found != knownTable.none ? knownWords[found].word : SqlWord::None;
}

std::size_t SqlLexer::next(std::size_t kept)
{
    if (atEnd())
        return 0;
    kept = std::min(kept, m_count);
    std::copy(m_tokens.begin() + static_cast<std::ptrdiff_t>(m_count - kept),
              m_tokens.begin() + static_cast<std::ptrdiff_t>(m_count), m_tokens.begin());
    m_count = kept;
    while (m_count < capacity && !atEnd()) {
        if (read(m_tokens[m_count]))
            ++m_count;
    }
    return m_count;
}

bool SqlLexer::readComment(SqlToken& token)
{
    const char c = m_text[m_at];
    const char next = m_at + 1 < m_text.size() ? m_text[m_at + 1] : '\0';
    if (c == '/' && next == '*') {
        if (m_at + 2 < m_text.size() && m_text[m_at + 2] == '!') {
            // A comment that MySQL executes: only its frame is none.
            m_at += 3;
            while (m_at < m_text.size() && isDigit(m_text[m_at]))
                ++m_at;
            m_inExecutedComment = true;
            token.kind = SqlKind::Comment;
            return true;
        }
        const auto end = m_text.find("*/", m_at + 2);
        token.kind = end == std::string_view::npos ? SqlKind::Rest : SqlKind::Comment;
        m_at = end == std::string_view::npos ? m_text.size() : end + 2;
        return true;
    }
    if (c == '*' && next == '/' && m_inExecutedComment) {
        m_inExecutedComment = false;
        m_at += 2;
        token.kind = SqlKind::Comment;
        return true;
    }
    if (c == '#' || (c == '-' && next == '-')) {
        const auto end = m_text.find('\n', m_at);
        const auto behind = end == std::string_view::npos ? m_text.size() : skipSpace(m_text, end);
        token.kind = behind >= m_text.size() ? SqlKind::Rest : SqlKind::Comment;
        m_at = behind;
        return true;
    }
    return false;
}

void SqlLexer::readNumber(SqlToken& token)
{
    token.kind = SqlKind::Number;
    const bool prefixed =
        m_text[m_at] == '0' && m_at + 1 < m_text.size() && (lowered(m_text[m_at + 1]) == 'x' || lowered(m_text[m_at + 1]) == 'b');
    if (prefixed)
        m_at += 2;
    while (m_at < m_text.size() && (isDigit(m_text[m_at]) || m_text[m_at] == '.' || (prefixed && hexDigit(m_text[m_at]) >= 0)))
        ++m_at;
    if (m_at < m_text.size() && lowered(m_text[m_at]) == 'e' && m_at + 1 < m_text.size() && isDigit(m_text[m_at + 1])) {
        ++m_at;
        while (m_at < m_text.size() && isDigit(m_text[m_at]))
            ++m_at;
    }
    if (m_at < m_text.size() && (isWordByte(m_text[m_at]) || isBeyondAscii(m_text[m_at]))) {
        // `8TRACK`, `0and`: a word unless one of SQL's follows directly.
        std::size_t end = m_at;
        while (end < m_text.size() && isWordByte(m_text[end]))
            ++end;
        const auto word = m_text.substr(m_at, end - m_at);
        if (equalsFolded(word, "and") || equalsFolded(word, "or") || sqlWord(word) == SqlWord::Union)
            return;
        m_at = end;
        while (m_at < m_text.size() && isBeyondAscii(m_text[m_at]))
            ++m_at;
        token.kind = SqlKind::Word;
    }
}

bool SqlLexer::read(SqlToken& token)
{
    while (m_at < m_text.size() && (isSpace(m_text[m_at]) || m_text[m_at] == '\0'))
        ++m_at;
    if (atEnd())
        return false;
    token = {};
    const std::size_t start = m_at;
    token.offset = static_cast<std::uint32_t>(start);
    const char c = m_text[m_at];
    token.first = c;
    const char next = m_at + 1 < m_text.size() ? m_text[m_at + 1] : '\0';
    const auto single = [&](SqlKind kind, std::size_t bytes = 1) {
        token.kind = kind;
        m_at += bytes;
    };
    if (readComment(token)) {
        // done
    } else if (isDigit(c) || (c == '.' && isDigit(next))) {
        readNumber(token);
    } else if (isWordByte(c) || isBeyondAscii(c)) {
        while (m_at < m_text.size() && (isWordByte(m_text[m_at]) || isBeyondAscii(m_text[m_at]) || m_text[m_at] == '$'))
            ++m_at;
        const auto word = m_text.substr(start, m_at - start);
        token.word = sqlWord(word);
        token.kind = token.word == SqlWord::None || token.word == SqlWord::Article ? SqlKind::Word : SqlKind::Keyword;
        if (equalsFolded(word, "and") || equalsFolded(word, "or") || equalsFolded(word, "xor"))
            token.kind = SqlKind::Logic;
        else if (equalsFolded(word, "div") || equalsFolded(word, "mod"))
            token.kind = SqlKind::Operator;
        else if (token.word == SqlWord::Like || token.word == SqlWord::Is || token.word == SqlWord::In ||
                 equalsFolded(word, "between"))
            token.kind = SqlKind::Compare;
    } else if (isQuote(c)) {
        token.quotes = m_quotes[slot(c)];
        m_quotes[slot(c)] ^= 1U;
        single(SqlKind::Quote);
    } else if (c == '\\' && isQuote(next)) {
        token.quotes = m_quotes[slot(next)];
        m_quotes[slot(next)] ^= 1U;
        token.first = next;
        single(SqlKind::Quote, 2);
    } else if (c == '@') {
        ++m_at;
        while (m_at < m_text.size() && (isWordByte(m_text[m_at]) || m_text[m_at] == '@'))
            ++m_at;
        token.kind = SqlKind::Variable;
    } else if ((c == '|' && next == '|') || (c == '&' && next == '&')) {
        single(SqlKind::Logic, 2);
    } else if (c == '<' || c == '>' || c == '=' || (c == '!' && (next == '=' || next == '<' || next == '>'))) {
        const bool shift = (c == '<' || c == '>') && next == c;
        std::size_t bytes = 1;
        while (bytes < 3 && m_at + bytes < m_text.size() &&
               (m_text[m_at + bytes] == '=' || m_text[m_at + bytes] == '>' || m_text[m_at + bytes] == '<'))
            ++bytes;
        single(shift ? SqlKind::Operator : SqlKind::Compare, bytes);
    } else if (c == ':' && (next == ':' || next == '=')) {
        single(SqlKind::Operator, 2);
    } else if (c == '+' || c == '-' || c == '*' || c == '/' || c == '%' || c == '^' || c == '|' || c == '&' || c == '~' ||
               c == '!') {
        single(SqlKind::Operator);
    } else {
        single(c == '('   ? SqlKind::Open
               : c == ')' ? SqlKind::Close
               : c == ',' ? SqlKind::Comma
               : c == ';' ? SqlKind::Semicolon
               : c == '.' ? SqlKind::Dot
                          : SqlKind::Other);
    }
    token.length = static_cast<std::uint32_t>(m_at - start);
    return true;
}

} // namespace sallyport::protection::detection
