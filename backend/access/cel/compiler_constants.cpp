#include "backend/access/cel/compiler.h"
#include "backend/access/cel/evaluator.h"
#include "backend/access/cel/values/copy_value.h"
#include "backend/access/cel/values/network.h"
#include "backend/access/cel/values/zones.h"

namespace sallyport::access::cel {
namespace {

/// What a constant may cost to make.
constexpr Bounds foldBounds{10'000, 64 * 1024};

bool readsText(FunctionId function)
{
    switch (function) {
    case FunctionId::Timestamp:
    case FunctionId::Duration:
    case FunctionId::Ip:
    case FunctionId::Cidr:
    case FunctionId::IsCanonical: return true;
    default: return false;
    }
}

/// Whether what failed so fails each time: not for want of steps that making a constant doesn't get, nor of a type, which has
/// been checked where it is known.
bool isForEver(Failure failure)
{
    return failure != Failure::Steps && failure != Failure::Memory && failure != Failure::NoSuchOverload;
}

bool takesZone(FunctionId function)
{
    return function >= FunctionId::GetDate && function <= FunctionId::GetSeconds;
}

} // namespace

void Compiler::prepare()
{
    for (Index index = 0; index < m_program->m_nodes.size(); ++index) {
        if (!m_live[index])
            continue;
        const std::size_t told = m_problems.size();
        if (node(index).op == Op::Call)
            prepareCall(index);
        if (m_problems.size() == told && hasOnlyConstants(node(index)))
            fold(index);
    }
}

std::optional<std::string_view> Compiler::constantText(Index index) const
{
    const Node& part = m_program->m_nodes[index];
    if (part.op != Op::Constant || !m_program->constant(part.a).is(Kind::String))
        return {};
    return m_program->constant(part.a).asText();
}

/// The pattern of matches(), the zone of getHours() and the address of containsIP(), where they are written.
void Compiler::prepareCall(Index index)
{
    Node& call = node(index);
    const auto function = static_cast<FunctionId>(call.function);
    const bool takesNetwork = function == FunctionId::ContainsIp || function == FunctionId::ContainsCidr;
    if (call.count != 2 || (function != FunctionId::Matches && !takesNetwork && !takesZone(function)))
        return;
    const Index written = ast().children[call.a + 1];
    const auto text = constantText(written);
    if (!text)
        return;
    if (takesNetwork) {
        const bool read = function == FunctionId::ContainsIp ? readAddress(*text).has_value() : readNetwork(*text).has_value();
        if (!read && m_options.checked && m_options.refusesFailures)
            problem(written,
                    function == FunctionId::ContainsIp ? "this is no IP address" : "this is no network such as 192.0.2.0/24");
    } else if (function == FunctionId::Matches) {
        std::string reason;
        if (std::unique_ptr<Pattern> pattern = Pattern::make(*text, &reason)) {
            m_program->m_patterns.push_back(std::move(pattern));
            call.b = static_cast<std::uint32_t>(m_program->m_patterns.size());
        } else if (m_options.checked) {
            problem(written, "this is no regular expression: " + reason);
        }
    } else if (const auto zone = readZone(*text)) {
        m_program->m_zones.push_back(*zone);
        call.b = static_cast<std::uint32_t>(m_program->m_zones.size());
    } else if (m_options.checked) {
        problem(written, "this is no time zone of this system, nor a distance from UTC such as +01:00");
    }
}

bool Compiler::hasOnlyConstants(const Node& part) const
{
    if (part.op == Op::Constant || part.op == Op::Local || part.op == Op::Attribute || part.op == Op::HasAttribute ||
        part.op == Op::Unknown || part.op == Op::NoOverload || isMacro(part.op))
        return false;
    bool only = true;
    ast().forEachChild(part, [&](Index child) { only = only && m_program->m_nodes[child].op == Op::Constant; });
    return only;
}

void Compiler::fold(Index index)
{
    Evaluator evaluator(foldBounds);
    const Value value = evaluator.runPart(*m_program, index, {});
    Node& part = node(index);
    if (value.isError()) {
        const bool text = part.op == Op::Call && readsText(static_cast<FunctionId>(part.function));
        if (m_options.checked && (text || m_options.refusesFailures) && isForEver(value.failure()))
            problem(index, m_program->describe(value));
        return;
    }
    const std::optional<Value> kept = copyValue(*m_program->m_ast.pool, value);
    if (!kept)
        return;
    part.op = Op::Constant;
    part.count = 0;
    part.a = static_cast<std::uint32_t>(m_program->m_ast.constants.size());
    m_program->m_ast.constants.push_back(*kept);
}

} // namespace sallyport::access::cel
