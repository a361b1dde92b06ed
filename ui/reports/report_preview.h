#pragma once

#include <QTextBrowser>

#include <string>
#include <vector>

namespace sallyport::ui {

class DialogFrame;

/// A page of a report as the service has written it, with its first rows. It shows what came with it and loads nothing: neither
/// from the network nor from a file.
class ReportPage final : public QTextBrowser {
    Q_OBJECT

public:
    explicit ReportPage(QWidget* parent = nullptr);
    /// `charts` are SVGs, asked for by `chart:0`, `chart:1`, ...
    void setPage(const std::string& html, std::vector<std::string> charts);
    QVariant loadResource(int type, const QUrl& name) override;

private:
    std::vector<std::string> m_charts;
};

/// Shows the page in a dialog over the window. Deletes itself.
DialogFrame* showReportPreview(QWidget* parent, const QString& title, const std::string& html, std::vector<std::string> charts);

} // namespace sallyport::ui
