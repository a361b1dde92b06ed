#pragma once

#include "ui/retention/rule_authors.h"

#include <QWidget>

class QGridLayout;
class QLabel;
class QPushButton;
class QSpinBox;
class QVBoxLayout;

namespace sallyport::ui {

class KindField;

/// How long events are kept, one kind a row: its name, days, who set it; the last row is of all that no rule is for. Rows are
/// added and taken away, each step with a way back.
class RulesTable final : public QWidget {
    Q_OBJECT

public:
    explicit RulesTable(QWidget* parent = nullptr);

    void setRules(const retention::RetentionRules& rules, RuleAuthors authors, UtcTime now);
    /// Of days and kinds; nothing, with the fields marked, if one of them is none. The cap is somebody else's.
    std::optional<retention::RetentionRules> typed();
    /// At the field that it is about: `days`, `kinds.3.kind`. False if there is no such field.
    bool showError(const std::string& field, const QString& why);
    void clearErrors();

    bool canUndo() const { return !m_before.empty(); }
    /// As it was before the last step.
    void undo();
    void addRule();

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Line {
        std::string kind; ///< empty: not chosen yet
        int days = 0;
        bool operator==(const Line&) const = default;
    };
    struct Row {
        QWidget* widget = nullptr;
        KindField* kind = nullptr;
        QSpinBox* days = nullptr;
        QLabel* error = nullptr;
    };

    void setTexts();
    QSpinBox* makeDays(const QString& name, QWidget* parent);
    Row makeRow(const Line& line, int place);
    Row makeDefault(QWidget* parent);
    std::vector<Line> lines() const;
    /// The state before what is done now: one step a field, not one a key.
    void note(const QObject* where);
    void show(const std::vector<Line>& lines, int days);
    void remove(int place);
    static void mark(Row& row, QWidget* input, const QString& why);

    QLabel *m_kindHead, *m_daysHead, *m_byHead;
    QWidget* m_list;
    QVBoxLayout* m_column;
    std::vector<Row> m_rows;
    Row m_default;
    QLabel* m_defaultName = nullptr;
    QLabel* m_defaultBy = nullptr;
    RuleAuthors m_authors;
    retention::RetentionRules m_rules; ///< as they are now
    UtcTime m_now;
    struct State {
        std::vector<Line> lines;
        int days = 0;
    };
    std::vector<State> m_before;
    State m_last; ///< as it was when the last step ended
    const QObject* m_stepOf = nullptr;
};

} // namespace sallyport::ui
