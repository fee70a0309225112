// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/code/filespanel.h"

#include "core/base/async.h"
#include "ui/code/gotofile.h"
#include "ui/code/refchooser.h"
#include "ui/code/treemodel.h"
#include "ui/theme/theme.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/searchfield.h"

#include <QApplication>
#include <QListWidget>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

namespace countersign::code {

using theme::TextStyle;
using theme::Token;

namespace {

constexpr int mostFound = 200;

} // namespace

FilesPanel::FilesPanel(client::Session *session, QWidget *parent)
    : QWidget(parent)
    , m_reader(session, QStringLiteral("tree"))
    , m_searchReader(session, QStringLiteral("go-to-file"))
    , m_ref(new RefChooser(this))
    , m_counts(new ui::StyledLabel({}, TextStyle::Small, Token::Muted, this))
    , m_goTo(new ui::SearchField(tr("Go to file"), ui::SearchField::Purpose::Search, this))
    , m_stack(new QStackedWidget(this))
    , m_tree(new QTreeView(m_stack))
    , m_found(new QListWidget(m_stack))
    , m_model(new TreeModel(&m_reader, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 0);
    column->setSpacing(8);
    m_ref->setReader(&m_searchReader);
    auto *top = new QHBoxLayout;
    top->addWidget(m_ref);
    top->addWidget(m_counts, 1);
    m_goTo->setKey(QKeySequence(QStringLiteral("Ctrl+P")));
    m_tree->setModel(m_model);
    m_tree->setHeaderHidden(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setUniformRowHeights(true);
    m_tree->setIndentation(16);
    m_tree->setAccessibleName(tr("Files"));
    m_tree->setExpandsOnDoubleClick(true);
    m_found->setFrameShape(QFrame::NoFrame);
    m_found->setUniformItemSizes(true);
    m_found->setTextElideMode(Qt::ElideMiddle);
    m_found->setAccessibleName(tr("Files that match"));
    m_stack->addWidget(m_tree);
    m_stack->addWidget(m_found);
    column->addLayout(top);
    column->addWidget(m_goTo);
    column->addWidget(m_stack, 1);

    connect(m_ref, &RefChooser::chosen, this, &FilesPanel::refChosen);
    connect(m_goTo, &ui::SearchField::searchChanged, this, &FilesPanel::search);
    connect(m_goTo, &ui::SearchField::leftForList, this, &FilesPanel::focusList);
    connect(m_goTo, &QLineEdit::returnPressed, this, &FilesPanel::openBest);
    connect(m_found, &QListWidget::itemActivated, this, &FilesPanel::openFound);
    connect(m_found, &QListWidget::itemClicked, this, &FilesPanel::openFound);
    connect(m_tree, &QTreeView::clicked, this, &FilesPanel::openIndex);
    connect(m_tree, &QTreeView::activated, this, &FilesPanel::openIndex);
    connect(m_model, &TreeModel::failed, this, &FilesPanel::failed);
}

FilesPanel::~FilesPanel() = default;

void FilesPanel::setRepository(const QString &name)
{
    m_reader.setRepository(name);
    m_searchReader.setRepository(name);
    m_goTo->clear();
    m_commit = {};
    m_allPathsOf = {};
}

void FilesPanel::setRefs(const QList<git::RefInfo> &refs, const QByteArray &defaultBranch)
{
    m_ref->setRefs(refs, defaultBranch);
    const auto count = [&](git::RefKind kind) {
        return static_cast<int>(std::ranges::count(refs, kind, &git::RefInfo::kind));
    };
    m_counts->setText(tr("%1, %2").arg(tr("%n branch(es)", nullptr, count(git::RefKind::Branch)),
                                       tr("%n tag(s)", nullptr, count(git::RefKind::Tag))));
}

void FilesPanel::setCommit(const QByteArray &specifier, const git::Oid &commit)
{
    m_ref->setCurrent(specifier);
    if (commit == m_commit)
        return;
    m_commit = commit;
    m_model->setCommit(commit);
}

void FilesPanel::select(const QByteArray &path,
                        const std::function<void(const std::optional<git::TreeEntry> &)> &found)
{
    m_selected = path;
    if (path.isEmpty()) {
        m_tree->setCurrentIndex({});
        return;
    }
    m_model->find(path, [this, path, found](const QModelIndex &index) {
        if (path != m_selected)
            return;
        if (!index.isValid()) {
            found(std::nullopt);
            return;
        }
        m_tree->setCurrentIndex(index);
        m_tree->scrollTo(index);
        const git::TreeEntry entry = m_model->entry(index);
        if (entry.mode == git::FileMode::Tree)
            m_tree->expand(index);
        found(entry);
    });
}

void FilesPanel::openIndex(const QModelIndex &index)
{
    if (index.isValid() && m_model->path(index) != m_selected)
        Q_EMIT pathChosen(m_model->path(index));
}

void FilesPanel::openFound(const QListWidgetItem *item)
{
    const QByteArray path = item->data(Qt::UserRole).toByteArray();
    if (path.isEmpty())
        return;
    m_goTo->clear();
    Q_EMIT pathChosen(path);
}

void FilesPanel::openBest()
{
    m_openBest = m_searching;
    if (!m_searching && m_stack->currentWidget() == m_found && m_found->count() > 0)
        openFound(m_found->item(std::max(0, m_found->currentRow())));
}

void FilesPanel::search(const QString &typed)
{
    m_openBest = false;
    m_searching = !typed.trimmed().isEmpty();
    if (typed.trimmed().isEmpty()) {
        m_search.cancel();
        m_stack->setCurrentWidget(m_tree);
        return;
    }
    const bool known = m_allPathsOf == m_commit;
    const auto future = m_search =
        m_searchReader.run([commit = m_commit, typed, known, all = known ? m_allPaths : QList<QByteArray>()](
                               const git::Repository &repository, std::stop_token) -> Result<Found> {
            Found found{all, {}};
            if (!known) {
                const auto files = git::allFiles(repository, commit);
                if (!files)
                    return std::unexpected(files.error());
                found.all.reserve(files->size());
                for (const git::TreeEntry &file : *files)
                    found.all.append(file.name);
            }
            found.best = bestPaths(found.all, typed, mostFound);
            return found;
        });
    onFinished(future, this, [this, typed, commit = m_commit](const Result<Found> &found) {
        m_searching = false;
        if (commit != m_commit)
            return;
        if (!found) {
            Q_EMIT failed(found.error());
            return;
        }
        m_allPaths = found->all;
        m_allPathsOf = commit;
        showFound(typed, found->best);
        if (std::exchange(m_openBest, false))
            openBest();
    });
}

void FilesPanel::showFound(const QString &typed, const QList<QByteArray> &best)
{
    m_found->clear();
    const QIcon icon = theme::Theme::instance().icon(QStringLiteral("file"));
    for (const QByteArray &path : best) {
        const QString text = git::displayPath(path);
        auto *item = new QListWidgetItem(icon, text, m_found);
        item->setData(Qt::UserRole, path);
        item->setToolTip(text);
    }
    if (best.isEmpty()) {
        auto *item = new QListWidgetItem(tr("Nothing matches “%1”").arg(typed), m_found);
        item->setFlags(Qt::NoItemFlags);
    }
    m_found->setCurrentRow(0);
    m_stack->setCurrentWidget(m_found);
}

void FilesPanel::focusSearch()
{
    m_goTo->setFocus(Qt::ShortcutFocusReason);
    m_goTo->selectAll();
}

void FilesPanel::openRefChooser() { m_ref->openPopup(); }

void FilesPanel::focusList() { m_stack->currentWidget()->setFocus(); }

bool FilesPanel::hasFocusInside() const { return isAncestorOf(QApplication::focusWidget()); }

} // namespace countersign::code
