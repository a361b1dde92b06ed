#pragma once

namespace sallyport::ui {

/// What assistive technology is told of lists, tables, tab bars and plain widgets: as Qt tells it, but for one thing. Qt calls
/// the current cell of every list, the chosen tab of every bar and whoever only passes the keyboard on `focused`, though the
/// keyboard is elsewhere and the list may be hidden; here exactly one thing is, the one that the next key goes to. Once for the
/// program.
void installAccessibleParts();

} // namespace sallyport::ui
