import { expect, test } from 'vitest';
import type { PostRequest } from '../../src/answers/stores.ts';
import { DeliveryError } from '../../src/delivery/delivery-error.ts';
import { noticeMessage } from '../../src/message/notice-message.ts';
import { brief, createWorld, minute, plan, second, startBot, type World } from './bot.ts';
import type { Fault } from './memory-platform.ts';

/** Half past eight in Seoul is 23:30 UTC of the day before. */
const before = '2026-06-14T23:25:00Z';
const operator = { platform: 'discord', channel: 'OPS' } as const;

function withNews(world: World, ...files: string[]): World {
  world.briefs.push(...files.map((file) => brief(file, world.clock.now())));
  return world;
}

function refuse(code: DeliveryError['code'], advice = 'Mend it.'): Fault {
  return { kind: 'error', error: new DeliveryError(code, advice) };
}

/** The fault for the first so many requests that `matches`. */
function firstOf(count: number, fault: Fault): () => Fault {
  let left = count;
  return () => {
    left -= 1;
    return left >= 0 ? fault : null;
  };
}

/** The method fails once, when it is called next. */
function failOnce<T extends object>(target: T, method: keyof T & string): void {
  const real = target[method];
  Object.assign(target, {
    [method]() {
      Object.assign(target, { [method]: real });
      return Promise.reject(new Error('The database is locked.'));
    },
  });
}

test('the database fails after a part was posted: the parts after it are posted all the same', async () => {
  const world = withNews(createWorld(before, [plan()]), 'a', 'b');
  world.slack.fault = firstOf(1, refuse('forbidden'));
  const bot = await startBot(world);
  await bot.run(5 * minute + 1 * second);
  expect(world.slack.messages).toEqual([]);
  failOnce(bot.store, 'setHealth');
  await bot.run(10 * minute);
  expect(world.slack.messages).toHaveLength(3);
  expect(bot.finished.map(({ parts }) => parts.map(({ status }) => status))).toEqual([
    ['sent', 'sent', 'sent'],
  ]);
});

test('the database fails while a look-up is settled: nothing is looked up for ever, nothing is posted twice', async () => {
  const world = withNews(createWorld(before, [plan()]), 'a');
  world.slack.fault = firstOf(1, { kind: 'lost-answer' });
  const bot = await startBot(world);
  await bot.run(5 * minute + 2 * second);
  failOnce(bot.store, 'settle');
  await bot.run(10 * minute);
  expect(world.slack.messages).toHaveLength(2);
  expect(bot.finished).toHaveLength(1);
});

test('the database fails while the operator is told of a refused part: the rest goes on, and the operator is told', async () => {
  const world = withNews(createWorld(before, [plan()]), 'a', 'b');
  world.operator = operator;
  let posts = 0;
  world.slack.fault = ({ method, place }) => {
    if (method !== 'post' || place.thread === null) return null;
    posts += 1;
    return posts <= 2 ? refuse('rejected', 'Too long.') : null;
  };
  const bot = await startBot(world);
  failOnce(bot.store, 'openCause');
  await bot.run(20 * minute);
  expect(world.slack.messages).toHaveLength(2);
  expect(world.discord.messages).toHaveLength(1);
});

test('a program that starts after the limit posts nothing late', async () => {
  const world = withNews(createWorld(before, [plan()]), 'a');
  const first = await startBot(world, { dieAt: (at) => at === 'before-request' });
  await first.run(6 * minute);
  expect(world.slack.messages).toEqual([]);
  world.clock.jump(Date.parse('2026-06-15T09:01:00Z'));
  const second = await startBot(world);
  await world.clock.advance(60_000);
  expect(world.slack.messages).toEqual([]);
  withNews(world, 'b');
  await second.sleepUntil('2026-06-15T23:29:00Z');
  await second.run(5 * minute);
  expect(world.slack.messages).toHaveLength(3);
});

test('a laptop that wakes after the limit posts nothing late, although the part was about to be tried again', async () => {
  const world = withNews(createWorld(before, [plan()]), 'a');
  let isDown = true;
  world.slack.fault = () => (isDown ? refuse('network') : null);
  const bot = await startBot(world);
  await bot.run(10 * minute);
  isDown = false;
  await bot.sleepUntil('2026-06-15T09:01:00Z');
  await world.clock.advance(60_000);
  expect(world.slack.messages).toEqual([]);
});

test('killed after the second slot without news: the channel and the operator are told at the next start', async () => {
  const world = withNews(createWorld(before, [plan()]), 'a');
  world.operator = operator;
  const first = await startBot(world);
  await first.run(10 * minute);
  await first.sleepUntil('2026-06-15T23:29:00Z');
  await first.run(5 * minute);
  first.kill();
  world.clock.jump(Date.parse('2026-06-16T23:29:00Z'));
  const second = await startBot(world, { dieAt: (at) => at === 'after-ledger' });
  await second.run(5 * minute);
  expect(world.slack.shown({ channel: 'C1' })).toHaveLength(2);
  const third = await startBot(world);
  await third.run(2 * minute);
  expect([world.slack.shown({ channel: 'C1' }).length, world.discord.messages.length]).toEqual([3, 1]);
  await third.sleepUntil('2026-06-17T23:29:00Z');
  await third.run(5 * minute);
  expect([world.slack.shown({ channel: 'C1' }).length, world.discord.messages.length]).toEqual([3, 1]);
});

test('the operator is told as soon as there is a platform to tell it on, and once', async () => {
  const world = createWorld(before, [plan()]);
  world.operator = operator;
  const first = await startBot(world, { without: ['discord'] });
  await first.delivery.notify('scan', 'The folder cannot be read.');
  await first.run(minute);
  first.kill();
  expect(world.discord.messages).toEqual([]);
  const second = await startBot(world);
  await second.delivery.notify('scan', 'The folder cannot be read.');
  await second.run(minute);
  await second.run(minute);
  expect(world.discord.messages).toHaveLength(1);
});

test('a cause that is mended before the operator could be told is not told any more', async () => {
  const world = createWorld(before, [plan()]);
  world.operator = operator;
  const bot = await startBot(world, { without: ['discord'] });
  await bot.delivery.notify('scan', 'The folder cannot be read.');
  await bot.delivery.mended('scan');
  bot.reconnect();
  await bot.run(minute);
  expect(world.discord.messages).toEqual([]);
});

test('a connection that is made anew keeps the right to post', async () => {
  const world = createWorld(before, [plan()]);
  const bot = await startBot(world);
  await bot.run(minute);
  bot.reconnect();
  await world.clock.advance(2 * second);
  const now = world.clock.now();
  expect(await bot.store.hold('post:slack:T1', 'another', now, now + second)).toBe(false);
  await bot.delivery.stop();
  expect(await bot.store.hold('post:slack:T1', 'another', now, now + second)).toBe(true);
});

/** The process dies, or the database fails, once the method has done its work. */
function breakAfter<T extends object>(target: T, method: keyof T & string, how: () => void): void {
  const real = target[method] as (...args: unknown[]) => Promise<unknown>;
  Object.assign(target, {
    async [method](...args: unknown[]) {
      Object.assign(target, { [method]: real });
      const answer = await real.apply(target, args);
      how();
      return answer;
    },
  });
}

const broken = () => {
  throw new Error('The connection to the database broke.');
};

test.each(['killed', 'the database fails before', 'the database fails after'])(
  'a channel works again, and that is recorded, but %s: its next pause is told too',
  async (how) => {
    const world = withNews(createWorld(before, [plan({}, { catchUp: 'once' })]), 'a', 'b', 'c');
    world.operator = operator;
    let isArchived = true;
    world.slack.fault = () => (isArchived ? refuse('forbidden') : null);
    let bot = await startBot(world);
    await bot.run(20 * minute);
    expect(world.discord.messages).toHaveLength(1);
    const dying = bot;
    if (how === 'the database fails before') failOnce(bot.store, 'setHealth');
    else breakAfter(bot.store, 'setHealth', how === 'killed' ? () => dying.kill() : broken);
    isArchived = false;
    await bot.run(20 * minute);
    if (how === 'killed') bot = await startBot(world);
    await bot.run(10 * minute);
    expect(world.slack.shown({ channel: 'C1' })).toHaveLength(4);
    expect((await bot.delivery.standings())[0]).toMatchObject({ state: 'ok' });
    withNews(world, 'd');
    isArchived = true;
    await bot.sleepUntil('2026-06-15T23:29:00Z');
    await bot.run(60 * minute, minute);
    expect(world.discord.messages).toHaveLength(2);
  },
);

test.each(['killed', 'the database fails'])(
  'what was held is settled, but %s then: the next hold is told too',
  async (how) => {
    const world = withNews(createWorld(before, [plan()]), 'a');
    world.operator = operator;
    let isUnreadable = true;
    let lose = true;
    world.slack.fault = ({ method, place }) => {
      if (method === 'find') return isUnreadable ? refuse('forbidden') : null;
      if (method !== 'post' || place.thread !== null || !lose) return null;
      lose = false;
      return { kind: 'lost-answer' };
    };
    let bot = await startBot(world);
    await bot.run(10 * minute);
    expect(world.discord.messages).toHaveLength(1);
    isUnreadable = false;
    const dying = bot;
    breakAfter(bot.store, 'settle', how === 'killed' ? () => dying.kill() : broken);
    await bot.run(20 * minute);
    if (how === 'killed') bot = await startBot(world);
    await bot.run(10 * minute);
    expect(world.slack.messages).toHaveLength(2);
    withNews(world, 'b');
    isUnreadable = true;
    lose = true;
    await bot.sleepUntil('2026-06-15T23:29:00Z');
    await bot.run(20 * minute);
    expect(world.discord.messages).toHaveLength(2);
  },
);

test('what the operator is to be told cannot be rendered or read: editions are composed all the same', async () => {
  const world = withNews(createWorld(before, [plan()]), 'a');
  world.operator = operator;
  Object.assign(world.discord.renderer, {
    render: () => {
      throw new Error('A notice that is nothing.');
    },
  });
  const bot = await startBot(world);
  await bot.delivery.notify('scan', 'The folder cannot be read.');
  failOnce(bot.store, 'untoldCauses');
  await bot.run(10 * minute);
  expect(world.slack.messages).toHaveLength(2);
});

test('the database fails whenever a broken-off attempt is taken over: it is asked less and less', async () => {
  const world = withNews(createWorld(before, [plan()]), 'a');
  const first = await startBot(world, { dieAt: (at) => at === 'request-sent' });
  await first.run(6 * minute);
  const second_ = await startBot(world, { timing: { pollMs: second } });
  const { settle } = second_.store;
  let asked = 0;
  second_.store.settle = async () => {
    asked += 1;
    throw new Error('The database is locked.');
  };
  await second_.run(5 * minute);
  expect(asked).toBeGreaterThan(1);
  expect(asked).toBeLessThan(100);
  second_.store.settle = settle;
  await second_.run(10 * minute);
  expect(world.slack.messages).toHaveLength(2);
});

test('stopping waits for the ledger that is being read: nothing is asked of it afterwards', async () => {
  const world = withNews(createWorld(before, [plan()]), 'a');
  const bot = await startBot(world, { without: ['discord'] });
  await bot.run(6 * minute);
  const { open } = bot.store;
  let answer = () => {};
  const asked: string[] = [];
  bot.store.open = async (...args) => {
    asked.push('open');
    await new Promise<void>((resolve) => {
      answer = resolve;
    });
    return open(...args);
  };
  await world.clock.advance(61 * second);
  expect(asked).toEqual(['open']);
  let isStopped = false;
  const stopped = bot.delivery.stop().then(() => {
    isStopped = true;
  });
  await world.clock.advance(second);
  expect(isStopped).toBe(false);
  answer();
  await stopped;
  await world.clock.advance(5 * minute);
  expect(asked).toEqual(['open']);
});

test('held in a thread that is gone by then: the next hold is told too', async () => {
  const world = withNews(createWorld(before, [plan()]), 'a');
  world.operator = operator;
  let isUnreadable = true;
  let lose = true;
  world.slack.fault = ({ method, place }) => {
    if (method === 'find') return isUnreadable ? refuse('forbidden') : null;
    if (method !== 'post' || place.thread === null || !lose) return null;
    lose = false;
    return { kind: 'lost-request' };
  };
  const bot = await startBot(world);
  await bot.run(15 * minute);
  expect(world.discord.messages).toHaveLength(1);
  const [skim] = world.slack.messages;
  if (skim) skim.deleted = true;
  isUnreadable = false;
  await bot.run(60 * minute);
  withNews(world, 'b');
  isUnreadable = true;
  lose = true;
  await bot.sleepUntil('2026-06-15T23:29:00Z');
  await bot.run(30 * minute);
  expect(world.discord.messages).toHaveLength(2);
});

test('a channel works again, and the program is killed once that message is recorded: its next pause is told', async () => {
  const world = withNews(createWorld(before, [plan({ layout: 'full' }, { catchUp: 'once' })]), 'a');
  world.operator = operator;
  let isArchived = true;
  world.slack.fault = () => (isArchived ? refuse('forbidden') : null);
  const first = await startBot(world);
  await first.run(20 * minute);
  expect(world.discord.messages).toHaveLength(1);
  isArchived = false;
  const { settle } = first.store;
  first.store.settle = async (...args) => {
    const answer = await settle(...args);
    if (args[2].status === 'sent') first.kill();
    return answer;
  };
  await first.run(30 * minute);
  expect(world.slack.messages).toHaveLength(1);
  const next = await startBot(world);
  await next.run(20 * minute);
  expect((await next.delivery.standings())[0]).toMatchObject({ state: 'ok' });
  withNews(world, 'b');
  isArchived = true;
  await next.sleepUntil('2026-06-15T23:29:00Z');
  await next.run(60 * minute, minute);
  expect(world.discord.messages).toHaveLength(2);
});

test('one place of a channel can be read and another not: the hold is told once', async () => {
  const world = withNews(createWorld(before, [plan()]), 'a');
  world.operator = operator;
  const bot = await startBot(world);
  await bot.run(6 * minute);
  const ask = (id: string, underDelivery: string | null): PostRequest => ({
    ...{ id, kind: 'reply', platform: 'slack', workspace: 'T1', channel: 'C1', underDelivery },
    ...{ language: 'en', edition: null, stories: [], person: '' },
    message: noticeMessage(['Hello'], 'en', []),
  });
  let isAll = true;
  world.slack.fault = ({ method, place }) => {
    if (method === 'post') return { kind: 'lost-request' };
    if (method !== 'find') return null;
    return isAll || place.thread !== null ? refuse('forbidden') : null;
  };
  await bot.delivery.request(ask('r1', world.slack.messages[0]?.id ?? ''));
  await bot.delivery.request(ask('r2', null));
  await bot.run(5 * minute);
  isAll = false;
  await bot.run(60 * minute);
  expect(world.discord.messages).toHaveLength(1);
});

test('stopping waits for a flag that is being answered', async () => {
  const world = withNews(createWorld(before, [plan()]), 'a');
  let answer = () => {};
  const bot = await startBot(world, {
    onFlag: () =>
      new Promise<void>((resolve) => {
        answer = resolve;
      }),
  });
  await bot.run(6 * minute);
  world.slack.reactions.set('m1', [{ emoji: 'us', byPerson: true }]);
  const sweep = bot.delivery.sweepFlags('slack');
  await world.clock.advance(10 * second);
  let isStopped = false;
  const stopped = bot.delivery.stop().then(() => {
    isStopped = true;
  });
  await world.clock.advance(10 * second);
  expect(isStopped).toBe(false);
  answer();
  await stopped;
  await sweep;
});

test.each([
  ['unknown-outcome', 1],
  ['network', 0],
] as const)(
  'a history that cannot be read for an hour (%s): the operator is told of it %i times, and it is settled in the end',
  async (code, times) => {
    const world = withNews(createWorld(before, [plan()]), 'a');
    world.operator = operator;
    let isBroken = true;
    let isLost = false;
    world.slack.fault = ({ method }) => {
      if (method === 'find' && isBroken) return refuse(code);
      if (method !== 'post' || isLost) return null;
      isLost = true;
      return { kind: 'lost-answer' };
    };
    const bot = await startBot(world);
    await bot.run(10 * minute, minute);
    const told = () => world.discord.shown({ channel: 'OPS' }).length;
    expect(told()).toBe(0);
    await bot.run(50 * minute, minute);
    expect(told()).toBe(times);
    isBroken = false;
    await bot.run(60 * minute, minute);
    expect(world.slack.messages).toHaveLength(2);
    expect(told()).toBe(times);
  },
);

test('waiting for an edition ends with what broke off posting meanwhile, not with what did before, or elsewhere', async () => {
  const world = withNews(createWorld(before, [plan()]), 'a');
  const bot = await startBot(world);
  // Something breaks off a step that nothing follows.
  const about = { platform: 'slack', workspace: 'T1', kind: 'share', underDelivery: null } as const;
  failOnce(bot.store, 'claim');
  await bot.delivery.request({
    ...{ ...about, id: 'r', channel: 'C9', language: 'en', edition: null, stories: [], person: '' },
    message: noticeMessage(['Hello'], 'en', [{ kind: 'press', label: 'More', action: 'more' }]),
  });
  await bot.run(second);
  const { edition } = await bot.delivery.post('team-ko', 'manual', world.clock.now());
  const settled = bot.delivery.settled(edition ?? '', minute);
  await bot.run(minute);
  expect(await settled).toBe(true);
});

test('twenty channels that hang keep the others waiting for a moment only', async () => {
  const names = Array.from({ length: 40 }, (_, index) => `C${index}`);
  const plans = names.map((channel) => plan({ name: channel, channel }));
  const world = withNews(createWorld(before, plans), 'a');
  world.slack.fault = ({ method, place }) =>
    method === 'post' && names.indexOf(place.channel) < 20 ? { kind: 'slow', ms: 60 * minute } : null;
  const bot = await startBot(world, { timing: { pollMs: second } });
  await bot.run(5 * minute + 5 * second);
  const others = world.slack.messages.filter(({ place }) => names.indexOf(place.channel) >= 20);
  expect(new Set(others.map(({ place }) => place.channel)).size).toBe(20);
});

test('a history that cannot be read for a reason that nobody foresaw is held and told, and asked for less and less', async () => {
  const world = withNews(createWorld(before, [plan()]), 'a');
  world.operator = operator;
  world.slack.fault = ({ method }) => {
    if (method === 'find') throw new TypeError('a bug of ours');
    return method === 'post' ? { kind: 'lost-answer' } : null;
  };
  const bot = await startBot(world);
  await bot.run(3 * 60 * minute, minute);
  expect((await bot.store.open('slack', 'T1', 0))[0]?.status).toBe('held');
  expect(world.discord.shown({ channel: 'OPS' })).toHaveLength(1);
  expect(world.slack.asked.filter(({ method }) => method === 'find').length).toBeLessThan(300);
});

test('histories of many channels that give no answer for long are one notice', async () => {
  const plans = Array.from({ length: 20 }, (_, index) => plan({ name: `s${index}`, channel: `C${index}` }));
  const world = withNews(createWorld(before, plans), 'a');
  world.operator = operator;
  let isAway = true;
  world.slack.fault = ({ method }) =>
    isAway && (method === 'post' || method === 'find') ? { kind: 'lost-request' } : null;
  const bot = await startBot(world);
  await bot.run(40 * minute, minute);
  expect(world.discord.shown({ channel: 'OPS' })).toHaveLength(1);
  isAway = false;
  await bot.run(60 * minute, minute);
  expect(bot.finished).toHaveLength(20);
  expect(world.discord.shown({ channel: 'OPS' })).toHaveLength(1);
});
