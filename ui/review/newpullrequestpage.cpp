// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/review/newpullrequestpage.h"

#include "core/api/enums.h"
#include "core/client/session.h"
#include "ui/diff/changespanel.h"
#include "ui/review/commenteditor.h"
#include "ui/review/queuerules.h"
#include "ui/review/reviewerspanel.h"
#include "ui/review/rulespanel.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/errortext.h"
#include "ui/widgets/keycap.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/sidesplitter.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>

namespace countersign::reviewui {

using theme::TextStyle;
using theme::Token;

NewPullRequestPage::NewPullRequestPage(const ui::PageContext &hub, QWidget *parent)
    : Page(parent)
    , m_context(hub)
    , m_presenter(new NewPullRequestPresenter(hub, this))
{
    m_address.page = ui::Address::Page::NewPullRequest;
    m_address.hub = hub.session->hubId();
    auto *header = new ui::PageHeader(this);
    header->setIcon(QStringLiteral("pull-request"));
    header->setTitle(tr("New pull request"));
    m_create = new QPushButton(theme::Theme::instance().icon(QStringLiteral("pull-request")),
                               tr("Create pull request"), this);
    theme::setVariant(m_create, theme::ButtonVariant::Primary);
    header->addAction(m_create);
    connect(m_create, &QPushButton::clicked, m_presenter, &NewPullRequestPresenter::create);

    m_changes = new diffview::ChangesPanel(diffview::ChangesPanel::Role::Details, hub.settings, this);
    auto *left = new QWidget(this);
    auto *leftColumn = new QVBoxLayout(left);
    leftColumn->setContentsMargins(0, 0, 0, 0);
    leftColumn->setSpacing(0);
    leftColumn->addWidget(makeForm());
    leftColumn->addWidget(m_changes, 1);
    auto *splitter =
        new ui::SideSplitter(Qt::Horizontal, QStringLiteral("pullrequest.new"), hub.settings, this);
    splitter->addWidget(left);
    splitter->addWidget(makeSide());
    splitter->setStretchFactor(0, 1);
    splitter->setInitialSizes({-1, 344});
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(header);
    m_banners = new QVBoxLayout;
    column->addLayout(m_banners);
    column->addWidget(splitter, 1);

    connect(m_presenter, &NewPullRequestPresenter::changed, this, &NewPullRequestPage::update);
    connect(m_presenter, &NewPullRequestPresenter::failed, this,
            [this](const QString &text, const Error &error) {
                Q_EMIT errorOccurred(text + QLatin1Char(' ') + ui::errorSentence(error), error.detail);
            });
    connect(m_presenter, &NewPullRequestPresenter::created, this, [this](const QString &id) {
        ui::Address address;
        address.hub = m_address.hub;
        address.page = ui::Address::Page::PullRequest;
        address.repository = m_presenter->state().repository;
        address.item = id;
        address.tab = QStringLiteral("overview");
        Q_EMIT navigationRequested(address, false);
    });
    update();
}

QWidget *NewPullRequestPage::makeForm()
{
    auto *form = new QWidget(this);
    auto *column = new QVBoxLayout(form);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(8);
    auto *branches = new QHBoxLayout;
    branches->setSpacing(8);
    const auto combo = [&](const QString &name) {
        auto *box = new QComboBox(form);
        box->setAccessibleName(name);
        box->setToolTip(name);
        box->setMinimumContentsLength(14);
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        return box;
    };
    m_repository = combo(tr("Repository"));
    m_source = combo(tr("Branch to merge"));
    m_destination = combo(tr("Branch to merge into"));
    m_source->setFont(theme::font(TextStyle::Code));
    m_destination->setFont(theme::font(TextStyle::Code));
    branches->addWidget(m_repository);
    branches->addWidget(new ui::StyledLabel(tr("merge"), TextStyle::Body, Token::Muted, form));
    branches->addWidget(m_source, 1);
    branches->addWidget(new ui::StyledLabel(tr("into"), TextStyle::Body, Token::Muted, form));
    branches->addWidget(m_destination, 1);
    column->addLayout(branches);
    m_title = new QLineEdit(form);
    m_title->setPlaceholderText(tr("Title"));
    m_title->setAccessibleName(tr("Title"));
    m_title->setMaxLength(150);
    column->addWidget(m_title);
    m_description = new CommentEditor(tr("Description. Markdown; - [ ] makes a task"), form);
    column->addWidget(m_description);
    connect(m_repository, &QComboBox::textActivated, m_presenter, &NewPullRequestPresenter::setRepository);
    const auto chosen = [this] {
        m_presenter->setBranches(m_source->currentData().toString(), m_destination->currentData().toString());
    };
    connect(m_source, &QComboBox::activated, this, chosen);
    connect(m_destination, &QComboBox::activated, this, chosen);
    connect(m_title, &QLineEdit::textEdited, m_presenter, &NewPullRequestPresenter::setTitle);
    connect(m_description, &CommentEditor::edited, m_presenter, &NewPullRequestPresenter::setDescription);
    return form;
}

QWidget *NewPullRequestPage::makeSide()
{
    const PersonOfArn personOf = [this](const QString &arn) {
        if (m_context.people)
            return m_context.people->person(arn);
        ui::PersonInfo person;
        person.arn = arn;
        person.name = accountOf(arn);
        return person;
    };
    auto *side = new QWidget(this);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_rules = new RulesPanel(personOf, side);
    m_reviewers = new ReviewersPanel(personOf, side);
    column->addWidget(m_rules);
    column->addWidget(m_reviewers);
    column->addStretch(1);
    connect(m_reviewers, &ReviewersPanel::addAsked, m_presenter, &NewPullRequestPresenter::addReviewer);
    connect(m_reviewers, &ReviewersPanel::removeAsked, m_presenter, &NewPullRequestPresenter::removeReviewer);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setMinimumWidth(280);
    scroll->setWidget(side);
    return scroll;
}

void NewPullRequestPage::open(const ui::Address &address)
{
    m_address = address;
    m_presenter->open(address.repository, address.query.value(QStringLiteral("source")),
                      address.query.value(QStringLiteral("destination")));
    m_title->setFocus();
}

void NewPullRequestPage::refresh()
{
    const auto &state = m_presenter->state();
    m_presenter->open(state.repository, state.source, state.destination);
}

ui::Address NewPullRequestPage::address() const
{
    ui::Address address = m_address;
    const auto &state = m_presenter->state();
    address.repository = state.repository;
    if (!state.source.isEmpty())
        address.query.insert(QStringLiteral("source"), state.source);
    if (!state.destination.isEmpty())
        address.query.insert(QStringLiteral("destination"), state.destination);
    return address;
}

void NewPullRequestPage::update()
{
    const auto &state = m_presenter->state();
    const auto fill = [](QComboBox *box, const QList<QString> &names, const QString &current,
                         const QString &none) {
        QStringList wanted;
        if (!none.isEmpty())
            wanted.append(none);
        wanted += names;
        QStringList now;
        for (int i = 0; i < box->count(); ++i)
            now.append(box->itemText(i));
        if (now != wanted) {
            // A list that is open while its entries arrive would stay as small as it was.
            const bool isOpen = box->view()->isVisible();
            box->clear();
            if (!none.isEmpty())
                box->addItem(none, QString());
            for (const QString &name : names)
                box->addItem(name, name);
            if (isOpen)
                box->showPopup();
        }
        box->setCurrentIndex(std::max(0, box->findData(current)));
    };
    fill(m_repository, state.repositories, state.repository, {});
    fill(m_source, state.branches, state.source, tr("choose a branch"));
    fill(m_destination, state.branches, state.destination, {});
    if (m_title->text() != state.title)
        m_title->setText(state.title);
    if (!m_description->hasFocus() || m_description->text().isEmpty())
        m_description->setText(state.description);
    const QString reason = m_presenter->unavailable();
    m_create->setEnabled(reason.isEmpty());
    m_create->setToolTip(reason);
    m_create->setText(state.isCreating ? tr("Creating…") : tr("Create pull request"));

    m_rules->setRules(state.preview ? state.preview->rules : QList<api::RuleState>(), false, 0);
    QList<api::ReviewerState> reviewers;
    for (const QString &arn : state.reviewers) {
        api::ReviewerState reviewer;
        reviewer.userArn = arn;
        reviewer.requested = true;
        reviewers.append(reviewer);
    }
    QList<ui::PersonInfo> candidates;
    if (m_context.people) {
        for (const auto &person : m_context.people->all()) {
            if (person.arn != m_context.session->principal())
                candidates.append(person);
        }
    }
    m_reviewers->setCandidates(candidates);
    m_reviewers->setReviewers(reviewers, m_context.session->principal(), 0, true);

    if (state.source.isEmpty()) {
        m_changes->setMessage(tr("Choose the branch to merge"),
                              tr("Its changes show here before anything is created."));
    } else if (state.error) {
        m_changes->setMessage(tr("The branches could not be compared"), ui::errorSentence(*state.error));
    } else if (state.preview && state.preview->commitCount == 0) {
        m_changes->setMessage(tr("Nothing to merge"),
                              tr("%1 has nothing that %2 lacks.").arg(state.source, state.destination));
    } else if (state.preview && !state.gitDirectory.isEmpty()) {
        diffview::ChangeSource source;
        source.gitDirectory = state.gitDirectory;
        source.before =
            git::Oid::fromHex(QStringView(state.preview->mergeBase.value_or(QString()))).value_or(git::Oid());
        source.after = git::Oid::fromHex(QStringView(state.preview->sourceCommit)).value_or(git::Oid());
        source.beforeLabel = state.destination;
        source.afterLabel = state.source;
        m_changes->setSource(source);
    }
    updateBanner();
    Q_EMIT stateChanged();
}

void NewPullRequestPage::updateBanner()
{
    const auto &state = m_presenter->state();
    QString text;
    QString detail;
    QString existing;
    if (state.preview && !state.preview->existingPullRequestIds.isEmpty()) {
        existing = state.preview->existingPullRequestIds.first();
        text = tr("#%1 is open between these branches already.").arg(existing);
    } else if (state.preview && state.preview->mergeability == api::Mergeability::Conflicts) {
        text = tr("%n file(s) conflict with %1.", nullptr, static_cast<int>(state.preview->conflicts.size()))
                   .arg(state.destination);
        detail = state.preview->conflicts.mid(0, 4).join(QStringLiteral(", "));
    }
    if (text == m_bannerText)
        return;
    m_bannerText = text;
    if (m_banner) {
        m_banner->hide();
        m_banner->deleteLater();
        m_banner = nullptr;
    }
    if (text.isEmpty())
        return;
    m_banner = new ui::Banner(existing.isEmpty() ? ui::BannerKind::Warning : ui::BannerKind::Info, text,
                              detail, this);
    if (!existing.isEmpty())
        m_banner->addAction(tr("Open it"), [this, existing] {
            ui::Address address;
            address.hub = m_address.hub;
            address.page = ui::Address::Page::PullRequest;
            address.repository = m_presenter->state().repository;
            address.item = existing;
            address.tab = QStringLiteral("overview");
            Q_EMIT navigationRequested(address);
        });
    m_banners->addWidget(m_banner);
}

} // namespace countersign::reviewui
