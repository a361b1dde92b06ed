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

} // namespace sallyport::storage
