#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace sallyport::protection::detection {

enum class SqlKind : std::uint8_t {
    Other,
    Number,
    Word,
    Keyword,
    Logic,
    Compare,
    Operator,
    Open,
    Close,
    Comma,
    Semicolon,
    Quote,
    Comment,  ///< one that ends and more follows
    Rest,     ///< one that swallows the rest
    Variable, ///< @x, @@x
    Dot,
};

/// Keywords that the grammar asks for by name; the others are only `Clause` or `Function`.
enum class SqlWord : std::uint8_t {
    None,
    Select,
    Union,
    From,
    Where,
    All,
    Distinct,
    Null,
    Not,
    By,
    Order,
    Group,
    Having,
    Limit,
    Into,
    Drop,
    Create,
    Alter,
    Truncate,
    Insert,
    Update,
    Delete,
    Exec,
    Declare,
    Set,
    Waitfor,
    Shutdown,
    Begin,
    Call,
    Copy,
    Grant,
    Load,
    Attach,
    Table,
    Values,
    Is,
    In,
    Like,
    Case,
    Constant,    ///< true, false, current_user, ...
    Prefix,      ///< binary, exists, any, ...: stands before an operand
    Clause,      ///< for, procedure, offset, ...
    Object,      ///< database, view, procedure, ...: what is created and dropped
    Function,    ///< a function that hardly anything but SQL has
    SystemTable, ///< information_schema, ...
    Article,     ///< a, the, our, ...: no name in SQL that anybody writes
};

// Without initial values: a buffer of them is made for every text.
struct SqlToken {
    std::uint32_t offset;
    std::uint32_t length;
    SqlKind kind;
    SqlWord word;
    char first;
    std::uint8_t quotes; ///< of a quote: whether an even number of its kind stands before it (bit 0)
};

/// Cuts a text into tokens of SQL, a buffer at a time. Strings stay open: a quote is a token of its own, because nobody knows yet
/// on which side of it the text around the value ends.
class SqlLexer {
public:
    static constexpr std::size_t capacity = 384;
    explicit SqlLexer(std::string_view text) : m_text(text) {}
    /// Fills the buffer; the last `kept` tokens of before stand first again. Number of tokens; 0 at the end.
    std::size_t next(std::size_t kept);
    const std::array<SqlToken, capacity>& tokens() const noexcept { return m_tokens; }
    bool atEnd() const noexcept { return m_at >= m_text.size(); }
    std::uint8_t quotesInAll(char quote) const noexcept { return m_quotes[slot(quote)]; }

private:
    static std::size_t slot(char quote) noexcept { return quote == '\'' ? 0 : quote == '"' ? 1 : 2; }
    bool read(SqlToken& token);
    bool readComment(SqlToken& token);
    void readNumber(SqlToken& token);

    std::string_view m_text;
    std::size_t m_at = 0;
    std::size_t m_count = 0;
    std::array<SqlToken, capacity> m_tokens; // NOLINT(*-member-init): filled as far as it is read
    std::array<std::uint8_t, 3> m_quotes{};
    bool m_inExecutedComment = false;
};

/// What a word is in SQL.
SqlWord sqlWord(std::string_view word) noexcept;

} // namespace sallyport::protection::detection
