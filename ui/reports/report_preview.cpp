#include "ui/reports/report_preview.h"

#include "ui/look/margins.h"
#include "ui/look/text_style.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/dialog_frame.h"

#include <QCoreApplication>
#include <QImage>
#include <QPainter>
#include <QPushButton>
#include <QSvgRenderer>
#include <QUrl>
#include <QVBoxLayout>

#include <utility>

namespace sallyport::ui {

namespace {

constexpr int previewWidth = 680, pageHeight = 460, chartWidth = 600;

struct PreviewTexts {
    Q_DECLARE_TR_FUNCTIONS(ReportPreview)
};

} // namespace

ReportPage::ReportPage(QWidget* parent) : QTextBrowser(parent)
{
    setObjectName(QStringLiteral("reports.page.text"));
    setOpenLinks(false);
    setOpenExternalLinks(false);
    setFont(textFont(TextStyle::Body));
    setAccessibleName(PreviewTexts::tr("Preview of the report"));
}

void ReportPage::setPage(const std::string& html, std::vector<std::string> charts)
{
    m_charts = std::move(charts);
    setHtml(QString::fromStdString(html));
}

QVariant ReportPage::loadResource(int, const QUrl& name)
{
    if (name.scheme() != QStringLiteral("chart"))
        return {};
    bool known = false;
    const std::size_t number = name.path().toULong(&known);
    if (!known || number >= m_charts.size())
        return {};
    QSvgRenderer renderer(QByteArray::fromStdString(m_charts[number]));
    if (!renderer.isValid())
        return {};
    const QSize size = renderer.defaultSize().scaled(chartWidth, chartWidth, Qt::KeepAspectRatio);
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    QPainter painter(&image);
    renderer.render(&painter);
    return image;
}

DialogFrame* showReportPreview(QWidget* parent, const QString& title, const std::string& html, std::vector<std::string> charts)
{
    const QString name = QStringLiteral("reports.previewDialog");
    auto* dialog = new DialogFrame(name, parent, previewWidth);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setTitle(title);
    auto* page = new ReportPage(dialog);
    page->setMinimumHeight(scaled(pageHeight, dialog));
    // As it is printed: dark on white in the dark theme, too.
    page->setStyleSheet(QStringLiteral("QTextBrowser { background: white; color: #1a1d23; }")); // no input
    page->setPage(html, std::move(charts));
    dialog->body()->addWidget(page);
    auto* close = makeButton(ButtonKind::Primary, name + QStringLiteral(".close"), dialog);
    close->setText(PreviewTexts::tr("Close"));
    dialog->addButton(close);
    QObject::connect(close, &QPushButton::clicked, dialog, &QDialog::accept);
    dialog->open();
    return dialog;
}

} // namespace sallyport::ui
