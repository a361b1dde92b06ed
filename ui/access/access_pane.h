#pragma once

#include "ui/parts/subject_pane.h"

#include <optional>
#include <vector>

#include "backend/authorization/access_checks.h"
#include "backend/authorization/access_review.h"

class QPushButton;

namespace sallyport::ui {

class ElideLabel;
class KeyValueGrid;
class PaneSection;

/// One thing that somebody has, beside the list: since when, by whom, until when, used when; what it gives and over which roles;
/// and what its holder may do after all roles and policies.
class AccessPane final : public SubjectPane {
    Q_OBJECT

public:
    explicit AccessPane(Console& console, QWidget* parent = nullptr);

    /// `against`: why the operator may not take it away.
    void setHeld(const authorization::HeldAccess& held, const QString& against);
    void refresh() override;
    bool hasHeld() const { return m_held.has_value(); }
    const authorization::HeldAccess& held() const { return *m_held; }

Q_SIGNALS:
    void revokeRequested();
    void holderRequested();
    void itemRequested();

private:
    struct Given {
        std::string action;
        std::vector<std::string> way;
    };
    struct Background {
        std::vector<Given> gives;
        std::vector<authorization::MayDo> may;
        std::optional<Error> mayError;
        bool mayAsked = false;
    };

    void build();
    void setTexts();
    void showFacts();
    void showBackground();

    std::optional<authorization::HeldAccess> m_held;
    std::optional<Background> m_background;
    QString m_against;
    int m_page, m_mayPage;
    KeyValueGrid* m_facts = nullptr;
    ElideLabel* m_has = nullptr;
    ElideLabel* m_how = nullptr;
    ElideLabel* m_since = nullptr;
    ElideLabel* m_by = nullptr;
    ElideLabel* m_ends = nullptr;
    ElideLabel* m_used = nullptr;
    ElideLabel* m_decided = nullptr;
    PaneSection* m_givesSection = nullptr;
    LinesList* m_gives = nullptr;
    PaneSection* m_maySection = nullptr;
    LinesList* m_may = nullptr;
    QPushButton* m_holder = nullptr;
    QPushButton* m_item = nullptr;
    QPushButton* m_revoke = nullptr;
};

} // namespace sallyport::ui
