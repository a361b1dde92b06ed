#include "ui/records/records_several_pane.h"

#include "ui/console/console.h"
#include "ui/console/permit.h"
#include "ui/look/retranslate.h"
#include "ui/look/text_style.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/details_pane.h"
#include "ui/words/user_text.h"

#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int titlesAtMost = 12;

} // namespace

RecordsSeveralPane::RecordsSeveralPane(Console& console, QWidget* parent)
    : QWidget(parent), m_console(console), m_pane(new DetailsPane(u"records.several"_s, this))
{
    m_pane->setAvatarVisible(false);
    const int page = m_pane->addPage(u"records.several.page"_s);
    PaneSection* which = m_pane->addSection(page);
    m_titles = new ChipList(which);
    which->setContent(m_titles);
    PaneSection* state = m_pane->addSection(page);
    m_note = makeLabel(TextStyle::Body, Tone::Muted, state);
    m_note->setObjectName(u"records.several.note"_s);
    m_note->setWordWrap(true);
    state->setContent(m_note);
    m_remove = makeButton(ButtonKind::Danger, u"records.several.remove"_s, this, Icon::Trash);
    m_pane->addFooterDanger(m_remove);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_pane);
    connect(m_remove, &QPushButton::clicked, this, &RecordsSeveralPane::removeRequested);
    connect(m_pane, &DetailsPane::closeRequested, this, &RecordsSeveralPane::clearRequested);
    onRetranslate(this, [this] { showRecords(); });
}

void RecordsSeveralPane::setRecords(std::vector<records::Record> records, qsizetype count)
{
    m_records = std::move(records);
    m_count = count;
    showRecords();
}

void RecordsSeveralPane::showRecords()
{
    QStringList titles;
    for (const records::Record& record : m_records)
        titles << text(record.title);
    const auto loaded = static_cast<int>(titles.size());
    const auto unknown = static_cast<int>(m_count) - loaded;
    m_titles->setTexts(titles, titlesAtMost, [unknown](int left) { return tr("%Ln more", nullptr, left + unknown); });
    m_pane->setTitle(tr("%Ln records selected", nullptr, static_cast<int>(m_count)));
    m_pane->setSubtitle({});
    const auto sensitive =
        static_cast<int>(std::ranges::count_if(m_records, [](const records::Record& one) { return !one.sensitive.empty(); }));
    m_note->setText(unknown > 0 ? tr("Only what was loaded can be deleted at once: select fewer records, or scroll through them.")
                    : sensitive == 0 ? tr("None of them has sensitive values.")
                                     : tr("%Ln of them have sensitive values.", nullptr, sensitive));
    m_remove->setText(tr("Delete"));
    allow(m_remove, lacks(m_console, access::Permission::RecordsDelete), unknown == 0 && loaded > 0, {},
          unknown > 0 ? tr("Not all of them are loaded yet") : QString());
}

} // namespace sallyport::ui
