// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/shell/shortcutsheet.h"

#include "ui/theme/theme.h"
#include "ui/widgets/dialogbase.h"
#include "ui/widgets/keycap.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/searchfield.h"

#include <QCoreApplication>
#include <QGridLayout>
#include <QMap>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace countersign::shell {

using theme::TextStyle;
using theme::Token;

namespace {

struct Sheet
{
    Q_DECLARE_TR_FUNCTIONS(countersign::shell::ShortcutSheet)
};

QWidget *fill(const ui::ShortcutTable &table, const QString &filter)
{
    auto *content = new QWidget;
    auto *columns = new QHBoxLayout(content);
    columns->setContentsMargins(16, 12, 16, 16);
    columns->setSpacing(32);
    QMap<QString, QList<ui::Command>> areas;
    for (const ui::Command &command : table.known()) {
        if (!table.shortcuts(command).isEmpty() && command.text.contains(filter, Qt::CaseInsensitive))
            areas[commandArea(command.id)].append(command);
    }
    int total = 0;
    for (const auto &commands : std::as_const(areas))
        total += static_cast<int>(commands.size()) + 2;
    QVBoxLayout *column = nullptr;
    int rows = 0;
    for (auto it = areas.begin(); it != areas.end(); ++it) {
        if (!column || rows > total / 2) {
            if (column)
                column->addStretch(1);
            column = new QVBoxLayout;
            column->setSpacing(4);
            columns->addLayout(column, 1);
            rows = 0;
        }
        column->addWidget(new ui::StyledLabel(it.key(), TextStyle::BodyStrong, Token::Text, content));
        for (const ui::Command &command : *it) {
            auto *line = new QHBoxLayout;
            line->addWidget(new ui::StyledLabel(command.text, TextStyle::Body, Token::Text, content), 1);
            for (const QKeySequence &key : table.shortcuts(command))
                line->addWidget(new ui::KeyCap(key, content));
            column->addLayout(line);
            ++rows;
        }
        column->addSpacing(12);
        rows += 2;
    }
    if (column)
        column->addStretch(1);
    else
        columns->addWidget(
            new ui::StyledLabel(Sheet::tr("Nothing matches."), TextStyle::Body, Token::Muted, content));
    return content;
}

} // namespace

QString commandArea(const QString &commandId)
{
    const QString area = commandId.section(QLatin1Char('.'), 0, 0);
    if (area == QLatin1StringView("shell"))
        return Sheet::tr("Anywhere");
    if (area == QLatin1StringView("review") || area == QLatin1StringView("pullrequest"))
        return Sheet::tr("Review");
    if (area == QLatin1StringView("diff"))
        return Sheet::tr("Changes");
    if (area == QLatin1StringView("code"))
        return Sheet::tr("Code");
    if (area == QLatin1StringView("commits"))
        return Sheet::tr("Commits");
    if (area == QLatin1StringView("branches"))
        return Sheet::tr("Branches");
    if (area == QLatin1StringView("inbox") || area == QLatin1StringView("list"))
        return Sheet::tr("Lists and queues");
    return Sheet::tr("Other");
}

void openShortcutSheet(QWidget *window, const ui::ShortcutTable &table)
{
    auto *dialog = new ui::DialogBase(Sheet::tr("Keys"), Sheet::tr("Close"), window);
    dialog->cancelButton()->hide();
    dialog->resize(760, qMin(620, window->height() - 40));
    dialog->content()->setContentsMargins(0, 0, 0, 0);
    auto *search = new ui::SearchField(Sheet::tr("Filter"), ui::SearchField::Purpose::Filter, dialog);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(16, 12, 16, 0);
    top->addWidget(search);
    dialog->content()->addLayout(top);
    auto *area = new QScrollArea(dialog);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setWidget(fill(table, {}));
    dialog->content()->addWidget(area, 1);
    QObject::connect(search, &ui::SearchField::searchChanged, area,
                     [area, &table](const QString &text) { area->setWidget(fill(table, text)); });
    QObject::connect(dialog, &ui::DialogBase::submitted, dialog, &QDialog::accept);
    dialog->setConsequence(Sheet::tr("Change keys in Settings"));
    search->setFocus();
    dialog->open();
}

} // namespace countersign::shell
