// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/hosting/namefield.h"

#include "core/api/operations.h"
#include "core/client/session.h"
#include "ui/widgets/fielderror.h"
#include "ui/widgets/labels.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QRegularExpression>

namespace countersign::hosting {

QString repositoryNameProblem(const QString &name)
{
    const auto tr = [](const char *text) { return QCoreApplication::translate("NameField", text); };
    const api::rules::Check check = api::rules::repositoryName(name);
    if (!check)
        return {};
    using api::rules::Problem;
    switch (check->problem) {
    case Problem::Missing:
        return tr("A name is needed.");
    case Problem::TooLong:
        return tr("A name has at most %1 characters.").arg(check->limit);
    case Problem::ForbiddenPart:
        return tr("A name cannot contain \u201c%1\u201d at this place.").arg(check->subject);
    default:
        return tr("Only letters, digits, \u201c.\u201d, \u201c-\u201d and \u201c_\u201d can be used.");
    }
}

QString suggestedRepositoryName(const QString &text)
{
    static const QRegularExpression others(QStringLiteral("[^A-Za-z0-9._-]+"));
    static const QRegularExpression ending(QStringLiteral("(\\.git|/)+$"));
    QString name = text.trimmed().remove(ending);
    name = name.section(QRegularExpression(QStringLiteral("[/\\\\:]")), -1);
    name.replace(others, QStringLiteral("-"));
    name.truncate(api::rules::maxRepositoryName);
    return api::rules::repositoryName(name) ? QString() : name;
}

NameField::NameField(client::Session *session, const QString &own, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_own(own)
    , m_edit(new QLineEdit(own, this))
    , m_state(new ui::StyledLabel({}, theme::TextStyle::Small, theme::Token::Muted, this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_edit, 1);
    row->addWidget(m_state);
    setFocusProxy(m_edit);
    m_edit->setAccessibleName(tr("Repository name"));
    m_state->hide();
    connect(m_edit, &QLineEdit::textChanged, this, &NameField::judge);
    load({});
}

void NameField::setOwn(const QString &own)
{
    m_taken.remove(own);
    m_own = own;
    judge();
}

QString NameField::name() const { return m_edit->text().trimmed(); }

bool NameField::isValid() const
{
    return repositoryNameProblem(name()).isEmpty() && (name() == m_own || !m_taken.contains(name()));
}

void NameField::markTaken(const QString &name)
{
    m_taken.insert(name);
    judge();
}

void NameField::load(const QString &token)
{
    api::ListRepositories::Input input;
    if (!token.isEmpty())
        input.nextToken = token;
    m_session->call<api::ListRepositories>(
        input, this, [this](const Result<api::ListRepositories::Output> &page) {
            // Without the list the hub still answers when the name is taken.
            if (!page)
                return;
            for (const api::RepositoryNameIdPair &pair : page->repositories)
                m_taken.insert(pair.repositoryName);
            if (page->nextToken) {
                load(*page->nextToken);
                return;
            }
            m_known = true;
            judge();
        });
}

void NameField::judge()
{
    const QString text = name();
    const QString problem = repositoryNameProblem(text);
    const bool taken = text != m_own && m_taken.contains(text);
    if (m_error) {
        if (text.isEmpty())
            m_error->clear();
        else if (!problem.isEmpty()) {
            const QString better = suggestedRepositoryName(text);
            m_error->setError(problem, better.isEmpty() ? QString() : tr("Use %1").arg(better),
                              [this, better] { m_edit->setText(better); });
        } else if (taken) {
            QString free;
            for (int i = 2; free.isEmpty() || m_taken.contains(free); ++i)
                free = text + QStringLiteral("-%1").arg(i);
            m_error->setError(tr("A repository of this name exists."), tr("Use %1").arg(free),
                              [this, free] { m_edit->setText(free); });
        } else
            m_error->clear();
    }
    const bool free = m_known && problem.isEmpty() && !taken && text != m_own;
    m_state->setVisible(free || taken);
    m_state->setStyle(theme::TextStyle::Small, taken ? theme::Token::DangerText : theme::Token::ApprovalText);
    m_state->setText(taken ? tr("taken") : tr("\u2713 free"));
    Q_EMIT judged();
}

} // namespace countersign::hosting
