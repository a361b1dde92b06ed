#include "backend/storage/sql_text.h"

namespace sallyport::storage {

Result<Statement> SqlText::prepare(Transaction& transaction) const
{
    SALLYPORT_ASSIGN(auto statement, transaction.prepare(m_text));
    int index = 0;
    for (const Value& value : m_values) {
        ++index;
        if (const auto* number = std::get_if<std::int64_t>(&value))
            statement.bind(index, *number);
        else if (const auto* text = std::get_if<std::string>(&value))
            statement.bind(index, std::string_view(*text));
        else
            statement.bind(index, std::span<const std::byte>(std::get<Bytes>(value)));
    }
    return statement;
}

bool SqlText::selects(std::string_view columns) const noexcept
{
    constexpr std::string_view lead = "SELECT ";
    const std::string_view text = m_text;
    if (!text.starts_with(lead) || !text.substr(lead.size()).starts_with(columns))
        return false;
    const std::string_view rest = text.substr(lead.size() + columns.size());
    return rest.starts_with(" ") || rest.starts_with(", ");
}

} // namespace sallyport::storage
