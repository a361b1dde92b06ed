#pragma once

#include "ui/retention/rule_authors.h"
#include "ui/widgets/dialog_frame.h"

#include <optional>

class QLabel;
class QLineEdit;

namespace sallyport::ui {

class Banner;
class Console;
class Field;
class RulesTable;

/// Changes how long events are kept, and tells what would go before it is saved.
class RulesDialog final : public DialogFrame {
    Q_OBJECT

public:
    RulesDialog(Console& console, const retention::RetentionRules& rules, const RuleAuthors& authors, QWidget* parent);

Q_SIGNALS:
    /// The rules before are no longer.
    void saved(const sallyport::retention::RetentionRules& before);

private:
    void build();
    void setTexts();
    /// What the fields say; nothing, with the field marked, if one of them can't be read.
    std::optional<retention::RetentionRules> typed();
    void updateState();
    void preview();
    void submit();
    void showFailure(const Error& error);

    Console& m_console;
    const retention::RetentionRules m_before;
    RulesTable* m_table;
    QLineEdit* m_most;
    Field* m_mostField;
    QLineEdit* m_bytes; ///< in megabytes
    Field* m_bytesField;
    const std::int64_t m_bytesBefore; ///< stays where the field does: it may be no whole number of them
    QLabel* m_due;
    Banner* m_failure;
    QPushButton* m_add;
    QPushButton* m_undo;
    QPushButton* m_preview;
    QPushButton* m_cancel;
    QPushButton* m_save;
};

} // namespace sallyport::ui
