// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/theme/theme.h"

#include "ui/theme/iconengine.h"
#include "ui/theme/portal.h"
#include "ui/theme/style.h"
#include "ui/theme/tokens.h"

#include <QApplication>
#include <QCryptographicHash>
#include <QFontDatabase>
#include <QFontInfo>
#include <QPixmapCache>
#include <QStyleHints>
#include <QToolTip>

#include <optional>

namespace countersign::theme {

struct Theme::State
{
    Scheme scheme = Scheme::System;
    bool dark = false;
    bool applied = false;
    bool watching = false;
    /// What the desktop's portal said, when Qt itself does not know.
    std::optional<bool> portalDark;
    QString codeFamily;
    qreal codePoints = 0;
    QFont body;
    QFont code;
};

namespace {

// The design draws body text at 13 px. A desktop that asks for more gets more, and everything else follows.
constexpr int designBodyPixels = 13;
constexpr int designCodePixels = 12;

QString installed(const QStringList &families)
{
    const QStringList all = QFontDatabase::families();
    for (const QString &family : families) {
        if (all.contains(family))
            return family;
    }
    return {};
}

QFont bodyFont()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
    const int systemPixels = QFontInfo(font).pixelSize();
    if (const QString family = installed({QStringLiteral("Inter"), QStringLiteral("Inter Variable")});
        !family.isEmpty())
        font.setFamilies({family, font.family()});
    font.setPixelSize(qMax(designBodyPixels, systemPixels));
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

QFont codeFont(const QString &family, qreal points)
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    QStringList families{font.family()};
    if (const QString own = installed({QStringLiteral("JetBrains Mono")}); !own.isEmpty())
        families.prepend(own);
    if (!family.isEmpty())
        families.prepend(family);
    font.setFamilies(families);
    if (points > 0)
        font.setPointSizeF(points);
    else
        font.setPixelSize(designCodePixels);
    font.setStyleHint(QFont::Monospace);
    font.setFixedPitch(true);
    font.setHintingPreference(QFont::PreferNoHinting);
    for (const char *feature : {"liga", "clig", "calt", "dlig"})
        font.setFeature(*QFont::Tag::fromString(QLatin1StringView(feature)), 0);
    return font;
}

} // namespace

Theme &Theme::instance()
{
    static Theme theme;
    return theme;
}

Theme::Theme()
    : m_state(std::make_unique<State>())
{
}

Theme::~Theme() = default;

void Theme::apply()
{
    if (!m_state->applied) {
        m_state->applied = true;
        QPixmapCache::setCacheLimit(32 * 1024);
        QApplication::setStyle(new CountersignStyle);
        connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, &Theme::followSystem);
    }
    followSystem();
}

void Theme::followSystem()
{
    bool dark = m_state->scheme == Scheme::Dark;
    if (m_state->scheme == Scheme::System) {
        const Qt::ColorScheme known = QGuiApplication::styleHints()->colorScheme();
        dark = known == Qt::ColorScheme::Dark;
        if (known == Qt::ColorScheme::Unknown || m_state->portalDark)
            dark = m_state->portalDark.value_or(dark);
        if (!m_state->watching) {
            m_state->watching = true;
            watchPortalColorScheme(this, [this](std::optional<bool> wish) {
                m_state->portalDark = wish;
                followSystem();
            });
        }
    }
    const bool first = m_state->body.family().isEmpty() || !m_state->body.resolveMask();
    if (first || dark != m_state->dark) {
        m_state->dark = dark;
        update();
    }
}

void Theme::update()
{
    m_state->body = bodyFont();
    m_state->code = codeFont(m_state->codeFamily, m_state->codePoints);
    QApplication::setPalette(palette());
    QApplication::setFont(m_state->body);
    QToolTip::setPalette(palette());
    QToolTip::setFont(font(TextStyle::Small));
    Q_EMIT changed();
}

void Theme::setScheme(Scheme scheme)
{
    m_state->scheme = scheme;
    apply();
}

Scheme Theme::scheme() const { return m_state->scheme; }

bool Theme::isDark() const { return m_state->dark; }

QColor Theme::color(Token token) const { return color(token, m_state->dark); }

QColor Theme::color(Token token, bool dark) const
{
    const TokenSets &sets = tokenSets();
    return (dark ? sets.dark : sets.light)[static_cast<int>(token)];
}

QFont Theme::font(TextStyle style) const
{
    const auto body = [this](int offset, QFont::Weight weight) {
        QFont font = m_state->applied ? m_state->body : QApplication::font();
        const int base = font.pixelSize() > 0 ? font.pixelSize() : QFontInfo(font).pixelSize();
        font.setPixelSize(base + offset);
        font.setWeight(weight);
        return font;
    };
    switch (style) {
    case TextStyle::Display:
        return body(7, QFont::DemiBold);
    case TextStyle::Title:
        return body(3, QFont::DemiBold);
    case TextStyle::Head:
        return body(1, QFont::DemiBold);
    case TextStyle::Body:
        return body(0, QFont::Normal);
    case TextStyle::BodyStrong:
        return body(0, QFont::DemiBold);
    case TextStyle::Small:
        return body(-1, QFont::Normal);
    case TextStyle::Caption:
        return body(-2, QFont::Normal);
    case TextStyle::CaptionStrong: {
        QFont font = body(-2, QFont::DemiBold);
        font.setLetterSpacing(QFont::AbsoluteSpacing, 0.4);
        return font;
    }
    case TextStyle::Code:
    case TextStyle::CodeSmall: {
        QFont font = m_state->applied ? m_state->code : codeFont({}, 0);
        if (style == TextStyle::CodeSmall)
            font.setPixelSize(qMax(8, QFontInfo(font).pixelSize() - 1));
        return font;
    }
    }
    return body(0, QFont::Normal);
}

QFont Theme::tabular(QFont font)
{
    font.setFeature("tnum", 1);
    return font;
}

void Theme::setCodeFont(const QString &family, qreal points)
{
    if (family == m_state->codeFamily && points == m_state->codePoints)
        return;
    m_state->codeFamily = family;
    m_state->codePoints = points;
    m_state->code = codeFont(family, points);
    Q_EMIT changed();
}

QPalette Theme::palette() const
{
    QPalette palette;
    const auto set = [&](QPalette::ColorRole role, Token active, Token inactive, Token disabled) {
        palette.setColor(QPalette::Active, role, color(active));
        palette.setColor(QPalette::Inactive, role, color(inactive));
        palette.setColor(QPalette::Disabled, role, color(disabled));
    };
    const auto all = [&](QPalette::ColorRole role, Token token) { set(role, token, token, token); };
    const auto text = [&](QPalette::ColorRole role, Token token) {
        set(role, token, token, Token::Disabled);
    };
    all(QPalette::Window, Token::Window);
    set(QPalette::Base, Token::Base, Token::Base, Token::Window);
    all(QPalette::AlternateBase, Token::AltBase);
    all(QPalette::Button, Token::Button);
    all(QPalette::ToolTipBase, Token::Base);
    text(QPalette::ToolTipText, Token::Text);
    text(QPalette::WindowText, Token::Text);
    text(QPalette::Text, Token::Text);
    text(QPalette::ButtonText, Token::Text);
    text(QPalette::BrightText, Token::AccentOn);
    text(QPalette::PlaceholderText, Token::Faint);
    set(QPalette::Highlight, Token::AccentSoft, Token::SelectIdle, Token::SelectIdle);
    text(QPalette::HighlightedText, Token::Text);
    text(QPalette::Link, Token::Accent);
    text(QPalette::LinkVisited, Token::Accent);
    all(QPalette::Accent, Token::Accent);
    all(QPalette::Light, Token::Button);
    all(QPalette::Midlight, Token::Hover);
    all(QPalette::Mid, Token::Border);
    all(QPalette::Dark, Token::BorderControl);
    all(QPalette::Shadow, Token::BorderControl);
    return palette;
}

QIcon Theme::icon(const QString &name) const { return QIcon(new SymbolicIconEngine(name, std::nullopt)); }

QIcon Theme::icon(const QString &name, Token token) const
{
    return QIcon(new SymbolicIconEngine(name, token));
}

QColor Theme::avatarColor(const QString &accountId) const
{
    const QByteArray hash = QCryptographicHash::hash(accountId.toUtf8(), QCryptographicHash::Sha1);
    const int index = static_cast<unsigned char>(hash[0]) % 7;
    return color(static_cast<Token>(static_cast<int>(Token::Avatar1) + index));
}

} // namespace countersign::theme
