#include "ui/widgets/progress_row.h"

#include "ui/look/retranslate.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/meter_bar.h"
#include "ui/widgets/small_parts.h"

#include <QHBoxLayout>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

ProgressRow::ProgressRow(const QString& objectName, QWidget* parent)
    : QWidget(parent), m_bar(new MeterBar(objectName + u".bar"_s, this)),
      m_text(new ElideLabel(TextStyle::Small, Tone::Muted, this)),
      m_cancel(makeButton(ButtonKind::Link, objectName + u".cancel"_s, this))
{
    setObjectName(objectName);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(10);
    row->addWidget(m_bar, 1);
    row->addWidget(m_text);
    row->addWidget(m_cancel);
    connect(m_cancel, &QPushButton::clicked, this, &ProgressRow::cancelRequested);
    onRetranslate(this, [this] { m_cancel->setText(tr("Cancel")); });
}

void ProgressRow::setProgress(double share, const QString& text)
{
    m_bar->setShare(share);
    m_text->setText(text);
    setAccessibleName(text);
}

void ProgressRow::setCancelVisible(bool visible)
{
    m_cancel->setVisible(visible);
}

} // namespace sallyport::ui
