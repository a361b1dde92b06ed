#pragma once

#include <QList>
#include <QObject>
#include <QString>
#include <QTranslator>

namespace sallyport::ui {

/// The languages of the window. Changing one takes effect at once: every widget gets QEvent::LanguageChange.
class Language final : public QObject {
    Q_OBJECT

public:
    struct Choice {
        QString code; ///< `de`
        QString name; ///< in itself: `Deutsch`
    };

    explicit Language(QObject* parent = nullptr);
    ~Language() override;

    static QList<Choice> choices();
    /// The language of the desktop if we speak it, else `en`.
    static QString systemChoice();

    QString current() const { return m_current; }
    /// Loads `:/i18n/sallyport_<code>.qm` and sets the locale of numbers and dates. Unknown codes mean English.
    void set(const QString& code);

Q_SIGNALS:
    void changed(const QString& code);

private:
    QTranslator m_translator;
    QTranslator m_qtTranslator;
    QString m_current;
};

} // namespace sallyport::ui
