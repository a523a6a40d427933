// The pages of docs/security against the code: figures, routes that take files, events of the running log, files with keys.
import fs from 'node:fs'
import { describe, expect, it } from 'vitest'
import { attemptSeconds } from '@/lib/access/attempt'
import { recentMinutes } from '@/lib/access/model'
import { flowSeconds } from '@/lib/access/oidc/flow'
import { acceptedEndings, largestFile } from '@/lib/evidence/files/model'
import { readSettings } from '@/lib/platform/env'
import { largestPackage } from '@/lib/project-packages/format/model'
import { largestLogo } from '@/lib/projects/looks/model'

const page = (name: string): string => fs.readFileSync(`docs/security/${name}.md`, 'utf8')
const text = (file: string): string => fs.readFileSync(file, 'utf8')
const files = (...patterns: string[]): string[] => patterns.flatMap((one) => fs.globSync(one)).sort()
const code = () =>
  files('app/**/*.{ts,tsx}', 'lib/**/*.ts', 'scripts/**/*.{mts,mjs}', 'components/**/*.{ts,tsx}', '*.ts')
/** The first cells of a page’s tables, without their marks. */
const firsts = (name: string): string[][] =>
  page(name)
    .split('\n')
    .filter((line) => line.startsWith('| `') || /^\| [a-z]/.test(line))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )

/** What is in one list and not in the other. */
const differences = (told: readonly string[], there: readonly string[]): string[] => [
  ...there.filter((one) => !told.includes(one)).map((one) => `${one}: not told`),
  ...told.filter((one) => !there.includes(one)).map((one) => `${one}: told, and not there`),
]

const million = (bytes: number) => `${bytes / 1_000_000} MB`
const takers = () =>
  files('app/api/**/route.ts')
    .filter((file) => /\btakeFile\(|instanceof File\b/.test(text(file)))
    .map((file) => file.replace(/^app|\/route\.ts$/g, ''))

describe('the page of files that are taken', () => {
  const rows = firsts('files')
  const told = () => rows.map(([address = '']) => address.replaceAll('`', ''))

  it('has every route that takes files, with its size', () => {
    expect(takers().length).toBeGreaterThanOrEqual(9)
    expect(differences(told(), takers())).toEqual([])
    for (const [address, , largest] of rows)
      expect(largest, address).toBe(million(address?.includes('logo') ? largestLogo : largestFile))
    expect(page('files')).toContain(`reads a package of ${million(largestPackage)}`)
  })

  it('names the kinds of documents', () => {
    const kinds = acceptedEndings.split(',').map((ending) => ending.slice(1))
    expect(page('files')).toContain(`${kinds.slice(0, -1).join(', ')} and ${kinds.at(-1)} (`)
  })

  it('would be found wrong when a route came that it does not have (planted)', () => {
    expect(differences(told(), [...takers(), '/api/anything'])).toEqual(['/api/anything: not told'])
    expect(differences([...told(), '/api/gone'], takers())).toEqual(['/api/gone: told, and not there'])
  })
})

describe('the page of sessions', () => {
  it('has the figures of the code', () => {
    const read = readSettings({})
    if (!read.ok) throw new Error(read.problems.join())
    const { sessionIdleMinutes, sessionMaxHours } = read.value
    expect(firsts('sessions').map(([, long]) => long)).toEqual([
      `${sessionIdleMinutes} minutes`,
      `${sessionMaxHours} hours`,
      `${recentMinutes} minutes`,
      `${attemptSeconds / 60} minutes`,
      `${flowSeconds / 60} minutes`,
    ])
    expect(readSettings({ SESSION_IDLE_MINUTES: '1', SESSION_MAX_HOURS: '1' }).ok).toBe(true)
  })
})

/** Events of the running log as the code names them; the ones that are put together are written out here. */
function events(): string[] {
  const written = code().flatMap((file) => [...text(file).matchAll(/\blog\(\s*'(?:info|warn|error)',\s*'([^']+)'/g)])
  const asked = [...text('lib/health/queries.ts').matchAll(/orNull\('([^']+)'/g)]
  const replica = [...text('lib/platform/replica.ts').matchAll(/what: ('[^)?]+)\b[,)?]/g)]
    .flatMap(([, list = '']) => [...list.matchAll(/'(\w+)'/g)])
    .map(([, what]) => `database.replica.${what}`)
  return [...new Set([...[...written, ...asked].map(([, event = '']) => event), ...replica])].sort()
}

describe('the page of logs', () => {
  const told = () =>
    firsts('logs')
      .map(([event = '']) => event.replaceAll('`', ''))
      .sort()

  it('has every event of the running log', () => {
    expect(events().length).toBeGreaterThanOrEqual(20)
    expect(events().filter((event) => event.startsWith('database.replica.'))).toHaveLength(5)
    expect(differences(told(), events())).toEqual([])
  })

  it('knows all places that write: one that puts its event together is looked at by name', () => {
    const others = code().filter((file) =>
      /\blog\(\s*(?!'(?:info|warn|error)',\s*'|level:)/.test(text(file).replaceAll(/console\.log\(|Math\.log\(/g, '')),
    )
    expect(others).toEqual(['lib/health/queries.ts', 'lib/platform/replica.ts'])
  })

  it('would be found wrong when an event came that it does not have (planted)', () => {
    expect(differences(told(), [...events(), 'disk.gone'])).toEqual(['disk.gone: not told'])
  })
})

/** Transactions that may last longer than others, as `file seconds`. Limits of how often something may be asked are none. */
const slow = () =>
  files('lib/**/*.ts').flatMap((file) =>
    [...text(file).matchAll(/(?:const limits = |, |^ +)\{ seconds: (\d+) \}/gm)].map(([, long]) => `${file} ${long}`),
  )

describe('the page of what takes long', () => {
  const told = () =>
    firsts('slow').map(([file = '', most = '']) => `${file.replaceAll('`', '')} ${most.replace(' s', '')}`)

  it('has every transaction that may last longer than others', () => {
    expect(slow().length).toBeGreaterThanOrEqual(10)
    expect(differences(told(), slow())).toEqual([])
    expect(text('lib/platform/db.ts')).toContain('(limits.seconds ?? 20) * 1000')
  })

  it('would be found wrong when another came (planted)', () => {
    expect(differences(told(), [...slow(), 'lib/risks/commands.ts 90'])).toEqual(['lib/risks/commands.ts 90: not told'])
  })
})

/** Tables by the kind that the page of data gives them. */
const tablesTold = (text: string): string[] =>
  text
    .split('\n')
    .filter((line) => line.startsWith('| **'))
    .flatMap((line) => (line.split('|')[2] ?? '').trim().split(' '))
const tablesThere = () =>
  files('prisma/models/*.prisma').flatMap((file) =>
    [...text(file).matchAll(/^model (\w+)/gm)].map(([, name = '']) => name),
  )

describe('the page of data', () => {
  it('gives every table of the database one kind', () => {
    const told = tablesTold(page('data'))
    expect(tablesThere().length).toBeGreaterThanOrEqual(100)
    expect(differences(told, tablesThere())).toEqual([])
    expect(told.filter((one, at) => told.indexOf(one) < at)).toEqual([])
  })

  it('would be found wrong without one of them (planted)', () => {
    const told = tablesTold(page('data').replace(' TreasuryFile ', ' '))
    expect(differences(told, tablesThere())).toEqual(['TreasuryFile: not told'])
  })
})

/** Makes, derives or uses a key: random bytes, hashes with a key, ciphers. */
const handlesKeys = /\b(randomBytes|createHmac|hkdfSync|createCipheriv|getRandomValues|generateIdentity|new Secret)\(/

describe('the page of keys', () => {
  const purposes = () =>
    [...text('lib/access/sealing.ts').matchAll(/'((?:second-factor|sign-in)\.\w+)'/g)].map(([, one]) => one)
  const missing = (told: string) =>
    code()
      .filter((file) => handlesKeys.test(text(file)))
      .filter((file) => !told.includes(`\`${file}\``) && !(file in elsewhere))

  it('names every file of the product that handles a key, and every purpose', () => {
    const told = page('keys')
    expect(code().filter((file) => handlesKeys.test(text(file))).length).toBeGreaterThanOrEqual(8)
    expect(missing(told)).toEqual([])
    expect(purposes().length).toBeGreaterThanOrEqual(5)
    expect(purposes().filter((one) => !told.includes(`\`${one}\``))).toEqual([])
    const named = [...told.matchAll(/`((?:lib|scripts|app|components)\/[^`]+)`/g)].map(([, file = '']) => file)
    expect(named.filter((file) => !fs.existsSync(file))).toEqual([])
  })

  it('would be found wrong without one of them (planted)', () => {
    expect(missing(page('keys').replaceAll('`lib/access/copy-keys.ts`', ''))).toEqual(['lib/access/copy-keys.ts'])
  })
})

/** Random bytes that are no key, each with its reason. */
const elsewhere: Readonly<Record<string, string>> = {
  'components/status-reports/form/copy/tabs.ts': 'the name of a tab',
}

describe('the page of what inputs must be', () => {
  const told = () => [...page('inputs').matchAll(/^\| `([A-Z]\w+)` \|/gm)].flatMap(([, name]) => name ?? [])
  const made = () =>
    files('prisma/migrations/*/migration.sql').flatMap((file) =>
      [...text(file).matchAll(/ADD CONSTRAINT "(\w+)"\s*CHECK/g)].flatMap(([, name]) => name ?? []),
    )
  const between = () =>
    files('lib/**/schema.ts').filter((file) =>
      /superRefine\(|^\s*\.refine\(\(?\{|\}\)\.refine\(|\.refine\(agrees/m.test(text(file)),
    )

  it('has every rule of the database', () => {
    expect(made().length).toBeGreaterThanOrEqual(72)
    expect(differences(told(), made())).toEqual([])
  })

  it('names every schema with a rule between fields, and only files that are there', () => {
    expect(between().length).toBeGreaterThanOrEqual(16)
    expect(between().filter((file) => !page('inputs').includes(`\`${file}\``))).toEqual([])
    const named = [...page('inputs').matchAll(/`((?:lib|docs|tests)\/[^`<]+)`/g)].flatMap(([, file]) => file ?? [])
    expect(named.filter((file) => !fs.existsSync(file))).toEqual([])
  })

  it('would be found wrong when a rule came that it does not have (planted)', () => {
    expect(differences(told(), [...made(), 'Anything_else'])).toEqual(['Anything_else: not told'])
  })
})
