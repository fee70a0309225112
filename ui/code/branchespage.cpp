// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/code/branchespage.h"

#include "core/api/operations.h"
#include "core/base/async.h"
#include "ui/code/newrefdialog.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/command.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/errortext.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QHeaderView>
#include <QMenu>
#include <QShortcut>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QTableView>

namespace countersign::code {

BranchesPage::BranchesPage(const ui::PageContext &context, QWidget *parent)
    : Page(parent)
    , m_context(context)
    , m_reader(context.session, QStringLiteral("refs"))
    , m_counter(context.session, QStringLiteral("ahead-behind"))
    , m_branches(new BranchModel(BranchModel::Kind::Branches, this))
    , m_tags(new BranchModel(BranchModel::Kind::Tags, this))
    , m_branchProxy(new QSortFilterProxyModel(this))
    , m_tagProxy(new QSortFilterProxyModel(this))
    , m_kind(new ui::SegmentedControl(this))
    , m_filter(new ui::SearchField(tr("Filter by name"), ui::SearchField::Purpose::Filter, this))
    , m_new(new QPushButton(tr("New branch…"), this))
    , m_stack(new QStackedWidget(this))
    , m_branchTable(makeTable(m_branches, m_branchProxy))
    , m_tagTable(makeTable(m_tags, m_tagProxy))
    , m_empty(new ui::EmptyState(this))
{
    m_kind->addSegment(QStringLiteral("branches"), tr("Branches"));
    m_kind->addSegment(QStringLiteral("tags"), tr("Tags"));
    m_filter->setKey(QKeySequence(QStringLiteral("/")));
    m_new->setIcon(theme::Theme::instance().icon(QStringLiteral("branch")));
    auto *row = new QHBoxLayout;
    row->setContentsMargins(12, 6, 12, 6);
    row->setSpacing(8);
    row->addWidget(m_kind);
    row->addWidget(m_filter, 1);
    row->addWidget(m_new);
    m_stack->addWidget(m_branchTable);
    m_stack->addWidget(m_tagTable);
    m_stack->addWidget(m_empty);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(row);
    column->addWidget(m_stack, 1);

    connect(m_kind, &ui::SegmentedControl::chosen, this, [this] {
        updateState();
        Q_EMIT stateChanged();
    });
    connect(m_filter, &ui::SearchField::searchChanged, this, [this](const QString &text) {
        for (QSortFilterProxyModel *proxy : {m_branchProxy, m_tagProxy})
            proxy->setFilterFixedString(text);
        updateState();
    });
    connect(m_filter, &ui::SearchField::leftForList, this, [this] { m_stack->currentWidget()->setFocus(); });
    connect(m_new, &QPushButton::clicked, this, &BranchesPage::create);
    registerCommands();
}

BranchesPage::~BranchesPage() { m_countStop.request_stop(); }

QTableView *BranchesPage::makeTable(BranchModel *model, QSortFilterProxyModel *proxy)
{
    proxy->setSourceModel(model);
    proxy->setSortRole(BranchModel::SortRole);
    proxy->setFilterCaseSensitivity(Qt::CaseInsensitive);
    proxy->setFilterKeyColumn(BranchModel::Name);
    auto *table = new QTableView(this);
    table->setModel(proxy);
    table->setSortingEnabled(true);
    table->sortByColumn(BranchModel::Date, Qt::DescendingOrder);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setShowGrid(false);
    table->setFrameShape(QFrame::NoFrame);
    table->setWordWrap(false);
    table->setTabKeyNavigation(false);
    table->setTextElideMode(Qt::ElideMiddle);
    table->setContextMenuPolicy(Qt::CustomContextMenu);
    table->setAccessibleName(model == m_tags ? tr("Tags") : tr("Branches"));
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(std::max(30, fontMetrics().height() + 12));
    QHeaderView *header = table->horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setSectionResizeMode(BranchModel::Subject, QHeaderView::Stretch);
    header->resizeSection(BranchModel::Name, 280);
    header->resizeSection(BranchModel::Divergence, 200);
    header->resizeSection(BranchModel::Author, 160);
    header->resizeSection(BranchModel::Date, 150);
    connect(table, &QTableView::activated, this, &BranchesPage::browse);
    connect(table, &QWidget::customContextMenuRequested, this,
            [this, table](const QPoint &at) { openMenu(table->viewport()->mapToGlobal(at)); });
    auto *remove = new QShortcut(QKeySequence::Delete, table);
    remove->setContext(Qt::WidgetShortcut);
    connect(remove, &QShortcut::activated, this, &BranchesPage::remove);
    return table;
}

void BranchesPage::registerCommands()
{
    if (!m_context.commands)
        return;
    const auto none = [this] { return current() ? QString() : tr("Nothing is selected"); };
    m_context.commands->add(this, {{QStringLiteral("branches.new"),
                                    tr("New branch or tag…"),
                                    QStringLiteral("branch"),
                                    {},
                                    QStringLiteral("branches"),
                                    [this] { create(); },
                                    {}},
                                   {QStringLiteral("branches.default"),
                                    tr("Make default branch"),
                                    {},
                                    {},
                                    QStringLiteral("branches"),
                                    [this] { makeDefault(); },
                                    none},
                                   {QStringLiteral("branches.delete"),
                                    tr("Delete branch or tag"),
                                    QStringLiteral("edit-delete"),
                                    {},
                                    QStringLiteral("branches"),
                                    [this] { remove(); },
                                    none}});
}

void BranchesPage::open(const ui::Address &address)
{
    const bool other = address.repository != m_address.repository;
    m_address = address;
    m_kind->setCurrent(address.query.value(QStringLiteral("kind"), QStringLiteral("branches")));
    if (other) {
        m_reader.setRepository(address.repository);
        m_counter.setRepository(address.repository);
        load();
    } else {
        updateState();
    }
}

void BranchesPage::refresh() { load(); }

void BranchesPage::load()
{
    struct Loaded
    {
        QList<git::RefInfo> refs;
        QList<BranchRow> branches;
        QList<BranchRow> tags;
        QByteArray head;
        git::Oid base;
    };
    const auto job =
        m_reader.run([](const git::Repository &repository, std::stop_token stop) -> Result<Loaded> {
            Loaded loaded;
            const auto refs = git::refs(repository);
            if (!refs)
                return std::unexpected(refs.error());
            loaded.refs = *refs;
            loaded.head = git::headBranch(repository).value_or(QByteArray());
            for (const git::RefInfo &ref : *refs) {
                if (stop.stop_requested())
                    return cancelled();
                if (ref.kind != git::RefKind::Branch && ref.kind != git::RefKind::Tag)
                    continue;
                BranchRow row;
                row.ref = ref;
                row.isDefault = ref.name == loaded.head;
                // A tag may point to something that is no commit.
                if (!ref.commit.isNull())
                    row.commit = git::commit(repository, ref.commit).value_or(git::CommitInfo());
                if (row.isDefault)
                    loaded.base = ref.commit;
                (ref.kind == git::RefKind::Branch ? loaded.branches : loaded.tags).append(row);
            }
            return loaded;
        });
    onFinished(job.future, this, [this](const Result<Loaded> &loaded) {
        if (!loaded) {
            const ui::ErrorText text = ui::errorText(loaded.error());
            m_empty->clearActions();
            m_empty->setContent(QStringLiteral("state-failed"), text.what, text.remedy);
            m_empty->addAction(tr("Try again"), QStringLiteral("view-refresh"), [this] { refresh(); });
            m_stack->setCurrentWidget(m_empty);
            return;
        }
        m_refs = loaded->refs;
        m_defaultBranch = loaded->head;
        m_branches->setRows(loaded->branches);
        m_tags->setRows(loaded->tags);
        m_kind->setSegmentText(QStringLiteral("branches"), tr("Branches %1").arg(loaded->branches.size()));
        m_kind->setSegmentText(QStringLiteral("tags"), tr("Tags %1").arg(loaded->tags.size()));
        updateState();
        if (!loaded->base.isNull())
            countDivergence(loaded->branches, loaded->base);
        Q_EMIT stateChanged();
    });
}

void BranchesPage::countDivergence(const QList<BranchRow> &branches, const git::Oid &base)
{
    m_countStop.request_stop();
    m_countStop = {};
    const auto deliver = deliverTo(this, [this](const QByteArray &name, int ahead, int behind) {
        m_branches->setDivergence(name, ahead, behind);
    });
    m_counter.run([branches, base, deliver, stop = m_countStop.get_token()](
                      const git::Repository &repository, std::stop_token closing) -> Result<void> {
        for (const BranchRow &row : branches) {
            if (stop.stop_requested() || closing.stop_requested())
                return cancelled();
            if (row.isDefault || row.ref.commit.isNull())
                continue;
            if (const auto counts = git::aheadBehind(repository, row.ref.commit, base))
                deliver(row.ref.name, counts->ahead, counts->behind);
        }
        return {};
    });
}

bool BranchesPage::showsTags() const { return m_kind->current() == QLatin1StringView("tags"); }

void BranchesPage::updateState()
{
    const bool tags = showsTags();
    m_new->setText(tags ? tr("New tag…") : tr("New branch…"));
    m_new->setIcon(theme::Theme::instance().icon(tags ? QStringLiteral("tag") : QStringLiteral("branch")));
    m_new->setEnabled(!m_refs.isEmpty());
    const QSortFilterProxyModel *proxy = tags ? m_tagProxy : m_branchProxy;
    if (proxy->rowCount() > 0) {
        m_stack->setCurrentWidget(tags ? m_tagTable : m_branchTable);
        return;
    }
    m_empty->clearActions();
    if (!m_filter->text().isEmpty()) {
        m_empty->setContent(QStringLiteral("search"), tr("Nothing matches “%1”").arg(m_filter->text()), {});
        m_empty->addAction(tr("Clear filter"), {}, [this] { m_filter->clear(); });
    } else if (tags) {
        m_empty->setContent(QStringLiteral("tag"), tr("No tag yet"),
                            tr("A tag gives a commit a name that stays."));
    } else {
        m_empty->setContent(QStringLiteral("branch"), tr("No branch yet"), tr("The first commit makes one."));
    }
    m_stack->setCurrentWidget(m_empty);
}

const BranchRow *BranchesPage::current() const
{
    const QTableView *table = showsTags() ? m_tagTable : m_branchTable;
    const QSortFilterProxyModel *proxy = showsTags() ? m_tagProxy : m_branchProxy;
    const QModelIndex index = proxy->mapToSource(table->currentIndex());
    return index.isValid() ? &(showsTags() ? m_tags : m_branches)->row(index.row()) : nullptr;
}

void BranchesPage::report(const Error &error)
{
    const ui::ErrorText text = ui::errorText(error);
    Q_EMIT errorOccurred(text.remedy.isEmpty() ? text.what : text.what + u' ' + text.remedy, text.original);
}

void BranchesPage::create()
{
    if (m_refs.isEmpty())
        return;
    auto *dialog = new NewRefDialog(showsTags() ? NewRefDialog::Kind::Tag : NewRefDialog::Kind::Branch,
                                    m_context.session, &m_reader, m_refs, m_defaultBranch,
                                    current() ? current()->ref.name : m_defaultBranch, this);
    connect(dialog, &NewRefDialog::created, this, &BranchesPage::load);
    dialog->open();
}

void BranchesPage::remove()
{
    const BranchRow *row = current();
    if (!row)
        return;
    const git::RefInfo ref = row->ref;
    const QString name = ref.shortName();
    if (ref.kind == git::RefKind::Tag) {
        m_context.session->call<api::DeleteTag>(
            {m_address.repository, name}, this, [this, ref, name](const auto &done) {
                if (!done) {
                    report(done.error());
                    return;
                }
                load();
                Q_EMIT undoOffered(tr("Deleted tag %1").arg(name), [this, ref, name] {
                    const std::optional<QString> message =
                        ref.message.isEmpty() ? std::nullopt : std::optional(ref.message);
                    m_context.session->call<api::CreateTag>(
                        {m_address.repository, name, ref.commit.toString(), message}, this,
                        [this](const auto &made) { made ? load() : report(made.error()); });
                });
            });
        return;
    }
    m_context.session->call<api::DeleteBranch>(
        {m_address.repository, name}, this, [this, ref, name](const auto &done) {
            if (!done) {
                report(done.error());
                return;
            }
            load();
            Q_EMIT undoOffered(tr("Deleted branch %1").arg(name), [this, ref, name] {
                m_context.session->call<api::CreateBranch>(
                    {m_address.repository, name, ref.commit.toString()}, this,
                    [this](const auto &made) { made ? load() : report(made.error()); });
            });
        });
}

void BranchesPage::makeDefault()
{
    const BranchRow *row = current();
    if (!row || row->ref.kind != git::RefKind::Branch)
        return;
    m_context.session->call<api::UpdateDefaultBranch>(
        {m_address.repository, row->ref.shortName()}, this,
        [this](const auto &done) { done ? load() : report(done.error()); });
}

void BranchesPage::browse()
{
    const BranchRow *row = current();
    if (!row)
        return;
    ui::Address to = m_address;
    to.tab = QStringLiteral("code");
    to.query = {{QStringLiteral("ref"), ui::addressText(row->ref.name)}};
    Q_EMIT navigationRequested(to);
}

void BranchesPage::openPullRequest()
{
    const BranchRow *row = current();
    if (!row)
        return;
    ui::Address to = m_address;
    to.page = ui::Address::Page::NewPullRequest;
    to.tab.clear();
    to.query = {{QStringLiteral("source"), row->ref.shortName()}};
    Q_EMIT navigationRequested(to);
}

void BranchesPage::openMenu(const QPoint &global)
{
    const BranchRow *row = current();
    if (!row)
        return;
    const bool branch = row->ref.kind == git::RefKind::Branch;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Browse files"), this, &BranchesPage::browse);
    menu->addAction(tr("Show history"), this, [this, name = row->ref.name] {
        ui::Address to = m_address;
        to.tab = QStringLiteral("commits");
        to.query = {{QStringLiteral("ref"), ui::addressText(name)}};
        Q_EMIT navigationRequested(to);
    });
    if (branch && !row->isDefault) {
        menu->addAction(tr("New pull request…"), this, &BranchesPage::openPullRequest);
        menu->addAction(tr("Make default branch"), this, &BranchesPage::makeDefault);
    }
    menu->addSeparator();
    QAction *remove = menu->addAction(branch ? tr("Delete branch") : tr("Delete tag"), QKeySequence::Delete,
                                      this, &BranchesPage::remove);
    if (row->isDefault) {
        remove->setEnabled(false);
        remove->setText(tr("Delete branch (it is the default branch)"));
    }
    menu->popup(global);
}

ui::Address BranchesPage::address() const
{
    ui::Address address = m_address;
    address.tab = QStringLiteral("branches");
    address.query.clear();
    if (showsTags())
        address.query.insert(QStringLiteral("kind"), QStringLiteral("tags"));
    return address;
}

} // namespace countersign::code
