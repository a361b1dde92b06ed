#pragma once

#include <QWidget>

namespace sallyport::ui {

/// An input of a date or a time (`Edit` is Qt's) of which Tab leads out, as of every other input; its parts are reached by the
/// arrows and by a click.
template <typename Edit>
class WholeEdit final : public Edit {
public:
    using Edit::Edit;

protected:
    bool focusNextPrevChild(bool next) override { return this->QWidget::focusNextPrevChild(next); }
};

} // namespace sallyport::ui
