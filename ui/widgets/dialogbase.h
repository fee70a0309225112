// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/style.h"

#include <QDialog>

class QFormLayout;
class QHBoxLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace countersign::ui {

class FieldError;

/// The frame of every dialog: title row 36, content, footer 44 with a side option or the consequence at the
/// left, Cancel and the default button at the right. Shown with open() only; deletes itself when closed.
/// The default button does not close: connect accepted work to submitted(), then call accept() when it is
/// done, or fail() to say what went wrong and keep everything typed.
class DialogBase : public QDialog
{
    Q_OBJECT
public:
    DialogBase(const QString &title, const QString &verb, QWidget *parent);

    /// For dialogs that are a form: labels right-aligned, 104 px.
    QFormLayout *form();
    /// Adds a labelled row with a FieldError below the field; the mnemonic of `label` leads to it.
    FieldError *addField(const QString &label, QWidget *field);
    QVBoxLayout *content() const { return m_content; }

    void setVariant(theme::ButtonVariant variant);
    void setVerb(const QString &verb);
    /// Left end of the footer.
    void setSideWidget(QWidget *widget);
    void setConsequence(const QString &text);
    void setSubmitEnabled(bool enabled, const QString &reason = {});
    QPushButton *submitButton() const { return m_submit; }
    QPushButton *cancelButton() const { return m_cancel; }

    /// While work runs: fields and the default button are off, a ring turns, Cancel stays.
    void setBusy(bool busy);
    void fail(const QString &text, const QString &originalWords = {});

Q_SIGNALS:
    void submitted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void showEvent(QShowEvent *event) override;
    bool event(QEvent *event) override;

private:
    /// High enough for wrapped text, and over the middle of its window until it is moved.
    void fit();

    QWidget *m_header;
    QWidget *m_body;
    QWidget *m_footer;
    QVBoxLayout *m_column;
    QVBoxLayout *m_content;
    QFormLayout *m_form = nullptr;
    QHBoxLayout *m_side;
    QLabel *m_consequence = nullptr;
    QPushButton *m_submit;
    QPushButton *m_cancel;
    QWidget *m_ring;
    QWidget *m_failure = nullptr;
    bool m_moved = false;
};

} // namespace countersign::ui
