// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/hosting/repositoryname.h"

#include "core/api/operations.h"
#include "core/api/rules.h"
#include "core/client/session.h"
#include "ui/widgets/fielderror.h"

#include <QLineEdit>
#include <QRegularExpression>

namespace countersign::hosting {

RepositoryNameCheck::RepositoryNameCheck(const ui::PageContext &context, QLineEdit *field, ui::FieldError *error,
                                         QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_field(field)
    , m_error(error)
{
    m_error->setHint(tr("Letters, digits, “.”, “-” and “_”; at most 100 characters."));
    connect(field, &QLineEdit::textChanged, this, &RepositoryNameCheck::check);
}

std::optional<QString> RepositoryNameCheck::wrongForm(const QString &name)
{
    if (name.isEmpty())
        return tr("A name is needed.");
    if (name.size() > 100)
        return tr("The name is %n character(s) too long.", nullptr, static_cast<int>(name.size()) - 100);
    if (name.endsWith(QLatin1StringView(".git")))
        return tr("The name must not end in “.git”.");
    if (api::rules::repositoryName(name))
        return tr("Only letters, digits, “.”, “-” and “_” are allowed, and the first is a letter or digit.");
    return std::nullopt;
}

QString RepositoryNameCheck::suggestion(const QString &source)
{
    QString name = source.trimmed();
    while (name.endsWith(u'/'))
        name.chop(1);
    name = name.section(u'/', -1).section(u':', -1);
    if (name.endsWith(QLatin1StringView(".git")))
        name.chop(4);
    static const QRegularExpression other(QStringLiteral("[^A-Za-z0-9._-]+"));
    name.replace(other, QStringLiteral("-"));
    while (!name.isEmpty() && !name[0].isLetterOrNumber())
        name.remove(0, 1);
    return name.left(100);
}

void RepositoryNameCheck::set(bool good)
{
    if (m_good == good)
        return;
    m_good = good;
    Q_EMIT changed(good);
}

void RepositoryNameCheck::check()
{
    m_asking.request_stop();
    const QString name = m_field->text();
    if (const auto wrong = wrongForm(name)) {
        m_error->setError(name.isEmpty() ? QString() : *wrong);
        set(false);
        return;
    }
    m_error->clear();
    if (name == m_own) {
        set(true);
        return;
    }
    set(false);
    m_asking = m_context.session->call<api::GetRepository>(
        {name}, this, [this, name](const Result<api::GetRepository::Output> &found) {
            if (m_field->text() != name)
                return;
            if (found)
                m_error->setError(tr("A repository of this name exists already."));
            set(!found);
        });
}

} // namespace countersign::hosting
