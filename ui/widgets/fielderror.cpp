// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/fielderror.h"

#include "ui/theme/style.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/linkbutton.h"

#include <QHBoxLayout>

namespace countersign::ui {

using theme::TextStyle;
using theme::Token;

FieldError::FieldError(QWidget *field, QWidget *parent)
    : QWidget(parent)
    , m_field(field)
    , m_icon(new IconLabel(QStringLiteral("state-danger"), Token::DangerText, 16, this))
    , m_text(new StyledLabel({}, TextStyle::Small, Token::Muted, this))
    , m_fix(new LinkButton({}, this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    m_text->setWordWrap(true);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addWidget(m_text, 1);
    row->addWidget(m_fix);
    theme::setCompact(m_fix);
    connect(m_fix, &QToolButton::clicked, this, [this] {
        const std::function<void()> apply = m_apply;
        clear();
        if (apply)
            apply();
    });
    setError({});
}

void FieldError::setHint(const QString &hint)
{
    m_hint = hint;
    if (!m_wrong)
        setError({});
}

void FieldError::setError(const QString &error, const QString &fix, const std::function<void()> &applyFix)
{
    m_wrong = !error.isEmpty();
    m_apply = applyFix;
    auto *text = static_cast<StyledLabel *>(m_text);
    text->setText(m_wrong ? error : m_hint);
    text->setStyle(TextStyle::Small, m_wrong ? Token::DangerText : Token::Muted);
    m_icon->setVisible(m_wrong);
    m_fix->setText(fix);
    m_fix->setVisible(m_wrong && !fix.isEmpty());
    setVisible(!m_text->text().isEmpty());
    if (m_field) {
        theme::setInputError(m_field, m_wrong);
        m_field->setAccessibleDescription(m_text->text());
    }
}

} // namespace countersign::ui
