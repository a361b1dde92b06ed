#include "ui/leaks/gaps_dialog.h"

#include "ui/look/text_style.h"
#include "ui/widgets/buttons.h"
#include "ui/words/user_text.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

GapsDialog::GapsDialog(const identity::LeakReport& report, QWidget* parent) : DialogFrame(u"leaks.gaps"_s, parent, 640)
{
    constexpr int listHeight = 260;
    setAttribute(Qt::WA_DeleteOnClose);
    setTitle(tr("Not searched"));
    auto* why = makeLabel(tr("A key that is in one of these places was not found."), TextStyle::Body, Tone::Normal, this);
    why->setWordWrap(true);
    body()->addWidget(why);
    QStringList lines;
    for (const identity::LeakGap& gap : report.gaps)
        lines << u"%1: %2"_s.arg(text(gap.place), text(gap.reason));
    const auto left = report.gapCount - static_cast<std::int64_t>(report.gaps.size());
    if (left > 0)
        lines << tr("and %Ln more", nullptr, static_cast<int>(left));
    auto* list = new QPlainTextEdit(lines.join(u'\n'), this);
    list->setObjectName(u"leaks.gaps.list"_s);
    list->setAccessibleName(tr("Places that were not searched"));
    list->setReadOnly(true);
    list->setLineWrapMode(QPlainTextEdit::NoWrap);
    list->setMinimumHeight(scaled(listHeight, this));
    body()->addWidget(list);
    auto* done = makeButton(ButtonKind::Primary, u"leaks.gaps.close"_s, this);
    done->setText(tr("Close"));
    addButton(done);
    connect(done, &QPushButton::clicked, this, &QDialog::accept);
}

} // namespace sallyport::ui
