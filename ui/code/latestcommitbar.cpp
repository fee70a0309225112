// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/code/latestcommitbar.h"

#include "core/base/async.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/commitid.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/people.h"
#include "ui/widgets/relativetime.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace countersign::code {

using theme::TextStyle;
using theme::Token;

namespace {

Result<git::CommitInfo> latest(const git::Repository &repository, const git::Oid &commit,
                               const QByteArray &path, std::stop_token stop)
{
    if (path.isEmpty())
        return git::commit(repository, commit);
    git::LogOptions options;
    options.from = {commit.hex()};
    options.limit = 1;
    options.paths = {git::patternFor(path)};
    git::Oid found;
    const auto done = git::log(
        repository, options,
        [&found](const QList<git::CommitInfo> &commits) {
            found = commits.first().id;
            return false;
        },
        std::move(stop));
    if (found.isNull())
        return std::unexpected(done ? Error{ErrorKind::NotFound, {}, QStringLiteral("No commit."), {}}
                                    : done.error());
    // The log may carry rewritten parents; the commit itself has its own.
    return git::commit(repository, found);
}

} // namespace

LatestCommitBar::LatestCommitBar(client::Session *session, ui::People *people, QWidget *parent)
    : QWidget(parent)
    , m_reader(session, QStringLiteral("latest-commit"))
    , m_people(people)
    , m_avatar(new ui::Avatar(20, this))
    , m_author(new ui::StyledLabel({}, TextStyle::BodyStrong, Token::Text, this))
    , m_subject(new ui::ElidedLabel({}, Qt::ElideRight, this))
    , m_signed(new ui::Chip({tr("Signed"), QStringLiteral("lock"), ui::ChipKind::Approval}, this))
    , m_id(new ui::CommitIdLabel(this))
    , m_when(new ui::StyledLabel({}, TextStyle::Body, Token::Muted, this))
{
    setMinimumHeight(40);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 4, 8, 4);
    row->setSpacing(8);
    auto *history =
        new QPushButton(theme::Theme::instance().icon(QStringLiteral("view-history")), tr("History"), this);
    theme::setCompact(history);
    row->addWidget(m_avatar);
    row->addWidget(m_author);
    row->addWidget(m_subject, 1);
    row->addWidget(m_signed);
    row->addWidget(m_id);
    row->addWidget(m_when);
    row->addWidget(history);
    connect(history, &QPushButton::clicked, this, &LatestCommitBar::historyRequested);
    connect(m_id, &ui::CommitIdLabel::opened, this, &LatestCommitBar::commitRequested);
    m_signed->setToolTip(tr("The commit carries a signature; it was not checked"));
}

void LatestCommitBar::show(const git::Oid &commit, const QByteArray &path)
{
    const auto future = m_load =
        m_reader.run([commit, path](const git::Repository &repository, std::stop_token stop) {
            return latest(repository, commit, path, std::move(stop));
        });
    onFinished(future, this, [this](const Result<git::CommitInfo> &found) {
        setVisible(found.has_value());
        if (found)
            display(*found);
    });
}

void LatestCommitBar::display(const git::CommitInfo &commit)
{
    ui::PersonInfo person;
    if (m_people)
        person = m_people->byEmail(commit.author.email, commit.author.name);
    person.name = commit.author.name;
    m_avatar->setPerson(person);
    m_author->setText(commit.author.name);
    const QString subject = commit.subject();
    m_subject->setText(subject.isEmpty() ? tr("(no message)") : subject);
    m_signed->setVisible(commit.isSigned());
    m_id->setId(commit.id.toString());
    m_when->setText(ui::relativeTime(commit.author.when * 1000));
    m_when->setToolTip(ui::fullTime(commit.author.when * 1000));
}

} // namespace countersign::code
