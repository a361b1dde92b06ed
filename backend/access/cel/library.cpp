#include "backend/access/cel/library.h"

namespace sallyport::access::cel {

Value Call::text(std::string_view made) const noexcept
{
    if (!scratch.chargeBytes(made.size()))
        return fail(Failure::Steps);
    const std::string_view copy = scratch.copy(made);
    return copy.data() == nullptr ? fail(Failure::Memory) : Value::string(copy);
}

bool TextBuilder::add(std::string_view text)
{
    m_full = m_full || text.size() > m_call.scratch.room() - std::min(m_call.scratch.room(), m_text.size()) ||
             !m_call.scratch.chargeBytes(text.size());
    if (!m_full)
        m_text += text;
    return !m_full;
}

Value TextBuilder::finish() const
{
    if (!m_full)
        return m_call.text(m_text);
    if (!m_call.scratch.exhausted())
        m_call.scratch.refuseMemory();
    return m_call.fail(Failure::Memory);
}

namespace {

Value sizeOf(const Call& call)
{
    const Value& of = call[0];
    switch (of.kind()) {
    case Kind::String: return textFunction(FunctionId::Size, call);
    case Kind::Bytes: return Value::integer(static_cast<std::int64_t>(of.asText().size()));
    case Kind::List: return Value::integer(static_cast<std::int64_t>(of.asList().size()));
    case Kind::Map: return Value::integer(static_cast<std::int64_t>(of.asMap().size()));
    default: return call.noOverload();
    }
}

} // namespace

Value callFunction(const Call& call)
{
    const auto function = static_cast<FunctionId>(call.node.function);
    if (function == FunctionId::Dyn)
        return call[0];
    if (function == FunctionId::Type)
        return Value::type(call[0].kind());
    if (function < FunctionId::Size)
        return convertTo(function, call);
    if (function == FunctionId::Size)
        return sizeOf(call);
    if (function < FunctionId::GetDate)
        return textFunction(function, call);
    if (function < FunctionId::CharAt)
        return timeFunction(function, call);
    if (function == FunctionId::Format)
        return formatText(call);
    if (function == FunctionId::CharAt || function == FunctionId::IndexOf || function == FunctionId::LastIndexOf ||
        function == FunctionId::Substring)
        return textFunction(function, call);
    return function < FunctionId::Ip ? editText(function, call) : networkFunction(function, call);
}

} // namespace sallyport::access::cel
