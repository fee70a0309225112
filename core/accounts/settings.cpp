// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/accounts/settings.h"

#include <QSettings>

namespace countersign::accounts {

namespace {

// Every key of the file.
const QString schemeKey = QStringLiteral("appearance/colorScheme");
const QString codeFamilyKey = QStringLiteral("appearance/codeFontFamily");
const QString codeSizeKey = QStringLiteral("appearance/codeFontSize");
const QString splitKey = QStringLiteral("diff/split");
const QString wrapKey = QStringLiteral("diff/wrapLines");
const QString whitespaceKey = QStringLiteral("diff/whitespace");
const QString tabWidthKey = QStringLiteral("diff/tabWidth");
const QString markViewedKey = QStringLiteral("review/markViewedOnOpen");
const QString singleKeysKey = QStringLiteral("keys/single");
const QString shortcutsGroup = QStringLiteral("shortcuts/");
const QString stateGroup = QStringLiteral("state/");

} // namespace

Settings::Settings(const QString &file, QObject *parent)
    : QObject(parent)
    , m_file(std::make_unique<QSettings>(file, QSettings::IniFormat))
{
}

Settings::~Settings() = default;

QVariant Settings::value(const QString &key, const QVariant &fallback) const
{
    return m_file->value(key, fallback);
}

void Settings::setValue(const QString &key, const QVariant &value)
{
    if (m_file->contains(key) && m_file->value(key) == value)
        return;
    m_file->setValue(key, value);
    Q_EMIT changed(key);
}

QString Settings::colorScheme() const
{
    const QString scheme = value(schemeKey).toString();
    return scheme == QLatin1StringView("light") || scheme == QLatin1StringView("dark")
               ? scheme
               : QStringLiteral("system");
}

void Settings::setColorScheme(const QString &scheme) { setValue(schemeKey, scheme); }

QString Settings::codeFontFamily() const { return value(codeFamilyKey).toString(); }

double Settings::codeFontSize() const
{
    // A file edited by hand must not make code unreadable.
    const double size = value(codeSizeKey, 0.0).toDouble();
    return size >= 5 && size <= 72 ? size : 0;
}

void Settings::setCodeFont(const QString &family, double size)
{
    setValue(codeFamilyKey, family);
    setValue(codeSizeKey, size);
}

bool Settings::splitDiff() const { return value(splitKey, true).toBool(); }

void Settings::setSplitDiff(bool split) { setValue(splitKey, split); }

bool Settings::wrapLines() const { return value(wrapKey, false).toBool(); }

void Settings::setWrapLines(bool wrap) { setValue(wrapKey, wrap); }

int Settings::whitespaceMode() const { return value(whitespaceKey, 0).toInt(); }

void Settings::setWhitespaceMode(int mode) { setValue(whitespaceKey, mode); }

int Settings::tabWidth() const { return qBound(1, value(tabWidthKey, 4).toInt(), 16); }

void Settings::setTabWidth(int width) { setValue(tabWidthKey, width); }

bool Settings::markViewedOnOpen() const { return value(markViewedKey, false).toBool(); }

void Settings::setMarkViewedOnOpen(bool mark) { setValue(markViewedKey, mark); }

bool Settings::singleKeys() const { return value(singleKeysKey, true).toBool(); }

void Settings::setSingleKeys(bool on) { setValue(singleKeysKey, on); }

QString Settings::shortcut(const QString &commandId) const
{
    const QVariant chosen = value(shortcutsGroup + commandId);
    if (!chosen.isValid())
        return {};
    // Empty but not null: the user took the key away.
    const QString text = chosen.toString();
    return text.isNull() ? QStringLiteral("") : text;
}

void Settings::setShortcut(const QString &commandId, const QString &portableText)
{
    const QString key = shortcutsGroup + commandId;
    if (!portableText.isNull()) {
        setValue(key, portableText);
    } else if (m_file->contains(key)) {
        m_file->remove(key);
        Q_EMIT changed(key);
    }
}

QByteArray Settings::state(const QString &name) const { return value(stateGroup + name).toByteArray(); }

void Settings::setState(const QString &name, const QByteArray &value)
{
    m_file->setValue(stateGroup + name, value);
}

} // namespace countersign::accounts
