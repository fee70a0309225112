// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace countersign::client {
class Session;
}
namespace countersign::accounts {
class Settings;
class Drafts;
class ViewedMarks;
} // namespace countersign::accounts

namespace countersign::ui {

class BackgroundTasks;
class CommandSink;
class People;

/// What a page is given when it is made. The pointers outlive the page.
struct PageContext
{
    client::Session *session = nullptr;
    accounts::Settings *settings = nullptr;
    accounts::Drafts *drafts = nullptr;
    accounts::ViewedMarks *viewed = nullptr;
    BackgroundTasks *tasks = nullptr;
    CommandSink *commands = nullptr;
    /// Who is behind an ARN on this hub.
    People *people = nullptr;
};

} // namespace countersign::ui
