// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/theme.h"

#include <QIconEngine>

#include <optional>

namespace countersign::theme {

/// The symbolic icon as a picture in one colour; cached by name, size, colour and device pixel ratio. `size`
/// is in logical pixels. An unknown name gives a transparent picture and one line in the log.
QPixmap symbolicPixmap(const QString &name, int size, const QColor &color, qreal devicePixelRatio);

/// Draws a symbolic SVG in the colour of the text beside it: the theme's at the time of painting, so that a
/// change of scheme needs no new icons. Owned by its QIcon; screen's thread.
class SymbolicIconEngine : public QIconEngine
{
public:
    SymbolicIconEngine(QString name, std::optional<Token> token);

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override;
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override;
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale) override;
    QIconEngine *clone() const override;
    QString iconName() override { return m_name; }
    bool isNull() override { return false; }

private:
    QColor colorFor(QIcon::Mode mode) const;

    QString m_name;
    std::optional<Token> m_token;
};

} // namespace countersign::theme
