// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/review/newpullrequestpresenter.h"

#include "core/accounts/drafts.h"
#include "core/api/enums.h"
#include "core/client/session.h"
#include "ui/review/commitstab.h"
#include "ui/review/queuerules.h"

#include <QUuid>

namespace countersign::reviewui {

namespace {
const QString formKey = QStringLiteral("form");
}

NewPullRequestPresenter::NewPullRequestPresenter(const ui::PageContext &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_lane(QStringLiteral("new-pull-request"))
{
    connect(&context.session->backend(), &client::Backend::repositoryChanged, this,
            [this](const QString &name) {
                if (name == m_state.repository) {
                    m_branchesSoFar.clear();
                    loadBranches({});
                }
            });
}

QString NewPullRequestPresenter::scope() const
{
    return m_context.session->hubId() + QLatin1Char('/') + m_context.session->principal() +
           QStringLiteral("/new-pr/") + m_state.repository;
}

void NewPullRequestPresenter::open(const QString &repository, const QString &source,
                                   const QString &destination)
{
    m_state = {};
    m_state.repository = repository;
    m_token = QUuid::createUuid().toString(QUuid::WithoutBraces);
    if (m_context.drafts && !repository.isEmpty()) {
        if (const auto draft = m_context.drafts->draft(scope(), formKey)) {
            const QJsonObject &form = draft->content;
            const auto text = [&form](const char *name) {
                return form.value(QLatin1StringView(name)).toString();
            };
            m_state.source = text("source");
            m_state.destination = text("destination");
            m_state.title = text("title");
            m_state.description = text("description");
            m_state.titleTouched = !m_state.title.isEmpty();
            m_state.descriptionTouched = !m_state.description.isEmpty();
            for (const auto &value : form.value(QStringLiteral("reviewers")).toArray())
                m_state.reviewers.append(value.toString());
            // The same token after a crash: what was created already is not created twice.
            if (!text("token").isEmpty())
                m_token = text("token");
        }
    }
    if (!source.isEmpty())
        m_state.source = shortRef(source);
    if (!destination.isEmpty())
        m_state.destination = shortRef(destination);
    loadRepositories();
    if (!repository.isEmpty()) {
        m_branchesSoFar.clear();
        loadBranches({});
    }
    Q_EMIT changed();
}

void NewPullRequestPresenter::setRepository(const QString &repository) { open(repository, {}, {}); }

void NewPullRequestPresenter::loadRepositories()
{
    m_context.session->call<api::ListRepositories>(
        {}, this, [this](Result<api::ListRepositories::Output> answer) {
            if (!answer)
                return;
            m_state.repositories.clear();
            for (const auto &repository : answer->repositories)
                m_state.repositories.append(repository.repositoryName);
            Q_EMIT changed();
            if (m_state.repository.isEmpty() && !m_state.repositories.isEmpty())
                open(m_state.repositories.first(), {}, {});
        });
}

void NewPullRequestPresenter::loadBranches(const QString &token)
{
    api::ListBranches::Input input;
    input.repositoryName = m_state.repository;
    if (!token.isEmpty())
        input.nextToken = token;
    m_context.session->call<api::ListBranches>(
        input, this, [this, name = m_state.repository](Result<api::ListBranches::Output> answer) {
            if (name != m_state.repository)
                return;
            if (!answer) {
                m_state.error = answer.error();
                Q_EMIT changed();
                return;
            }
            m_branchesSoFar += answer->branches;
            if (answer->nextToken)
                return loadBranches(*answer->nextToken);
            m_state.branches = m_branchesSoFar;
            chooseBranches();
        });
}

void NewPullRequestPresenter::chooseBranches()
{
    m_context.session->call<api::GetRepository>(
        {m_state.repository}, this,
        [this, name = m_state.repository](Result<api::GetRepository::Output> answer) {
            if (name != m_state.repository)
                return;
            const QString standard =
                answer ? answer->repositoryMetadata.defaultBranch.value_or(QString()) : QString();
            if (m_state.destination.isEmpty() || !m_state.branches.contains(m_state.destination))
                m_state.destination = standard.isEmpty() ? m_state.branches.value(0) : standard;
            if (!m_state.branches.contains(m_state.source))
                m_state.source.clear();
            preview();
        });
}

void NewPullRequestPresenter::setBranches(const QString &source, const QString &destination)
{
    if (source == m_state.source && destination == m_state.destination)
        return;
    m_state.source = source;
    m_state.destination = destination;
    saveDraft();
    preview();
}

void NewPullRequestPresenter::preview()
{
    m_state.preview.reset();
    m_state.error.reset();
    m_state.commits.clear();
    const int number = ++m_previewNumber;
    if (m_state.source.isEmpty() || m_state.destination.isEmpty() || m_state.source == m_state.destination) {
        m_state.isPreviewing = false;
        Q_EMIT changed();
        return;
    }
    m_state.isPreviewing = true;
    Q_EMIT changed();
    m_context.session->call<api::PreviewPullRequest>(
        {m_state.repository, m_state.source, m_state.destination}, this,
        [this, number](Result<api::PreviewPullRequest::Output> answer) {
            if (number != m_previewNumber)
                return;
            m_state.isPreviewing = false;
            if (answer)
                m_state.preview = std::move(*answer);
            else
                m_state.error = answer.error();
            Q_EMIT changed();
            if (m_state.preview)
                loadCommits();
        });
}

void NewPullRequestPresenter::loadCommits()
{
    using Found = std::pair<QString, QList<git::CommitInfo>>;
    auto job = m_lane.run([backend = &m_context.session->backend(), repository = m_state.repository,
                           base = m_state.preview->mergeBase.value_or(QString()),
                           head = m_state.preview->sourceCommit](std::stop_token stop) -> Result<Found> {
        const auto directory = backend->gitDirectory(repository);
        if (!directory)
            return std::unexpected(directory.error());
        auto commits = commitsBetween(*directory, base, head, stop);
        if (!commits)
            return std::unexpected(commits.error());
        return Found(*directory, *commits);
    });
    onFinished(m_commits = std::move(job), this, [this](Result<Found> found) {
        if (!found)
            return;
        m_state.gitDirectory = found->first;
        m_state.commits = found->second;
        propose();
        Q_EMIT changed();
    });
}

// One commit speaks for itself; of several, the branch's name and the subjects do.
void NewPullRequestPresenter::propose()
{
    if (m_state.commits.isEmpty())
        return;
    if (!m_state.titleTouched) {
        if (m_state.commits.size() == 1) {
            m_state.title = m_state.commits.first().subject();
        } else {
            QString words = m_state.source.section(QLatin1Char('/'), -1);
            words.replace(QLatin1Char('-'), QLatin1Char(' ')).replace(QLatin1Char('_'), QLatin1Char(' '));
            if (!words.isEmpty())
                words[0] = words.at(0).toUpper();
            m_state.title = words;
        }
        m_state.title = m_state.title.left(150);
    }
    if (!m_state.descriptionTouched) {
        if (m_state.commits.size() == 1) {
            m_state.description = m_state.commits.first().body().trimmed();
        } else {
            QStringList lines;
            for (auto commit = m_state.commits.rbegin();
                 commit != m_state.commits.rend() && lines.size() < 50; ++commit)
                lines.append(QStringLiteral("- ") + commit->subject());
            m_state.description = lines.join(QLatin1Char('\n'));
        }
    }
}

void NewPullRequestPresenter::setTitle(const QString &title)
{
    m_state.title = title;
    m_state.titleTouched = !title.isEmpty();
    saveDraft();
    Q_EMIT changed();
}

void NewPullRequestPresenter::setDescription(const QString &description)
{
    m_state.description = description;
    m_state.descriptionTouched = true;
    saveDraft();
}

void NewPullRequestPresenter::addReviewer(const QString &arn)
{
    if (!m_state.reviewers.contains(arn))
        m_state.reviewers.append(arn);
    saveDraft();
    Q_EMIT changed();
}

void NewPullRequestPresenter::removeReviewer(const QString &arn)
{
    m_state.reviewers.removeAll(arn);
    saveDraft();
    Q_EMIT changed();
}

void NewPullRequestPresenter::saveDraft()
{
    if (!m_context.drafts || m_state.repository.isEmpty())
        return;
    m_context.drafts->save(
        scope(), formKey,
        {{QStringLiteral("source"), m_state.source},
         {QStringLiteral("destination"), m_state.destination},
         {QStringLiteral("title"), m_state.titleTouched ? m_state.title : QString()},
         {QStringLiteral("description"), m_state.descriptionTouched ? m_state.description : QString()},
         {QStringLiteral("reviewers"), QJsonArray::fromStringList(m_state.reviewers)},
         {QStringLiteral("token"), m_token}});
}

QString NewPullRequestPresenter::unavailable() const
{
    if (m_state.source.isEmpty())
        return tr("Choose the branch to merge");
    if (m_state.source == m_state.destination)
        return tr("Choose two different branches");
    if (m_state.isPreviewing)
        return tr("The branches are being compared");
    if (!m_state.preview)
        return tr("The branches could not be compared");
    if (m_state.preview->commitCount == 0)
        return tr("%1 has nothing that %2 lacks").arg(m_state.source, m_state.destination);
    if (m_state.title.trimmed().isEmpty())
        return tr("A title is needed");
    if (m_state.isCreating)
        return tr("It is being created");
    return {};
}

void NewPullRequestPresenter::create()
{
    if (!unavailable().isEmpty())
        return;
    api::CreatePullRequest::Input input;
    input.title = m_state.title.trimmed();
    if (!m_state.description.trimmed().isEmpty())
        input.description = m_state.description;
    input.targets = {{m_state.repository, m_state.source, m_state.destination}};
    input.clientRequestToken = m_token;
    saveDraft();
    m_state.isCreating = true;
    Q_EMIT changed();
    m_context.session->call<api::CreatePullRequest>(
        input, this, [this](Result<api::CreatePullRequest::Output> answer) {
            m_state.isCreating = false;
            if (!answer) {
                Q_EMIT failed(tr("The pull request was not created. What you wrote is kept."),
                              answer.error());
                Q_EMIT changed();
                return;
            }
            const QString id = answer->pullRequest.pullRequestId;
            const QList<QString> reviewers = m_state.reviewers;
            discard();
            if (reviewers.isEmpty()) {
                Q_EMIT created(id);
                return;
            }
            m_context.session->call<api::UpdatePullRequestReviewers>(
                {id, reviewers, {}}, this, [this, id](Result<api::UpdatePullRequestReviewers::Output> asked) {
                    if (!asked)
                        Q_EMIT failed(tr("The pull request was created, but its reviewers were not asked."),
                                      asked.error());
                    Q_EMIT created(id);
                });
        });
}

void NewPullRequestPresenter::discard()
{
    if (m_context.drafts)
        m_context.drafts->remove(scope(), formKey);
    m_token = QUuid::createUuid().toString(QUuid::WithoutBraces);
}

} // namespace countersign::reviewui
