#pragma once

#include "backend/identity/factors/mfa_coverage.h"

#include <QWidget>

namespace sallyport::ui {

class FigureCell;
class MeterBar;

/// The figures on top: how many have a second factor, how many must and don't, how many are late, who has few codes.
class CoverageFigures final : public QWidget {
    Q_OBJECT

public:
    explicit CoverageFigures(QWidget* parent = nullptr);

    /// Of everybody, or of one role's members.
    void show(const identity::MfaCoverage& coverage, const std::optional<std::string>& role);
    void clear();

private:
    void setTitles();

    FigureCell* m_all;
    FigureCell* m_grace;
    FigureCell* m_overdue;
    FigureCell* m_codes;
    MeterBar* m_bar;
};

} // namespace sallyport::ui
