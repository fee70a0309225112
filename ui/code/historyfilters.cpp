// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/code/historyfilters.h"

#include "ui/code/refchooser.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/numbers.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/toolrow.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QMenu>
#include <QRegularExpression>
#include <QTimer>
#include <QToolButton>
#include <QWidgetAction>

namespace countersign::code {

HistoryFilters::HistoryFilters(QWidget *parent)
    : QWidget(parent)
    , m_ref(new RefChooser(this))
    , m_text(new ui::SearchField(tr("Message, changed text or commit id"), ui::SearchField::Purpose::Search,
                                 this))
    , m_in(ui::ToolRow::toolButton(QStringLiteral("vcs-diff"), tr("Search in changed text"), this))
    , m_author(new QPushButton(this))
    , m_path(new QLineEdit(this))
    , m_date(new QPushButton(this))
    , m_count(new QLabel(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 6, 12, 6);
    row->setSpacing(8);
    m_text->setKey(QKeySequence(QStringLiteral("/")));
    m_text->setMinimumWidth(160);
    m_path->setPlaceholderText(tr("Path, such as src/**"));
    m_path->setAccessibleName(tr("Only commits that touch this path"));
    m_path->setMaximumWidth(180);
    m_path->setClearButtonEnabled(true);
    m_count->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    row->addWidget(m_ref);
    row->addWidget(m_text, 3);
    row->addWidget(m_in);
    row->addWidget(m_author);
    row->addWidget(m_path, 1);
    row->addWidget(m_date);
    row->addWidget(m_count);
    updateButtons();

    auto *rest = new QTimer(this);
    rest->setSingleShot(true);
    rest->setInterval(300);
    connect(rest, &QTimer::timeout, this, &HistoryFilters::changed);
    connect(m_ref, &RefChooser::chosen, this, &HistoryFilters::changed);
    connect(m_text, &ui::SearchField::searchChanged, this, &HistoryFilters::changed);
    m_in->setCheckable(true);
    m_in->setToolTip(tr("Search for commits that add or remove the text, instead of in messages"));
    connect(m_in, &QToolButton::toggled, this, [this] {
        if (!m_text->text().isEmpty())
            Q_EMIT changed();
    });
    connect(m_path, &QLineEdit::textChanged, rest, qOverload<>(&QTimer::start));
    connect(m_author, &QPushButton::clicked, this, &HistoryFilters::chooseAuthor);
    connect(m_date, &QPushButton::clicked, this, &HistoryFilters::chooseDates);
}

void HistoryFilters::setReader(RepositoryReader *reader) { m_ref->setReader(reader); }

void HistoryFilters::setRefs(const QList<git::RefInfo> &refs, const QByteArray &defaultBranch)
{
    m_ref->setRefs(refs, defaultBranch, tr("All branches"));
}

QByteArray HistoryFilters::commitIdPrefix() const
{
    static const QRegularExpression id(QStringLiteral("^[0-9a-fA-F]{4,64}$"));
    const QString text = m_text->text().trimmed();
    return id.match(text).hasMatch() ? text.toLatin1().toLower() : QByteArray();
}

git::LogOptions HistoryFilters::options() const
{
    git::LogOptions options;
    if (!m_ref->current().isEmpty())
        options.from = {m_ref->current()};
    const QString text = m_text->text().trimmed();
    if (m_in->isChecked())
        options.changedText = text.toUtf8();
    else
        options.message = text;
    options.author = m_authorText;
    if (const QByteArray wanted = path(); !wanted.isEmpty()) {
        options.paths = {wanted};
        options.follow = followsRenames();
    }
    if (m_days > 0)
        options.since = QDateTime::currentSecsSinceEpoch() - static_cast<qint64>(m_days) * 86'400;
    return options;
}

bool HistoryFilters::isFiltered() const { return options().isFiltered(); }

bool HistoryFilters::setFrom(const ui::Address &address)
{
    const QMap<QString, QString> before = query();
    const auto value = [&address](const char *key) { return address.query.value(QLatin1StringView(key)); };
    const QSignalBlocker text(m_text);
    const QSignalBlocker in(m_in);
    m_ref->setCurrent(ui::addressBytes(value("ref")));
    m_text->setText(value("text"));
    m_in->setChecked(value("in") == QLatin1StringView("changes"));
    setPath(ui::addressBytes(value("path")), address.query.contains(QStringLiteral("follow")));
    m_authorText = value("author");
    m_days = std::max(0, value("days").toInt());
    updateButtons();
    return query() != before;
}

QMap<QString, QString> HistoryFilters::query() const
{
    QMap<QString, QString> query;
    const auto put = [&query](const char *key, const QString &value) {
        if (!value.isEmpty())
            query.insert(QString::fromLatin1(key), value);
    };
    put("ref", ui::addressText(ref()));
    put("path", ui::addressText(path()));
    put("follow", followsRenames() ? QStringLiteral("1") : QString());
    put("author", m_authorText);
    put("text", m_text->text());
    put("in", m_in->isChecked() ? QStringLiteral("changes") : QString());
    put("days", m_days > 0 ? QString::number(m_days) : QString());
    return query;
}

QByteArray HistoryFilters::ref() const { return m_ref->current(); }

void HistoryFilters::setPath(const QByteArray &path, bool follow)
{
    const QSignalBlocker blocker(m_path);
    m_exactPath = path;
    m_follow = follow;
    m_path->setText(git::displayPath(path));
}

QByteArray HistoryFilters::path() const
{
    const QString typed = m_path->text();
    return typed == git::displayPath(m_exactPath) ? m_exactPath : typed.trimmed().toUtf8();
}

bool HistoryFilters::followsRenames() const
{
    return m_follow && !m_exactPath.isEmpty() && m_path->text() == git::displayPath(m_exactPath);
}

void HistoryFilters::clearFilters()
{
    ui::Address none;
    if (!ref().isEmpty())
        none.query.insert(QStringLiteral("ref"), ui::addressText(ref()));
    setFrom(none);
    Q_EMIT changed();
}

void HistoryFilters::focusSearch()
{
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

void HistoryFilters::setCounts(qint64 shown, qint64 total, bool complete)
{
    const QString number = complete ? ui::groupedNumber(shown) : tr("%1…").arg(ui::groupedNumber(shown));
    m_count->setText(total < 0 ? number : tr("%1 of %2").arg(number, ui::groupedNumber(total)));
}

void HistoryFilters::updateButtons()
{
    auto &icons = theme::Theme::instance();
    m_author->setIcon(icons.icon(QStringLiteral("person")));
    m_author->setText(m_authorText.isEmpty() ? tr("Author anyone")
                                             : tr("Author %1").arg(m_authorText.left(24)));
    m_date->setIcon(icons.icon(QStringLiteral("view-calendar")));
    m_date->setText(m_days == 0 ? tr("Any date") : tr("Last %n day(s)", nullptr, m_days));
    m_author->setToolTip(m_authorText);
}

void HistoryFilters::setAuthor(const QString &author)
{
    if (author == m_authorText)
        return;
    m_authorText = author;
    updateButtons();
    Q_EMIT changed();
}

void HistoryFilters::setDays(int days)
{
    if (days == m_days)
        return;
    m_days = days;
    updateButtons();
    Q_EMIT changed();
}

void HistoryFilters::chooseAuthor()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    auto *field = new QLineEdit(m_authorText, menu);
    field->setPlaceholderText(tr("Part of a name or address"));
    field->setAccessibleName(tr("Author"));
    field->setClearButtonEnabled(true);
    field->setMinimumWidth(220);
    auto *action = new QWidgetAction(menu);
    action->setDefaultWidget(field);
    menu->addAction(action);
    connect(field, &QLineEdit::returnPressed, menu, [this, field, menu] {
        const QString author = field->text().trimmed();
        menu->close();
        setAuthor(author);
    });
    menu->addSeparator();
    menu->addAction(tr("Anyone"), this, [this] { setAuthor({}); });
    menu->popup(m_author->mapToGlobal(QPoint(0, m_author->height() + 2)));
    field->setFocus();
}

void HistoryFilters::chooseDates()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString &text, int days) {
        QAction *action = menu->addAction(text, this, [this, days] { setDays(days); });
        action->setCheckable(true);
        action->setChecked(m_days == days);
    };
    add(tr("Any date"), 0);
    for (const int days : {1, 7, 30, 90, 365})
        add(tr("Last %n day(s)", nullptr, days), days);
    menu->popup(m_date->mapToGlobal(QPoint(0, m_date->height() + 2)));
}

} // namespace countersign::code
