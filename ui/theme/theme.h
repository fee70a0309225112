// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QFont>
#include <QIcon>
#include <QObject>
#include <QPalette>

#include <memory>

class QPainter;
class QRect;

namespace countersign::theme {

/// Every colour of the product by its name in the design language; code never writes a colour value.
enum class Token {
    Window,
    Base,
    AltBase,
    Sidebar,
    Toolbar,
    Button,
    Hover,
    Pressed,
    Border,
    BorderButton,
    BorderControl,
    Text,
    Muted,
    Faint,
    Disabled,
    Accent,
    AccentFill,
    AccentPress,
    AccentOn,
    AccentSoft,
    AccentLine,
    SelectIdle,
    SelectText,
    FillerA,
    FillerB,
    AddedText,
    AddedBg,
    AddedMark,
    AddedWord,
    AddedGutter,
    RemovedText,
    RemovedBg,
    RemovedMark,
    RemovedWord,
    RemovedGutter,
    ChangedText,
    ChangedBg,
    ChangedMark,
    ChangedLine,
    MovedText,
    MovedBg,
    MovedMark,
    WarningText,
    WarningBg,
    WarningMark,
    WarningLine,
    ApprovalText,
    ApprovalBg,
    ApprovalMark,
    ApprovalLine,
    DangerText,
    DangerBg,
    DangerMark,
    DangerLine,
    SyntaxKeyword,
    SyntaxType,
    SyntaxFunction,
    SyntaxString,
    SyntaxNumber,
    SyntaxComment,
    SyntaxDirective,
    Lane1,
    Lane2,
    Lane3,
    Lane4,
    Lane5,
    Lane6,
    Avatar1,
    Avatar2,
    Avatar3,
    Avatar4,
    Avatar5,
    Avatar6,
    Avatar7,
    Count_,
};

/// Text styles of the design language; sizes are offsets from the system's font.
enum class TextStyle {
    Display,
    Title,
    Head,
    Body,
    BodyStrong,
    Small,
    Caption,
    CaptionStrong,
    Code,
    CodeSmall
};

enum class Scheme { System, Light, Dark };

/// The look: colours, fonts and icons of the current scheme. One object, made first in main(), screen's
/// thread only. Widgets read it when they paint and repaint on QEvent::PaletteChange.
class Theme : public QObject
{
    Q_OBJECT
public:
    static Theme &instance();
    ~Theme() override;

    /// Sets style, palette and fonts of the application; called once, and again by setScheme().
    void apply();
    void setScheme(Scheme scheme);
    Scheme scheme() const;
    bool isDark() const;

    QColor color(Token token) const;
    /// The colour of one scheme, whatever the current one is: for tests, previews and both-scheme pictures.
    QColor color(Token token, bool dark) const;
    QFont font(TextStyle style) const;
    /// The same font with digits of equal width, for columns of numbers.
    static QFont tabular(QFont font);
    /// Size of code in points, from the settings; Ctrl+wheel in code views changes it.
    /// An empty family and 0 mean the design's own.
    void setCodeFont(const QString &family, qreal points);
    /// The whole palette of the current scheme, with its three groups.
    QPalette palette() const;

    /// A symbolic icon of the set by its Breeze name, or one of our own in resources/icons, drawn in the
    /// given colour (by default the text colour of whatever paints it: normal, selected and disabled).
    QIcon icon(const QString &name) const;
    QIcon icon(const QString &name, Token token) const;
    /// One of the seven avatar colours for an account, by a stable hash.
    QColor avatarColor(const QString &accountId) const;

Q_SIGNALS:
    /// Colours or fonts are others now. Widgets hear of it as QEvent::PaletteChange and FontChange.
    void changed();

private:
    Theme();
    void followSystem();
    void update();

    struct State;
    std::unique_ptr<State> m_state;
};

/// Shorthands for painting code.
inline QColor color(Token token) { return Theme::instance().color(token); }
inline QFont font(TextStyle style) { return Theme::instance().font(style); }
/// Paints a symbolic icon centred in `rect`, at the size of its shorter side.
void drawIcon(QPainter &painter, const QRect &rect, const QString &name, const QColor &color);

} // namespace countersign::theme
