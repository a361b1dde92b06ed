#include "backend/records/rich_text/markup_pass.h"

#include "backend/base/utf8.h"
#include "backend/records/rich_text/allowed_markup.h"

#include <algorithm>

namespace sallyport::records {

namespace {

constexpr std::size_t mostNotes = 32;

bool isSpaceOrLine(char c) noexcept
{
    return c == ' ' || c == '\t' || c == '\n';
}

/// The source has been through readableSource(), which wrote out ampersands where they stood alone.
std::string literal(const GumboStringPiece& piece)
{
    std::string text(piece.data, piece.length);
    for (std::size_t at = text.find("&amp;"); at != std::string::npos; at = text.find("&amp;", at + 1))
        text.erase(at + 1, 4);
    return text;
}

/// `javascript` of `javascript:alert(1)`, for people; empty if it has none.
std::string schemeOf(std::string_view address)
{
    address = trimAscii(address);
    const std::size_t colon = address.find(':');
    return colon == std::string_view::npos || colon > 32 ? std::string() : shownAttributeName(address.substr(0, colon));
}

} // namespace

void appendEscaped(std::string& to, std::string_view text, bool attribute)
{
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const auto byte = static_cast<unsigned char>(c);
        const auto next = i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) : 0;
        if (c == '&')
            to += "&amp;";
        else if (c == '<')
            to += "&lt;";
        else if (c == '>')
            to += "&gt;";
        else if (c == '"' && attribute)
            to += "&quot;";
        else if (c == '\r')
            to += '\n'; // as the parser reads it the next time
        else if (byte == 0xc2 && next >= 0x80 && next <= 0xa0) {
            if (next == 0xa0)
                to += "&nbsp;"; // otherwise a C1 control
            ++i;
        } else if ((byte >= 0x20 && byte != 0x7f) || c == '\t' || c == '\n')
            to += c;
    }
}

bool MarkupPass::run(const GumboNode& root)
{
    m_open.push_back({&root, 0, {}});
    while (!m_open.empty()) {
        if (html.size() > m_limit)
            return false;
        Open& current = m_open.back();
        const GumboVector* const children = childrenOf(*current.node);
        if (children && current.next < children->length) {
            open(*static_cast<const GumboNode*>(children->data[current.next++]));
        } else {
            const Open done = current;
            m_open.pop_back();
            close(done);
        }
    }
    while (!text.empty() && isSpaceOrLine(text.back()))
        text.pop_back();
    return html.size() <= m_limit;
}

void MarkupPass::open(const GumboNode& node)
{
    switch (node.type) {
    case GUMBO_NODE_ELEMENT:
    case GUMBO_NODE_TEMPLATE: openElement(node); break;
    case GUMBO_NODE_TEXT:
    case GUMBO_NODE_CDATA:
    case GUMBO_NODE_WHITESPACE: words(node.v.text.text); break;
    case GUMBO_NODE_COMMENT: note(RemovedMarkup::Kind::Comment, {}); break;
    case GUMBO_NODE_DOCUMENT: break;
    }
}

void MarkupPass::openElement(const GumboNode& node)
{
    const GumboElement& element = node.v.element;
    if ((node.parse_flags & GUMBO_INSERTION_FROM_ISINDEX) != 0) { // a form with a sentence of the parser's own
        note(RemovedMarkup::Kind::Element, "isindex");
        return;
    }
    const ElementFate fate = elementFate(element);
    if (fate == ElementFate::ReadLiterally) {
        words(literal(element.original_tag));
        m_open.push_back({&node, 0, {}, false, false, ownEndTag(element)});
        return;
    }
    // What the parser makes of itself (a second <b> for the next paragraph) is nothing that somebody wrote.
    const bool written = element.original_tag.length != 0;
    if (fate != ElementFate::Keep && written)
        note(RemovedMarkup::Kind::Element, shownElementName(element));
    if (fate == ElementFate::Drop)
        return;
    const bool line = isBlockElement(element.tag) && element.tag_namespace == GUMBO_NAMESPACE_HTML;
    if (element.tag == GUMBO_TAG_BR && m_preformatted > 0)
        text += '\n'; // an empty line counts there
    else if (line)
        endLine();
    if (fate == ElementFate::Unwrap || m_depth >= maxRichTextDepth) {
        if (element.tag == GUMBO_TAG_IMG ||
            element.tag == GUMBO_TAG_IMAGE) // nothing is loaded from elsewhere; what it says stays
            if (const GumboAttribute* const alternative = gumbo_get_attribute(&element.attributes, "alt"))
                words(alternative->value);
        m_open.push_back({&node, 0, {}, line});
        return;
    }
    const std::string_view name = keptName(element);
    startTag(element, name);
    if (isVoidElement(element.tag))
        return;
    const bool preformatted = element.tag == GUMBO_TAG_PRE;
    if (preformatted) {
        ++m_preformatted;
        m_preBegin = html.size();
    }
    ++m_depth;
    m_open.push_back({&node, 0, name, line, preformatted});
}

void MarkupPass::close(const Open& done)
{
    if (!done.name.empty()) {
        html += "</";
        html += done.name;
        html += '>';
        --m_depth;
    }
    if (!done.literalEnd.empty())
        words(done.literalEnd);
    if (done.preformatted)
        --m_preformatted;
    if (done.line)
        endLine();
    const bool cell = done.node->type == GUMBO_NODE_ELEMENT &&
                      (done.node->v.element.tag == GUMBO_TAG_TD || done.node->v.element.tag == GUMBO_TAG_TH);
    if (cell && !text.empty() && text.back() != '\n')
        text += '\t';
}

void MarkupPass::startTag(const GumboElement& element, std::string_view name)
{
    html += '<';
    html += name;
    attributes(element);
    html += '>';
}

void MarkupPass::attributes(const GumboElement& element)
{
    for (unsigned i = 0; i < element.attributes.length; ++i) {
        const auto& attribute = *static_cast<const GumboAttribute*>(element.attributes.data[i]);
        const std::string_view name = attribute.name, value = attribute.value;
        const std::optional<std::string> kept =
            attribute.attr_namespace == GUMBO_ATTR_NAMESPACE_NONE ? allowedValue(element.tag, name, value) : std::nullopt;
        if (!kept) {
            if (isLinkAttribute(name))
                note(RemovedMarkup::Kind::Link, schemeOf(value));
            else
                note(RemovedMarkup::Kind::Attribute, shownAttributeName(name));
            continue;
        }
        html += ' ';
        html += name;
        html += "=\"";
        appendEscaped(html, *kept, true);
        html += '"';
    }
}

void MarkupPass::words(std::string_view characters)
{
    // The parser has skipped one line end at the begin of a <pre>, and no serialiser writes it again: of an empty line that
    // stays, each reader would take one away. As <br> it is the same line for all of them.
    if (m_preBegin == html.size() && !characters.empty() && (characters.front() == '\n' || characters.front() == '\r')) {
        html += "<br>";
        text += '\n';
        characters.remove_prefix(characters.starts_with("\r\n") ? 2 : 1);
    }
    appendEscaped(html, characters, false);
    for (std::size_t i = 0; i < characters.size(); ++i) {
        const char c = characters[i] == '\r' ? '\n' : characters[i];
        const auto byte = static_cast<unsigned char>(c);
        const auto next = i + 1 < characters.size() ? static_cast<unsigned char>(characters[i + 1]) : 0;
        if (byte == 0xc2 && next >= 0x80 && next < 0xa0)
            ++i;
        else if (isSpaceOrLine(c) && m_preformatted == 0) {
            if (!text.empty() && !isSpaceOrLine(text.back()))
                text += ' ';
        } else if ((byte >= 0x20 && byte != 0x7f) || isSpaceOrLine(c))
            text += c;
    }
}

void MarkupPass::endLine()
{
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t'))
        text.pop_back();
    if (!text.empty() && text.back() != '\n')
        text += '\n';
}

void MarkupPass::note(RemovedMarkup::Kind kind, std::string name)
{
    const auto known = std::find_if(removed.begin(), removed.end(),
                                    [&](const RemovedMarkup& one) { return one.kind == kind && one.name == name; });
    if (known != removed.end())
        ++known->count;
    else if (removed.size() < mostNotes)
        removed.push_back({kind, std::move(name), 1});
}

} // namespace sallyport::records
