#pragma once

#include "backend/journal/saved_searches.h"
#include "ui/widgets/dialog_frame.h"

#include <optional>

class QCheckBox;
class QLineEdit;

namespace sallyport::ui {

class Banner;
class Console;
class Field;

/// Keeps a filter under a name, or changes one that is kept: name, filter, whether its columns come along and whether everybody
/// has it.
class SearchDialog final : public DialogFrame {
    Q_OBJECT

public:
    /// `columns`: those of the list now. `changed`: the search that is changed; none: a new one for `filter`.
    SearchDialog(Console& console, const QString& filter, const QStringList& columns, std::optional<journal::SavedSearch> changed,
                 QWidget* parent);

Q_SIGNALS:
    void saved(const QString& name);

private:
    void build(const QString& filter);
    void setTexts();
    void save();
    void showFailure(const Error& error);
    std::vector<std::string> columns() const;

    Console& m_console;
    const QStringList m_listColumns;
    const std::optional<journal::SavedSearch> m_changed;
    Banner* m_failure;
    QLineEdit* m_name;
    QLineEdit* m_filter;
    QCheckBox* m_withColumns;
    QCheckBox* m_shared;
    Field* m_nameField = nullptr;
    Field* m_filterField = nullptr;
    QPushButton* m_cancel;
    QPushButton* m_save;
};

} // namespace sallyport::ui
