#include "ui/limits/hottest_list.h"

#include "ui/charts/usage_bar.h"
#include "ui/console/permit.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/small_parts.h"
#include "ui/widgets/tab_order.h"
#include "ui/words/rate_rule_text.h"
#include "ui/words/relative_time.h"
#include "ui/words/user_text.h"

#include <QGridLayout>
#include <QLabel>
#include <QLocale>

#include <algorithm>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using protection::RateUse;

namespace {

constexpr int lineHeightPx = 32, numberWidth = 44, resetWidth = 60;

} // namespace

HottestList::HottestList(const QString& objectName, QWidget* parent) : QWidget(parent), m_grid(new QGridLayout(this))
{
    setObjectName(objectName);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(8);
    m_grid->setVerticalSpacing(0);
    m_grid->setColumnStretch(1, 1);
    m_grid->setColumnMinimumWidth(3, scaled(numberWidth - 8, this));
    m_grid->setColumnMinimumWidth(4, scaled(resetWidth, this));
}

void HottestList::clear()
{
    m_lines.clear();
    while (QLayoutItem* item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

void HottestList::setUses(const std::vector<RateUse>& uses, const QString& against)
{
    // The same people with other figures keep their lines: the keyboard may stand on one of them.
    const bool same = m_notice.isEmpty() && uses.size() == m_uses.size() && m_lines.size() == uses.size() &&
                      std::ranges::equal(
                          uses, m_uses, {}, [](const RateUse& use) { return use.caller.key; },
                          [](const RateUse& use) { return use.caller.key; });
    m_uses = uses;
    m_notice.clear();
    if (!same)
        rebuildAround(this, [this, &uses] {
            clear();
            build(uses);
        });
    show(uses, against);
}

void HottestList::build(const std::vector<RateUse>& uses)
{
    for (int row = 0; row < static_cast<int>(uses.size()); ++row) {
        Line line;
        line.icon = new IconLabel(Icon::User, Tone::Muted, 16, this);
        line.name = new ElideLabel(TextStyle::Body, Tone::Normal, this);
        line.bar = new UsageBar(u"%1.bar.%2"_s.arg(objectName()).arg(row), this);
        line.number = makeLabel(TextStyle::Body, Tone::Normal, this);
        line.number->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
        line.reset = makeButton(ButtonKind::Link, u"%1.reset.%2"_s.arg(objectName()).arg(row), this);
        line.reset->setFont(textFont(TextStyle::BodyStrong));
        m_grid->addWidget(line.icon, row, 0, Qt::AlignVCenter);
        m_grid->addWidget(line.name, row, 1, Qt::AlignVCenter);
        m_grid->addWidget(line.bar, row, 2, Qt::AlignVCenter);
        m_grid->addWidget(line.number, row, 3, Qt::AlignVCenter | Qt::AlignTrailing);
        m_grid->addWidget(line.reset, row, 4, Qt::AlignVCenter | Qt::AlignTrailing);
        m_grid->setRowMinimumHeight(row, std::max(scaled(lineHeightPx, this), line.reset->sizeHint().height()));
        connect(line.reset, &QPushButton::clicked, this, [this, row] {
            if (const auto at = static_cast<std::size_t>(row); at < m_uses.size())
                Q_EMIT resetRequested(m_uses[at].caller);
        });
        m_lines.push_back(line);
    }
}

void HottestList::show(const std::vector<RateUse>& uses, const QString& against)
{
    for (std::size_t at = 0; at < uses.size(); ++at) {
        const RateUse& use = uses[at];
        Line& line = m_lines[at];
        const bool full = use.used >= use.limit;
        const QString name = rateCallerText(use.caller), used = QLocale().toString(use.used);
        line.icon->setIcon(rateCallerIcon(use.caller.kind), Tone::Muted);
        line.name->setText(name);
        line.bar->setUsage(
            {use.used / std::max(1.0, static_cast<double>(use.limit)), -1, full ? Token::ChartRefused : Token::ChartNormal});
        line.number->setText(used);
        line.number->setAccessibleName(tr("%1 of %2").arg(used, QLocale().toString(use.limit)));
        line.number->setToolTip(tr("%1 of %2, some of it comes back in %3")
                                    .arg(used, QLocale().toString(use.limit), durationText(use.reset.count())));
        setLabelTone(line.number, full ? Tone::Warning : Tone::Normal);
        line.reset->setText(tr("Reset"));
        line.reset->setAccessibleName(tr("Reset: %1").arg(name));
        allow(line.reset, against, use.used > 0, tr("Lets them begin anew"), tr("They have used nothing"));
    }
}

void HottestList::setNotice(const QString& text)
{
    if (m_notice == text && m_lines.empty())
        return;
    m_notice = text;
    m_uses.clear();
    rebuildAround(this, [this, &text] {
        clear();
        auto* label = new ElideLabel(TextStyle::Body, Tone::Muted, this);
        label->setWraps(true);
        label->setText(text);
        m_grid->addWidget(label, 0, 0, 1, 5);
        m_grid->setRowMinimumHeight(0, 0);
    });
}

} // namespace sallyport::ui
