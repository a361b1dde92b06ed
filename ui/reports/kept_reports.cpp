#include "ui/reports/kept_reports.h"

#include "backend/reports/reports.h"
#include "ui/console/console.h"
#include "ui/look/retranslate.h"
#include "ui/look/surface.h"
#include "ui/parts/folders.h"
#include "ui/parts/of_journal.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/confirm_dialog.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/error_state.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/small_parts.h"
#include "ui/widgets/state_stack.h"
#include "ui/widgets/tab_order.h"
#include "ui/words/relative_time.h"
#include "ui/words/report_text.h"
#include "ui/words/text_helpers.h"

#include <QDir>
#include <QFile>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace sallyport::ui {

KeptReports::KeptReports(Console& console, ReportHost host, QWidget* parent)
    : QWidget(parent), m_console(console), m_host(std::move(host)), m_title(makeLabel(TextStyle::Heading, Tone::Normal, this))
{
    setObjectName(QStringLiteral("reports.kept"));
    auto* list = new Surface(Token::Surface);
    m_rows = new QVBoxLayout(list);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(0);
    m_states = new StateStack(QStringLiteral("reports.kept.state"), list, this);
    m_states->empty()->setIcon(Icon::Report);
    connect(m_states->error(), &ErrorState::retryRequested, this, &KeptReports::refresh);
    m_problem = new Banner(QStringLiteral("reports.kept.problem"), this);
    m_problem->hide();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_title);
    column->addWidget(m_problem);
    column->addWidget(m_states);
    onRetranslate(this, [this] { setTexts(); });
}

void KeptReports::setTexts()
{
    m_title->setText(tr("Kept reports"));
    m_states->empty()->setTexts(tr("No report is kept"), tr("Make and keep one above, or have one made by plan."));
    showRows();
}

void KeptReports::refresh()
{
    if (m_reports.empty())
        m_states->showLoading();
    m_console.run(
        this, [](Services& services, const access::Actor& actor) { return services.reports.list(actor); },
        [this](Result<std::vector<reports::MadeReport>> all) {
            if (!all)
                return m_states->showError(all.error());
            m_reports = std::move(*all);
            m_reports.empty() ? m_states->showEmpty() : m_states->showContent();
            showRows();
            Q_EMIT loaded();
        });
}

void KeptReports::showRows()
{
    rebuildAround(this, [this] {
        while (QLayoutItem* item = m_rows->takeAt(0)) {
            delete item->widget();
            delete item;
        }
        for (const reports::MadeReport& report : m_reports)
            addRow(report);
    });
}

void KeptReports::addRow(const reports::MadeReport& report)
{
    const UtcTime now = m_console.clock() ? m_console.clock()->now() : report.madeAt;
    auto* row = new Surface(Token::Surface);
    row->setHairlines(Qt::BottomEdge, Token::Grid);
    auto* name = new ElideLabel(TextStyle::BodyStrong, Tone::Normal, row);
    auto* note = new ElideLabel(TextStyle::Small, Tone::Muted, row);
    const QString title = templateTitle(report.report) + QStringLiteral(", ") + reportFormatTitle(report.format);
    name->setText(title);
    note->setText(QStringList{relativeTime(localTime(report.madeAt), localTime(now)), toQString(report.madeBy),
                              QLocale().formattedDataSize(report.size)}
                      .join(QStringLiteral(", ")));
    note->setToolTip(tr("SHA-256 %1").arg(toQString(report.sha256)));
    note->setAccessibleDescription(zonedTime(report.madeAt));
    auto* texts = new QVBoxLayout;
    texts->setSpacing(0);
    texts->addWidget(name);
    texts->addWidget(note);
    const QString id = QStringLiteral("reports.kept.") + toQString(report.id.text());
    auto* save = makeIconButton(Icon::Save, id + QStringLiteral(".save"), row);
    setIconButtonText(save, tr("Save %1 as a file").arg(title));
    auto* remove = makeIconButton(Icon::Trash, id + QStringLiteral(".delete"), row);
    setIconButtonText(remove, tr("Delete %1").arg(title));
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 8, 0, 9);
    line->setSpacing(8);
    line->addLayout(texts, 1);
    line->addWidget(save);
    line->addWidget(remove);
    m_rows->addWidget(row);
    connect(save, &QPushButton::clicked, this, [this, report] {
        const QString folder = documentsFolder();
        m_host.chooseFile(this, QDir(folder).filePath(toQString(report.fileName())),
                          QStringLiteral("*.") + toQString(reports::formatWord(report.format)),
                          [this, report](const QString& file) { this->save(report, file); });
    });
    connect(remove, &QPushButton::clicked, this, [this, report, title] {
        askConfirmation(this, QStringLiteral("reports.kept.delete"),
                        {tr("Delete %1?").arg(title), tr("The file goes for good; that it was there stays in the journal."),
                         tr("Delete"), true},
                        [this, report] { this->remove(report); });
    });
}

void KeptReports::tell(const QString& title, const QString& text)
{
    m_problem->setTone(Tone::Danger, Icon::Error);
    m_problem->setTitle(title);
    m_problem->setText(text);
    m_problem->show();
}

void KeptReports::save(const reports::MadeReport& report, const QString& file)
{
    m_problem->hide();
    m_console.run(
        this,
        [id = report.id, path = std::filesystem::path(QFile::encodeName(file).toStdString())](
            Services& services, const access::Actor& actor, const CancelFlag& locking) -> Result<OfJournal<reports::MadeReport>> {
            auto target = journal::ReportFile::create(path, journal::ExistingFile::Replace);
            if (!target)
                return target.error();
            Result<void> written;
            const auto opened = services.reports.open(actor, id, [&](std::string_view piece) {
                written = target->write(piece);
                return written.has_value() && !locking;
            });
            SALLYPORT_TRY(written);
            if (opened)
                SALLYPORT_TRY(target->publish());
            return ofJournal(services, opened);
        },
        [this](const Result<OfJournal<reports::MadeReport>>& saved) {
            if (!saved)
                tell(tr("The report could not be saved"), errorLine(saved.error()));
            else if (saved->damaged)
                tell(tr("Report saved, but the journal is damaged"),
                     tr("What it says may be incomplete: verify the journal in Integrity."));
            Q_EMIT changed();
        });
}

void KeptReports::remove(const reports::MadeReport& report)
{
    m_problem->hide();
    m_console.run(
        this, [id = report.id](Services& services, const access::Actor& actor) { return services.reports.remove(actor, id); },
        [this](const Result<void>& removed) {
            if (!removed)
                tell(tr("The report could not be deleted"), errorLine(removed.error()));
            refresh();
            Q_EMIT changed();
        });
}

} // namespace sallyport::ui
