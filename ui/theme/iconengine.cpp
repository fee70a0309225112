// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/theme/iconengine.h"

#include "core/base/logging.h"

#include <BreezeIcons>
#include <QFile>
#include <QHash>
#include <QPainter>
#include <QPixmapCache>
#include <QRegularExpression>
#include <QSvgRenderer>

namespace countersign::theme {

namespace {

// Where Breeze keeps drawings of one size; the first that has the name wins.
constexpr const char *categories[] = {"actions",    "status",      "places", "devices",
                                      "mimetypes",  "emblems",     "apps",   "emotes",
                                      "categories", "preferences", "applets"};

QString svgPath(const QString &name, int size)
{
    const QString own = QStringLiteral(":/countersign/icons/%1.svg").arg(name);
    if (QFile::exists(own))
        return own;
    static const bool ready = [] {
        BreezeIcons::initIcons();
        return true;
    }();
    Q_UNUSED(ready);
    const int wanted = size <= 16 ? 16 : size <= 24 ? 22 : 32;
    for (const int folder : {wanted, 22, 16, 32}) {
        for (const char *category : categories) {
            for (const char *suffix : {"", "-symbolic"}) {
                const QString path = QStringLiteral(":/icons/breeze/%1/%2/%3%4.svg")
                                         .arg(QLatin1StringView(category))
                                         .arg(folder)
                                         .arg(name, QLatin1StringView(suffix));
                if (QFile::exists(path))
                    return path;
            }
        }
    }
    qCWarning(log::ui) << "no icon is named" << name;
    return {};
}

// Every colour of a symbolic drawing is a shade of text, given as a style class or as its usual value.
QByteArray recoloured(const QByteArray &svg, const QColor &color)
{
    static const QRegularExpression classes(
        QStringLiteral("(\\.ColorScheme-[A-Za-z]+\\s*\\{[^}]*?color\\s*:\\s*)#[0-9a-fA-F]{3,8}"));
    static const QRegularExpression plain(
        QStringLiteral("#(?:232629|4d4d4d|31363b|fcfcfc|eff0f1|da4453|3daee9)"),
        QRegularExpression::CaseInsensitiveOption);
    QString text = QString::fromUtf8(svg);
    text.replace(classes, QStringLiteral("\\1") + color.name());
    text.replace(plain, color.name());
    return text.toUtf8();
}

const QByteArray &source(const QString &name, int size)
{
    static QHash<std::pair<QString, int>, QByteArray> sources;
    const auto key = std::pair(name, size <= 16 ? 16 : size <= 24 ? 22 : 32);
    auto it = sources.find(key);
    if (it == sources.end()) {
        QByteArray svg;
        if (QFile file(svgPath(name, key.second)); file.open(QIODevice::ReadOnly))
            svg = file.readAll();
        it = sources.insert(key, svg);
    }
    return *it;
}

} // namespace

QPixmap symbolicPixmap(const QString &name, int size, const QColor &color, qreal devicePixelRatio)
{
    const QString key = QStringLiteral("cs-icon/%1/%2/%3/%4")
                            .arg(name)
                            .arg(size)
                            .arg(color.rgba(), 8, 16)
                            .arg(devicePixelRatio);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    const int pixels = qMax(1, qRound(size * devicePixelRatio));
    pixmap = QPixmap(pixels, pixels);
    pixmap.fill(Qt::transparent);
    if (const QByteArray &svg = source(name, size); !svg.isEmpty()) {
        QSvgRenderer renderer(recoloured(svg, color));
        QPainter painter(&pixmap);
        painter.setOpacity(color.alphaF());
        renderer.render(&painter, QRectF(0, 0, pixels, pixels));
    }
    pixmap.setDevicePixelRatio(devicePixelRatio);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

SymbolicIconEngine::SymbolicIconEngine(QString name, std::optional<Token> token)
    : m_name(std::move(name))
    , m_token(token)
{
}

QColor SymbolicIconEngine::colorFor(QIcon::Mode mode) const
{
    if (mode == QIcon::Disabled)
        return color(Token::Disabled);
    return color(m_token.value_or(Token::Text));
}

void SymbolicIconEngine::paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State)
{
    drawIcon(*painter, rect, m_name, colorFor(mode));
}

QPixmap SymbolicIconEngine::pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state)
{
    return scaledPixmap(size, mode, state, 1.0);
}

QPixmap SymbolicIconEngine::scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal scale)
{
    // Since Qt 6.8 `size` is in logical pixels, whatever the scale.
    const int side = qMin(size.width(), size.height());
    return symbolicPixmap(m_name, side, colorFor(mode), scale);
}

QIconEngine *SymbolicIconEngine::clone() const { return new SymbolicIconEngine(m_name, m_token); }

void drawIcon(QPainter &painter, const QRect &rect, const QString &name, const QColor &color)
{
    const int side = qMin(rect.width(), rect.height());
    if (side <= 0)
        return;
    const QPixmap pixmap = symbolicPixmap(name, side, color, painter.device()->devicePixelRatioF());
    painter.drawPixmap(rect.x() + (rect.width() - side) / 2, rect.y() + (rect.height() - side) / 2, pixmap);
}

} // namespace countersign::theme
