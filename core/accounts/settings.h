// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QVariant>

#include <memory>

class QSettings;

namespace countersign::accounts {

/// The console's settings in one INI file. Every key and its default is named here. Screen's thread; one
/// object, owned by main(). No secret is ever kept here.
class Settings : public QObject
{
    Q_OBJECT
public:
    /// `file`: the INI file; made when first written.
    explicit Settings(const QString &file, QObject *parent = nullptr);
    ~Settings() override;

    /// "system", "light" or "dark".
    QString colorScheme() const;
    void setColorScheme(const QString &scheme);
    /// Empty for the system's fixed font.
    QString codeFontFamily() const;
    /// 0 for the design's own size.
    double codeFontSize() const;
    void setCodeFont(const QString &family, double size);
    /// Diff defaults.
    bool splitDiff() const;
    void setSplitDiff(bool split);
    bool wrapLines() const;
    void setWrapLines(bool wrap);
    /// diff::Whitespace by its number.
    int whitespaceMode() const;
    void setWhitespaceMode(int mode);
    int tabWidth() const;
    void setTabWidth(int width);
    bool markViewedOnOpen() const;
    void setMarkViewedOnOpen(bool mark);
    /// Single-key shortcuts are on.
    bool singleKeys() const;
    void setSingleKeys(bool on);
    /// A chosen shortcut for a command id, as portable text; null when the default holds.
    QString shortcut(const QString &commandId) const;
    void setShortcut(const QString &commandId, const QString &portableText);
    /// Window geometry, splitter sizes and the like, by a name.
    QByteArray state(const QString &name) const;
    void setState(const QString &name, const QByteArray &value);
    QVariant value(const QString &key, const QVariant &fallback = {}) const;
    void setValue(const QString &key, const QVariant &value);

Q_SIGNALS:
    void changed(const QString &key);

private:
    std::unique_ptr<QSettings> m_file;
};

} // namespace countersign::accounts
