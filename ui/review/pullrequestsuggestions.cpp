// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
// Suggestions of the pull request's presenter: a batch, and the commit that applies them.
#include "ui/review/pullrequestpresenter.h"

#include "core/api/enums.h"
#include "ui/review/pullrequestact.h"
#include "ui/review/queuerules.h"

#include <algorithm>

namespace countersign::reviewui {

namespace {

QString modeName(git::FileMode mode)
{
    return mode == git::FileMode::Executable ? QString(api::FileMode::Executable)
           : mode == git::FileMode::Symlink  ? QString(api::FileMode::Symlink)
                                             : QString(api::FileMode::Normal);
}

QList<api::PutFileEntry> puts(const QList<SuggestedFile> &files, bool after)
{
    QList<api::PutFileEntry> entries;
    for (const auto &file : files)
        entries.append(
            {QString::fromUtf8(file.path), modeName(file.mode), after ? file.content : file.before, {}});
    return entries;
}

} // namespace

QString PullRequestPresenter::applyUnavailable() const
{
    if (stateOf(m_state.pullRequest()) != PullRequestState::Open)
        return tr("The pull request is closed");
    if (!m_state.review.sourceBranchExists)
        return tr("The source branch is gone");
    if (m_state.waiting)
        return tr("Load revision %1 first").arg(m_state.waiting->summary.revisionNumber);
    if (m_state.isApplying)
        return tr("A suggestion is being applied");
    return {};
}

bool PullRequestPresenter::isInBatch(const QString &suggestionId) const
{
    return std::ranges::contains(m_state.batch, suggestionId, &Suggestion::id);
}

void PullRequestPresenter::setInBatch(const Suggestion &suggestion, bool in)
{
    m_state.batch.removeIf([&](const Suggestion &other) { return other.id() == suggestion.id(); });
    if (in)
        m_state.batch.append(suggestion);
    Q_EMIT changed();
}

void PullRequestPresenter::applyBatch() { applySuggestions(m_state.batch); }

// Co-authors are who wrote the suggestions; the commit itself is by who applies them.
QString PullRequestPresenter::applyMessage(const QList<Suggestion> &suggestions, const QString &verb) const
{
    QStringList names;
    QStringList trailers;
    for (const auto &suggestion : suggestions) {
        const QString name = suggestion.path.section(QLatin1Char('/'), -1);
        if (!names.contains(name))
            names.append(name);
        if (suggestion.authorArn == me())
            continue;
        const ui::PersonInfo author = person(suggestion.authorArn);
        const QString trailer =
            QStringLiteral("Co-authored-by: %1 <%2>").arg(author.name, author.email).simplified();
        if (!author.email.isEmpty() && !trailers.contains(trailer))
            trailers.append(trailer);
    }
    // The history of a repository is not in the language of one of its readers.
    QString message = (suggestions.size() == 1 ? QStringLiteral("%1 suggestion to %2\n")
                                               : QStringLiteral("%1 %3 suggestions to %2\n"))
                          .arg(verb, names.join(QStringLiteral(", ")));
    if (suggestions.size() > 1)
        message = message.arg(suggestions.size());
    message += QStringLiteral("\nFrom the review of #%1.\n").arg(m_state.pullRequestId);
    if (!trailers.isEmpty())
        message += QLatin1Char('\n') + trailers.join(QLatin1Char('\n')) + QLatin1Char('\n');
    return message;
}

void PullRequestPresenter::applySuggestions(const QList<Suggestion> &suggestions)
{
    const auto *target = m_state.target();
    if (suggestions.isEmpty() || !target || !applyUnavailable().isEmpty())
        return;
    m_state.isApplying = true;
    Q_EMIT changed();
    auto job = m_lane->run([backend = &m_context.session->backend(), repository = target->repositoryName,
                            suggestions, head = git::Oid::fromHex(QStringView(target->sourceCommit))](
                               std::stop_token stop) -> Result<QList<SuggestedFile>> {
        const auto directory = backend->gitDirectory(repository);
        if (!directory)
            return std::unexpected(directory.error());
        return reviewui::applySuggestions(*directory, suggestions, head.value_or(git::Oid()), stop);
    });
    onFinished(job.future, this,
               [this, suggestions, parent = target->sourceCommit](const Result<QList<SuggestedFile>> &files) {
                   if (files)
                       return commitSuggestions(suggestions, *files, parent);
                   m_state.isApplying = false;
                   report(tr("Nothing was applied."), files.error());
                   Q_EMIT changed();
               });
}

void PullRequestPresenter::commitFiles(const QList<api::PutFileEntry> &files, const QString &parent,
                                       const QString &message, const QString &failure,
                                       const std::function<void(const QString &)> &done)
{
    const ui::PersonInfo author = person(me());
    api::CreateCommit::Input input;
    input.repositoryName = m_state.repository();
    input.branchName = shortRef(m_state.target()->sourceReference);
    input.parentCommitId = parent;
    input.authorName = author.name;
    if (!author.email.isEmpty())
        input.email = author.email;
    input.commitMessage = message;
    input.putFiles = files;
    m_context.session->call<api::CreateCommit>(
        input, this, [this, failure, done](const Result<api::CreateCommit::Output> &answer) {
            m_state.isApplying = false;
            if (!answer) {
                report(failure, answer.error());
                return load();
            }
            // Who made the commit knows what is new: it need not wait to be loaded.
            m_ownCommit = answer->commitId;
            done(answer->commitId);
            load();
        });
}

void PullRequestPresenter::commitSuggestions(const QList<Suggestion> &suggestions,
                                             const QList<SuggestedFile> &files, const QString &parent)
{
    commitFiles(puts(files, true), parent, applyMessage(suggestions, QStringLiteral("Apply")),
                tr("Nothing was applied."), [this, suggestions, files](const QString &commit) {
                    QSet<QString> threads;
                    for (const auto &suggestion : suggestions) {
                        m_state.batch.removeIf(
                            [&](const Suggestion &other) { return other.id() == suggestion.id(); });
                        threads.insert(suggestion.threadId);
                    }
                    setAllResolved(threads, true);
                    const auto undo = [this, suggestions, files, commit, threads] {
                        commitFiles(puts(files, false), commit,
                                    applyMessage(suggestions, QStringLiteral("Revert")),
                                    tr("The suggestion was not taken back."),
                                    [this, threads](const QString &) { setAllResolved(threads, false); });
                    };
                    Q_EMIT announced(tr("%n suggestion(s) applied and resolved.", nullptr,
                                        static_cast<int>(suggestions.size())),
                                     undo);
                });
}

void PullRequestPresenter::setAllResolved(const QSet<QString> &threads, bool resolved)
{
    for (const QString &thread : threads)
        act<api::UpdateThreadState>({thread, resolved}, tr("A thread of a suggestion was not resolved."));
}

} // namespace countersign::reviewui
