#include "backend/api/whole_list.h"

#include "backend/api/call.h"
#include "backend/base/case_fold.h"
#include "backend/base/limits.h"
#include "backend/base/long_json.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace sallyport::api {
namespace {

namespace json = boost::json;

constexpr auto parameters = std::to_array<QueryParameter>({
    {"limit", "How many at most; all of them without it.", R"({"type":"integer","minimum":1,"maximum":<pageRows>})"},
    {"cursor", "`page.next` of the page before.", R"({"type":"string","maxLength":<cursor>})"},
    {"q", "Part of any text of an item.", R"({"type":"string","maxLength":<searchText>})"},
    {"sort", "A member of the items by which they are sorted; a minus before it turns the order round.",
     R"({"type":"string","maxLength":<id>})"},
});

bool says(const json::value& item, const std::string& folded)
{
    return item.is_object() && std::ranges::any_of(item.get_object(), [&](const json::key_value_pair& member) {
               return member.value().is_string() && searchKey(member.value().get_string()).find(folded) != std::string::npos;
           });
}

/// True if all items have it, and no list or object as its value.
bool canBeSorted(const json::array& items, std::string_view member)
{
    return std::ranges::all_of(items, [member](const json::value& item) {
        const json::value* const value = item.is_object() ? item.get_object().if_contains(member) : nullptr;
        return value != nullptr && !value->is_structured();
    });
}

/// Nothing first, then numbers and truths, then texts as people read them.
struct SortKey {
    int kind = 0;
    double number = 0;
    std::string text;

    explicit SortKey(const json::value& value)
    {
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

Result<json::array> sorted(json::array items, std::string_view member)
{
    const bool descending = member.starts_with('-');
    member.remove_prefix(descending ? 1 : 0);
    if (!canBeSorted(items, member))
        return badQuery("sort", "Is no member of the items that they can be sorted by", "enum");
    std::vector<std::pair<SortKey, std::size_t>> order;
    order.reserve(items.size());
    for (std::size_t i = 0; i < items.size(); ++i)
        order.emplace_back(SortKey(items[i].get_object().at(member)), i);
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

void declareWholeLists(std::span<Route> routes)
{
    for (Route& route : routes) {
        if (route.method == http::Method::Get && route.answer.ends_with("List") && route.query.empty())
            route.query = parameters;
    }
}

Result<http::Response> partOfList(const Call& call, http::Response whole)
{
    if (call.queryValues.empty() || call.route().query.data() != parameters.data() || whole.status() != 200)
        return whole;
    SALLYPORT_ASSIGN(json::value document, parseLongJson(whole.body(), whole.body().size()));
    if (!document.is_object() || !document.get_object().contains("data") || !document.get_object().at("data").is_array())
        return whole;
    json::array items = std::move(document.get_object().at("data").get_array());
    SALLYPORT_ASSIGN(const std::optional<std::string> text, call.query("q"));
    SALLYPORT_ASSIGN(const std::optional<std::string> sort, call.query("sort"));
    SALLYPORT_ASSIGN(const std::optional<std::string> cursor, call.query("cursor"));
    SALLYPORT_ASSIGN(const std::uint32_t limit,
                     call.queryNumber("limit", 1, limits::pageRows, static_cast<std::uint32_t>(items.size() + 1)));
    if (text && !text->empty()) {
        const std::string folded = searchKey(*text);
        json::array found;
        for (json::value& item : items)
            if (says(item, folded))
                found.push_back(std::move(item));
        items = std::move(found);
    }
    if (sort) {
        SALLYPORT_ASSIGN(items, sorted(std::move(items), *sort));
    }
    std::size_t begin = 0;
    if (cursor && !cursor->empty()) {
        const auto [end, failure] = std::from_chars(cursor->data(), cursor->data() + cursor->size(), begin);
        if (failure != std::errc() || end != cursor->data() + cursor->size())
            return badQuery("cursor", "Is not one that a page ended with", "format");
    }
    const std::size_t total = items.size(), first = std::min(begin, total), last = std::min<std::size_t>(first + limit, total);
    json::array page;
    for (std::size_t i = first; i < last; ++i)
        page.push_back(std::move(items[i]));
    json::object& answer = document.get_object();
    answer["data"] = std::move(page);
    answer["page"] = {{"next", last < total ? json::value(std::to_string(last)) : json::value(nullptr)}, {"total", total}};
    whole.setBody(json::serialize(document));
    return whole;
}

} // namespace sallyport::api
