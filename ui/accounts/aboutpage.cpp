// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/accounts/aboutpage.h"

#include "core/git/version.h"
#include "ui/theme/theme.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/panel.h"

#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QIcon>
#include <QProcess>
#include <QPushButton>
#include <QScrollArea>
#include <QSysInfo>
#include <QVBoxLayout>

#include <ksyntaxhighlighting_version.h>

namespace countersign::accounts {

using theme::TextStyle;
using theme::Token;

namespace {

QLabel *cell(const QString &text, Token token, QWidget *parent)
{
    auto *label = new ui::StyledLabel(text, TextStyle::Body, token, parent);
    label->setSelectable(true);
    return label;
}

struct Licence
{
    const char *what;
    const char *licence;
};

// What is linked or used, in the words of its own project; SPDX names.
constexpr Licence licences[] = {
    {"Countersign", "Apache-2.0"},
    {"Qt", "LGPL-3.0-only"},
    {"KSyntaxHighlighting", "MIT"},
    {"Breeze icons", "LGPL-3.0-or-later"},
    {"libgit2", "GPL-2.0-only WITH GCC-exception-2.0"},
    {"Git", "GPL-2.0-only"},
    {"SQLite", "public domain"},
    {"ICU", "Unicode-3.0"},
    {"uchardet", "MPL-1.1"},
    {"QtKeychain", "BSD-2-Clause"},
};

} // namespace

AboutPage::AboutPage(QWidget *parent)
    : Page(parent)
    , m_git(nullptr)
{
    setWindowTitle(tr("About Countersign"));
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto *area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    auto *content = new QWidget;
    auto *center = new QHBoxLayout(content);
    auto *box = new QWidget(content);
    box->setMaximumWidth(640);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(24, 24, 24, 24);
    column->setSpacing(12);
    center->addWidget(box, 0, Qt::AlignTop | Qt::AlignHCenter);
    area->setWidget(content);
    outer->addWidget(area);

    auto *head = new QHBoxLayout;
    auto *icon = new QLabel(box);
    icon->setPixmap(QIcon(QStringLiteral(":/countersign/icons/countersign.svg"))
                        .pixmap(QSize(64, 64), devicePixelRatioF()));
    head->addWidget(icon);
    head->addSpacing(8);
    auto *names = new QVBoxLayout;
    names->setSpacing(2);
    names->addWidget(
        new ui::StyledLabel(QStringLiteral("Countersign"), TextStyle::Display, Token::Text, box));
    names->addWidget(cell(tr("Version %1").arg(QStringLiteral(COUNTERSIGN_VERSION)), Token::Muted, box));
    names->addWidget(new ui::StyledLabel(tr("Git repositories and code review on your own computer"),
                                         TextStyle::Body, Token::Muted, box));
    head->addLayout(names, 1);
    column->addLayout(head);

    auto *versions = new ui::Panel(tr("Versions"), box);
    auto *grid = new QGridLayout;
    grid->setColumnStretch(1, 1);
    grid->setHorizontalSpacing(24);
    versions->body()->addLayout(grid);
    int row = 0;
    const auto add = [&](const QString &name, const QString &version) {
        grid->addWidget(cell(name, Token::Muted, versions), row, 0);
        QLabel *label = cell(version, Token::Text, versions);
        grid->addWidget(label, row++, 1);
        return label;
    };
    add(QStringLiteral("Qt"), QString::fromLatin1(qVersion()));
    add(QStringLiteral("libgit2"), git::libraryVersion());
    m_git = add(QStringLiteral("Git"), tr("asking…"));
    add(QStringLiteral("KSyntaxHighlighting"), QStringLiteral(KSYNTAXHIGHLIGHTING_VERSION_STRING));
    add(tr("System"), QStringLiteral("%1, %2, %3")
                          .arg(QSysInfo::prettyProductName(), QSysInfo::currentCpuArchitecture(),
                               QGuiApplication::platformName()));
    QToolButton *copy = nullptr;
    copy = versions->addHeaderAction(QStringLiteral("edit-copy"), tr("Copy the versions"));
    connect(copy, &QToolButton::clicked, this, [grid] {
        QStringList lines{QStringLiteral("Countersign " COUNTERSIGN_VERSION)};
        for (int i = 0; i < grid->rowCount(); ++i) {
            if (grid->itemAtPosition(i, 0))
                lines.append(static_cast<QLabel *>(grid->itemAtPosition(i, 0)->widget())->text() +
                             QLatin1Char(' ') +
                             static_cast<QLabel *>(grid->itemAtPosition(i, 1)->widget())->text());
        }
        QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
    });
    column->addWidget(versions);

    auto *panel = new ui::Panel(tr("Licences"), box);
    auto *list = new QGridLayout;
    list->setColumnStretch(1, 1);
    list->setHorizontalSpacing(24);
    panel->body()->addLayout(list);
    int line = 0;
    for (const Licence &licence : licences) {
        list->addWidget(cell(QLatin1StringView(licence.what), Token::Muted, panel), line, 0);
        list->addWidget(cell(QLatin1StringView(licence.licence), Token::Text, panel), line++, 1);
    }
    auto *fonts = new ui::StyledLabel(
        tr("The fonts Inter and JetBrains Mono (OFL-1.1) are used where they are installed."),
        TextStyle::Small, Token::Muted, panel);
    fonts->setWordWrap(true);
    panel->body()->addWidget(fonts);
    column->addWidget(panel);
}

void AboutPage::open(const ui::Address &)
{
    if (m_asked)
        return;
    m_asked = true;
    auto *process = new QProcess(this);
    connect(process, &QProcess::finished, this, [this, process] {
        const QString answer = QString::fromUtf8(process->readAllStandardOutput()).trimmed();
        m_git->setText(answer.startsWith(QLatin1StringView("git version ")) ? answer.mid(12)
                                                                            : tr("not found"));
        process->deleteLater();
    });
    connect(process, &QProcess::errorOccurred, this, [this] { m_git->setText(tr("not found")); });
    process->start(QStringLiteral("git"), {QStringLiteral("--version")});
}

ui::Address AboutPage::address() const { return {{}, ui::Address::Page::About, {}, {}, {}, {}}; }

} // namespace countersign::accounts
