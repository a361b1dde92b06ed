#pragma once

#include <QTextBrowser>
#include <QUrl>

namespace sallyport::ui {

/// Rich text as somebody wrote it, as high as it is: it loads nothing, goes nowhere and runs nothing. A link shows its host
/// behind it, and asks before it opens.
class CommentView final : public QTextBrowser {
    Q_OBJECT

public:
    explicit CommentView(QWidget* parent = nullptr);
    /// What the service has made harmless.
    void setContent(const QString& html);
    /// Where its links lead, each once.
    const QList<QUrl>& links() const { return m_links; }

    QVariant loadResource(int type, const QUrl& name) override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// Somebody wants to go there.
    void linkChosen(const QUrl& target);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    void showContent();
    void tellHosts();
    void fit();

    QString m_html;
    QList<QUrl> m_links;
};

} // namespace sallyport::ui
