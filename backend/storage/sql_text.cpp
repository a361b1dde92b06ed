#include "backend/storage/sql_text.h"

namespace sallyport::storage {

std::string SqlText::parameter(Value value)
{
    m_values.push_back(std::move(value));
    return '$' + std::to_string(m_values.size());
}

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

std::string SqlText::key() const
{
    std::string key = m_text;
    const auto add = [&key](char kind, std::string_view bytes) {
        key.append(1, '\0').append(1, kind).append(std::to_string(bytes.size())).append(":").append(bytes);
    };
    for (const Value& value : m_values) {
        if (const auto* number = std::get_if<std::int64_t>(&value))
            add('n', std::to_string(*number));
        else if (const auto* text = std::get_if<std::string>(&value))
            add('t', *text);
        else
            add('b', {reinterpret_cast<const char*>(std::get<Bytes>(value).data()), std::get<Bytes>(value).size()});
    }
    return key;
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
