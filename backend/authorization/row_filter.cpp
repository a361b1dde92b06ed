#include "backend/authorization/row_filter.h"

#include "backend/base/utf8.h"

#include <span>
#include <string>

namespace sallyport::authorization {

namespace {

using namespace access::policies;
using Is = RowTest::Is;

std::string column(Attribute member, std::string_view alias)
{
    return std::string(alias) + '.' + std::string(info(member).name.substr(std::string_view("resource.").size()));
}

void bindValue(storage::SqlText& text, const RowTest::Value& value)
{
    std::visit([&text](const auto& bound) { text.bind(bound); }, value);
}

std::string_view signOf(Is is)
{
    switch (is) {
    case Is::Equal:
    case Is::SameAs: return " = ";
    case Is::Unequal:
    case Is::DiffersFrom: return " <> ";
    case Is::Less: return " < ";
    case Is::LessEqual: return " <= ";
    case Is::Greater: return " > ";
    default: return " >= ";
    }
}

void addTest(storage::SqlText& text, const RowTest& test, std::string_view alias)
{
    const std::string name = column(test.member, alias);
    if (test.is == Is::NotSet) {
        text.add("(" + name + " IS NULL)");
        return;
    }
    text.add("(" + name + " IS NOT NULL");
    switch (test.is) {
    case Is::Set: break;
    case Is::OneOf:
    case Is::NoneOf: {
        text.add(" AND " + name + (test.is == Is::OneOf ? " IN (" : " NOT IN ("));
        for (bool first = true; const RowTest::Value& value : test.values) {
            text.add(first ? "" : ", ");
            first = false;
            bindValue(text, value);
        }
        text.add(")");
        break;
    }
    case Is::Begins:
    case Is::BeginsNot: {
        const std::string& lead = std::get<std::string>(test.values.front());
        text.add(" AND SUBSTR(" + name + ", 1, " + std::to_string(codePointCount(lead).value_or(0)) + ")");
        text.add(test.is == Is::Begins ? " = " : " <> ").bind(lead);
        break;
    }
    case Is::SameAs:
    case Is::DiffersFrom: {
        const std::string other = column(test.other, alias);
        text.add(" AND " + other + " IS NOT NULL AND " + name + std::string(signOf(test.is)) + other);
        break;
    }
    default: text.add(" AND " + name + std::string(signOf(test.is))); bindValue(text, test.values.front());
    }
    text.add(")");
}

void addParts(storage::SqlText& text, std::span<const RowFilter> parts, std::string_view sign, std::string_view alias)
{
    if (parts.size() == 1)
        return addFilter(text, parts.front(), alias);
    // In halves: a database bounds how deep an expression is, and a chain is as deep as it is long.
    const std::size_t half = parts.size() / 2;
    text.add("(");
    addParts(text, parts.first(half), sign, alias);
    text.add(sign);
    addParts(text, parts.subspan(half), sign, alias);
    text.add(")");
}

} // namespace

void addFilter(storage::SqlText& text, const RowFilter& filter, std::string_view alias)
{
    switch (filter.kind) {
    case RowFilter::Kind::Never: text.add("(1 = 0)"); return;
    case RowFilter::Kind::Always: text.add("(1 = 1)"); return;
    case RowFilter::Kind::Test: return addTest(text, filter.test, alias);
    case RowFilter::Kind::All: return addParts(text, filter.parts, " AND ", alias);
    case RowFilter::Kind::Any: return addParts(text, filter.parts, " OR ", alias);
    }
}

} // namespace sallyport::authorization
