#include "backend/access/cel/machine.h"

#include "backend/access/cel/arithmetic.h"
#include "backend/access/cel/library.h"
#include "backend/access/cel/values/compare.h"
#include "backend/base/utf8.h"

#include <array>
#include <limits>
#include <new>

namespace sallyport::access::cel {
namespace {

constexpr std::size_t mostArguments = 4; // of any overload, the receiver among them

Value noOverload(std::uint32_t index)
{
    return Value::error(Failure::NoSuchOverload, index);
}

/// `key` in the text of an error.
const char* shownKey(Scratch& scratch, std::string_view key)
{
    constexpr std::size_t shown = 60;
    return scratch.copyTerminated(truncateUtf8(key, shown));
}

Value noSuchKey(Scratch& scratch, std::uint32_t index, const Value& key)
{
    return Value::error(Failure::NoSuchKey, index, key.is(Kind::String) ? shownKey(scratch, key.asText()) : "");
}

/// Which element an index means: a whole number of any type within the list, or the size of it.
std::size_t place(const Value& index, std::size_t size)
{
    if (index.is(Kind::Int))
        return index.asInt() < 0 ? size : static_cast<std::size_t>(std::min<std::uint64_t>(index.asUint(), size));
    if (index.is(Kind::Uint))
        return static_cast<std::size_t>(std::min<std::uint64_t>(index.asUint(), size));
    const double number = index.asDouble();
    if (!(number >= 0 && number < static_cast<double>(size)))
        return size;
    const auto whole = static_cast<std::size_t>(number);
    return static_cast<double>(whole) == number ? whole : size;
}

} // namespace

/// The charge for the node is paid.
template <bool traced>
Value Machine<traced>::step(std::uint32_t index, const Node& node)
{
    switch (node.op) {
    case Op::Constant: return m_program.constant(node.a);
    case Op::Attribute: return Value::error(Failure::MissingAttribute, index);
    case Op::Local: return m_locals[m_program.slotOfVariable(node.a)];
    case Op::Name:
    case Op::Unknown: return Value::error(Failure::UnknownName, index);
    case Op::Select: return select(index, node);
    case Op::Has: return has(index, node);
    case Op::HasAttribute: return Value::boolean(node.a < m_attributes.size() && !m_attributes[node.a].is(Kind::Absent));
    case Op::Index: return at(index, node);
    case Op::List: return list(node);
    case Op::Map: return map(index, node);
    case Op::Call: return call(index, node);
    case Op::NoOverload: return Value::error(node.c != 0 ? Failure::NoSuchOverload : Failure::UnknownFunction, index);
    case Op::Not: return invert(index, node);
    case Op::Negate: return negate(index, node);
    case Op::And: return logical(index, node, false);
    case Op::Or: return logical(index, node, true);
    case Op::Conditional: return conditional(index, node);
    case Op::Equal:
    case Op::Unequal:
    case Op::Less:
    case Op::LessEqual:
    case Op::Greater:
    case Op::GreaterEqual: return compare(index, node);
    case Op::In: return contains(index, node);
    case Op::Add:
    case Op::Subtract:
    case Op::Multiply:
    case Op::Divide:
    case Op::Modulo: return arithmetic(index, node);
    case Op::All:
    case Op::Exists:
    case Op::ExistsOne:
    case Op::Filter:
    case Op::Transform: return macro(index, node);
    }
    return noOverload(index);
}

template <bool traced>
Value Machine<traced>::select(std::uint32_t index, const Node& node)
{
    const Value of = evaluate(node.a);
    if (of.isError())
        return of;
    if (!of.is(Kind::Map))
        return noOverload(index);
    const std::string_view name = m_program.name(node.b);
    const Value* const found = of.asMap().find(name);
    return found != nullptr ? *found : Value::error(Failure::NoSuchKey, index, shownKey(m_scratch, name));
}

template <bool traced>
Value Machine<traced>::has(std::uint32_t index, const Node& node)
{
    const Value of = evaluate(node.a);
    if (of.isError())
        return of;
    return of.is(Kind::Map) ? Value::boolean(of.asMap().find(m_program.name(node.b)) != nullptr) : noOverload(index);
}

template <bool traced>
Value Machine<traced>::at(std::uint32_t index, const Node& node)
{
    const Value of = evaluate(node.a);
    if (of.isError())
        return of;
    const Value where = evaluate(node.b);
    if (where.isError())
        return where;
    if (of.is(Kind::Map)) {
        const Value* const found = of.asMap().find(where);
        if (found != nullptr)
            return *found;
        return isKey(where) || where.is(Kind::Double) ? noSuchKey(m_scratch, index, where)
                                                      : Value::error(Failure::UnsupportedKey, index);
    }
    if (!of.is(Kind::List) || !where.isNumber())
        return noOverload(index);
    const std::span<const Value> items = of.asList();
    const std::size_t number = place(where, items.size());
    return number < items.size() ? items[number] : Value::error(Failure::IndexOutOfRange, index);
}

template <bool traced>
Value Machine<traced>::list(const Node& node)
{
    Value* const items = m_scratch.array<Value>(node.count);
    if (items == nullptr)
        return Value::error(Failure::Memory, 0);
    std::size_t made = 0;
    for (const std::uint32_t part : m_program.children(node)) {
        const Value item = evaluate(part);
        if (item.isError())
            return item;
        new (items + made++) Value(item);
    }
    return Value::list({items, made});
}

template <bool traced>
Value Machine<traced>::map(std::uint32_t index, const Node& node)
{
    MapEntry* const entries = m_scratch.array<MapEntry>(node.count / 2U);
    if (entries == nullptr)
        return Value::error(Failure::Memory, index);
    const auto parts = m_program.children(node);
    std::size_t made = 0;
    for (std::size_t i = 0; i < parts.size(); i += 2) {
        const Value key = evaluate(parts[i]);
        if (key.isError())
            return key;
        if (!isKey(key))
            return Value::error(Failure::UnsupportedKey, parts[i]);
        const Value value = evaluate(parts[i + 1]);
        if (value.isError())
            return value;
        new (entries + made++) MapEntry{key, value};
    }
    std::size_t duplicate = 0;
    const std::optional<Value> value = makeMap(m_scratch, {entries, made}, &duplicate);
    return value ? *value : Value::error(Failure::DuplicateKey, parts.empty() ? index : parts[2 * duplicate]);
}

template <bool traced>
Value Machine<traced>::call(std::uint32_t index, const Node& node)
{
    std::array<Value, mostArguments> values;
    const auto parts = m_program.children(node);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        values[i] = evaluate(parts[i]);
        if (values[i].isError())
            return values[i];
    }
    return callFunction({m_scratch, m_program, node, index, std::span<const Value>(values).first(parts.size())});
}

template <bool traced>
Value Machine<traced>::invert(std::uint32_t index, const Node& node)
{
    const Value of = evaluate(node.a);
    if (of.isError())
        return of;
    return of.is(Kind::Bool) ? Value::boolean(!of.asBool()) : noOverload(index);
}

template <bool traced>
Value Machine<traced>::negate(std::uint32_t index, const Node& node)
{
    const Value of = evaluate(node.a);
    if (of.is(Kind::Double))
        return Value::real(-of.asDouble());
    if (of.isError())
        return of;
    if (!of.is(Kind::Int))
        return noOverload(index);
    if (of.asInt() == std::numeric_limits<std::int64_t>::min())
        return Value::error(Failure::Overflow, index);
    return Value::integer(-of.asInt());
}

/// && and ||: a value that decides does so whatever the others are, errors too.
template <bool traced>
Value Machine<traced>::logical(std::uint32_t index, const Node& node, bool deciding)
{
    Value failed;
    for (const std::uint32_t part : m_program.children(node)) {
        const Value value = evaluate(part);
        if (value.is(Kind::Bool)) {
            if (value.asBool() == deciding)
                return value;
        } else if (failed.is(Kind::Absent)) {
            failed = value.isError() ? value : noOverload(index);
        }
    }
    return failed.is(Kind::Absent) ? Value::boolean(!deciding) : failed;
}

template <bool traced>
Value Machine<traced>::conditional(std::uint32_t index, const Node& node)
{
    const Value condition = evaluate(node.a);
    if (condition.isError())
        return condition;
    if (!condition.is(Kind::Bool))
        return noOverload(index);
    return evaluate(condition.asBool() ? node.b : node.c);
}

template <bool traced>
Value Machine<traced>::compare(std::uint32_t index, const Node& node)
{
    const Value a = evaluate(node.a);
    if (a.isError())
        return a;
    const Value b = evaluate(node.b);
    if (b.isError())
        return b;
    if (node.op <= Op::Unequal) {
        // Most comparisons are of texts that differ in their length, or of identifiers.
        const bool same =
            a.is(Kind::String) && b.is(Kind::String) && a.asText().size() != b.asText().size() ? false : equal(m_scratch, a, b);
        return Value::boolean(same == (node.op == Op::Equal));
    }
    if (a.isText())
        m_scratch.chargeBytes(a.asText().size());
    const Order found = order(a, b);
    switch (found) {
    case Order::None: return noOverload(index);
    case Order::Unordered: return Value::boolean(false);
    case Order::Less: return Value::boolean(node.op == Op::Less || node.op == Op::LessEqual);
    case Order::Greater: return Value::boolean(node.op == Op::Greater || node.op == Op::GreaterEqual);
    case Order::Equal: return Value::boolean(node.op == Op::LessEqual || node.op == Op::GreaterEqual);
    }
    return noOverload(index);
}

template <bool traced>
Value Machine<traced>::contains(std::uint32_t index, const Node& node)
{
    const Value what = evaluate(node.a);
    if (what.isError())
        return what;
    const Value of = evaluate(node.b);
    if (of.isError())
        return of;
    if (of.is(Kind::Map))
        return Value::boolean(of.asMap().find(what) != nullptr);
    if (!of.is(Kind::List))
        return noOverload(index);
    for (const Value& item : of.asList()) {
        if (!m_scratch.charge(1))
            break;
        if (equal(m_scratch, what, item))
            return Value::boolean(true);
    }
    return Value::boolean(false);
}

template <bool traced>
Value Machine<traced>::arithmetic(std::uint32_t index, const Node& node)
{
    const Value a = evaluate(node.a);
    if (a.isError())
        return a;
    const Value b = evaluate(node.b);
    return b.isError() ? b : calculate(m_scratch, node.op, index, a, b);
}

template class Machine<false>;
template class Machine<true>;

} // namespace sallyport::access::cel
