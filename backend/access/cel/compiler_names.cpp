#include "backend/access/cel/compiler.h"

#include "backend/base/nearest_word.h"

namespace sallyport::access::cel {
namespace {

/// What a name of a type means, or Absent.
Value typeNamed(std::string_view name)
{
    for (auto kind = static_cast<std::uint8_t>(Kind::Null); kind <= static_cast<std::uint8_t>(Kind::Type); ++kind)
        if (kindName(static_cast<Kind>(kind)) == name)
            return Value::type(static_cast<Kind>(kind));
    return {};
}

} // namespace

void Compiler::resolveNames()
{
    const std::size_t count = m_program->m_nodes.size();
    m_chains.resize(count);
    m_selectors.assign(count, none);
    m_fromRoot.assign(count, false);
    for (Index index = 0; index < count; ++index) {
        switch (node(index).op) {
        case Op::Name:
        case Op::Select: resolveChain(index); break;
        case Op::Has: resolveHas(index); break;
        case Op::Call: resolveCall(index); break;
        default: break;
        }
    }
}

/// A name, or a field of what may be a part of a name. The longest name that is declared wins: it comes last.
void Compiler::resolveChain(Index index)
{
    Node& part = node(index);
    if (part.op == Op::Name) {
        m_chains[index] = m_program->name(part.a);
        m_fromRoot[index] = part.b != 0;
        part.op = Op::Unknown;
    } else {
        if (m_chains[part.a].empty())
            return;
        m_chains[index] = m_chains[part.a] + '.' + std::string(m_program->name(part.b));
        m_fromRoot[index] = m_fromRoot[part.a];
        m_selectors[part.a] = index;
    }
    if (const auto slot = m_declarations.find(m_chains[index])) {
        part.op = Op::Attribute;
        part.a = *slot;
    } else if (const Value type = typeNamed(m_chains[index]); !type.is(Kind::Absent)) {
        part.op = Op::Constant;
        part.a = static_cast<std::uint32_t>(m_program->m_ast.constants.size());
        m_program->m_ast.constants.push_back(type);
    }
}

/// has(a.b) asks whether the attribute is set if `a.b` is one.
void Compiler::resolveHas(Index index)
{
    Node& part = node(index);
    if (m_chains[part.a].empty())
        return;
    if (const auto slot = m_declarations.find(m_chains[part.a] + '.' + std::string(m_program->name(part.b)))) {
        part.op = Op::HasAttribute;
        part.a = *slot;
    } else if (node(part.a).op == Op::Unknown) {
        m_selectors[part.a] = index;
    }
}

void Compiler::resolveCall(Index index)
{
    Node& call = node(index);
    const std::uint32_t written = call.b;
    std::string name(m_program->name(written));
    bool onReceiver = call.c != 0;
    call.b = 0;
    if (onReceiver) {
        // `ip.isCanonical(x)`: the function of a namespace, not a method of something.
        const Index receiver = ast().children[call.a];
        const std::string qualified = m_chains[receiver].empty() ? std::string() : m_chains[receiver] + '.' + name;
        if (!qualified.empty() && findFunction(qualified, false, call.count - 1U).known) {
            name = qualified;
            onReceiver = false;
            ++call.a;
            --call.count;
        }
    }
    const FoundFunction found = findFunction(name, onReceiver, call.count);
    if (found.function) {
        call.function = static_cast<std::uint8_t>(*found.function);
        return;
    }
    call.op = Op::NoOverload;
    call.b = written;
    call.c = found.known ? 1 : 0;
    if (m_options.checked)
        reportFunction(index, name, found.known);
}

void Compiler::reportFunction(Index index, std::string_view name, bool known)
{
    if (known)
        return problem(index, "'" + std::string(name) + "' does not take this many values");
    std::vector<std::string_view> names;
    for (const Overload& overload : overloads())
        names.push_back(overload.name);
    problem(index, "unknown function '" + std::string(name) + "'", std::string(nearestWord(name, names).value_or("")));
}

void Compiler::markLive()
{
    m_live.assign(m_program->m_nodes.size(), false);
    m_live[m_program->root()] = true;
    for (Index index = m_program->root() + 1; index-- > 0;)
        if (m_live[index])
            ast().forEachChild(node(index), [this](Index child) { m_live[child] = true; });
}

void Compiler::reportUnknown(Index index)
{
    // How far it goes on as the beginning of names that there are.
    Index last = index;
    while (m_declarations.isPrefix(m_chains[last]) && m_selectors[last] != none && !m_chains[m_selectors[last]].empty())
        last = m_selectors[last];
    std::string name = m_chains[last];
    Index place = last;
    if (m_declarations.isPrefix(name) && m_selectors[last] != none) { // has(subject.emial)
        place = m_selectors[last];
        name += '.' + std::string(m_program->name(ast().nodes[place].b));
    }
    if (m_declarations.isPrefix(name))
        return problem(place, "'" + name + "' is no value by itself: name one of its attributes");
    problem(place, "unknown name '" + name + "'", m_declarations.nearest(name));
}

} // namespace sallyport::access::cel
