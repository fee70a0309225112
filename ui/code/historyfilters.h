// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/git/repository.h"
#include "ui/widgets/address.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace countersign::ui {
class SearchField;
} // namespace countersign::ui

namespace countersign::code {

class RefChooser;
class RepositoryReader;

/// The filter row of the Commits page. Owned by the page; screen's thread.
class HistoryFilters : public QWidget
{
    Q_OBJECT
public:
    explicit HistoryFilters(QWidget *parent = nullptr);

    /// Where the chooser of branches looks commits up.
    void setReader(RepositoryReader *reader);
    void setRefs(const QList<git::RefInfo> &refs, const QByteArray &defaultBranch);
    /// Takes the filters of an address; whether anything is different now. Emits nothing.
    bool setFrom(const ui::Address &address);
    /// The filters as an address carries them: "ref", "path", "follow", "author", "text", "in", "days".
    QMap<QString, QString> query() const;
    git::LogOptions options() const;
    bool isFiltered() const;
    /// What is typed into the search box when it looks like a commit id; empty otherwise.
    QByteArray commitIdPrefix() const;
    QByteArray ref() const;
    /// A pattern as in git::LogOptions; with `follow` the exact path of a file, followed through renames.
    void setPath(const QByteArray &path, bool follow);
    QByteArray path() const;
    bool followsRenames() const;

    void clearFilters();
    void focusSearch();
    void chooseAuthor();
    void chooseDates();
    /// "13 of 1 204"; total -1 while unknown.
    void setCounts(qint64 shown, qint64 total, bool complete);

Q_SIGNALS:
    void changed();

private:
    void updateButtons();
    void setDays(int days);
    void setAuthor(const QString &author);

    RefChooser *m_ref;
    ui::SearchField *m_text;
    QToolButton *m_in;
    QPushButton *m_author;
    QLineEdit *m_path;
    QPushButton *m_date;
    QLabel *m_count;
    /// The path that was set; the field shows it as text, which may stand for other bytes.
    QByteArray m_exactPath;
    bool m_follow = false;
    QString m_authorText;
    int m_days = 0;
};

} // namespace countersign::code
