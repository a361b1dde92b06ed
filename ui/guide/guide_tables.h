#pragma once

class QTextDocument;

namespace sallyport::ui {

/// Makes the tables of a page that came from Markdown readable: single hairlines, room around the texts, heads on their own
/// ground and never broken within a word. A head without words (Markdown knows no table without one) goes.
void styleGuideTables(QTextDocument* page);

} // namespace sallyport::ui
