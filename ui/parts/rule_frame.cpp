#include "ui/parts/rule_frame.h"

#include "ui/widgets/banner.h"

#include <QVBoxLayout>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

RuleFrame::RuleFrame(Console& console, const QString& name, QWidget* parent, int width, const QString& saveName)
    : DialogFrame(name, parent, width), m_console(console), m_failure(new Banner(name + u".failure"_s, this)),
      m_cancel(makeButton(ButtonKind::Secondary, name + u".cancel"_s, this)),
      m_save(makeButton(ButtonKind::Primary, name + u'.' + saveName, this))
{
    m_failure->setTone(Tone::Danger, Icon::Error);
    m_failure->hide();
    body()->addWidget(m_failure);
    addButton(m_cancel);
    addButton(m_save);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, [this] { submit(); });
}

RuleFrame::~RuleFrame() = default;

void RuleFrame::setSaveText(const QString& text)
{
    m_cancel->setText(tr("Cancel"));
    m_save->setText(text);
}

void RuleFrame::begin()
{
    m_failure->hide();
    setButtonBusy(m_save, true);
}

} // namespace sallyport::ui
