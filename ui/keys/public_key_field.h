#pragma once

#include <QWidget>

#include <string>

class QPlainTextEdit;
class QPushButton;

namespace sallyport::ui {

class Field;

/// Takes the public key of a client, as PEM or JWK: pasted, or read from a file that is dropped or chosen.
class PublicKeyField final : public QWidget {
    Q_OBJECT

public:
    explicit PublicKeyField(const QString& objectName, QWidget* parent = nullptr);

    /// What was put in, without white space around it; empty if nothing.
    std::string key() const;
    void setLabel(const QString& label);
    /// The server takes it for no key.
    void refuse();

Q_SIGNALS:
    void changed();

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void choose();
    void readFile(const QString& path);

    QPlainTextEdit* m_text;
    Field* m_field = nullptr;
    QPushButton* m_open;
};

} // namespace sallyport::ui
