// The rows of docs/quality.md: each goal, what shows it, and the defect that what shows it has caught.

/** A measurement of tests/bench. `lines`: those of its lines that carry the figure; the last one where nothing is said. */
type Measured = { by: 'bench'; name: string; planted: string; lines?: RegExp }
/** Tests of `npm run check`, by what their files begin with. */
type Tested = { by: 'tests'; project: 'unit' | 'db' | 'browser'; files: readonly string[]; planted: string }
/** `npm run check` as a whole, with its time. */
type Checked = { by: 'check'; planted: string }
export type Shown = Measured | Tested | Checked
export type Goal = { id: string; goal: string; shown: readonly Shown[] }
export type Table = { title: string; goals: readonly Goal[] }

const bench = (name: string, planted: string, lines?: RegExp): Measured => ({
  ...{ by: 'bench', name, planted },
  ...(lines ? { lines } : {}),
})
const tests = (project: Tested['project'], files: readonly string[], planted: string): Tested => ({
  ...{ by: 'tests', project, files, planted },
})
const every = /./

/** They have no short form. */
export const onlyWhole: readonly string[] = ['planted', 'deploy', 'instances', 'replica', 'faults', 'drill']

/** Clocks whose limits are missed, or nearly, on the machine of CI (docs/quality.md): told, and only what is wrong fails. */
export const mayMiss: readonly string[] = ['national', 'autosave', 'web', 'exports', 'pdf', 'pages', 'start']

export const tables: readonly Table[] = [
  {
    title: 'Reliability',
    goals: [
      {
        id: 'R1',
        goal: 'no acknowledged save lost, halved or doubled by kill -9; ≥ 80 % of kills hit a write in flight',
        shown: [bench('crash', 'five altered journals, each found')],
      },
      {
        id: 'R2',
        goal: 'every accepted version has exactly one predecessor; ≥ 5 % conflicts',
        shown: [bench('history', 'altered histories, and saves that leave the version out')],
      },
      {
        id: 'R3',
        goal: 'what is sent again has one effect, one audit row, one mail',
        shown: [bench('replay', 'forms sent with another key each time')],
      },
      {
        id: 'R4, R5',
        goal: 'typed text survives an ended session, a cut network, a killed tab and a killed browser',
        shown: [
          tests(
            'browser',
            ['tests/e2e/lost-text', 'tests/e2e/safeguards'],
            'the ended session and the cut network are seen themselves',
          ),
        ],
      },
      {
        id: 'R6',
        goal: 'a new release put in while forms are open loses nothing and shows no blank page',
        shown: [bench('deploy', 'a server killed under the switch')],
      },
      {
        id: '–',
        goal: 'three servers behind a proxy are one: sessions, forms, limits, mails, publications',
        shown: [bench('instances', 'a server with another secret')],
      },
      {
        id: 'R7',
        goal: 'publishing, import and migrations are whole or not at all',
        shown: [
          bench('faults', 'an act in two transactions'),
          tests(
            'db',
            [
              'tests/rounds/publishing',
              'tests/project-packages/all-or-nothing',
              'tests/platform/upgrade',
              'tests/platform/fault',
            ],
            'a call that fails in the middle; five losses in each upgraded database',
          ),
        ],
      },
      {
        id: 'R8',
        goal: 'a backup brought back holds everything acknowledged; a flipped byte is found',
        shown: [
          bench('restore', 'saves that are one behind; 20 flipped bytes'),
          tests('db', ['tests/setup/backup'], 'flipped bytes and cut ends'),
        ],
      },
      {
        id: 'R8',
        goal: 'every earlier release is brought up to date, backed up and brought back; the way back to the release before',
        shown: [bench('drill', 'a lost row and a changed value', every)],
      },
      {
        id: 'R9',
        goal: 'approved and published data cannot be changed by any way',
        shown: [
          tests(
            'db',
            ['tests/status-reports/walk', 'tests/platform/constraints', 'tests/steering/reading'],
            'tables of what is allowed with one cell turned over',
          ),
        ],
      },
      { id: 'R10', goal: 'second start to the first page ≤ 3 s', shown: [bench('start', 'none: it is a clock')] },
    ],
  },
  {
    title: 'Security',
    goals: [
      {
        id: 'S1',
        goal: 'no unexpected success: every page and file × role × county',
        shown: [
          tests(
            'browser',
            ['tests/e2e/matrix', 'tests/e2e/access'],
            'marks found where they belong; a route not in the table',
          ),
        ],
      },
      {
        id: 'S2',
        goal: 'the same verdicts with proxy.ts removed',
        shown: [tests('browser', ['tests/e2e/matrix-without-proxy'], 'a verdict that differs')],
      },
      {
        id: 'S3',
        goal: 'row-level security as a second wall',
        shown: [tests('db', ['tests/platform/row-level-security'], 'nine faults of policies, ties and rights')],
      },
      {
        id: 'S4',
        goal: 'sessions end when they should; grave acts ask for a fresh sign-in',
        shown: [
          tests(
            'db',
            ['tests/access/sessions', 'tests/access/recent-sign-in'],
            'sessions of each kind that must not open anything',
          ),
        ],
      },
      {
        id: 'S5',
        goal: 'content policy and headers on every answer',
        shown: [
          tests('unit', ['tests/ui/requests', 'tests/setup/bare-answers'], 'requests of other sites'),
          tests('browser', ['tests/e2e/headers'], 'an answer without them'),
        ],
      },
      {
        id: 'S6',
        goal: 'audit log: complete, append-only, chained',
        shown: [tests('db', ['tests/audit-log'], 'six kinds of tampering behind the application')],
      },
      {
        id: 'S7',
        goal: 'nothing typed is evaluated by a spreadsheet or a typesetter',
        shown: [tests('unit', ['tests/exports'], 'a writer without the guard')],
      },
      {
        id: 'S8',
        goal: 'hostile files refused in ≤ 200 ms with ≤ 64 MB',
        shown: [bench('import', 'a reader that unpacks everything')],
      },
      {
        id: 'S9',
        goal: 'rate limits, memory-hard hashes, no enumeration',
        shown: [
          tests(
            'db',
            ['tests/access/sign-in', 'tests/access/allowance'],
            '25 attempts at once of which 10 may be tried; a route that makes files and does not ask',
          ),
        ],
      },
      {
        id: 'S10',
        goal: 'current patches, allowed licences, no outbound connection but configured ones',
        shown: [
          tests(
            'unit',
            ['tests/setup/floors', 'tests/platform/outside'],
            'an older version, a foreign licence, an inner address',
          ),
          tests('browser', ['tests/e2e/secrets'], 'each secret in a page, as it is and encoded'),
        ],
      },
    ],
  },
  {
    title: 'Accessibility',
    goals: [
      {
        id: 'A1, A2, A3',
        goal: 'axe without violations on every page × role × state × language; everything that takes the focus shows it, in sight; nothing sideways at 320 px',
        shown: [bench('a11y', 'eight defects laid into a good page')],
      },
      {
        id: 'A4',
        goal: 'every chart has its table; the end of a session is told two minutes before and more, and can be put off',
        shown: [
          tests(
            'browser',
            ['tests/e2e/steering', 'tests/e2e/session-end'],
            'a session used meanwhile, and one that cannot be put off',
          ),
        ],
      },
      {
        id: 'A5, A6',
        goal: 'PDF/UA-1, decks and documents with their structure',
        shown: [tests('unit', ['tests/exports/'], 'each check of structure has its planted defect')],
      },
      {
        id: 'A7',
        goal: 'accessibility statement with its five items, linked from every page, reviewed within a year',
        shown: [tests('unit', ['tests/platform/accessibility'], 'a review of more than a year ago, and one ahead')],
      },
    ],
  },
  {
    title: 'Performance and data',
    goals: [
      {
        id: 'P1',
        goal: 'dashboard ≥ 80 % of a stored page, ≥ 40 % of an empty one, p99 ≤ 250 ms',
        shown: [bench('web', 'a page that changes during the run')],
      },
      {
        id: 'P2, P7',
        goal: 'scripts of read pages ≤ Next’s own + 10 KB, of the report form + 35 KB; largest content ≤ 1.5 s, answer ≤ 100 ms, shift ≤ 0.01',
        shown: [bench('pages', 'a page that is kept busy', every)],
      },
      {
        id: 'P3',
        goal: 'autosave of 100 people p95 ≤ 25 ms, p99 ≤ 60 ms',
        shown: [bench('autosave', 'a slow save every so often')],
      },
      {
        id: 'P4',
        goal: 'queries per page bounded whatever the size',
        shown: [bench('queries', 'a page asked for again and again')],
      },
      {
        id: 'P4',
        goal: 'national view of 23 counties and ten years ≤ 500 ms cold',
        shown: [bench('national', 'a read without its index', every)],
      },
      { id: 'P4', goal: '23 counties × 10 years come in and go out', shown: [bench('packages', 'one changed value')] },
      {
        id: 'P5',
        goal: 'final report of 190 pages ≤ 2.0 s fresh, ≤ 1.2 s kept',
        shown: [bench('pdf', 'a server that blocks', every)],
      },
      { id: 'P6', goal: 'deck ≤ 0.5 s, workbook ≤ 1.5 s, CSV at once', shown: [bench('exports', 'a wait', every)] },
      { id: 'P8', goal: 'the whole check ≤ 20 minutes', shown: [{ by: 'check', planted: 'none: it is a clock' }] },
      {
        id: '–',
        goal: 'what is kept never crosses readers',
        shown: [tests('unit', ['tests/ui/frozen'], 'a frame with something of its reader in it')],
      },
      {
        id: '–',
        goal: '100 000 rows over the reporting API ≤ 60 s',
        shown: [bench('api', 'a wait and a lost page', every)],
      },
      {
        id: '–',
        goal: 'report check of 24 000 words',
        shown: [bench('check', 'two waits', /while writing|first time/)],
      },
      {
        id: '–',
        goal: 'what is published is read from a replica, seen at once all the same, and no answer fails when it dies',
        shown: [bench('replica', 'a reader that trusts the replica; a page that does not exist')],
      },
      { id: '–', goal: 'projects of any shape', shown: [bench('odd', 'four inventions', /^bench:odd (ok|MISSED)/)] },
    ],
  },
  {
    title: 'The checks themselves',
    goals: [
      {
        id: '–',
        goal: 'nothing hangs on an order of rows that nobody asked for',
        shown: [bench('order', 'statements that forget their order')],
      },
      {
        id: '–',
        goal: 'thirty planted defects, ten each against reliability, security and accessibility, are caught',
        shown: [bench('planted', 'they are the defects', /defects caught/)],
      },
    ],
  },
]
