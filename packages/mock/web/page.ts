import { announcements } from './announcements';
import { Board } from './board';
import type { View } from './board';
import { CallForm } from './call-form';
import { CallList } from './call-list';
import { CallPanel } from './call-panel';
import type { Attempt } from './call-panel';
import { byId, setText } from './elements';
import { EventLog } from './event-log';
import { LiveLog } from './live-log';
import { MockClient, Refusal, Unreachable } from './mock-client';
import { PhoneList } from './phone-list';

const client = new MockClient(document.baseURI);
const link = byId('link', HTMLElement);
const problem = byId('problem', HTMLElement);
const gone = `The mock does not answer at ${location.host}. Start it again; this page finds it by itself.`;

const attempt: Attempt = (action, tell) => {
  action().then(
    () => {
      tell('');
      board.look();
    },
    (error: unknown) => {
      if (error instanceof Unreachable) setText(problem, gone);
      else if (error instanceof Refusal) tell(error.message);
      else throw error;
    },
  );
};
const tellAbove = (words: string): void => {
  setText(problem, words);
};

const form = new CallForm((call, hearAtOnce) => {
  attempt(
    async () => {
      const id = await client.place(call);
      board.choose(id);
      if (hearAtOnce) panel.hear(id, true);
    },
    (words) => {
      form.problem(words);
    },
  );
});
const panel = new CallPanel(client, attempt);
const list = new CallList((id) => {
  board.choose(id);
});
const phones = new PhoneList({
  set: (dn, answer) => {
    attempt(() => client.setPhone(dn, answer), tellAbove);
  },
  byHand: (dn, action, call) => {
    attempt(() => client.byHand(dn, action, call), tellAbove);
  },
});

let shown: View | undefined;
const board = new Board(client, (view) => {
  form.offer(view.state.numbers);
  list.show([...view.state.calls.toReversed(), ...view.ended], view.chosen?.id);
  panel.show(view);
  phones.show(view.state.extensions, view.state.calls);
  if (shown) {
    const news = announcements(shown, view);
    if (news.length > 0) setText(byId('news', HTMLElement), news.join(' '));
  }
  shown = view;
});

const events = new EventLog();
new LiveLog(client, {
  up: (another) => {
    setText(link, `Connected to the mock at ${location.host}`);
    link.dataset.state = 'up';
    setText(problem, '');
    if (another) {
      events.note('The mock was started anew: what happened before is gone.');
      board.restart();
    } else {
      board.look();
    }
  },
  gone: () => {
    setText(link, 'Not connected');
    link.dataset.state = 'gone';
    setText(problem, gone);
  },
  entry: (entry) => {
    events.entry(entry);
    board.look();
  },
  gap: (missed) => {
    events.note(`${missed} events are missing here: they came faster than they could be shown.`);
    board.look();
  },
});
