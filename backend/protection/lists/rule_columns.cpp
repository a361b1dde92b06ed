#include "backend/protection/lists/rule_columns.h"

#include "backend/base/strict_json.h"

#include <boost/json.hpp>

namespace sallyport::protection::rows {

namespace json = boost::json;

namespace {

constexpr std::size_t signalsBytes = 16 * 1024;

} // namespace

StoredRule readRule(const storage::Row<RuleColumn>& row)
{
    StoredRule stored;
    AddressRule& rule = stored.rule;
    rule.id = AddressRuleId(row.text(RuleColumn::Id));
    rule.address = row.text(RuleColumn::Address);
    rule.action = row.text(RuleColumn::Action) == actionWord(AddressAction::Allow) ? AddressAction::Allow : AddressAction::Block;
    rule.reason = row.text(RuleColumn::Reason);
    rule.createdBy = row.text(RuleColumn::CreatedBy);
    if (row.flag(RuleColumn::ByScore))
        rule.score = static_cast<std::uint32_t>(row.integer(RuleColumn::Score));
    rule.signals = readSignals(row.text(RuleColumn::Signals));
    rule.step = static_cast<std::uint32_t>(row.integer(RuleColumn::Step));
    rule.createdAt = row.time(RuleColumn::CreatedAt);
    rule.expiresAt = row.optionalTime(RuleColumn::ExpiresAt);
    rule.hits = static_cast<std::uint64_t>(row.integer(RuleColumn::Hits));
    if (const UtcTime last = row.time(RuleColumn::LastHit); last != UtcTime())
        rule.lastHit = last;
    if (auto range = AddressRange::parse(rule.address))
        stored.range = std::move(*range);
    return stored;
}

std::string signalsText(const std::vector<BanSignal>& signals)
{
    if (signals.empty())
        return {};
    json::array all;
    for (const BanSignal& signal : signals) {
        json::array values;
        for (const std::string& value : signal.values)
            values.emplace_back(value);
        all.push_back(json::object{{"signal", signal.word}, {"points", signal.points}, {"values", std::move(values)}});
    }
    return json::serialize(all);
}

std::vector<BanSignal> readSignals(const std::string& text)
{
    std::vector<BanSignal> signals;
    if (text.empty())
        return signals;
    const auto told = parseStrictJson(text, signalsBytes);
    if (!told || !told->is_array())
        return signals;
    for (const json::value& one : told->get_array()) {
        const json::object* object = one.if_object();
        if (object == nullptr)
            continue;
        BanSignal signal;
        if (const auto* word = object->if_contains("signal"); word != nullptr && word->is_string())
            signal.word = word->get_string();
        if (const auto* points = object->if_contains("points"); points != nullptr && points->is_number())
            signal.points = points->to_number<double>();
        if (const auto* values = object->if_contains("values"); values != nullptr && values->is_array())
            for (const json::value& value : values->get_array())
                if (value.is_string())
                    signal.values.emplace_back(value.get_string());
        signals.push_back(std::move(signal));
    }
    return signals;
}

} // namespace sallyport::protection::rows
