#pragma once

#include "ui/access_policies/tests_dialog.h"

#include <QTimer>
#include <QWidget>

class QLabel;

namespace sallyport::ui {

class Console;
class PolicyDraft;
class QuestionForm;
class TraceView;

/// A question beside a draft: what would be decided if that were enforced. Asks anew at every edit of either.
class TryPane final : public QWidget {
    Q_OBJECT

public:
    TryPane(Console& console, PolicyDraft* draft, QWidget* parent = nullptr);

    /// Asks, a little later.
    void askSoon();
    /// The question and its answer as they are now; nothing while it is asked.
    const std::optional<TriedQuestion>& tried() const { return m_tried; }
    QuestionForm* form() const { return m_form; }
    TraceView* trace() const { return m_trace; }

Q_SIGNALS:
    void policyRequested(const QString& id);

private:
    void ask();
    void setTexts();

    Console& m_console;
    PolicyDraft* m_draft;
    QLabel* m_title;
    class ElideLabel* m_note;
    QuestionForm* m_form;
    TraceView* m_trace;
    QTimer m_wait;
    std::optional<TriedQuestion> m_tried;
    int m_asked = 0;
};

} // namespace sallyport::ui
