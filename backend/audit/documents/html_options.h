#pragma once

#include "backend/audit/documents/document.h"

namespace sallyport::audit {

/// How a document becomes HTML.
struct HtmlOptions {
    Translate translate = {};
    /// Takes the SVG of a chart and says by which address it is to be asked for: for what shows HTML and knows no SVG inside it.
    /// An empty function: it stands in the page.
    std::function<std::string(std::string svg)> chartAddress = {};
    std::int64_t mostRows = 0; ///< of each table, with a note where there are more; 0: all
};

} // namespace sallyport::audit
