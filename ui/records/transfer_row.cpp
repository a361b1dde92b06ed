#include "ui/records/transfer_row.h"

#include "backend/records/file_transfer.h"
#include "ui/console/console.h"
#include "ui/look/retranslate.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/meter_bar.h"
#include "ui/widgets/small_parts.h"
#include "ui/words/record_text.h"
#include "ui/words/relative_time.h"

#include <QFile>
#include <QFileInfo>
#include <QGridLayout>

#include <filesystem>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using records::StoredFile;

namespace {

constexpr double enoughToTell = 0.05; ///< share of the work before a remaining time is named

std::filesystem::path pathOf(const QString& path)
{
    return QFile::encodeName(path).toStdString();
}

} // namespace

TransferRow* TransferRow::upload(Console& console, const records::RecordId& record, const QString& path, QWidget* parent)
{
    return new TransferRow(console, record, QFileInfo(path).fileName(), path, parent);
}

TransferRow* TransferRow::download(Console& console, const StoredFile& file, const QString& path, QWidget* parent)
{
    auto* row = new TransferRow(console, file.recordId, text(file.name), path, parent);
    row->m_file = file;
    row->m_icon->setIcon(Icon::Download, Tone::Muted);
    return row;
}

TransferRow::TransferRow(Console& console, records::RecordId record, QString name, QString path, QWidget* parent)
    : QWidget(parent), m_console(console), m_record(std::move(record)), m_name(std::move(name)), m_path(std::move(path)),
      m_icon(new IconLabel(Icon::Upload, Tone::Muted, 16, this)), m_title(new ElideLabel(TextStyle::Body, Tone::Normal, this)),
      m_state(new ElideLabel(TextStyle::Small, Tone::Muted, this)), m_bar(new MeterBar(u"records.transfer.bar"_s, this)),
      m_stop(makeIconButton(Icon::Close, u"records.transfer.stop"_s, this))
{
    setObjectName(u"records.transfer"_s);
    m_state->setObjectName(u"records.transfer.state"_s);
    m_title->setText(m_name);
    m_bar->setFixedHeight(4);
    m_bar->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 2, 0, 6);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(1, 1);
    grid->addWidget(m_icon, 0, 0);
    grid->addWidget(m_title, 0, 1);
    grid->addWidget(m_state, 0, 2);
    grid->addWidget(m_stop, 0, 3);
    grid->addWidget(m_bar, 1, 1, 1, 3);
    connect(m_stop, &QPushButton::clicked, this, [this] {
        if (isRunning())
            m_work.cancel();
        else
            Q_EMIT dismissed();
    });
    connect(&m_work, &WatchedWork::advanced, this, &TransferRow::showProgress);
    onRetranslate(this, [this] { setTexts(); });
}

void TransferRow::setTexts()
{
    setIconButtonText(m_stop, m_refused ? tr("Take %1 off the list").arg(m_name) : tr("Stop %1").arg(m_name));
    if (isRunning())
        showProgress();
    else if (isWaiting())
        m_state->setText(tr("Waiting"));
}

void TransferRow::start()
{
    m_started = true;
    m_since.start();
    auto shared = m_work.begin();
    showProgress();
    m_console.run(
        this,
        [record = m_record, file = m_file, path = pathOf(m_path), shared](Services& services, const access::Actor& actor,
                                                                          const CancelFlag& locking) {
            const records::TransferProgress progress = [&](std::uint64_t done, std::uint64_t all) {
                shared->done = static_cast<std::int64_t>(done);
                shared->total = static_cast<std::int64_t>(all);
                return shared->goesOn(locking);
            };
            // The dialog that asked where to has asked about what is there, too.
            return file ? records::downloadFile(services.files, actor, file->id, path, true, progress)
                        : records::uploadFile(services.files, actor, path, record, progress);
        },
        [this](const Result<StoredFile>& file) { finish(file); });
}

void TransferRow::showProgress()
{
    const double done = static_cast<double>(m_work.done());
    const double share = m_work.total() > 0 ? std::min(1.0, done / static_cast<double>(m_work.total())) : 0;
    m_bar->setShare(share);
    QString state = tr("%1 of %2").arg(sizeText(m_work.done()), sizeText(m_work.total()));
    const auto left = share > 0 ? static_cast<qint64>(static_cast<double>(m_since.elapsed()) / 1000.0 / share * (1 - share)) : 0;
    if (m_work.wasCancelled())
        state = tr("Stopping…");
    else if (m_work.total() <= 0)
        state = tr("Beginning…");
    else if (share > enoughToTell && left >= 2)
        //: %1: `61 MB of 96 MB`, %2: a length of time
        state = tr("%1, %2 left").arg(state, durationText(left));
    m_state->setText(state);
    setAccessibleName(u"%1, %2"_s.arg(m_name, state));
}

void TransferRow::finish(const Result<StoredFile>& file)
{
    const bool stopped = m_work.wasCancelled();
    m_work.end();
    if (file) {
        Q_EMIT arrived(text(file->name));
    } else if (!stopped && file.error().code != ErrorCode::Cancelled) {
        m_refused = true;
        m_icon->setIcon(Icon::Error, Tone::Danger);
        m_bar->hide();
        m_state->setTone(Tone::Danger);
        m_state->setWraps(true);
        m_state->setText(fileRefusalText(file.error()));
        // A reason takes more room than a number: below the name.
        auto* grid = static_cast<QGridLayout*>(layout());
        grid->removeWidget(m_state);
        grid->addWidget(m_state, 1, 1, 1, 3);
        setAccessibleName(u"%1, %2"_s.arg(m_name, m_state->text()));
        setTexts();
    }
    Q_EMIT ended();
    if (!m_refused)
        Q_EMIT dismissed();
}

} // namespace sallyport::ui
