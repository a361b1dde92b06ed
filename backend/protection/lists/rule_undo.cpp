#include "backend/protection/lists/rule_undo.h"

#include "backend/base/strict_json.h"
#include "backend/base/time_format.h"
#include "backend/storage/json_member.h"

#include <boost/json.hpp>

#include <cmath>

namespace sallyport::protection::rows {

namespace json = boost::json;

namespace {

constexpr std::size_t undoBytes = 1u << 20;
constexpr std::size_t namedAddresses = 20;

} // namespace

std::string undoOfAdding(const AddressRuleId& id)
{
    return json::serialize(json::object{{"added", json::array{json::value(id.text())}}});
}

std::string undoOfRemoving(std::span<const StoredRule> removed)
{
    json::array rules;
    for (const StoredRule& stored : removed) {
        const AddressRule& rule = stored.rule;
        if (rule.score)
            continue;
        json::object object{{"id", rule.id.text()},  {"address", rule.address},      {"action", actionWord(rule.action)},
                            {"reason", rule.reason}, {"created_by", rule.createdBy}, {"created_at", toMicros(rule.createdAt)},
                            {"hits", rule.hits}};
        if (rule.expiresAt)
            object["expires_at"] = toMicros(*rule.expiresAt);
        if (rule.lastHit)
            object["last_hit"] = toMicros(*rule.lastHit);
        rules.push_back(std::move(object));
    }
    return json::serialize(json::object{{"removed", std::move(rules)}});
}

Result<RuleUndo> readUndo(const std::string& text)
{
    SALLYPORT_ASSIGN(const json::value told, parseStrictJson(text, undoBytes));
    RuleUndo undo;
    const json::object* object = told.if_object();
    if (object == nullptr)
        return undo;
    if (const auto* added = object->if_contains("added"); added != nullptr && added->is_array())
        for (const json::value& id : added->get_array())
            undo.added.emplace_back(id.is_string() ? std::string(id.get_string()) : std::string());
    const auto* removed = object->if_contains("removed");
    if (removed == nullptr || !removed->is_array())
        return undo;
    for (const json::value& one : removed->get_array()) {
        const json::object* kept = one.if_object();
        if (kept == nullptr)
            continue;
        StoredRule stored;
        stored.rule.id = AddressRuleId(jsonText(*kept, "id"));
        stored.rule.address = jsonText(*kept, "address");
        SALLYPORT_ASSIGN(stored.range, AddressRange::parse(stored.rule.address));
        const bool allows = jsonText(*kept, "action") == actionWord(AddressAction::Allow);
        stored.rule.action = allows ? AddressAction::Allow : AddressAction::Block;
        stored.rule.reason = jsonText(*kept, "reason");
        stored.rule.createdBy = jsonText(*kept, "created_by");
        stored.rule.createdAt = fromMicros(jsonNumber(*kept, "created_at"));
        stored.rule.hits = static_cast<std::uint64_t>(jsonNumber(*kept, "hits"));
        if (kept->contains("expires_at"))
            stored.rule.expiresAt = fromMicros(jsonNumber(*kept, "expires_at"));
        if (kept->contains("last_hit"))
            stored.rule.lastHit = fromMicros(jsonNumber(*kept, "last_hit"));
        undo.removed.push_back(std::move(stored));
    }
    return undo;
}

std::string firstAddresses(std::span<const StoredRule> rules)
{
    std::string text;
    for (std::size_t i = 0; i < rules.size() && i < namedAddresses; ++i)
        text.append(text.empty() ? "" : ", ").append(rules[i].rule.address);
    if (rules.size() > namedAddresses)
        text += " and " + std::to_string(rules.size() - namedAddresses) + " more";
    return text;
}

std::string signalLines(const std::vector<BanSignal>& signals)
{
    std::string text;
    for (const BanSignal& signal : signals) {
        text.append(text.empty() ? "+" : "; +").append(std::to_string(std::llround(signal.points)));
        text.append(" ").append(signal.word);
        for (std::size_t i = 0; i < signal.values.size(); ++i)
            text.append(i == 0 ? ": " : ", ").append(signal.values[i]);
    }
    return text;
}

} // namespace sallyport::protection::rows
