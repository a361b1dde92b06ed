#include "ui/coverage/coverage_figures.h"

#include "ui/look/surface.h"
#include "ui/parts/figure_cell.h"
#include "ui/widgets/meter_bar.h"
#include "ui/words/user_text.h"

#include <QHBoxLayout>
#include <QLocale>

#include <algorithm>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using identity::MfaCoverage;
using identity::MfaFigures;

CoverageFigures::CoverageFigures(QWidget* parent)
    : QWidget(parent), m_all(new FigureCell(u"coverage.all"_s, this)), m_grace(new FigureCell(u"coverage.grace"_s, this)),
      m_overdue(new FigureCell(u"coverage.overdue"_s, this)), m_codes(new FigureCell(u"coverage.codes"_s, this)),
      m_bar(new MeterBar(u"coverage.all.bar"_s, m_all))
{
    setObjectName(u"coverage.figures"_s);
    m_all->setAside(m_bar);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    bool first = true;
    for (auto* cell : {m_all, m_grace, m_overdue, m_codes}) {
        if (!first)
            row->addWidget(makeSeparator(Qt::Vertical, Token::Border, this));
        row->addWidget(cell, 1);
        first = false;
    }
}

void CoverageFigures::setTitles()
{
    m_all->setTitle(tr("With a second factor"));
    m_grace->setTitle(tr("Still in time"));
    m_overdue->setTitle(tr("Overdue"));
    m_codes->setTitle(tr("Few recovery codes"));
}

void CoverageFigures::clear()
{
    setTitles();
    for (auto* cell : {m_all, m_grace, m_overdue, m_codes}) {
        cell->setFigure(u"–"_s, {});
        cell->setNote({});
    }
    m_bar->setShare(0.0);
}

void CoverageFigures::show(const MfaCoverage& coverage, const std::optional<std::string>& role)
{
    const QLocale locale;
    const auto found = role ? std::ranges::find(coverage.roles, *role, &identity::RoleCoverage::role) : coverage.roles.end();
    const bool one = found != coverage.roles.end();
    const MfaFigures& figures = one ? found->figures : coverage.all;
    setTitles();
    m_all->setFigure(locale.toString(identity::coveredPercent(figures)), tr("%"));
    m_all->setNote(tr("%L1 of %L2 active users").arg(figures.withFactor).arg(figures.users));
    m_bar->setShare(identity::coveredShare(figures));
    m_grace->setFigure(locale.toString(static_cast<qlonglong>(figures.inGrace)), {});
    m_overdue->setFigure(locale.toString(static_cast<qlonglong>(figures.overdue)), {});
    m_overdue->setNote(tr("Can only set one up"));
    QStringList required;
    for (const identity::RoleCoverage& known : coverage.roles)
        if (known.required)
            required << (known.title.empty() ? text(known.role) : roleTitle(known.role));
    m_grace->setNote(required.isEmpty() ? tr("No role requires one") : tr("Required: %1").arg(required.join(u", "_s)));
    m_codes->setFigure(locale.toString(static_cast<qlonglong>(figures.fewCodes)), {});
    m_codes->setNote(tr("Fewer than %L1 left").arg(identity::fewRecoveryCodes));
}

} // namespace sallyport::ui
