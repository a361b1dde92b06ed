#pragma once

#include "ui/dashboard/dashboard_data.h"

#include <QList>
#include <QWidget>

class QHBoxLayout;

namespace sallyport::ui {

/// What somebody does first with a new vault, and whether it is done.
struct FirstStep {
    enum class What { StartServer, OwnFactor, AddUser, LetIn };
    What what = What::StartServer;
    bool done = false;
    bool operator==(const FirstStep&) const = default;
};

/// The steps in their order; none when all are done. `answered`: requests have been answered within the week; `young`: the vault
/// counts them for less than that. Who may not read keys isn't asked to make one.
QList<FirstStep> firstStepsOf(const DashboardData& data, bool serverRuns, bool answered, bool young);

/// A band with the first steps of a new vault: those that are done with a tick, the others with what leads to them. Hidden
/// when there are none.
class FirstSteps final : public QWidget {
    Q_OBJECT

public:
    explicit FirstSteps(QWidget* parent = nullptr);
    void setSteps(const QList<FirstStep>& steps);
    const QList<FirstStep>& steps() const { return m_steps; }

Q_SIGNALS:
    void taken(int what);

private:
    void showSteps();
    QWidget* makeStep(const FirstStep& step);

    QList<FirstStep> m_steps;
    QHBoxLayout* m_row;
};

} // namespace sallyport::ui
