#pragma once

#include "ui/access_policies/policy_draft.h"

#include <QWidget>

class QVBoxLayout;

namespace sallyport::ui {

/// What is otherwise, a part under the other: what went with a minus, what came with a plus, texts of several lines by their
/// lines.
class DifferencesView final : public QWidget {
    Q_OBJECT

public:
    explicit DifferencesView(QWidget* parent = nullptr);
    void setDifferences(const std::vector<PolicyDifference>& differences, const QString& none);

private:
    void addLine(const QString& text, bool added);

    QVBoxLayout* m_column;
};

/// Of two texts the lines that only one of them has; what is the same at their beginning and end is left out.
struct LineDifference {
    QStringList removed, added;
};
LineDifference lineDifference(const QString& before, const QString& after);

} // namespace sallyport::ui
