#pragma once

#include "ui/look/icons.h"
#include "ui/look/surface.h"

#include <QList>

#include "backend/base/error.h"
#include "backend/identity/roles/role_impact.h"

class QVBoxLayout;

namespace sallyport::ui {

class ElideLabel;

/// "What would this change": who gains and who loses what by a change that isn't saved yet, people after all their roles.
class RoleImpactView final : public Surface {
    Q_OBJECT

public:
    explicit RoleImpactView(QWidget* parent = nullptr);

    void setImpact(const identity::RoleImpact& impact, const std::vector<access::Role>& roles);
    /// In its place, why that isn't known, or why it would be refused.
    void setError(const Error& error);
    void setWaiting();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void setTexts();
    void clear();
    void add(Icon icon, Tone tone, const QString& title, const QString& note);
    void show(const identity::RoleImpact::Effect& effect, bool gains, const std::vector<access::Role>& roles);

    ElideLabel* m_title;
    ElideLabel* m_when;
    QVBoxLayout* m_lines;
    QList<QWidget*> m_shown;
};

} // namespace sallyport::ui
