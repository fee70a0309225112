// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/gittest.h"
#include "tests/support/scratchrepository.h"
#include "ui/diff/changespanel.h"
#include "ui/diff/diffview.h"
#include "ui/theme/theme.h"
#include "ui/widgets/labels.h"

#include <QImage>
#include <QLabel>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>

using namespace countersign;
using namespace countersign::diffview;

namespace {

class Threads : public ThreadSource
{
public:
    QList<ThreadPlace> threads(const QByteArray &path) const override
    {
        if (path == "src/client/retry_policy.cpp")
            return {{QStringLiteral("clamp"), Side::After, 37, true, false}};
        if (path == "src/client/write_client.cpp")
            return {{QStringLiteral("other"), Side::After, 1, false, false}};
        return {};
    }
    QWidget *createThread(const QString &id, QWidget *parent) override
    {
        auto *label =
            new QLabel(id == QLatin1String("clamp") ? QStringLiteral("Clamp the exponent, then the product "
                                                                     "can never overflow.")
                                                    : QStringLiteral("Resolved"),
                       parent);
        label->setFrameShape(QFrame::StyledPanel);
        label->setAutoFillBackground(true);
        label->setBackgroundRole(QPalette::Base);
        label->setMargin(12);
        label->setMinimumHeight(90);
        return label;
    }
};

const char *kBefore = R"(#include "client/retry_policy.h"

#include "client/clock.h"
#include "client/status.h"

#include <cmath>

namespace harbour {

namespace {
constexpr int kMaxAttempts = 3;
constexpr auto kBaseDelay = 200ms;
}  // namespace

RetryPolicy::RetryPolicy(Clock& clock)
    : clock_(clock) {}

void RetryPolicy::reset() {
  attempts_ = 0;
  started_ = clock_.now();
  last_ = {};
}

int RetryPolicy::attempts() const {
  return attempts_;
}

bool RetryPolicy::exhausted() const { return attempts_ >= kMaxAttempts; }

bool RetryPolicy::retryable(const Status& st) const {
  return st.code() == Code::Unavailable;
}

Millis RetryPolicy::delayFor(int attempt) const {
  const double factor = std::pow(2.0, attempt);
  return Millis(kBaseDelay.count() * factor);
}

Result RetryPolicy::run(const Request& req) {
  Result last;
  while (!exhausted()) {
    last = req.send();
    if (!retryable(last.status())) return last;
    clock_.sleep(delayFor(++attempts_));
  }
  return last;
}

}  // namespace harbour
)";

QByteArray changed()
{
    QByteArray text(kBefore);
    text.replace("kMaxAttempts = 3;", "kMaxAttempts = 5;");
    text.replace("kBaseDelay = 200ms;\n", "kBaseDelay = 100ms;\nconstexpr auto kMaxDelay = 4s;\n");
    text.replace(
        "bool RetryPolicy::retryable(const Status& st) const {\n  return st.code()",
        "bool RetryPolicy::retryable(const Attempt& a) const {\n  // A write needs a key that the server "
        "recognises.\n  if (a.isWrite() && !a.hasIdempotencyKey())\n    return false;\n  return "
        "a.status().code()");
    text.replace("std::pow(2.0, attempt)", "std::exp2(attempt)");
    text.replace("  return Millis(kBaseDelay.count() * factor);\n",
                 "  return Millis(std::min(kBaseDelay.count() * factor,\n                         "
                 "kMaxDelay.count()));\n");
    return text;
}

} // namespace

/// Draws the panel with a believable change, in both schemes and at two scales, and looks whether the parts
/// that carry the meaning are there in their colours. With COUNTERSIGN_PICTURES set the pictures are written
/// to that folder.
class TestChangesPicture : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void panel_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<bool>("split");
        QTest::addColumn<int>("scale");
        QTest::newRow("light split") << false << true << 1;
        QTest::newRow("dark split") << true << true << 1;
        QTest::newRow("light unified") << false << false << 1;
        QTest::newRow("dark unified") << true << false << 1;
        QTest::newRow("light split at 2") << false << true << 2;
        QTest::newRow("dark split at 2") << true << true << 2;
    }
    void panel()
    {
        QFETCH(bool, dark);
        QFETCH(bool, split);
        QFETCH(int, scale);
        theme::Theme::instance().setScheme(dark ? theme::Scheme::Dark : theme::Scheme::Light);
        test::ScratchRepository repository;
        repository.write("src/client/retry_policy.cpp", kBefore);
        repository.write("src/client/write_client.cpp", "int send();\nint retry();\n");
        repository.write("src/client/legacy_backoff.cpp", QByteArray("int old();\n").repeated(20));
        repository.write(
            "tests/client/clock.h",
            QByteArray("struct FakeClock {\n  Millis now() const;\n  void sleep(Millis m);\n};\n"));
        repository.write("docs/retries.md", "# Retries\n\nThree attempts.\n");
        repository.write("CMakeLists.txt", "add_library(client retry_policy.cpp)\n");
        const QByteArray before = repository.commit(QStringLiteral("Before"));
        repository.write("src/client/retry_policy.cpp", changed());
        repository.write("src/client/write_client.cpp", "int send(Key key);\nint retry();\nint replay();\n");
        repository.remove("src/client/legacy_backoff.cpp");
        repository.write("src/client/idempotency_key.h", "#pragma once\nclass IdempotencyKey {};\n");
        repository.remove("tests/client/clock.h");
        repository.write(
            "tests/client/fake_clock.h",
            QByteArray("struct FakeClock {\n  Millis now() const;\n  void sleep(Millis m);\n};\n"));
        repository.write("docs/retries.md", "# Retries\n\nFive attempts, with a cap.\n");
        repository.write("CMakeLists.txt", "add_library(client retry_policy.cpp idempotency_key.h)\n");
        const QByteArray after = repository.commit(QStringLiteral("After"));

        Threads threads;
        ChangesPanel panel(ChangesPanel::Role::Review, nullptr);
        panel.resize(1200, 740);
        panel.setViewedQuery([](const git::FileDelta &file) {
            return file.path().endsWith(".h") || file.path() == "CMakeLists.txt" ? ViewedState::Viewed
                                                                                 : ViewedState::NotViewed;
        });
        panel.setThreadSource(&threads);
        panel.show();
        QSignalSpy counted(panel.view(), &DiffView::countingDone);
        ChangeSource source;
        source.gitDirectory = repository.gitDirectory();
        source.before = test::idOf(before);
        source.after = test::idOf(after);
        source.beforeLabel = QStringLiteral("Revision 2");
        source.afterLabel = QStringLiteral("Revision 3");
        panel.setSource(source);
        QTRY_VERIFY(!counted.isEmpty());
        panel.view()->setSplit(split);
        const int file = panel.view()->fileIndex("src/client/retry_policy.cpp");
        QVERIFY(file >= 0);
        panel.view()->goToFile(file);
        QTRY_VERIFY(panel.view()->content(file));
        panel.view()->goToFile(file);

        const auto draw = [&] {
            QImage image(panel.size() * scale, QImage::Format_ARGB32_Premultiplied);
            image.setDevicePixelRatio(scale);
            panel.render(&image);
            return image;
        };
        QImage image;
        // Colours arrive from a worker.
        QTRY_VERIFY((image = draw(), countOf(image, theme::color(theme::Token::SyntaxKeyword)) > 20));
        const double area = static_cast<double>(image.width()) * image.height();
        using theme::Token;
        for (const Token token : {Token::AddedBg, Token::RemovedBg, Token::ChangedBg})
            QVERIFY2(countOf(image, theme::color(token)) > area / 200,
                     qPrintable(QString::number(static_cast<int>(token))));
        for (const Token token :
             {Token::AddedGutter, Token::RemovedGutter, Token::AddedWord, Token::RemovedWord, Token::Base})
            QVERIFY2(countOf(image, theme::color(token)) > 20 * scale,
                     qPrintable(QString::number(static_cast<int>(token))));
        // Only side by side has alignment, and rows that are changed rather than removed and added.
        if (split) {
            QVERIFY(countOf(image, theme::color(Token::FillerA)) > area / 500);
            QVERIFY(countOf(image, theme::color(Token::ChangedMark)) > 40 * scale);
        }
        if (const QString folder = qEnvironmentVariable("COUNTERSIGN_PICTURES"); !folder.isEmpty())
            image.save(QStringLiteral("%1/changes-%2.png")
                           .arg(folder, QString::fromLatin1(QTest::currentDataTag()).replace(u' ', u'-')));
        panel.setThreadSource(nullptr);
    }

private:
    static int countOf(const QImage &image, const QColor &color)
    {
        int count = 0;
        const auto near = [](int a, int b) { return std::abs(a - b) <= 2; };
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                const QRgb pixel = image.pixel(x, y);
                count += near(qRed(pixel), color.red()) && near(qGreen(pixel), color.green()) &&
                                 near(qBlue(pixel), color.blue())
                             ? 1
                             : 0;
            }
        }
        return count;
    }
};

QTEST_MAIN(TestChangesPicture)
#include "tst_changespicture.moc"
