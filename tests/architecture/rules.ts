// The rules of the house as data. A new exception is a line here, with its reason; the checks beside this file only read it.

/** Path or pattern → why it may differ. `*` stands for anything but "/", `**` for anything. */
export type Exceptions = Record<string, string>

/** Order inside lib: a folder imports only from folders of lower rank. */
export const ranks: Record<string, number> = {
  messages: 0,
  values: 0,
  charts: 1,
  platform: 1,
  access: 2,
  projects: 3,
  investments: 4,
  'work-packages': 4,
  actions: 4,
  toimintamallit: 4,
  indicators: 4,
  finance: 4,
  risks: 4,
  meetings: 4,
  communications: 4,
  'plan-changes': 4,
  evidence: 4,
  comments: 4,
  notifications: 4,
  statistics: 4,
  'audit-log': 4,
  plan: 5,
  retention: 5,
  health: 5,
  'status-reports': 5,
  rounds: 6,
  steering: 7,
  'final-report': 7,
  'reporting-api': 8,
  exports: 8,
  'project-packages': 8,
  search: 9,
}

/** Imports between folders of one rank, "from → to". */
export const siblingEdges: Exceptions = {
  'meetings → work-packages':
    'a decision names the units it concerns as everybody else does; only titleOf of its model',
  'meetings → evidence': 'the attachments of an item are kept files like those of evidence; only evidence/files',
  'projects → evidence':
    'the logo and the documents of a project are kept files like those of evidence; only evidence/files',
  'final-report → steering':
    'a bound number leads to the card of its figure, and the card back to it; only figures/model and figures/addresses',
  'evidence → meetings': 'evidence of a decision is seen by those who may read its meeting',
  'evidence → indicators': 'evidence names a target in the words of its indicator',
  'comments → notifications': 'a comment and the telling of it stand or fall together',
}

/** What the exports may know of the nouns: shapes. */
export const shapesForExports = /^lib\/(values|charts|exports)\/|^lib\/platform\/(words|locales)\.ts$|\/model\.ts$/

/** What components may import from lib. */
export const libForComponents =
  /^lib\/(values|charts)\/|^lib\/platform\/(locales|words|version)\.ts$|\/(model|schema|labels|addresses)\.ts$/
export const libForComponentsExceptions: Exceptions = {
  'lib/access/form-state.ts': 'the shape of what an action answers to a form',
  'lib/platform/audit-labels.ts': 'sentences of the audit log',
  'lib/platform/build.ts': 'a page knows of which build it is',
}
/** Imported by components as a type only: the value would carry the catalogues to the browser. */
export const typeOnlyForComponents: Exceptions = {
  'lib/platform/words.ts': 'components are given a translator, they do not make one',
}
/** Catalogues reach the browser only as the texts that are shown. */
export const cataloguesInComponents: Exceptions = {
  'components/frame/crash-page.tsx':
    'a crash may come before anything was read from the server: its few words travel along',
}

/** Imports from one top folder to another. Absent = forbidden. */
export const topEdges: Record<string, readonly string[]> = {
  app: ['app', 'components', 'lib', 'public'],
  components: ['components', 'lib', 'public'],
  lib: ['lib', 'generated', 'public'],
  prisma: ['prisma', 'lib', 'generated', 'scripts'],
  scripts: ['scripts', 'lib', 'prisma', 'generated'],
  tests: ['app', 'components', 'lib', 'prisma', 'scripts', 'tests', 'generated', 'public'],
}
export const topEdgeExceptions: Exceptions = {
  'app/(public)/sign-in/page.tsx → prisma/seed/demo-accounts.ts':
    'the demo offers its accounts; the list belongs to the demo data',
  '* → package.json': 'the version that is shown',
}

/** Who may import a package or file that opens a door. */
export type Door = { name: string; specifier: RegExp; allowed: Exceptions; typesAnywhereIn?: readonly string[] }
export const doors: Door[] = [
  {
    name: 'the Prisma client',
    specifier: /^(@\/generated\/prisma|@prisma\/(client|adapter-pg))(\/|$)/,
    allowed: {
      'lib/platform/db.ts': 'the only door to the database',
      'scripts/database/**': 'migrations run without the application',
    },
    typesAnywhereIn: ['lib/', 'prisma/', 'tests/'],
  },
  {
    name: 'PostgreSQL itself',
    specifier: /^pg$/,
    allowed: {
      'lib/platform/db.ts': 'the only door to the database; one pool for transactions and for single reads',
      'lib/platform/replica.ts': 'connections to the replica, which only the door above asks',
      'lib/platform/transaction-connections.ts': 'the connections behind the door above, which send on without waiting',
      'scripts/**': 'starts, migrates and grants before the application exists',
      'tests/**': 'looks behind the application, as its owner',
    },
  },
  {
    name: 'next-auth',
    specifier: /^next-auth(\/|$)/,
    allowed: { 'lib/access/**': 'one place knows how people are recognised' },
  },
  {
    name: 'next/headers and next/navigation in lib',
    specifier: /^next\/(headers|navigation|cache|server)$/,
    allowed: {
      'lib/access/**': 'the session lives in the cookies of the request',
      'app/**': 'routing',
      'components/**': 'leaves in the browser read the address',
      'proxy.ts': 'runs before every request',
      'tests/**': 'stands in for a request',
    },
  },
  {
    name: 'React in lib',
    specifier: /^react(-dom)?(\/|$)/,
    allowed: {
      'lib/access/**': 'cache(): one session per request',
      'app/**': 'pages',
      'components/**': 'what people see',
      'tests/**': 'draws components',
    },
  },
  {
    name: 'use-intl',
    specifier: /^use-intl(\/|$)/,
    allowed: { 'lib/platform/words.ts': 'one translator' },
  },
  {
    name: 'nodemailer',
    specifier: /^nodemailer(\/|$)/,
    allowed: { 'lib/platform/mail.ts': 'one place speaks to the mail server' },
  },
  {
    name: 'the way out to other servers',
    specifier: /^(node:)?(https?|http2|dgram|net|tls|undici)$/,
    allowed: {
      'lib/platform/outside.ts': 'one place asks servers of others, with limits',
      'lib/platform/scanner.ts': 'the scanner of files has a protocol of its own',
      'scripts/**': 'set-up asks its own server',
      'tests/**': 'stand-ins and measurements',
    },
  },
  {
    name: 'argon2',
    specifier: /^@node-rs\/argon2$/,
    allowed: { 'lib/access/password.ts': 'one place hashes passwords', 'tests/access/**': 'looks at the hash' },
  },
]

/** Names that make a viewer without anybody having signed in → who may import them. */
export const minters: Record<string, Exceptions> = {
  mintViewer: {
    'lib/access/**': 'the session and the named system actors',
    'prisma/seed/**': 'the demo data is written in the name of its role accounts',
    'tests/**': 'arrange a viewer',
  },
  systemViewer: {
    'lib/access/**': 'signing in, before anybody is known',
    'prisma/seed/**': 'loads several counties',
    'scripts/**': 'the operator at the command line',
    'lib/statistics/following/commands.ts': 'the row of a series is shared by all counties; only the product writes it',
    'app/schedule.ts': 'what the running server does by itself, when nobody is signed in',
    'lib/project-packages/commands.ts': 'what is everybody’s comes before the transaction is held to one county',
    'lib/retention/destruction/commands.ts': 'each line in a transaction of its own, held to the one county',
    'tests/**': 'arrange and look behind',
  },
  viewerBeforeFactor: {
    'lib/access/**': 'the session itself, and forms of people whose second factor is missing',
    'app/(public)/sign-in/**': 'who is signed in already is led on',
    'app/api/session/route.ts': 'how long the asker’s own session lasts',
    'app/api/shortcuts/route.ts': 'the list of keys, the same for everybody',
    'tests/**': 'look at who is let in',
  },
  requireViewerBeforeFactor: {
    'app/(portal)/layout.tsx': 'the frame, which has one link then',
    'app/(portal)/settings/security/**': 'where the factor is switched on',
    'app/(portal)/shortcuts/page.tsx': 'help: the list of keys, the same for everybody',
    'tests/**': 'look at who is let in',
  },
  actionBeforeFactor: {
    'app/(portal)/settings/security/actions.ts': 'the way to the factor, the password, the ending of sessions',
    'app/(public)/sign-in/actions.ts': 'signing out',
    'tests/**': 'look at who is let in',
  },
  secretActionBeforeFactor: {
    'app/(portal)/settings/security/actions.ts': 'the recovery codes that come with the factor',
    'tests/**': 'look at who is let in',
  },
  keyReader: {
    'app/api/v1/**': 'looks up whose a shown key is',
    'tests/**': 'act as the reporting API',
  },
  apiInCounty: {
    'app/api/v1/**': 'notes the use of a key',
    'lib/reporting-api/**': 'what is approved and not published yet, for keys that may read it',
    'tests/**': 'act as the reporting API',
  },
  programViewer: {
    'app/api/v1/**': 'a program that has shown its key',
    'tests/**': 'act as such a program',
  },
  signInActor: {
    'lib/access/**': 'reads sessions',
    'app/(public)/**': 'signing in and the first administrator',
    'tests/**': 'act as the sign-in page',
  },
}

/** SQL that is put together as text. Bound parameters (`$queryRaw` with a template) are the way. */
export const assembledSql: Exceptions = {
  'lib/retention/**': 'names of tables and columns come from the catalogue of the database; values are bound',
  'lib/project-packages/rows/**':
    'names come from the definitions of the package, which a test compares; values are bound',
  'lib/plan/structure/uses/queries.ts': 'names come out of the database’s own foreign keys; the id is bound',
  'scripts/etappi/commands/counts.mts': 'put together from names in the same file; takes no input',
  'tests/**': 'arrange and look behind',
}

/** Files that pick listed texts of the catalogues for the browser: there a key may begin with a variable. */
export const keyPickers = /(^|[/-])words\.ts$/

/** Files that may read process.env. */
export const environmentReaders: Exceptions = {
  'lib/platform/env.ts': 'settings are read and validated here',
  'lib/platform/build.ts': 'the build writes its own name in there',
  'instrumentation.ts': 'Next tells by it which runtime asks',
  'lib/exports/typst/compiler.ts': 'hides the fonts of the machine from the compiler while it starts',
  'scripts/**': 'set up the environment of what they start',
  'tests/**': 'arrange an environment',
  '*.config.ts': 'read by tools',
  '*.config.mjs': 'read by tools',
}
/** NODE_ENV alone is put in at build time and is no setting. */
export const nodeEnvReaders: Exceptions = {
  'lib/platform/words.ts': 'a missing text throws in tests',
  'proxy.ts': 'React needs eval while developing',
  'components/ui/frozen.tsx': 'drawn parts are kept in production only, so that a change is seen while developing',
}

/** Formatting for people happens in lib/values/format.ts; the others have another purpose. */
export const formatters: Exceptions = {
  'lib/values/format.ts': 'the one module',
  'lib/values/intl.ts': 'keeps the formatters of format.ts',
  'lib/values/calendar.ts': 'the day in Helsinki as 2025-09-30, for calculating',
  'lib/values/sort.ts': 'Finnish order of letters',
  'lib/values/decimal.ts': 'plain decimal text for storing',
  'lib/charts/axis.ts': 'plain decimal text that format.ts then writes',
}

/** Exported functions of queries.ts and commands.ts whose first parameter is no Viewer. */
export const withoutViewer: Exceptions = {
  'lib/access/commands.ts startSession': 'a part of signing in, given the running transaction',
  'lib/access/queries.ts signInActor': 'makes the viewer of signing in',
}

/** Default exports that a tool demands. */
export const defaultExports: Exceptions = {
  'app/**/page.tsx': 'Next',
  'app/**/layout.tsx': 'Next',
  'app/**/error.tsx': 'Next',
  'app/**/loading.tsx': 'Next',
  'app/**/not-found.tsx': 'Next',
  'app/global-error.tsx': 'Next',
  '*.config.ts': 'read by a tool',
  '*.config.mjs': 'read by a tool',
  'tests/support/database-server.ts': 'Vitest calls the default export once per run',
  'tests/support/browser-server.ts': 'Playwright calls the default export once per run',
  'lib/messages/*/catalogue.ts': 'JSON modules have only a default',
}

/** Forms whose sending again is harmless without a key. */
export const formsWithoutKey: Exceptions = {
  'app/(portal)/shortcuts/page.tsx': 'sets a cookie of the browser to what was pressed: sent twice it is the same',
  'components/access/account-form.tsx': 'signing in again makes one more session, and an invitation works only once',
  'components/access/demo-accounts.tsx': 'signs in',
  'components/access/code-form.tsx': 'the second step of signing in: a code and an attempt count once',
  'components/access/invitation-form.tsx': 'a link works once',
  'components/ui/use-answer.ts': 'has no form: those that use it carry their keys',
  'components/final-report/editor/dialogs/editor-dialog.tsx':
    'sends nothing: it changes the text in the editor, which saves itself by version',
}

export const sizes = {
  folders: ['app', 'components', 'lib', 'scripts', 'prisma', 'tests'],
  median: 70,
  ninetieth: 200,
  longest: 400,
  page: 60,
  clientShare: 0.3,
  allowed: {} as Exceptions,
}

/** Patterns of the runners; each must stand in the runner's own configuration. */
export const runners: { name: string; include: string; exclude: readonly string[]; config: string }[] = [
  {
    name: 'vitest unit',
    include: 'tests/**/*.test.ts',
    exclude: ['tests/**/*.db.test.ts', 'tests/architecture/**'],
    config: 'vitest.config.ts',
  },
  {
    name: 'vitest unit (tsx)',
    include: 'tests/**/*.test.tsx',
    exclude: ['tests/architecture/**'],
    config: 'vitest.config.ts',
  },
  { name: 'vitest architecture', include: 'tests/architecture/**/*.test.ts', exclude: [], config: 'vitest.config.ts' },
  { name: 'vitest db', include: 'tests/**/*.db.test.ts', exclude: [], config: 'vitest.config.ts' },
  { name: 'playwright', include: 'tests/e2e/**/*.e2e.ts', exclude: [], config: 'playwright.config.ts' },
]

/** Files beside the models that hold enums with labels. */
export const enumFiles = /^lib\/.*\/model\.ts$|^lib\/platform\/audit\.ts$/
export const labelFiles = /^lib\/(.*\/)?(labels|audit-labels)\.ts$/
/** Enums that nobody reads on a screen. */
export const enumsNotShown: Exceptions = {
  FileStorage: 'where bytes lie is known to the files interface only',
  OrganisationKind: 'decides the scope of a viewer',
  EntryOrigin: 'a carried-over field is marked until it is confirmed; the mark has its own text',
  MeetingState: 'no screen shows meetings yet',
  DocumentKind: 'each kind of document has pages of its own, with titles of their own',
  documentKinds: 'the same in the model',
  BindingSource: 'what a bound number shows is seen as the number and its source line',
  bindingSources: 'the same in the model',
  indicatorPicks: 'which indicators a table lists is seen in the table',
  pdfStandards: 'each has a button with a text of its own',
}
