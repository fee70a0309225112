// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/lane.h"
#include "core/diff/moves.h"
#include "ui/diff/filecontent.h"

#include <QObject>
#include <QSet>

namespace countersign::diffview {

/// What counting found out about one file: enough for the tree, and for the height of what is not loaded yet.
struct FileCounts
{
    int file = 0;
    int added = 0;
    int removed = 0;
    /// Rows in the split and in the unified view, folds included.
    int splitRows = 0;
    int unifiedRows = 0;
    bool isText = true;
};

/// Loads and compares the files of one comparison in two lanes: what is about to be seen, and, behind it,
/// every file once for its counts. Counting begins when the first file that was asked for is there, and takes
/// what is loaded already as it is. Results arrive on the screen's thread. Owned by the view.
class ContentLoader : public QObject
{
    Q_OBJECT
public:
    explicit ContentLoader(QObject *parent = nullptr);
    ~ContentLoader() override;

    /// Forgets what is under way and takes up the files of a comparison.
    void begin(const QString &gitDirectory, const QList<git::FileDelta> &files,
               const ContentOptions &options);
    /// Starts counting now unless a file was asked for, whose arrival starts it.
    void countWhenIdle();
    /// Loads one file; asked again while under way, nothing happens.
    void request(int file, const FileOptions &options = {});
    /// Drops requests that have not begun: the viewport is elsewhere.
    void forgetRequests();
    /// Looks for text in every file; matches arrive in file order.
    struct Match
    {
        int file = 0;
        bool before = false;
        int line = 0;
        int column = 0;
        int length = 0;
        /// Sorts the places of one file as they are read.
        qint64 order = 0;
    };
    void find(const QString &text, bool caseSensitive);
    int generation() const { return m_generation; }

Q_SIGNALS:
    void contentLoaded(int file, const std::shared_ptr<const countersign::diffview::FileContent> &content);
    /// The names of the declarations around the folds of a file (see enclosingNames()).
    void enclosingLoaded(int file, const QList<countersign::diffview::Enclosing> &names);
    void counted(const QList<countersign::diffview::FileCounts> &counts);
    /// Lines that only stand elsewhere now; after all files were counted.
    void movesFound(const QList<countersign::diff::MovedBlock> &blocks);
    void countingDone();
    /// `limited`: there are more than these.
    void found(const QList<countersign::diffview::ContentLoader::Match> &matches, bool limited);

private:
    class Loaded;
    class OpenRepository;
    void count();

    QString m_gitDirectory;
    QList<git::FileDelta> m_files;
    /// What is in memory anyway, shared by the lanes.
    std::shared_ptr<Loaded> m_loaded;
    std::shared_ptr<OpenRepository> m_nearRepository;
    bool m_counted = false;
    ContentOptions m_options;
    /// Grows with each comparison; what comes back with an older one is dropped.
    int m_generation = 0;
    QSet<int> m_requested;
    std::stop_source m_stop;
    std::stop_source m_requestStop;
    std::stop_source m_findStop;
    Lane m_near;
    Lane m_counting;
    Lane m_finding;
};

} // namespace countersign::diffview
