#pragma once

#include <QString>
#include <QTranslator>

namespace sallyport::report {

/// The titles of the kinds of events in one language. They come in English with the input and are translated by what the
/// window is translated by, so that both call a kind the same.
class KindTitles {
public:
    /// English unless `language` is `de` or `fr` (or begins so, `de_CH`).
    explicit KindTitles(const QString& language);

    /// `english` itself if it is no title of a kind.
    QString translated(const QString& english) const;
    /// Any text of the product by its context; `english` itself if nobody has translated it.
    QString phrase(const QString& context, const QString& english) const;
    /// Of a role as the window has it: of one that is built in by its name, of others the title that they have.
    QString ofRole(const QString& name, const QString& title) const;

private:
    QTranslator m_translator; ///< empty for English
};

} // namespace sallyport::report
