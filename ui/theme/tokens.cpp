// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/theme/tokens.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

// At global scope, as the macro demands: a static library's resources are not registered by themselves.
static void registerResources() { Q_INIT_RESOURCE(countersign_resources); }

namespace countersign::theme {

namespace {

// In the order of Token.
constexpr std::array<const char *, tokenCount> names = {
    "window",        "base",          "alt-base",     "sidebar",       "toolbar",        "button",
    "hover",         "pressed",       "border",       "border-button", "border-control", "text",
    "muted",         "faint",         "disabled",     "accent",        "accent-fill",    "accent-press",
    "accent-on",     "accent-soft",   "accent-line",  "select-idle",   "select-text",    "filler-a",
    "filler-b",      "added",         "added-bg",     "added-mark",    "added-word",     "added-gutter",
    "removed",       "removed-bg",    "removed-mark", "removed-word",  "removed-gutter", "changed",
    "changed-bg",    "changed-mark",  "info-line",    "moved",         "moved-bg",       "moved-mark",
    "warning",       "warning-bg",    "warning-mark", "warning-line",  "approval",       "approval-bg",
    "approval-mark", "approval-line", "danger",       "danger-bg",     "danger-mark",    "danger-line",
    "syn-keyword",   "syn-type",      "syn-func",     "syn-string",    "syn-number",     "syn-comment",
    "syn-preproc",   "lane-1",        "lane-2",       "lane-3",        "lane-4",         "lane-5",
    "lane-6",        "av-1",          "av-2",         "av-3",          "av-4",           "av-5",
    "av-6",          "av-7",
};

TokenColors readSet(const QJsonObject &object)
{
    TokenColors colors;
    for (int i = 0; i < tokenCount; ++i) {
        const QColor color(object.value(QLatin1StringView(names[i])).toString());
        colors[i] = color.isValid() ? color : QColor(Qt::magenta);
    }
    return colors;
}

} // namespace

QLatin1StringView tokenName(Token token) { return QLatin1StringView(names[static_cast<int>(token)]); }

const TokenSets &tokenSets()
{
    static const TokenSets sets = [] {
        registerResources();
        QFile file(QStringLiteral(":/countersign/tokens.json"));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("The colour tokens are missing from the program.");
        const QJsonObject root = QJsonDocument::fromJson(file.readAll()).object();
        return TokenSets{readSet(root.value(QLatin1StringView("light")).toObject()),
                         readSet(root.value(QLatin1StringView("dark")).toObject())};
    }();
    return sets;
}

} // namespace countersign::theme
