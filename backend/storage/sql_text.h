#pragma once

#include "backend/base/encoding.h"
#include "backend/base/id.h"
#include "backend/storage/transaction.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace sallyport::storage {

/// So many values are bound at once in what grows with its input: SQLite takes 32,766 and PostgreSQL 65,535, and a text of as
/// many is long to prepare and to keep. What has more is done in portions.
inline constexpr std::size_t boundAtOnce = 1000;

/// `work` for one portion of `all` after the other, each with at most boundAtOnce values if one of them binds `each`.
template <typename Value, typename Work>
[[nodiscard]] Result<void> inPortions(const std::vector<Value>& all, std::size_t each, const Work& work)
{
    std::span<const Value> left(all);
    while (!left.empty()) {
        const std::size_t some = std::min(left.size(), boundAtOnce / each);
        SALLYPORT_TRY(work(left.first(some)));
        left = left.subspan(some);
    }
    return {};
}

/// SQL that is put together from constants of the program, with every value bound: `add` takes the constants, `bind`
/// appends the next `$n`.
class SqlText {
public:
    using Value = std::variant<std::int64_t, std::string, Bytes>;

    SqlText& add(std::string_view constant)
    {
        m_text += constant;
        return *this;
    }
    SqlText& bind(Value value)
    {
        m_values.push_back(std::move(value));
        m_text += '$' + std::to_string(m_values.size());
        return *this;
    }
    /// `$n` for a value that is used more than once, or by constants that name it: `add` the answer wherever it belongs.
    std::string parameter(Value value);
    /// `($1, $2, $3)`
    template <typename Range>
    SqlText& bindList(const Range& values)
    {
        m_text += '(';
        for (bool first = true; const auto& value : values) {
            if (!first)
                m_text += ", ";
            first = false;
            bind(valueOf(value));
        }
        m_text += ')';
        return *this;
    }

    const std::string& text() const noexcept { return m_text; }
    /// Text and values, so that no two that ask for different things are alike: for answers that are kept.
    std::string key() const;

    [[nodiscard]] Result<Statement> prepare(Transaction& transaction) const;
    /// The same, for a text that begins with SELECT and these columns, by whose names the rows are read; what follows the
    /// columns is one value more (Row::textBeside) or FROM. Internal if it begins otherwise.
    template <typename Column>
    [[nodiscard]] Result<Rows<Column>> prepare(Transaction& transaction, const Columns<Column>& columns) const
    {
        if (!selects(columns.text()))
            return makeError(ErrorCode::Internal, "The statement doesn't begin with its columns.");
        SALLYPORT_ASSIGN(Statement statement, prepare(transaction));
        return Rows<Column>(std::move(statement));
    }

private:
    bool selects(std::string_view columns) const noexcept;
    template <typename T>
    static Value valueOf(const T& value)
    {
        return Value(value);
    }
    template <typename Tag>
    static Value valueOf(const Id<Tag>& id)
    {
        return Value(id.text());
    }

    std::string m_text;
    std::vector<Value> m_values;
};

} // namespace sallyport::storage
