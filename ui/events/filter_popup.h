#pragma once

#include "ui/words/filter_suggestions.h"

#include <QFrame>

class QListView;
class QStandardItemModel;

namespace sallyport::ui {

/// The completion list under the caret. It never takes the focus; the editor gives it keys.
class FilterPopup final : public QFrame {
    Q_OBJECT

public:
    explicit FilterPopup(QWidget* parent = nullptr);

    /// Shows the list below `caret` (in the editor's viewport), inside the editor's window.
    void show(QWidget* editor, const QRect& caret, const QString& typed, std::vector<FilterSuggestion> suggestions);
    /// Moves the current line, around at the ends.
    void move(int lines);
    FilterSuggestion current() const;
    const std::vector<FilterSuggestion>& suggestions() const { return m_suggestions; }

Q_SIGNALS:
    void picked(const sallyport::ui::FilterSuggestion& suggestion);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QListView* m_list = nullptr;
    QStandardItemModel* m_model = nullptr;
    std::vector<FilterSuggestion> m_suggestions;
};

} // namespace sallyport::ui
