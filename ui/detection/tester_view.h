#pragma once

#include "ui/look/surface.h"

#include <QTimer>

#include "backend/protection/inspection/detection_rules.h" // below Qt: moc 6.4 stumbles over <compare> before <string>

class QLabel;
class QPlainTextEdit;
class QVBoxLayout;

namespace sallyport::ui {

class Console;
class ElideLabel;
class FlowLayout;
class IconLabel;
class RequestHighlighter;
class ScoreBar;
class StagesView;

/// Paste or type a request and see every stage, by the code that guards the server, with real times. The verdict closes the
/// column.
class TesterView final : public Surface {
    Q_OBJECT

public:
    explicit TesterView(Console& console, QWidget* parent = nullptr);

    QPlainTextEdit* editor() const { return m_editor; }
    const std::optional<protection::TestedRequest>& tested() const { return m_tested; }
    StagesView* stages() const { return m_stages; }
    QString verdict() const;
    /// Asks again: settings have changed.
    void askSoon();

private:
    void build();
    void setTexts();
    void ask();
    void showAnswer(const Result<protection::TestedRequest>& answer);
    void showTested();
    void showRest(const protection::detection::ValueExplanation* shown);

    Console& m_console;
    QLabel *m_title, *m_note;
    QPlainTextEdit* m_editor;
    RequestHighlighter* m_highlighter;
    QLabel *m_stagesTitle, *m_stagesNote, *m_total;
    StagesView* m_stages;
    QLabel *m_tokensTitle, *m_strictness;
    QWidget* m_tokens;
    FlowLayout* m_tokensFlow;
    QLabel *m_scoreTitle, *m_scoreText;
    ScoreBar* m_bar;
    QWidget *m_found, *m_tokensPart, *m_scoreLine;
    IconLabel* m_restIcon;
    QLabel* m_rest;
    Surface* m_strip;
    IconLabel* m_stripIcon;
    QLabel* m_stripText;
    ElideLabel* m_stripWhat;
    QTimer m_wait;
    std::optional<protection::TestedRequest> m_tested;
    int m_asked = 0;
};

} // namespace sallyport::ui
