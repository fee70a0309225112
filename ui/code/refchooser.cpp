// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/code/refchooser.h"

#include "core/base/async.h"
#include "ui/code/repositoryreader.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QKeyEvent>
#include <QListWidget>
#include <QRegularExpression>
#include <QVBoxLayout>

namespace countersign::code {

QString refDisplayName(const QByteArray &specifier)
{
    if (const auto id = git::Oid::fromHex(QByteArrayView(specifier)))
        return id->shortString();
    git::RefInfo ref;
    ref.name = specifier;
    return ref.shortName();
}

RefChooser::RefChooser(QWidget *parent)
    : QPushButton(parent)
{
    setIcon(theme::Theme::instance().icon(QStringLiteral("branch")));
    setAccessibleDescription(tr("Opens a list of branches and tags"));
    setMaximumWidth(240);
    connect(this, &QPushButton::clicked, this, &RefChooser::openPopup);
}

void RefChooser::setRefs(const QList<git::RefInfo> &refs, const QByteArray &defaultBranch,
                         const QString &allText)
{
    m_refs = refs;
    m_default = defaultBranch;
    m_allText = allText;
    setCurrent(m_current);
    if (m_popup && m_popup->isVisible())
        fill();
}

void RefChooser::setCurrent(const QByteArray &specifier)
{
    m_current = specifier;
    const QString name = specifier.isEmpty() ? m_allText : refDisplayName(specifier);
    const bool tag = specifier.startsWith("refs/tags/");
    setIcon(theme::Theme::instance().icon(tag ? QStringLiteral("tag") : QStringLiteral("branch")));
    setText(fontMetrics().elidedText(name, Qt::ElideMiddle, 170) + QStringLiteral("  \u25BE"));
    setToolTip(name);
    setAccessibleName(tr("Branch, tag or commit: %1").arg(name));
}

void RefChooser::openPopup()
{
    if (!m_popup) {
        m_popup = new QFrame(this, Qt::Popup);
        m_popup->setFrameShape(QFrame::StyledPanel);
        auto *column = new QVBoxLayout(m_popup);
        column->setContentsMargins(8, 8, 8, 8);
        column->setSpacing(8);
        m_filter =
            new ui::SearchField(tr("Filter, or a commit id"), ui::SearchField::Purpose::Filter, m_popup);
        m_kind = new ui::SegmentedControl(m_popup);
        m_kind->addSegment(QStringLiteral("branches"), tr("Branches"));
        m_kind->addSegment(QStringLiteral("tags"), tr("Tags"));
        m_list = new QListWidget(m_popup);
        m_list->setUniformItemSizes(true);
        m_list->setAccessibleName(tr("Branches and tags"));
        column->addWidget(m_filter);
        column->addWidget(m_kind);
        column->addWidget(m_list, 1);
        connect(m_filter, &QLineEdit::textChanged, this, &RefChooser::fill);
        connect(m_filter, &ui::SearchField::leftForList, m_list, qOverload<>(&QWidget::setFocus));
        connect(m_filter, &QLineEdit::returnPressed, this, [this] {
            if (m_list->count() > 0)
                choose(m_list->item(std::max(0, m_list->currentRow()))->data(Qt::UserRole).toByteArray());
        });
        connect(m_kind, &ui::SegmentedControl::chosen, this, &RefChooser::fill);
        connect(m_list, &QListWidget::itemActivated, this,
                [this](QListWidgetItem *item) { choose(item->data(Qt::UserRole).toByteArray()); });
        connect(m_list, &QListWidget::itemClicked, this,
                [this](QListWidgetItem *item) { choose(item->data(Qt::UserRole).toByteArray()); });
    }
    m_filter->clear();
    m_kind->setCurrent(m_current.startsWith("refs/tags/") ? QStringLiteral("tags")
                                                          : QStringLiteral("branches"));
    fill();
    m_popup->resize(320, 380);
    m_popup->move(mapToGlobal(QPoint(0, height() + 2)));
    m_popup->show();
    m_filter->setFocus();
}

void RefChooser::addEntry(const QString &icon, const QString &text, const QByteArray &specifier)
{
    auto *item = new QListWidgetItem(theme::Theme::instance().icon(icon), text, m_list);
    item->setData(Qt::UserRole, specifier);
    item->setToolTip(text);
    if (specifier == m_current)
        m_list->setCurrentItem(item);
}

void RefChooser::fill()
{
    m_list->clear();
    m_lookUp.cancel();
    const QString filter = m_filter->text().trimmed();
    const bool tags = m_kind->current() == QLatin1StringView("tags");
    const QString icon = tags ? QStringLiteral("tag") : QStringLiteral("branch");
    if (!m_allText.isEmpty() && !tags && filter.isEmpty())
        addEntry(icon, m_allText, {});
    for (const git::RefInfo &ref : std::as_const(m_refs)) {
        if (ref.kind != (tags ? git::RefKind::Tag : git::RefKind::Branch) || ref.commit.isNull())
            continue;
        const QString name = ref.shortName();
        if (!filter.isEmpty() && !name.contains(filter, Qt::CaseInsensitive))
            continue;
        addEntry(icon, ref.name == m_default ? tr("%1  (default)").arg(name) : name, ref.name);
    }
    static const QRegularExpression id(QStringLiteral("^[0-9a-fA-F]{4,64}$"));
    if (id.match(filter).hasMatch())
        findCommits(filter.toLatin1().toLower());
    if (!m_list->currentItem() && m_list->count() > 0)
        m_list->setCurrentRow(0);
}

void RefChooser::findCommits(const QByteArray &prefix)
{
    if (!m_reader) {
        if (const auto id = git::Oid::fromHex(QByteArrayView(prefix)))
            addEntry(QStringLiteral("vcs-commit"), tr("Commit %1").arg(id->shortString()), id->hex());
        return;
    }
    const auto future = m_lookUp = m_reader->run(
        [prefix](const git::Repository &repository, std::stop_token) -> Result<QList<git::CommitInfo>> {
            const auto ids = git::expandId(repository, prefix);
            if (!ids)
                return std::unexpected(ids.error());
            QList<git::CommitInfo> commits;
            for (const git::Oid &id : *ids) {
                if (const auto commit = git::commit(repository, id))
                    commits.append(*commit);
            }
            return commits;
        });
    onFinished(future, this, [this](const Result<QList<git::CommitInfo>> &commits) {
        if (!commits)
            return;
        for (const git::CommitInfo &commit : *commits)
            addEntry(QStringLiteral("vcs-commit"),
                     QStringLiteral("%1  %2").arg(commit.id.shortString(), commit.subject()),
                     commit.id.hex());
        if (!m_list->currentItem() && m_list->count() > 0)
            m_list->setCurrentRow(0);
    });
}

void RefChooser::choose(const QByteArray &specifier)
{
    m_popup->hide();
    setFocus();
    if (specifier == m_current)
        return;
    setCurrent(specifier);
    Q_EMIT chosen(specifier);
}

} // namespace countersign::code
