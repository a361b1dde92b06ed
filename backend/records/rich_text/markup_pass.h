#pragma once

#include "backend/records/rich_text/html_tree.h"
#include "backend/records/rich_text/rich_text.h"

#include <string>
#include <string_view>
#include <vector>

namespace sallyport::records {

/// One walk through a tree, with a stack of its own: writes what is allowed, and what is read.
class MarkupPass {
public:
    /// The walk ends where `html` gets longer than `limit`.
    explicit MarkupPass(std::size_t limit) : m_limit(limit) {}

    /// False if the limit was met.
    bool run(const GumboNode& root);

    std::string html, text;
    std::vector<RemovedMarkup> removed;

private:
    struct Open {
        const GumboNode* node;
        unsigned next = 0;          ///< child
        std::string_view name = {}; ///< of the element that is written; empty: none
        bool line = false;          ///< ends a line of what is read
        bool preformatted = false;
        std::string_view literalEnd = {}; ///< `</user@example.com>`, if it was written
    };

    void open(const GumboNode& node);
    void openElement(const GumboNode& node);
    void close(const Open& done);
    void startTag(const GumboElement& element, std::string_view name);
    void attributes(const GumboElement& element);
    void words(std::string_view characters);
    void note(RemovedMarkup::Kind kind, std::string name);
    void endLine();

    const std::size_t m_limit;
    std::vector<Open> m_open;
    std::size_t m_depth = 0;                    ///< elements that are written and not closed
    unsigned m_preformatted = 0;                ///< <pre> that are open
    std::size_t m_preBegin = std::string::npos; ///< where in `html` the last <pre> begins
};

/// Escapes what somebody wrote as HTML's own serialiser does, `<` and `>` in attributes too; without control characters.
void appendEscaped(std::string& to, std::string_view text, bool attribute);

} // namespace sallyport::records
