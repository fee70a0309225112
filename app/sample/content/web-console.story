%%% repository web-console noor -50d The console that customers see
%%% associate web-console one-reviewer
%%% commit main noor -50d A drawer, a list and a sign-in page
%%% file README.md
# web-console

The console that customers see: payments, disputes, settings.

```sh
npm ci && npm test
```
%%% file package.json
{
  "name": "web-console",
  "version": "3.2.0",
  "private": true,
  "scripts": {
    "test": "node --test",
    "build": "tsc --noEmit"
  }
}
%%% file tsconfig.json
{
  "compilerOptions": {
    "strict": true,
    "target": "es2023",
    "module": "nodenext"
  },
  "include": ["src"]
}
%%% file src/drawer.ts
import { List } from "./list.js";

export class Drawer {
  private readonly lists: List[] = [];

  add(list: List): void {
    this.lists.push(list);
  }

  render(): string {
    return this.lists.map((list) => list.render()).join("\n");
  }
}
%%% file src/list.ts
export interface Item {
  id: string;
  text: string;
}

export class List {
  constructor(private readonly items: Item[]) {}

  render(): string {
    const rows = this.items.map((item) => `<li id="${item.id}">${item.text}</li>`);
    return `<ul>${rows.join("")}</ul>`;
  }
}
%%% file src/drafts.ts
export interface Draft {
  id: string;
  text: string;
  savedAt: number;
}

export type Send = (draft: Draft) => Promise<void>;

/** Drafts that wait for the network. */
export class Drafts {
  private waiting: Draft[] = [];

  constructor(private readonly send: Send) {}

  add(draft: Draft): void {
    this.waiting.push(draft);
  }

  async flush(): Promise<void> {
    for (const draft of this.waiting) {
      await this.send(draft);
    }
    this.waiting = [];
  }
}
%%% file src/drafts.test.ts
import assert from "node:assert";
import { test } from "node:test";
import { Draft, Drafts } from "./drafts.js";

test("sends what waits", async () => {
  const sent: Draft[] = [];
  const drafts = new Drafts(async (draft) => {
    sent.push(draft);
  });
  drafts.add({ id: "1", text: "hello", savedAt: 0 });
  await drafts.flush();
  assert.deepStrictEqual(sent.length, 1);
});
%%% generate public/sign-in.png picture 1
%%% generate public/icon.png picture 2
%%% file public/sign-in.css
.sign-in {
  background: url("sign-in.png") center / cover;
  min-height: 100vh;
}
%%% commit main yuki -40d Lists say how many rows they have
%%% edit src/list.ts
%%% old
    return `<ul>${rows.join("")}</ul>`;
%%% new
    return `<ul data-count="${rows.length}">${rows.join("")}</ul>`;
%%% branch hotfix-escape main priya -12d
%%% commit hotfix-escape priya -12d Escape what people typed
%%% file src/escape.ts
const replacements: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

/** Text that is safe between tags and in attributes. */
export function escape(text: string): string {
  return text.replace(/[&<>"]/g, (character) => replacements[character] ?? character);
}
%%% edit src/list.ts
%%% old
export interface Item {
%%% new
import { escape } from "./escape.js";

export interface Item {
%%% edit src/list.ts
%%% old
    const rows = this.items.map((item) => `<li id="${item.id}">${item.text}</li>`);
%%% new
    const rows = this.items.map((item) => `<li id="${escape(item.id)}">${escape(item.text)}</li>`);
%%% open escape hotfix-escape main priya -12d Escape what people typed
A name with a `<` in it broke the disputes list this morning. Needs to go out now.
%%% override escape grace -12d
%%% merge escape priya -12d squash Escape what people typed
%%% branch offline-queue main grace -1d4h
%%% commit offline-queue grace -1d4h Queue drafts offline
%%% edit src/drafts.ts
%%% old
  async flush(): Promise<void> {
    for (const draft of this.waiting) {
      await this.send(draft);
    }
    this.waiting = [];
  }
%%% new
  async flush(): Promise<void> {
    if (!navigator.onLine) {
      return;
    }
    for (const draft of this.waiting) {
      await this.send(draft);
    }
    this.waiting = [];
  }
%%% open offline offline-queue main grace -1d3h Queue drafts offline and send each only once
Two tabs could send the same draft. Each draft is now claimed before it is sent.
%%% reviewers offline noor
%%% commit offline-queue grace -22h Send each draft only once
%%% edit src/drafts.ts
%%% old
    for (const draft of this.waiting) {
      await this.send(draft);
    }
    this.waiting = [];
  }
%%% new
    while (this.waiting.length > 0) {
      const draft = this.waiting[0];
      await this.send(draft);
      this.waiting.shift();
    }
  }
%%% review offline noor -3h RETURN
Nearly there. Two things about what happens when it goes wrong.
%%% with src/drafts.ts AFTER this.waiting.shift lost
If the tab closes between these two lines, the draft is sent again. The server needs to know it by its id.
%%% with src/drafts.ts AFTER navigator.onLine online
`onLine` is true in a captive portal. Could we try, and keep the draft when that fails?
%%% branch accessible-names main yuki -26h
%%% commit accessible-names yuki -26h Accessible names for every list in the drawer
%%% edit src/list.ts
%%% old
  constructor(private readonly items: Item[]) {}
%%% new
  constructor(
    private readonly items: Item[],
    private readonly name: string,
  ) {}
%%% edit src/list.ts
%%% old
    return `<ul data-count="${rows.length}">${rows.join("")}</ul>`;
%%% new
    return `<ul aria-label="${escape(this.name)}" data-count="${rows.length}">${rows.join("")}</ul>`;
%%% open names accessible-names main yuki -26h Accessible names for every list in the drawer
A screen reader said "list, 14 items" six times. Now each says what it is.
%%% reviewers names grace
%%% thread names tomas -25h src/list.ts AFTER private readonly name label
Should this be optional, so that old callers still compile?
%%% reply label yuki -24h
I would rather have the compiler find them all; there are six.
%%% branch sign-in-picture main mirela -7h
%%% commit sign-in-picture mirela -7h A calmer picture for the sign-in page
%%% generate public/sign-in.png picture 3
%%% move public/sign-in.css public/css/sign-in.css
%%% edit public/css/sign-in.css
%%% old
  background: url("sign-in.png") center / cover;
%%% new
  background: url("../sign-in.png") center / cover;
%%% open picture sign-in-picture main mirela -7h A calmer picture for the sign-in page
%%% reviewers picture grace henrik
%%% approve picture henrik -5h
