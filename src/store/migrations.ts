import type { CreateTableBuilder, Kysely, Migration } from 'kysely';

type Column = 'text' | 'text?' | 'bigint' | 'bigint?';

/** Adds columns in the types that both engines share; `?` allows null. */
function table<T extends string>(db: Kysely<never>, name: T, columns: Record<string, Column>) {
  let builder: CreateTableBuilder<T, string> = db.schema.createTable(name);
  for (const [column, type] of Object.entries(columns)) {
    const plain = type.startsWith('text') ? 'text' : 'bigint';
    builder = builder.addColumn(column, plain, (col) => (type.endsWith('?') ? col : col.notNull()));
  }
  return builder;
}

function index(db: Kysely<never>, on: string, ...columns: string[]) {
  return db.schema
    .createIndex(`${on}_${columns.join('_')}`)
    .on(on)
    .columns(columns)
    .execute();
}

async function createLedger(db: Kysely<never>): Promise<void> {
  await table(db, 'counters', { name: 'text', value: 'bigint' })
    .addPrimaryKeyConstraint('counters_pk', ['name'])
    .execute();
  await table(db, 'seen_briefs', {
    file: 'text',
    seq: 'bigint',
    ingested_at: 'bigint',
    first_seen_at: 'bigint',
  })
    .addPrimaryKeyConstraint('seen_briefs_pk', ['file'])
    .execute();
  await index(db, 'seen_briefs', 'seq');
  await index(db, 'seen_briefs', 'ingested_at');
  await table(db, 'subscriptions', {
    target: 'text',
    name: 'text',
    schedule: 'text',
    since: 'bigint',
    before: 'text',
  })
    .addPrimaryKeyConstraint('subscriptions_pk', ['target'])
    .execute();
  await table(db, 'slots', {
    target: 'text',
    date: 'text',
    time: 'text',
    name: 'text',
    due_at: 'bigint',
    outcome: 'text',
    decided_at: 'bigint',
    edition: 'text?',
  })
    .addPrimaryKeyConstraint('slots_pk', ['target', 'date', 'time'])
    .execute();
  await index(db, 'slots', 'target', 'due_at');
  await index(db, 'slots', 'name', 'due_at');
  await table(db, 'editions', {
    key: 'text',
    target: 'text',
    platform: 'text',
    workspace: 'text',
    channel: 'text',
    name: 'text',
    date: 'text',
    time: 'text',
    due_at: 'bigint',
    composed_at: 'bigint',
    expires_at: 'bigint?',
    status: 'text',
    body_json: 'text',
  })
    .addPrimaryKeyConstraint('editions_pk', ['key'])
    .execute();
  await index(db, 'editions', 'target', 'composed_at');
  await index(db, 'editions', 'platform', 'workspace', 'composed_at');
  await index(db, 'editions', 'status', 'expires_at');
  await table(db, 'marks', { holder: 'text', edition: 'text', seq: 'bigint', at: 'bigint' })
    .addPrimaryKeyConstraint('marks_pk', ['holder', 'edition'])
    .execute();
  await index(db, 'marks', 'edition');
  await table(db, 'returned', { holder: 'text', file: 'text' })
    .addPrimaryKeyConstraint('returned_pk', ['holder', 'file'])
    .execute();
  await table(db, 'told', {
    holder: 'text',
    edition: 'text',
    story: 'text',
    url_key: 'text',
    date: 'text',
    delivery: 'text?',
  })
    .addPrimaryKeyConstraint('told_pk', ['holder', 'edition', 'story', 'url_key'])
    .execute();
  await index(db, 'told', 'holder', 'story');
  await index(db, 'told', 'holder', 'url_key');
  await index(db, 'told', 'edition');
  await table(db, 'verdicts', {
    edition: 'text',
    file: 'text',
    name: 'text',
    story: 'text',
    reason_json: 'text',
  })
    .addPrimaryKeyConstraint('verdicts_pk', ['edition', 'file'])
    .execute();
  await index(db, 'verdicts', 'file', 'name');
  await createDeliveries(db);
  await createSmallTables(db);
}

async function createDeliveries(db: Kysely<never>): Promise<void> {
  await table(db, 'deliveries', {
    id: 'text',
    platform: 'text',
    workspace: 'text',
    channel: 'text',
    kind: 'text',
    chain: 'text',
    position: 'bigint',
    parts: 'bigint',
    parent: 'text?',
    thread_name: 'text',
    edition: 'text?',
    language: 'text',
    stories_json: 'text',
    person: 'text',
    payload_json: 'text',
    seq: 'bigint',
    created_at: 'bigint',
    due_at: 'bigint',
    status: 'text',
    settled: 'bigint',
    owner: 'text',
    lease_until: 'bigint',
    next_at: 'bigint',
    attempts: 'bigint',
    look_ups: 'bigint',
    first_tried_at: 'bigint?',
    thread: 'text?',
    own_thread: 'text?',
    degraded: 'bigint',
    message_id: 'text?',
    link: 'text',
    posted_at: 'bigint?',
    error_code: 'text',
    advice: 'text',
  })
    .addPrimaryKeyConstraint('deliveries_pk', ['id'])
    .execute();
  await index(db, 'deliveries', 'platform', 'workspace', 'settled', 'seq');
  await index(db, 'deliveries', 'platform', 'workspace', 'posted_at');
  await index(db, 'deliveries', 'chain', 'position');
  await index(db, 'deliveries', 'message_id');
  await index(db, 'deliveries', 'person', 'kind', 'created_at');
}

async function createSmallTables(db: Kysely<never>): Promise<void> {
  await table(db, 'health', {
    platform: 'text',
    workspace: 'text',
    channel: 'text',
    failures: 'bigint',
    paused_at: 'bigint?',
    reason: 'text',
    probe_at: 'bigint',
  })
    .addPrimaryKeyConstraint('health_pk', ['platform', 'workspace', 'channel'])
    .execute();
  await table(db, 'causes', { cause: 'text', times: 'bigint', is_open: 'bigint', opened_at: 'bigint' })
    .addPrimaryKeyConstraint('causes_pk', ['cause'])
    .execute();
  await table(db, 'leases', { name: 'text', owner: 'text', until_at: 'bigint' })
    .addPrimaryKeyConstraint('leases_pk', ['name'])
    .execute();
  await table(db, 'platform_events', { id: 'text', seen_at: 'bigint' })
    .addPrimaryKeyConstraint('platform_events_pk', ['id'])
    .execute();
  await index(db, 'platform_events', 'seen_at');
  await table(db, 'answers', {
    id: 'text',
    platform: 'text',
    channel: 'text',
    person: 'text',
    language: 'text',
    body_json: 'text',
    created_at: 'bigint',
  })
    .addPrimaryKeyConstraint('answers_pk', ['id'])
    .execute();
  await index(db, 'answers', 'created_at');
  await table(db, 'kept_values', { key: 'text', value: 'text' })
    .addPrimaryKeyConstraint('kept_values_pk', ['key'])
    .execute();
  await table(db, 'revisions', {
    delivery: 'text',
    payload_json: 'text',
    wanted_at: 'bigint',
    attempts: 'bigint',
    next_at: 'bigint',
    is_done: 'bigint',
    advice: 'text',
  })
    .addPrimaryKeyConstraint('revisions_pk', ['delivery'])
    .execute();
  await index(db, 'revisions', 'is_done', 'next_at');
}

async function createOverrides(db: Kysely<never>): Promise<void> {
  const channel = { platform: 'text', workspace: 'text', channel: 'text', key: 'text' } as const;
  const author = { author: 'text', author_name: 'text', at: 'bigint' } as const;
  await table(db, 'overrides', { ...channel, value_json: 'text', ...author })
    .addPrimaryKeyConstraint('overrides_pk', ['platform', 'workspace', 'channel', 'key'])
    .execute();
  await table(db, 'override_changes', {
    seq: 'bigint',
    id: 'text',
    ...channel,
    before_json: 'text?',
    after_json: 'text?',
    ...author,
    undoes: 'text?',
  })
    .addPrimaryKeyConstraint('override_changes_pk', ['id', 'key'])
    .execute();
  await index(db, 'override_changes', 'platform', 'workspace', 'channel', 'seq');
}

/** What readers keep for themselves; a kept answer no longer says who asked, or where. */
async function keepReaders(db: Kysely<never>): Promise<void> {
  for (const column of ['person', 'channel', 'platform'])
    await db.schema.alterTable('answers').dropColumn(column).execute();
  await table(db, 'readers', {
    platform: 'text',
    workspace: 'text',
    person: 'text',
    language: 'text',
    direct_channel: 'text',
  })
    .addPrimaryKeyConstraint('readers_pk', ['platform', 'workspace', 'person'])
    .execute();
  await table(db, 'follows', {
    id: 'text',
    platform: 'text',
    workspace: 'text',
    person: 'text',
    topic: 'text',
    language: 'text',
    created_at: 'bigint',
    seq: 'bigint',
    at: 'bigint',
  })
    .addPrimaryKeyConstraint('follows_pk', ['id'])
    .execute();
  await index(db, 'follows', 'platform', 'workspace', 'person');
  await table(db, 'follow_matches', {
    follow: 'text',
    file: 'text',
    found_at: 'bigint',
    request: 'text',
    is_told: 'bigint',
  })
    .addPrimaryKeyConstraint('follow_matches_pk', ['follow', 'file'])
    .execute();
  await index(db, 'follow_matches', 'request');
}

async function createEdits(db: Kysely<never>): Promise<void> {
  await table(db, 'edits', {
    file: 'text',
    kind: 'text',
    at: 'bigint',
    author: 'text',
    brief_json: 'text?',
    others_json: 'text',
    is_undone: 'bigint',
    settled_at: 'bigint?',
  })
    .addPrimaryKeyConstraint('edits_pk', ['file', 'kind'])
    .execute();
  await index(db, 'deliveries', 'edition', 'kind');
}

/** What the operator is told is told although the program is killed, or the operator's platform is away, meanwhile. */
async function keepSentences(db: Kysely<never>): Promise<void> {
  await db.schema
    .alterTable('causes')
    .addColumn('sentence', 'text', (col) => col.notNull().defaultTo(''))
    .execute();
  await db.schema
    .alterTable('causes')
    .addColumn('is_told', 'bigint', (col) => col.notNull().defaultTo(1))
    .execute();
}

/** A message that is refused for a reason nobody foresaw is given up in the end, however often the program starts anew. */
async function countRefusals(db: Kysely<never>): Promise<void> {
  await db.schema
    .alterTable('deliveries')
    .addColumn('refusals', 'bigint', (col) => col.notNull().defaultTo(0))
    .execute();
}

/** In order of name. A migration that has been released is never changed. */
export const migrations: Record<string, Migration> = {
  '001-ledger': { up: createLedger },
  '002-overrides': { up: createOverrides },
  '003-edits': { up: createEdits },
  '004-readers': { up: keepReaders },
  '005-sentences': { up: keepSentences },
  '006-refusals': { up: countRefusals },
};
