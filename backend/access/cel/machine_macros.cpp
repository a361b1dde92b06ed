#include "backend/access/cel/machine.h"

#include <new>

namespace sallyport::access::cel {
namespace {

/// Whether a macro goes on with the next element.
enum class Next { GoOn, Stop };

} // namespace

template <bool traced>
Value Machine<traced>::macro(std::uint32_t index, const Node& node)
{
    switch (node.op) {
    case Op::All: return quantified(index, node, false);
    case Op::Exists: return quantified(index, node, true);
    case Op::ExistsOne: return existsOne(index, node);
    default: return collected(index, node);
    }
}

/// Calls `each` for the elements of a list or the keys of a map, which stand in the variable. An error if it is neither.
template <bool traced>
template <typename Each>
Value Machine<traced>::forEach(std::uint32_t index, const Node& node, Each each)
{
    const Value range = evaluate(child(node, 0));
    if (range.isError())
        return range;
    Value& variable = m_locals[m_program.slotOfVariable(node.b)];
    const auto visit = [&](const Value& item) {
        variable = item;
        return m_scratch.charge(1) && each(item) == Next::GoOn;
    };
    if (range.is(Kind::List)) {
        for (const Value& item : range.asList())
            if (!visit(item))
                break;
        return {};
    }
    if (!range.is(Kind::Map))
        return Value::error(Failure::NoSuchOverload, index);
    for (const MapEntry& entry : range.asMap().entries())
        if (!visit(entry.key))
            break;
    return {};
}

/// As && or || of all conditions.
template <bool traced>
Value Machine<traced>::quantified(std::uint32_t index, const Node& node, bool deciding)
{
    Value failed, decided;
    const Value bad = forEach(index, node, [&](const Value&) {
        const Value value = evaluate(child(node, 1));
        if (!value.is(Kind::Bool)) {
            if (failed.is(Kind::Absent))
                failed = value.isError() ? value : Value::error(Failure::NoSuchOverload, index);
        } else if (value.asBool() == deciding) {
            decided = value;
            return Next::Stop;
        }
        return Next::GoOn;
    });
    if (bad.isError())
        return bad;
    if (!decided.is(Kind::Absent))
        return decided;
    return failed.is(Kind::Absent) ? Value::boolean(!deciding) : failed;
}

template <bool traced>
Value Machine<traced>::existsOne(std::uint32_t index, const Node& node)
{
    Value failed;
    std::size_t count = 0;
    const Value bad = forEach(index, node, [&](const Value&) {
        const Value value = evaluate(child(node, 1));
        if (!value.is(Kind::Bool)) {
            failed = value.isError() ? value : Value::error(Failure::NoSuchOverload, index);
            return Next::Stop;
        }
        count += value.asBool() ? 1 : 0;
        return Next::GoOn;
    });
    if (bad.isError())
        return bad;
    return failed.isError() ? failed : Value::boolean(count == 1);
}

/// filter() and map(): a list of the elements for which the condition holds, or of what is made of them.
template <bool traced>
Value Machine<traced>::collected(std::uint32_t index, const Node& node)
{
    const bool filters = node.op == Op::Filter || node.count == 3;
    Value failed;
    Value* items = nullptr;
    std::size_t made = 0, room = 0;
    const auto add = [&](const Value& item) {
        if (made == room) {
            constexpr std::size_t firstRoom = 8;
            const std::size_t larger = room == 0 ? firstRoom : room * 2;
            Value* const moved = m_scratch.array<Value>(larger);
            if (moved == nullptr)
                return Next::Stop;
            for (std::size_t i = 0; i < made; ++i)
                new (moved + i) Value(items[i]);
            items = moved;
            room = larger;
        }
        new (items + made++) Value(item);
        return Next::GoOn;
    };
    const Value bad = forEach(index, node, [&](const Value& item) {
        if (filters) {
            const Value holds = evaluate(child(node, 1));
            if (!holds.is(Kind::Bool)) {
                failed = holds.isError() ? holds : Value::error(Failure::NoSuchOverload, index);
                return Next::Stop;
            }
            if (!holds.asBool())
                return Next::GoOn;
        }
        if (node.op == Op::Filter)
            return add(item);
        const Value result = evaluate(child(node, node.count - 1U));
        if (result.isError()) {
            failed = result;
            return Next::Stop;
        }
        return add(result);
    });
    if (bad.isError())
        return bad;
    return failed.isError() ? failed : Value::list({items, made});
}

template Value Machine<false>::macro(std::uint32_t, const Node&);
template Value Machine<true>::macro(std::uint32_t, const Node&);

} // namespace sallyport::access::cel
