#include "backend/protection/detection/sql_script.h"

#include "backend/protection/detection/word_table.h"

namespace sallyport::protection::detection {

namespace {

// Functions that everybody's queries have.
constexpr auto usualFunctions =
    wordTable("avg", "cast", "coalesce", "concat", "convert", "count", "date", "floor", "if", "ifnull", "iif", "isnull", "left",
              "len", "length", "lower", "max", "min", "now", "nullif", "rand", "repeat", "replace", "right", "round", "row",
              "sum", "to_char", "trim", "upper", "uuid");

bool beginsStatement(const SqlReader& reader)
{
    switch (reader.at(0).word) {
    case SqlWord::Select:
    case SqlWord::Insert:
    case SqlWord::Update:
    case SqlWord::Delete:
    case SqlWord::Create:
    case SqlWord::Alter:
    case SqlWord::Drop:
    case SqlWord::Truncate:
    case SqlWord::Grant:
    case SqlWord::Begin: return true;
    default: return equalsFolded(reader.text(0), "with") || equalsFolded(reader.text(0), "explain");
    }
}

/// Columns and tables that nobody shows who means well.
bool isSecret(std::string_view name)
{
    return startsFolded(name, "passw") || startsFolded(name, "pwd") || equalsFolded(name, "secret") ||
           equalsFolded(name, "admin");
}

} // namespace

bool isScript(const Text& text, const SqlReader& reader)
{
    constexpr std::size_t fewest = 7; // tokens: `DROP TABLE users`, `SELECT * FROM users` are what is tried
    if (!isWritten(text) || reader.size() < fewest || !beginsStatement(reader))
        return false;
    bool clause = false;
    for (std::size_t i = 1; i < reader.size(); ++i) {
        const auto& token = reader.at(i);
        switch (token.word) {
        case SqlWord::SystemTable:
        case SqlWord::Exec:
        case SqlWord::Waitfor:
        case SqlWord::Shutdown:
        case SqlWord::Declare:
        case SqlWord::Load:
        case SqlWord::Attach:
        case SqlWord::Union: return false;
        case SqlWord::Function:
            if (reader.is(i + 1, SqlKind::Open) && !usualFunctions.has(reader.text(i)))
                return false;
            break;
        case SqlWord::Where:
        case SqlWord::Order:
        case SqlWord::Group:
        case SqlWord::Values:
        case SqlWord::Set:
        case SqlWord::Create:
        case SqlWord::Table: clause = true; break;
        default: break;
        }
        if (token.kind == SqlKind::Variable || isSecret(reader.text(i)) || (token.kind == SqlKind::Logic && token.first == '|'))
            return false;
        clause = clause || equalsFolded(reader.text(i), "join") || equalsFolded(reader.text(i), "on");
    }
    return clause;
}

} // namespace sallyport::protection::detection
