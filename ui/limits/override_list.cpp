#include "ui/limits/override_list.h"

#include "ui/console/permit.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/small_parts.h"
#include "ui/widgets/tab_order.h"
#include "ui/words/rate_rule_text.h"
#include "ui/words/relative_time.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using protection::RateOverride;

OverrideList::OverrideList(const QString& objectName, QWidget* parent) : QWidget(parent), m_column(new QVBoxLayout(this))
{
    setObjectName(objectName);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(4);
}

void OverrideList::clear()
{
    while (QLayoutItem* item = m_column->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

QWidget* OverrideList::makeLine(const RateOverride& one, int row, const QString& against)
{
    auto* line = new QWidget(this);
    auto* name = new ElideLabel(TextStyle::Body, Tone::Normal, line);
    name->setText(rateCallerText(one.caller));
    auto* numbers = new ElideLabel(TextStyle::Small, Tone::Muted, line);
    const QString limit = rateLimitText(one.numbers.requests, one.numbers.window);
    numbers->setText(one.expiresAt ? tr("%1, until %2").arg(limit, exactTime(localTime(*one.expiresAt))) : limit);
    auto* remove = makeButton(ButtonKind::Link, u"%1.remove.%2"_s.arg(objectName()).arg(row), line);
    remove->setText(tr("Remove"));
    remove->setAccessibleName(tr("Remove: %1").arg(name->text()));
    allow(remove, against, true, tr("The rule holds again"));
    connect(remove, &QPushButton::clicked, this, [this, one] { Q_EMIT removeRequested(one); });
    auto* texts = new QVBoxLayout;
    texts->setSpacing(0);
    texts->addWidget(name);
    texts->addWidget(numbers);
    auto* layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(new IconLabel(rateCallerIcon(one.caller.kind), Tone::Muted, 16, line), 0, Qt::AlignTop);
    layout->addLayout(texts, 1);
    layout->addWidget(remove, 0, Qt::AlignVCenter);
    return line;
}

void OverrideList::setOverrides(const std::vector<RateOverride>& overrides, const QString& against)
{
    rebuildAround(this, [&] {
        clear();
        for (std::size_t at = 0; at < std::min(overrides.size(), shownMost); ++at)
            m_column->addWidget(makeLine(overrides[at], static_cast<int>(at), against));
        if (overrides.size() > shownMost) {
            auto* more = new ElideLabel(TextStyle::Small, Tone::Muted, this);
            more->setText(tr("%Ln more", nullptr, static_cast<int>(overrides.size() - shownMost)));
            m_column->addWidget(more);
        }
    });
}

void OverrideList::setNotice(const QString& text)
{
    rebuildAround(this, [&] {
        clear();
        auto* label = new ElideLabel(TextStyle::Body, Tone::Muted, this);
        label->setWraps(true);
        label->setText(text);
        m_column->addWidget(label);
    });
}

} // namespace sallyport::ui
