#pragma once

#include "app/report/document_items.h"

namespace sallyport::report {

/// Draws the document behind `header` from the lines of `input`: a cover with the contents, then what it holds. What is before
/// the long sheet is kept until its pages are counted; memory doesn't grow with the rows of that. Answers why it can't be, or an
/// empty text.
QString drawDocument(const DocumentHeader& header, QIODevice& input, QIODevice& output);

} // namespace sallyport::report
