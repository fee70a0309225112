// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/shell/welcomepage.h"

#include "ui/shell/commandregistry.h"
#include "ui/theme/stylepainting.h"
#include "ui/theme/theme.h"
#include "ui/widgets/badgepainter.h"
#include "ui/widgets/labels.h"

#include <QAbstractButton>
#include <QPainter>
#include <QVBoxLayout>

namespace countersign::shell {

using theme::TextStyle;
using theme::Token;

namespace {

/// One thing to begin with: icon, name, a line about it, its key.
class Card : public QAbstractButton
{
public:
    Card(const QString &icon, const QString &title, const QString &detail, const QString &key,
         QWidget *parent)
        : QAbstractButton(parent)
        , m_icon(icon)
        , m_detail(detail)
        , m_key(key)
    {
        setText(title);
        setAccessibleName(title);
        setAccessibleDescription(detail);
        setFocusPolicy(Qt::StrongFocus);
        setCursor(Qt::PointingHandCursor);
        setAttribute(Qt::WA_Hover);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }
    QSize sizeHint() const override { return QSize(486, qMax(52, 2 * fontMetrics().height() + 16)); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        theme::paintBox(painter, rect(),
                        theme::color(isDown()       ? Token::Pressed
                                     : underMouse() ? Token::Hover
                                                    : Token::Base),
                        theme::color(Token::Border), 4);
        const auto place = [&](const QRect &part) {
            return QStyle::visualRect(layoutDirection(), rect(), part);
        };
        theme::drawIcon(painter, place(QRect(14, (height() - 22) / 2, 22, 22)), m_icon,
                        theme::color(Token::Accent));
        const int line = fontMetrics().height();
        const int top = (height() - 2 * line - 2) / 2;
        painter.setPen(theme::color(Token::Text));
        painter.setFont(theme::font(TextStyle::BodyStrong));
        painter.drawText(place(QRect(48, top, width() - 60, line)), Qt::AlignLeft | Qt::AlignVCenter, text());
        painter.setPen(theme::color(Token::Muted));
        painter.setFont(theme::font(TextStyle::Small));
        painter.drawText(place(QRect(48, top + line + 2, width() - 60, line)),
                         Qt::AlignLeft | Qt::AlignVCenter, m_detail);
        if (!m_key.isEmpty())
            ui::paintKeyCap(painter, place(rect().adjusted(0, 0, -14, 0)), m_key, true);
    }

private:
    QString m_icon;
    QString m_detail;
    QString m_key;
};

} // namespace

WelcomePage::WelcomePage(const Services &services, CommandRegistry *commands, QWidget *parent)
    : Page(parent)
{
    setWindowTitle(tr("Welcome"));
    auto *outer = new QVBoxLayout(this);
    auto *box = new QWidget(this);
    box->setMaximumWidth(520);
    box->setMinimumWidth(420);
    auto *column = new QVBoxLayout(box);
    column->setSpacing(8);
    column->addWidget(
        new ui::StyledLabel(tr("Welcome to Countersign"), TextStyle::Display, Token::Text, box));
    auto *line =
        new ui::StyledLabel(tr("Your repositories live on this computer until you decide to share them."),
                            TextStyle::Body, Token::Muted, box);
    line->setWordWrap(true);
    column->addWidget(line);
    column->addSpacing(8);
    const auto card = [&](const QString &icon, const QString &title, const QString &detail,
                          const QString &command, const std::function<void()> &run) {
        auto *made = new Card(icon, title, detail,
                              commands->shortcut(command).toString(QKeySequence::NativeText), box);
        connect(made, &QAbstractButton::clicked, this, run);
        column->addWidget(made);
        return made;
    };
    Card *first = card(QStringLiteral("document-new"), tr("Create a repository"),
                       tr("On this computer, empty, ready for a first push or a first file"),
                       QStringLiteral("shell.newRepository"),
                       [commands] { commands->run(QStringLiteral("shell.newRepository")); });
    card(QStringLiteral("document-import"), tr("Import a repository"),
         tr("From a folder on this computer or any Git address"), QStringLiteral("shell.importRepository"),
         [commands] { commands->run(QStringLiteral("shell.importRepository")); });
    card(QStringLiteral("sample-team"), tr("Open the sample team"),
         tr("Three repositories to try everything on; removed with one command"),
         QStringLiteral("shell.sampleTeam"), services.openSampleTeam);
    outer->addStretch(2);
    outer->addWidget(box, 0, Qt::AlignHCenter);
    outer->addStretch(3);
    setFocusProxy(first);
}

void WelcomePage::open(const ui::Address &) {}

ui::Address WelcomePage::address() const { return {{}, ui::Address::Page::Welcome, {}, {}, {}, {}}; }

} // namespace countersign::shell
