#pragma once

#include "ui/words/filter_suggestions.h"

#include <QFrame>

class QListView;
class QStandardItemModel;

namespace sallyport::ui {

/// The completion list of an editor, under its caret. It never takes the focus; the editor gives it keys.
class SuggestionPopup final : public QFrame {
    Q_OBJECT

public:
    /// Code is offered in the fonts of code, names as names are written.
    enum class Offers { Code, Names };
    explicit SuggestionPopup(const QString& objectName, Offers offers = Offers::Code, QWidget* parent = nullptr);

    /// Shows the list with its corner at `place` of the editor, inside the editor's window. `typed` stands out in what begins so.
    void show(QWidget* editor, const QPoint& place, const QString& typed, std::vector<FilterSuggestion> suggestions);
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
