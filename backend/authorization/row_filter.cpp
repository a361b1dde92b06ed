#include "backend/authorization/row_filter.h"

#include "backend/base/utf8.h"

#include <algorithm>
#include <iterator>
#include <span>
#include <string>
#include <vector>

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

/// Whether a part is one test of a member against values, of which several may stand in one list.
bool isListed(const RowFilter& part, Is one, Is several)
{
    return part.kind == RowFilter::Kind::Test && (part.test.is == one || part.test.is == several) && !part.test.values.empty();
}

/// The same with one test for what many parts ask of one member: a thousand policies that each deny a department are one look
/// into a list, not a thousand comparisons a row. Lists come last, since of what allows little is met first.
std::vector<RowFilter> inLists(std::span<const RowFilter> parts, Is one, Is several)
{
    std::vector<RowFilter> made, lists;
    for (const RowFilter& part : parts) {
        if (!isListed(part, one, several)) {
            made.push_back(part);
            continue;
        }
        const auto same = [&](const RowFilter& list) {
            return list.test.member == part.test.member && list.test.values.front().index() == part.test.values.front().index();
        };
        const auto list = std::ranges::find_if(lists, same);
        if (list == lists.end()) {
            lists.push_back(part);
            continue;
        }
        list->test.is = several;
        list->test.values.insert(list->test.values.end(), part.test.values.begin(), part.test.values.end());
    }
    made.insert(made.end(), std::make_move_iterator(lists.begin()), std::make_move_iterator(lists.end()));
    return made;
}

/// The parts of parts of the same kind, as one row.
void flatten(std::vector<RowFilter>& to, std::span<const RowFilter> parts, RowFilter::Kind kind)
{
    for (const RowFilter& part : parts) {
        if (part.kind == kind)
            flatten(to, part.parts, kind);
        else
            to.push_back(part);
    }
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
    case RowFilter::Kind::All:
    case RowFilter::Kind::Any: {
        const bool all = filter.kind == RowFilter::Kind::All;
        std::vector<RowFilter> parts;
        flatten(parts, filter.parts, filter.kind);
        const std::vector<RowFilter> listed =
            all ? inLists(parts, Is::Unequal, Is::NoneOf) : inLists(parts, Is::Equal, Is::OneOf);
        return addParts(text, listed, all ? " AND " : " OR ", alias);
    }
    }
}

} // namespace sallyport::authorization
