// The names of the house as data: its nouns, folders and files. What differs is a line here, with its reason.
import type { Exceptions } from './rules'

export const nouns = [
  'projects',
  'investments',
  'work-packages',
  'actions',
  'toimintamallit',
  'indicators',
  'finance',
  'risks',
  'meetings',
  'communications',
  'plan',
  'plan-changes',
  'evidence',
  'comments',
  'status-reports',
  'rounds',
  'steering',
  'final-report',
  'notifications',
  'project-packages',
  'reporting-api',
  'audit-log',
  'retention',
  'health',
  'search',
] as const

/** Folders of lib that are no nouns: they do not follow the vocabulary of files. */
export const otherLibFolders: Exceptions = {
  values: 'typed values, periods and formats: many small pure files, no tables of their own',
  platform: 'what every noun stands on: database, settings, clock, audit writer, words',
  access: 'owns sign-in and the session besides its tables; the only place for next-auth',
  messages: 'catalogues: data, one folder per language',
  charts: 'geometry of the charts: pure',
  exports: 'one folder per file format; each draws a shape it is given',
  statistics: 'clients of outside statistics services besides the tables of what they answered',
}

export const nounFiles = ['model.ts', 'schema.ts', 'labels.ts', 'permissions.ts', 'queries.ts', 'commands.ts'] as const
/** Beside the six: one more name that any noun may use. */
export const moreNounFiles: Exceptions = {
  'addresses.ts': 'addresses of pages: built and parsed in one place, so that links and routes cannot part',
}

/** Where else a noun's name, or another listed one, may stand as a folder. */
export const otherFolders: Record<'components' | 'tests' | 'prisma/models', Exceptions> = {
  components: {
    ui: 'no domain words',
    charts: 'draws what lib/charts has measured',
    frame: 'the shell around every page',
    access: 'sign-in forms',
    'my-work': 'what is due from the viewer, of several nouns',
    guides: 'lib/access/guides: the first steps of each role',
    results: 'lib/steering/results: what a project shows to everybody',
    statistics: 'lib/statistics',
  },
  tests: {
    architecture: 'rules of the house',
    access: 'lib/access',
    platform: 'lib/platform and the walls in the database',
    values: 'lib/values',
    charts: 'lib/charts',
    ui: 'components/ui, components/frame',
    exports: 'lib/exports',
    statistics: 'lib/statistics',
    seed: 'the loss test of the demo data',
    setup: 'the scripts of set-up and check',
    support: 'what tests share',
    e2e: 'browser tests',
    bench: 'measurements',
    planted: 'defects as patches',
  },
  'prisma/models': {
    access: 'users, memberships, sessions, invitations',
    audit: 'audit rows',
    statistics: 'official statistics: shared tables of all counties',
    organisations: 'tenants and their service areas',
  },
}

export const topFolders = ['app', 'components', 'prisma', 'lib', 'tests', 'public', 'docs', 'scripts', '.ci'] as const
export const forbiddenNames = /(^|\/)(utils?|helpers?|common|misc|shared|src|index\.[jt]sx?)(\/|$|\.[jt]sx?$)/
