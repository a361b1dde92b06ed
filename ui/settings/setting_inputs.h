#pragma once

#include "backend/settings/settings.h"

#include <QString>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;

namespace sallyport::ui {

/// An input of one setting. Its value is the text that Settings::change takes; what can't be read goes there as it
/// was typed, so that the check names it.
class SettingInput : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;

    virtual QString value() const = 0;
    virtual void setValue(const QString& value) = 0;
    virtual void setReadOnly(bool readOnly) = 0;
    /// The part that takes the focus and is marked when the value is wrong.
    virtual QWidget* editor() const = 0;

    /// The input for a setting's type, with `settings.<key>` as its name.
    static SettingInput* make(const settings::Definition& definition, QWidget* parent = nullptr);

Q_SIGNALS:
    void edited();
};

/// One line of text: addresses, names, numbers.
class TextInput final : public SettingInput {
    Q_OBJECT

public:
    TextInput(const QString& objectName, int width, bool mono, QWidget* parent = nullptr);
    QString value() const override;
    void setValue(const QString& value) override;
    void setReadOnly(bool readOnly) override;
    QWidget* editor() const override;
    void setUnit(const QString& unit);
    void setMaxLength(int characters);

private:
    QLineEdit* m_edit;
    QLabel* m_unit;
};

/// On or off.
class SwitchInput final : public SettingInput {
    Q_OBJECT

public:
    explicit SwitchInput(const QString& objectName, QWidget* parent = nullptr);
    QString value() const override;
    void setValue(const QString& value) override;
    void setReadOnly(bool readOnly) override;
    QWidget* editor() const override;
    /// The words beside the box.
    void setText(const QString& text);

private:
    QCheckBox* m_box;
};

/// One of a few words.
class ChoiceInput final : public SettingInput {
    Q_OBJECT

public:
    explicit ChoiceInput(const settings::Definition& definition, QWidget* parent = nullptr);
    QString value() const override;
    void setValue(const QString& value) override;
    void setReadOnly(bool readOnly) override;
    QWidget* editor() const override;

private:
    const settings::Definition& m_definition;
    QComboBox* m_box;
};

/// A zone of times: UTC, the system's, or one that is found by typing a part of its name.
class ZoneInput final : public SettingInput {
    Q_OBJECT

public:
    explicit ZoneInput(const settings::Definition& definition, QWidget* parent = nullptr);
    QString value() const override;
    void setValue(const QString& value) override;
    void setReadOnly(bool readOnly) override;
    QWidget* editor() const override;

private:
    const settings::Definition& m_definition;
    QComboBox* m_box;
};

/// A length of time: a number and its unit. The value is in seconds.
class DurationInput final : public SettingInput {
    Q_OBJECT

public:
    explicit DurationInput(const QString& objectName, QWidget* parent = nullptr);
    QString value() const override;
    void setValue(const QString& value) override;
    void setReadOnly(bool readOnly) override;
    QWidget* editor() const override;

private:
    void nameUnits();

    QLineEdit* m_number;
    QComboBox* m_unit;
};

/// So many requests in such a time: `1000/3600`.
class RateInput final : public SettingInput {
    Q_OBJECT

public:
    explicit RateInput(const QString& objectName, QWidget* parent = nullptr);
    QString value() const override;
    void setValue(const QString& value) override;
    void setReadOnly(bool readOnly) override;
    QWidget* editor() const override;

private:
    QLineEdit* m_requests;
    DurationInput* m_window;
};

} // namespace sallyport::ui
