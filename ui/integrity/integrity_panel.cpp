#include "ui/integrity/integrity_panel.h"

#include "ui/console/permit.h"
#include "ui/integrity/pack_form.h"
#include "ui/integrity/pack_model.h"
#include "ui/integrity/tree_card.h"
#include "ui/look/margins.h"
#include "ui/look/retranslate.h"
#include "ui/look/surface.h"
#include "ui/parts/of_journal.h"
#include "ui/reports/chain_card.h"
#include "ui/tables/data_table.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/confirm_dialog.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/error_state.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/loading_state.h"
#include "ui/widgets/overlay_scroll.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/small_parts.h"
#include "ui/widgets/state_stack.h"
#include "ui/words/event_text.h"
#include "ui/words/text_helpers.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int sideRoom = 360;

} // namespace

IntegrityPanel::IntegrityPanel(Console& console, ReportHost host, QWidget* parent)
    : Panel(console, parent), m_host(std::move(host)), m_model(new PackModel(this)), m_header(new PageHeader(this)),
      m_save(makeButton(ButtonKind::Secondary, u"integrity.save"_s, m_header, Icon::Download)),
      m_delete(makeButton(ButtonKind::Secondary, u"integrity.delete"_s, m_header, Icon::Trash)),
      m_form(new PackForm(console, this)), m_table(new DataTable(u"integrity.table"_s, this)),
      m_states(new StateStack(u"integrity.list"_s, m_table, this)), m_said(new ElideLabel(TextStyle::Small, Tone::Muted, this)),
      m_tree(new TreeCard(console, this)), m_chain(new ChainCard(console, this))
{
    setObjectName(u"integrity"_s);
    build();
    connectParts();
    onRetranslate(this, [this] { setTexts(); });
    refreshAfter({"audit.head_signed", "audit.evidence_"});
    load();
}

void IntegrityPanel::build()
{
    m_header->addAction(m_save);
    m_header->addAction(m_delete);
    m_table->setModel(m_model);
    m_table->setColumns(PackModel::columns());
    m_table->setFixedSort(PackModel::Created, Qt::DescendingOrder);
    m_states->empty()->setIcon(Icon::ShieldCheck);
    m_said->setObjectName(u"integrity.said"_s);
    m_said->hide();

    auto* page = new Surface(Token::Surface, this);
    auto* pageColumn = new QVBoxLayout(page);
    pageColumn->setContentsMargins(0, 0, 0, 0);
    pageColumn->setSpacing(0);
    pageColumn->addWidget(m_form);
    pageColumn->addWidget(makeSeparator(Qt::Horizontal, Token::Border, page));
    auto* saidRow = new QHBoxLayout;
    saidRow->setContentsMargins(24, 4, 24, 0);
    saidRow->addWidget(m_said);
    pageColumn->addLayout(saidRow);
    pageColumn->addWidget(m_states, 1);

    auto* side = new Surface(Token::Surface);
    auto* sideColumn = new QVBoxLayout(side);
    sideColumn->setContentsMargins(0, 0, 0, 0);
    sideColumn->setSpacing(0);
    sideColumn->addWidget(m_tree);
    sideColumn->addWidget(makeSeparator(Qt::Horizontal, Token::Border, side));
    sideColumn->addWidget(m_chain);
    sideColumn->addStretch(1);
    auto* sideFrame = new Surface(Token::Surface, this);
    sideFrame->setHairlines(Qt::LeftEdge);
    sideFrame->setFixedWidth(scaled(sideRoom, this));
    auto* sideRow = new QVBoxLayout(sideFrame);
    sideRow->setContentsMargins(leadingMargins(1, 0, 0, 0));
    sideRow->addWidget(makeScrollArea(side, sideFrame, u"integrity.side"_s));

    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(page, 1);
    row->addWidget(sideFrame);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addLayout(row, 1);
}

void IntegrityPanel::connectParts()
{
    connect(m_save, &QPushButton::clicked, this, &IntegrityPanel::save);
    connect(m_delete, &QPushButton::clicked, this, &IntegrityPanel::remove);
    connect(m_table, &DataTable::currentRowChanged, this, &IntegrityPanel::showActions);
    connect(m_table, &DataTable::rowActivated, this, &IntegrityPanel::save);
    connect(m_states->error(), &ErrorState::retryRequested, this, &IntegrityPanel::refresh);
    connect(m_form, &PackForm::made, this, [this](const QString& id) {
        m_select = id.toStdString();
        refresh();
    });
    connect(m_chain, &ChainCard::openEvents, this, [this](const QString& filter) { Q_EMIT navigate(u"events"_s, filter); });
}

void IntegrityPanel::setTexts()
{
    m_header->setTitle(tr("Integrity"));
    m_save->setText(tr("Save pack…"));
    m_delete->setText(tr("Delete pack"));
    m_table->setAccessibleName(tr("Evidence packs"));
    m_states->loading()->setText(tr("Looking for evidence packs"));
    m_states->empty()->setTexts(tr("No evidence packs yet"),
                                tr("A pack holds events with the proof that they are the journal's: whoever has the fingerprint "
                                   "checks it without this vault."));
    m_model->retranslate();
}

void IntegrityPanel::activate(const QString&)
{
    refresh();
}

void IntegrityPanel::refresh()
{
    m_form->refresh();
    m_tree->refresh();
    m_chain->refresh();
    load();
}

void IntegrityPanel::load()
{
    if (!m_loaded)
        m_states->showLoading();
    console().run(
        this, [](Services& services, const access::Actor& actor) { return services.evidence.list(actor); },
        [this](Result<std::vector<journal::EvidencePack>> packs) {
            if (!packs) {
                m_states->showError(packs.error());
                return showActions();
            }
            const std::string wanted = m_select.empty() ? chosen() : m_select;
            m_select.clear();
            m_loaded = true;
            m_model->setPacks(std::move(*packs));
            if (m_model->rowCount() == 0)
                m_states->showEmpty();
            else
                m_states->showContent();
            if (const int row = m_model->rowOf(wanted); row >= 0)
                m_table->selectRow(row);
            showActions();
        });
    showActions();
}

std::string IntegrityPanel::chosen() const
{
    const QModelIndex index = m_table->currentIndex();
    return index.isValid() && index.row() < m_model->rowCount() ? m_model->pack(index.row()).id : std::string();
}

void IntegrityPanel::showActions()
{
    const bool possible = !m_busy && !chosen().empty();
    const QString reason = lacks(console(), access::Permission::EventsExport);
    const QString impossible = m_busy ? QString() : tr("Choose a package first");
    allow(m_save, reason, possible, {}, impossible);
    allow(m_delete, reason, possible, {}, impossible);
}

void IntegrityPanel::say(const QString& text, bool bad)
{
    m_said->setTone(bad ? Tone::Danger : Tone::Muted);
    m_said->setText(text);
    m_said->show();
}

void IntegrityPanel::save()
{
    const std::string id = chosen();
    if (id.empty() || m_busy)
        return;
    m_host.chooseFile(this, u"sallyport-evidence-"_s + toQString(id) + u".jsonl"_s, tr("Evidence packs (*.jsonl)"),
                      [this, id](const QString& file) {
                          m_busy = true;
                          showActions();
                          console().run(
                              this,
                              [id, path = file.toStdString()](Services& services, const access::Actor& actor) {
                                  return ofJournal(services, services.evidence.save(actor, id, path));
                              },
                              [this, file](const Result<OfJournal<journal::EvidencePack>>& saved) {
                                  m_busy = false;
                                  const bool damaged = saved && (saved->damaged || !saved->made.damage.empty());
                                  say(!saved    ? errorLine(saved.error())
                                      : damaged ? tr("Saved: %1. The journal that it is from is damaged.").arg(file)
                                                : tr("Saved: %1").arg(file),
                                      !saved || damaged);
                                  showActions();
                              });
                      });
}

void IntegrityPanel::remove()
{
    const std::string id = chosen();
    if (id.empty() || m_busy)
        return;
    const QString made = dateTimeText(m_model->pack(m_model->rowOf(id)).createdAt);
    askConfirmation(this, u"integrity.ask"_s,
                    {tr("Delete the evidence pack of %1?").arg(made),
                     tr("Files that were saved of it stay good. The events stay in the journal."), tr("Delete"), true},
                    [this, id] {
                        m_busy = true;
                        showActions();
                        console().run(
                            this,
                            [id](Services& services, const access::Actor& actor) { return services.evidence.remove(actor, id); },
                            [this](const Result<void>& removed) {
                                m_busy = false;
                                if (!removed)
                                    say(errorLine(removed.error()), true);
                                load();
                            });
                    });
}

} // namespace sallyport::ui
