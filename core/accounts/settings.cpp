// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/accounts/settings.h"

#include <QSettings>

#include <algorithm>

namespace countersign::accounts {

namespace {

// Every key of the file.
const QString colorSchemeKey = QStringLiteral("appearance/colorScheme");
const QString codeFontFamilyKey = QStringLiteral("appearance/codeFontFamily");
const QString codeFontSizeKey = QStringLiteral("appearance/codeFontSize");
const QString splitDiffKey = QStringLiteral("diff/split");
const QString wrapLinesKey = QStringLiteral("diff/wrapLines");
const QString whitespaceModeKey = QStringLiteral("diff/whitespaceMode");
const QString tabWidthKey = QStringLiteral("diff/tabWidth");
const QString markViewedOnOpenKey = QStringLiteral("review/markViewedOnOpen");
const QString singleKeysKey = QStringLiteral("keys/singleKeys");
const QString shortcutPrefix = QStringLiteral("shortcuts/");
const QString statePrefix = QStringLiteral("state/");

constexpr double smallestCodeFont = 6;
constexpr double largestCodeFont = 40;

} // namespace

Settings::Settings(const QString &file, QObject *parent)
    : QObject(parent)
    , m_file(std::make_unique<QSettings>(file, QSettings::IniFormat))
{
}

Settings::~Settings() = default;

QString Settings::colorScheme() const
{
    const QString scheme = value(colorSchemeKey).toString();
    const bool known = scheme == u"light" || scheme == u"dark";
    return known ? scheme : QStringLiteral("system");
}

void Settings::setColorScheme(const QString &scheme) { setValue(colorSchemeKey, scheme); }

QString Settings::codeFontFamily() const { return value(codeFontFamilyKey).toString(); }

double Settings::codeFontSize() const
{
    const double size = value(codeFontSizeKey, 0).toDouble();
    return size > 0 ? std::clamp(size, smallestCodeFont, largestCodeFont) : 0;
}

void Settings::setCodeFont(const QString &family, double size)
{
    setValue(codeFontFamilyKey, family);
    setValue(codeFontSizeKey, size);
}

bool Settings::splitDiff() const { return value(splitDiffKey, true).toBool(); }

void Settings::setSplitDiff(bool split) { setValue(splitDiffKey, split); }

bool Settings::wrapLines() const { return value(wrapLinesKey, false).toBool(); }

void Settings::setWrapLines(bool wrap) { setValue(wrapLinesKey, wrap); }

int Settings::whitespaceMode() const { return std::clamp(value(whitespaceModeKey, 0).toInt(), 0, 7); }

void Settings::setWhitespaceMode(int mode) { setValue(whitespaceModeKey, mode); }

int Settings::tabWidth() const { return std::clamp(value(tabWidthKey, 4).toInt(), 1, 16); }

void Settings::setTabWidth(int width) { setValue(tabWidthKey, width); }

bool Settings::markViewedOnOpen() const { return value(markViewedOnOpenKey, false).toBool(); }

void Settings::setMarkViewedOnOpen(bool mark) { setValue(markViewedOnOpenKey, mark); }

bool Settings::singleKeys() const { return value(singleKeysKey, true).toBool(); }

void Settings::setSingleKeys(bool on) { setValue(singleKeysKey, on); }

QString Settings::shortcut(const QString &commandId) const
{
    const QVariant stored = value(shortcutPrefix + commandId);
    if (!stored.isValid())
        return {};
    // A shortcut that was taken away is empty, not null: the default must not come back.
    const QString text = stored.toString();
    return text.isNull() ? QStringLiteral("") : text;
}

void Settings::setShortcut(const QString &commandId, const QString &portableText)
{
    setValue(shortcutPrefix + commandId, portableText.isNull() ? QVariant() : QVariant(portableText));
}

QByteArray Settings::state(const QString &name) const { return value(statePrefix + name).toByteArray(); }

void Settings::setState(const QString &name, const QByteArray &value) { setValue(statePrefix + name, value); }

QVariant Settings::value(const QString &key, const QVariant &fallback) const
{
    return m_file->value(key, fallback);
}

void Settings::setValue(const QString &key, const QVariant &value)
{
    if (m_file->contains(key) == value.isValid() && m_file->value(key) == value)
        return;
    if (value.isValid())
        m_file->setValue(key, value);
    else
        m_file->remove(key);
    Q_EMIT changed(key);
}

} // namespace countersign::accounts
