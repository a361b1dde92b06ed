#pragma once

#include "ui/unsaved/unsaved_work.h"

#include <QTimer>
#include <QWidget>

#include <map>
#include <optional>
#include <string>

#include "ui/limits/limit_draft.h" // below Qt: moc 6.4 stumbles over <compare> before <string>

class QPushButton;

namespace sallyport {
struct Error;
}

namespace sallyport::ui {

class Console;
class DetailsPane;
class ElideLabel;
class FactRows;
class HottestList;
class LimitForm;
class OverrideList;
class PaneSection;
class Surface;

/// One rule beside the table: its numbers to be changed, a suggestion, what yesterday would have been like with them, and who
/// uses it now. What is typed and not saved stays while the operator looks at another rule.
class LimitPane final : public QWidget, public UnsavedWork {
    Q_OBJECT

public:
    explicit LimitPane(Console& console, QWidget* parent = nullptr);

    void setRule(const protection::RateRule& rule);
    void setUsage(const protection::RateUsage& usage);
    /// Its usage could not be read.
    void setUsageError(const Error& error);
    bool hasRule() const { return m_rule.has_value(); }
    const protection::RateRule& rule() const { return *m_rule; }
    /// The numbers as they stand in the form.
    protection::RateNumbers numbers() const;
    bool hasChanges() const;
    /// Of all rules that were looked at.
    QString unsavedWork() const override;
    void discard();
    /// The numbers could not be saved.
    void showFailure(const Error& error);
    void setSaving(bool saving);
    /// They were: what is in force is what the form shows.
    void takeSaved(const protection::RateRule& rule);
    /// Somebody's own numbers have changed: reads them again.
    void readOverrides();

Q_SIGNALS:
    void closeRequested();
    /// Other numbers are typed; with every keystroke.
    void numbersChanged(const sallyport::protection::RateNumbers& numbers);
    void saveRequested(const sallyport::protection::RateRulePatch& patch);
    void resetRequested(const sallyport::protection::RateCaller& caller);
    void eventsRequested();
    void editRequested();
    void removeRequested();
    void addOverrideRequested();
    void removeOverrideRequested(const sallyport::protection::RateOverride& one);

private:
    void build();
    QWidget* makeSaveBar();
    QWidget* makeSuggestion();
    void setTexts();
    void showHead();
    void showUsage();
    void showSuggestion();
    void showState();
    void edited();
    void ask();
    void showPreview();
    QString previewText() const;
    void showOverrides(const Result<std::vector<protection::RateOverride>>& overrides);

    Console& m_console;
    std::optional<protection::RateRule> m_rule;
    std::optional<protection::RateUsage> m_usage;
    std::optional<protection::RatePreview> m_preview;
    std::map<std::string, LimitDraft> m_drafts; ///< by the rules' ids, of those that are changed
    bool m_saving = false;
    int m_asked = 0;
    QTimer m_wait;
    DetailsPane* m_pane;
    QPushButton* m_edit = nullptr;
    QPushButton* m_remove = nullptr;
    LimitForm* m_form = nullptr;
    PaneSection* m_suggestionSection = nullptr;
    ElideLabel* m_suggestion = nullptr;
    ElideLabel* m_suggestionNote = nullptr;
    QPushButton* m_use = nullptr;
    PaneSection* m_previewSection = nullptr;
    ElideLabel* m_previewText = nullptr;
    FactRows* m_victims = nullptr;
    PaneSection* m_hottestSection = nullptr;
    HottestList* m_hottest = nullptr;
    QPushButton* m_events = nullptr;
    PaneSection* m_overridesSection = nullptr;
    OverrideList* m_overrides = nullptr;
    QPushButton* m_addOverride = nullptr;
    int m_overridesAsked = 0;
    Surface* m_bar = nullptr;
    ElideLabel* m_change = nullptr;
    QPushButton* m_discard = nullptr;
    QPushButton* m_save = nullptr;
};

} // namespace sallyport::ui
