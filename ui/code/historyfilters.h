// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/git/repository.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace countersign::ui {
class SearchField;
class ToolRow;
} // namespace countersign::ui

namespace countersign::code {

class RefChooser;

/// The filter row of the Commits page. Owned by the page; screen's thread.
class HistoryFilters : public QWidget
{
    Q_OBJECT
public:
    explicit HistoryFilters(QWidget *parent = nullptr);

    void setRefs(const QList<git::RefInfo> &refs, const QByteArray &defaultBranch);
    /// The filters as git::LogOptions; `now` bounds the date ranges.
    git::LogOptions options() const;
    bool isFiltered() const;
    /// What is typed into the search box when it looks like a commit id; empty otherwise.
    QByteArray commitIdPrefix() const;

    void setRef(const QByteArray &ref);
    QByteArray ref() const;
    void setText(const QString &text);
    QString text() const;
    void setAuthor(const QString &author);
    QString author() const;
    void setPath(const QString &path);
    QString path() const;
    void clearFilters();
    void focusSearch();
    /// "13 of 1 204"; total -1 while unknown.
    void setCounts(qint64 shown, qint64 total, bool complete);

Q_SIGNALS:
    void changed();

private:
    void chooseAuthor();
    void chooseDates();
    void updateButtons();

    RefChooser *m_ref;
    ui::SearchField *m_text;
    QPushButton *m_author;
    QLineEdit *m_path;
    QPushButton *m_date;
    QLabel *m_count;
    QString m_authorText;
    int m_days = 0;
    bool m_changedText = false;
};

} // namespace countersign::code
