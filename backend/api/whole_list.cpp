#include "backend/api/whole_list.h"

#include "backend/api/call.h"
#include "backend/base/case_fold.h"
#include "backend/base/limits.h"
#include "backend/base/long_json.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <deque>

namespace sallyport::api {
namespace {

namespace json = boost::json;

constexpr auto parameters = std::to_array<QueryParameter>({
    {"limit", "How many at most; all of them without it.", R"({"type":"integer","minimum":1,"maximum":<pageRows>})"},
    {"cursor", "`page.next` of the page before.", R"({"type":"string","maxLength":<cursor>})"},
    {"q", "Part of any text of an item.", R"({"type":"string","maxLength":<searchText>})"},
});
constexpr std::string_view sortDescription =
    "The member of the items by which they are sorted, those without it first; a minus before it turns the order round.";

/// What stands in the schema under this name, `$ref`s followed; nothing if there is none.
json::value schemaNamed(const Endpoints& endpoints, std::string_view name)
{
    const auto schema = std::ranges::find(endpoints.answers, name, &Schema::name);
    boost::system::error_code failure; // the start fails with what is wrong there (checkEndpoints)
    return schema != endpoints.answers.end() ? json::parse(schema->text, failure) : json::value();
}

json::value resolved(const Endpoints& endpoints, const json::value& schema, int depth = 4)
{
    const json::value* const target = schema.is_object() ? schema.get_object().if_contains("$ref") : nullptr;
    if (target == nullptr || !target->is_string() || depth == 0)
        return schema;
    const std::string_view path = target->get_string();
    return resolved(endpoints, schemaNamed(endpoints, path.substr(path.rfind('/') + 1)), depth - 1);
}

/// A text, a number or a truth, or nothing in place of it.
bool isPlain(const json::value& schema)
{
    const json::value* const type = schema.is_object() ? schema.get_object().if_contains("type") : nullptr;
    const auto plain = [](const json::value& word) {
        return word == "string" || word == "number" || word == "integer" || word == "boolean";
    };
    if (type == nullptr)
        return false;
    if (!type->is_array())
        return plain(*type);
    return std::ranges::any_of(type->get_array(), plain) &&
           std::ranges::all_of(type->get_array(), [&](const json::value& word) { return plain(word) || word == "null"; });
}

/// The members of an item that have an order, as its schema tells them; of a schema of several parts, those of every part.
void collectWords(const Endpoints& endpoints, const json::value& item, std::vector<std::string>& words, int depth = 4)
{
    const json::value schema = resolved(endpoints, item);
    if (!schema.is_object() || depth == 0)
        return;
    if (const json::value* const parts = schema.get_object().if_contains("allOf"); parts != nullptr && parts->is_array())
        for (const json::value& part : parts->get_array())
            collectWords(endpoints, part, words, depth - 1);
    const json::value* const members = schema.get_object().if_contains("properties");
    if (members == nullptr || !members->is_object())
        return;
    for (const json::key_value_pair& member : members->get_object())
        if (isPlain(resolved(endpoints, member.value())))
            words.emplace_back(member.key());
}

std::vector<std::string> wordsOf(const Endpoints& endpoints, const Route& route)
{
    std::vector<std::string> words;
    const json::value list = schemaNamed(endpoints, route.answer);
    boost::system::error_code failure;
    if (const json::value* const items = list.find_pointer("/properties/data/items", failure))
        collectWords(endpoints, *items, words);
    return words;
}

std::string sortSchema(const std::vector<std::string>& words)
{
    json::array all;
    for (const std::string& word : words) {
        all.emplace_back(word);
        all.emplace_back('-' + word);
    }
    return json::serialize(json::object{{"type", "string"}, {"enum", std::move(all)}});
}

bool says(const json::value& item, const std::string& folded)
{
    return item.is_object() && std::ranges::any_of(item.get_object(), [&](const json::key_value_pair& member) {
               return member.value().is_string() && searchKey(member.value().get_string()).find(folded) != std::string::npos;
           });
}

/// Nothing first, then numbers and truths, then texts as people read them.
struct SortKey {
    int kind = 0;
    double number = 0;
    std::string text;

    explicit SortKey(const json::value& value)
    {
        if (value.is_structured())
            return;
        if (value.is_string()) {
            kind = 2;
            text = foldCase(value.get_string());
        } else if (!value.is_null()) {
            kind = 1;
            number = value.is_bool() ? value.get_bool() : value.to_number<double>();
        }
    }
    auto operator<=>(const SortKey& other) const = default;
};

json::array sorted(json::array items, std::string_view member)
{
    const bool descending = member.starts_with('-');
    member.remove_prefix(descending ? 1 : 0);
    std::vector<std::pair<SortKey, std::size_t>> order;
    order.reserve(items.size());
    for (std::size_t i = 0; i < items.size(); ++i) {
        const json::value* const value = items[i].is_object() ? items[i].get_object().if_contains(member) : nullptr;
        order.emplace_back(SortKey(value != nullptr ? *value : json::value()), i);
    }
    std::ranges::stable_sort(order, [descending](const auto& one, const auto& other) {
        return descending ? other.first < one.first : one.first < other.first;
    });
    json::array inOrder;
    inOrder.reserve(items.size());
    for (const auto& [key, place] : order)
        inOrder.push_back(std::move(items[place]));
    return inOrder;
}

} // namespace

struct WholeListQueries {
    struct Of {
        std::string sort; ///< its schema
        std::vector<QueryParameter> query;
    };
    std::deque<Of> all; // what is in it stays where it is
};

void declareWholeLists(Endpoints& endpoints)
{
    const auto queries = std::make_shared<WholeListQueries>();
    for (Route& route : endpoints.routes) {
        if (route.method == http::Method::Get && route.answer.ends_with("List") && route.query.empty())
            route.wholeList = 0;
        if (!route.wholeList)
            continue;
        WholeListQueries::Of& of = queries->all.emplace_back();
        of.sort = sortSchema(wordsOf(endpoints, route));
        of.query.assign(route.query.begin(), route.query.end());
        for (const QueryParameter& parameter : parameters)
            if (std::ranges::find(of.query, parameter.name, &QueryParameter::name) == of.query.end())
                of.query.push_back(parameter);
        of.query.push_back({"sort", sortDescription, of.sort});
        route.query = of.query;
    }
    endpoints.wholeLists = queries;
}

Result<http::Response> partOfList(const Call& call, http::Response whole)
{
    const std::optional<std::uint32_t> usual = call.match.route != nullptr ? call.route().wholeList : std::nullopt;
    if (!usual || (call.queryValues.empty() && *usual == 0) || whole.status() != 200)
        return whole;
    SALLYPORT_ASSIGN(json::value document, parseLongJson(whole.body(), whole.body().size()));
    if (!document.is_object() || !document.get_object().contains("data") || !document.get_object().at("data").is_array())
        return whole;
    json::array items = std::move(document.get_object().at("data").get_array());
    SALLYPORT_ASSIGN(const std::optional<std::string> text, call.query("q"));
    SALLYPORT_ASSIGN(const std::optional<std::string> sort, call.query("sort"));
    SALLYPORT_ASSIGN(const std::optional<std::string> cursor, call.query("cursor"));
    SALLYPORT_ASSIGN(
        const std::uint32_t limit,
        call.queryNumber("limit", 1, limits::pageRows, *usual > 0 ? *usual : static_cast<std::uint32_t>(items.size() + 1)));
    // A handler that has left some out says how many there are.
    std::size_t total = items.size();
    if (const json::value* const page = document.get_object().if_contains("page"))
        total = std::max(total, json::value_to<std::size_t>(page->at("total")));
    if (text && !text->empty()) {
        const std::string folded = searchKey(*text);
        json::array found;
        for (json::value& item : items)
            if (says(item, folded))
                found.push_back(std::move(item));
        items = std::move(found);
        total = items.size();
    }
    if (sort)
        items = sorted(std::move(items), *sort);
    std::size_t begin = 0;
    if (cursor && !cursor->empty()) {
        const auto [end, failure] = std::from_chars(cursor->data(), cursor->data() + cursor->size(), begin);
        if (failure != std::errc() || end != cursor->data() + cursor->size())
            return badQuery("cursor", "Is not one that a page ended with", "format");
    }
    const std::size_t first = std::min(begin, items.size()), last = std::min<std::size_t>(first + limit, items.size());
    json::array page;
    for (std::size_t i = first; i < last; ++i)
        page.push_back(std::move(items[i]));
    json::object& answer = document.get_object();
    answer["data"] = std::move(page);
    answer["page"] = {{"next", last < items.size() ? json::value(std::to_string(last)) : json::value(nullptr)}, {"total", total}};
    whole.setBody(json::serialize(document));
    return whole;
}

} // namespace sallyport::api
