#pragma once

#include "ui/limits/limit_draft.h"

#include <QWidget>

class QComboBox;
class QSpinBox;

namespace sallyport {
struct Error;
}

namespace sallyport::ui {

class Field;
class SegmentedControl;

/// The numbers of a rule: so many requests in a time, how and by what they are counted, and what happens to more.
class LimitForm final : public QWidget {
    Q_OBJECT

public:
    /// `name` begins the names of its parts: `limits.details`.
    explicit LimitForm(const QString& name, QWidget* parent = nullptr);

    /// Shows the rule as the draft has it; what a rule may not be can't be chosen.
    void setRule(const protection::RateSetting& rule, const LimitDraft& draft);
    LimitDraft draft() const;
    void setRequests(std::uint32_t requests);
    /// Not to be changed, for that reason; empty: it may.
    void setAgainst(const QString& reason);
    /// Puts each field's error where it belongs; false if one has no place here.
    bool showErrors(const Error& error);
    void clearErrors();

Q_SIGNALS:
    /// With every keystroke.
    void edited();

private:
    void build();
    void setTexts();
    void fillWindows(std::chrono::seconds shown);
    void fillSubjects();

    QString m_name;
    protection::RateSetting m_rule;
    QString m_against;
    QSpinBox* m_requests;
    Field* m_requestsField;
    QComboBox* m_window;
    Field* m_windowField;
    QComboBox* m_algorithm;
    Field* m_algorithmField;
    QComboBox* m_subject;
    Field* m_subjectField;
    SegmentedControl* m_mode;
    Field* m_modeField;
    bool m_showing = false;
};

} // namespace sallyport::ui
