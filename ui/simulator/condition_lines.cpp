#include "ui/simulator/condition_lines.h"

#include "backend/access/cel/ast.h"
#include "ui/words/failure_words.h"
#include "ui/words/text_helpers.h"

#include <QJsonObject>

#include <algorithm>
#include <map>
#include <vector>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

namespace {

using access::cel::Node;
using access::cel::Op;
using Index = std::uint32_t;

struct GivenPart {
    std::uint32_t offset = 0, length = 0;
    QString value, error;
};

class LineMaker {
public:
    LineMaker(const access::cel::Ast& ast, std::vector<GivenPart> parts) : m_ast(ast), m_parts(std::move(parts)) {}

    QList<ConditionLine> make()
    {
        visit(m_ast.root, {}, false);
        return m_lines;
    }

private:
    void visit(Index index, const QString& sign, bool inside)
    {
        const Node& node = m_ast.nodes[index];
        if (node.op != Op::And && node.op != Op::Or)
            return addLine(node, sign);
        const auto children = m_ast.childrenOf(node);
        const QString joined = node.op == Op::And ? u"&&"_s : u"||"_s;
        for (std::size_t at = 0; at < children.size(); ++at) {
            QString before = at == 0 ? sign : joined;
            if (at == 0 && inside)
                before += before.isEmpty() ? u"("_s : u" ("_s;
            visit(children[at], before, true);
        }
        if (inside && !m_lines.isEmpty())
            m_lines.last().text += u')';
    }

    void addLine(const Node& node, const QString& sign)
    {
        ConditionLine line;
        line.sign = sign;
        line.text = written(node.place.offset, node.place.length);
        for (const GivenPart& part : m_parts)
            if (part.offset == node.place.offset && part.length == node.place.length) {
                line.failed = !part.error.isEmpty();
                line.result = line.failed ? failureText(part.error) : part.value;
            }
        line.values = withValues(node.place.offset, node.place.length);
        m_lines << line;
    }

    QString written(std::uint32_t offset, std::uint32_t length) const
    {
        return toQString(std::string_view(m_ast.source).substr(offset, length)).simplified();
    }

    /// Names put out of the text for what they were.
    QString withValues(std::uint32_t offset, std::uint32_t length) const
    {
        QString text;
        std::uint32_t at = offset;
        bool changed = false;
        for (const GivenPart& part : m_parts) { // by their places
            const bool name = std::ranges::any_of(m_ast.nodes, [&](const Node& node) {
                return (node.op == Op::Name || node.op == Op::Select) && node.place.offset == part.offset &&
                       node.place.length == part.length;
            });
            if (!name || part.value.isEmpty() || part.offset < at || part.offset + part.length > offset + length)
                continue;
            text += toQString(std::string_view(m_ast.source).substr(at, part.offset - at)) + part.value;
            at = part.offset + part.length;
            changed = true;
        }
        if (!changed)
            return {};
        text += toQString(std::string_view(m_ast.source).substr(at, offset + length - at));
        return text.simplified();
    }

    const access::cel::Ast& m_ast;
    std::vector<GivenPart> m_parts;
    QList<ConditionLine> m_lines;
};

} // namespace

QList<ConditionLine> conditionLines(const QString& condition, const QJsonArray& parts)
{
    const auto parsed = access::cel::parse(toUtf8(condition));
    const auto* const ast = std::get_if<access::cel::Ast>(&parsed);
    if (ast == nullptr)
        return {{{}, condition, {}, {}, false}};
    std::vector<GivenPart> given;
    for (const QJsonValue& value : parts) {
        const QJsonObject part = value.toObject();
        given.push_back({static_cast<std::uint32_t>(part.value(u"offset").toInt()),
                         static_cast<std::uint32_t>(part.value(u"length").toInt()), part.value(u"value").toString(),
                         part.value(u"error").toString()});
    }
    // The longer of two that begin together first: a name goes as a whole.
    std::ranges::stable_sort(given, [](const GivenPart& a, const GivenPart& b) {
        return a.offset != b.offset ? a.offset < b.offset : a.length > b.length;
    });
    return LineMaker(*ast, std::move(given)).make();
}

} // namespace sallyport::ui
