#include "backend/records/rich_text/rich_text.h"

#include "backend/base/utf8.h"
#include "backend/records/rich_text/markup_pass.h"
#include "backend/records/rich_text/source_text.h"

namespace sallyport::records {

namespace {

/// Taking elements out can leave others where a parser would put them elsewhere: the result is read again until it stays as it
/// is.
constexpr int mostRounds = 8;
/// Passes may be longer than what is stored in the end.
constexpr std::size_t passLimit = 4 * maxRichText;

Error tooLong()
{
    Error error(ErrorCode::LimitReached, "the text is longer than " + std::to_string(maxRichText) + " bytes");
    return error;
}

/// Words only, which is the same however often it is read.
std::string wordsOnly(std::string_view text)
{
    std::string html;
    while (true) {
        const std::size_t end = text.find('\n');
        appendEscaped(html, text.substr(0, end), false);
        if (end == std::string_view::npos)
            return html;
        html += "<br>";
        text.remove_prefix(end + 1);
    }
}

} // namespace

Result<RichText> sanitiseRichText(std::string_view source)
{
    if (source.size() > maxRichText)
        return tooLong();
    if (!codePointCount(source))
        return makeError(ErrorCode::InvalidArgument, "the text is no UTF-8");
    RichText rich;
    rich.html = readableSource(source);
    for (int round = 0; round < mostRounds; ++round) {
        SALLYPORT_ASSIGN(const HtmlTree tree, HtmlTree::parse(rich.html));
        MarkupPass pass(passLimit);
        if (!pass.run(tree.root()))
            return tooLong();
        if (round == 0)
            rich.removed = std::move(pass.removed);
        rich.text = std::move(pass.text);
        if (pass.html == rich.html) {
            if (rich.html.size() > maxRichText)
                return tooLong();
            return rich;
        }
        rich.html = std::move(pass.html);
    }
    rich.html = wordsOnly(rich.text);
    if (rich.html.size() > maxRichText)
        return tooLong();
    return rich;
}

std::string removedText(const std::vector<RemovedMarkup>& removed)
{
    std::string text;
    for (const RemovedMarkup& one : removed) {
        const bool many = one.count != 1;
        if (!text.empty())
            text += ", ";
        text += std::to_string(one.count) + ' ';
        switch (one.kind) {
        case RemovedMarkup::Kind::Element: text += (many ? "elements " : "element ") + one.name; break;
        case RemovedMarkup::Kind::Attribute: text += (many ? "attributes " : "attribute ") + one.name; break;
        case RemovedMarkup::Kind::Link:
            text += many ? "links" : "link";
            if (!one.name.empty())
                text += " with " + one.name + ':';
            break;
        case RemovedMarkup::Kind::Comment: text += many ? "comments" : "comment"; break;
        }
    }
    return text;
}

} // namespace sallyport::records
