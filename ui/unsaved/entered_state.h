#pragma once

#include <cstddef>

class QWidget;

namespace sallyport::ui {

/// A number for what stands in the inputs of `form`: while it is the same nothing is changed. Only the number is kept, so that no
/// password is. What can only be read and what was left out below isn't counted.
std::size_t enteredState(const QWidget* form);

/// What is typed there is nothing that anybody would miss: a search, a code of the moment.
void leaveOutOfEntered(QWidget* input);

} // namespace sallyport::ui
