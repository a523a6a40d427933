// The README is executed: every command in it is run by a test or by CI, every setting, command and stage in it exists.
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { settingNames } from '@/lib/platform/env'
import { stages } from '../../scripts/check/stages.mts'
import { readArguments } from '../../scripts/etappi/arguments.mts'
import { commands } from '../../scripts/etappi/registry.mts'
import { root } from '../../scripts/runtime.mjs'

const read = (file: string) => fs.readFileSync(path.join(root, file), 'utf8')

/** Lines of the fenced blocks of a language. */
function fenced(text: string, language: string): string[] {
  const blocks = [...text.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))]
  return blocks.flatMap((block) => (block[1] ?? '').trim().split('\n'))
}

/** Command → the file that runs it, and what stands there. */
const runBy: Record<string, [file: string, text: string]> = {
  'npm run up': ['tests/support/up-process.ts', "'run', 'up'"],
  'npm run up -- --empty': ['tests/e2e/up.e2e.ts', "'--empty'"],
  'npm run build -- --earlier /srv/etappi/current': [
    'tests/bench/deploy/release.mts',
    "'run', 'build', '--', '--earlier'",
  ],
  'npm run bench:instances': ['tests/bench/all/goals.ts', "bench('instances'"],
  'npm run bench:deploy': ['tests/bench/all/goals.ts', "bench('deploy'"],
  'npm run check': ['.ci/run', 'npm run check'],
  'npm run check -- style': ['tests/setup/check.test.ts', "'run', 'check', '--', 'style'"],
  'npm run etappi -- help': ['tests/setup/etappi.db.test.ts', "'help'"],
  'npm run etappi -- counts': ['tests/setup/etappi.db.test.ts', "'counts'"],
  'npm run etappi -- users': ['tests/setup/etappi.db.test.ts', "'users'"],
  'npm run etappi -- reset-second-factor --email paakayttaja@kainuu.example': [
    'tests/setup/etappi.db.test.ts',
    "'reset-second-factor', '--email'",
  ],
  'npm run etappi -- add-county --key etela-karjala --name Etelä-Karjala': [
    'tests/setup/etappi.db.test.ts',
    "'add-county', '--key'",
  ],
  'npm run --silent etappi -- health --json': ['tests/e2e/up.e2e.ts', "etappi('health', '--json')"],
  'npm run etappi -- remind': ['tests/setup/etappi.db.test.ts', "'remind'"],
  'npm run etappi -- statistics catalogue': ['tests/statistics/command-line.db.test.ts', "'statistics', 'catalogue'"],
  'npm run etappi -- statistics search --text omaishoito': [
    'tests/statistics/command-line.db.test.ts',
    "'statistics', 'search', '--text'",
  ],
  'npm run etappi -- statistics add --service pxweb --code StatFin/vaerak/11ra.px': [
    'tests/statistics/command-line.db.test.ts',
    "'statistics', 'add'",
  ],
  'npm run etappi -- statistics refresh': ['tests/statistics/command-line.db.test.ts', "'statistics', 'refresh'"],
  'npm run etappi -- statistics series': ['tests/statistics/command-line.db.test.ts', "'statistics', 'series'"],
  'npm run etappi -- statistics county --organisation kainuu': [
    'tests/statistics/command-line.db.test.ts',
    "'statistics', 'county'",
  ],
  'npm run etappi -- components --out etappi.cdx.json': ['tests/setup/components.test.ts', "'components', '--out'"],
  'npm run etappi -- check-links --project kkk2': [
    'tests/statistics/command-line.db.test.ts',
    "'check-links', '--project'",
  ],
  'npm run etappi -- publish --project kkk2 --period 2025-Q4 --reason Väliversio': [
    'tests/e2e/command-line.e2e.ts',
    "'publish'",
  ],
  'npm run etappi -- final-report --project kkk2 --out loppuraportti.pdf': [
    'tests/e2e/command-line.e2e.ts',
    "'final-report'",
  ],
  'npm run etappi -- final-report --project kkk2 --format docx --out loppuraportti.docx': [
    'tests/e2e/command-line.e2e.ts',
    "'--format'",
  ],
  'npm run etappi -- check-report --project syli --json': [
    'tests/final-report/check/stored.db.test.ts',
    "'check-report', '--project', 'syli', '--json'",
  ],
  'npm run etappi -- archive --project kkk2 --out arkisto.zip': ['tests/final-report/archive.db.test.ts', "'--out'"],
  'npm run etappi -- archive --verify arkisto.zip': ['tests/final-report/archive.db.test.ts', "'--verify'"],
  'npm run etappi -- export-project --project kkk2 --out kkk2.json': [
    'tests/project-packages/command-line.db.test.ts',
    "'export-project'",
  ],
  'npm run etappi -- import-project --file kkk2.json --dry-run': [
    'tests/project-packages/command-line.db.test.ts',
    "'--dry-run'",
  ],
  'npm run etappi -- deck --project kkk2 --period 2025-Q3 --out katsaus.pptx': ['tests/e2e/deck.e2e.ts', "'deck'"],
  'npm run etappi -- review --project kkk2 --period 2025-Q3 --out katsaus.pdf': [
    'tests/e2e/command-line.e2e.ts',
    "'review'",
  ],
  'npm run etappi -- backup-key --out etappi-key.txt': [
    'tests/setup/backup-commands.db.test.ts',
    "'backup-key', '--out'",
  ],
  'npm run etappi -- backup --out backups': ['tests/setup/backup-commands.db.test.ts', "'backup', '--out'"],
  'npm run etappi -- verify-backup --file etappi.tar.gz.age --key etappi-key.txt': [
    'tests/setup/backup-commands.db.test.ts',
    "'verify-backup'",
  ],
  'npm run etappi -- restore --file etappi.tar.gz.age --key etappi-key.txt': [
    'tests/setup/backup-commands.db.test.ts',
    "'restore'",
  ],
  'npm run etappi -- sweep-files': ['tests/setup/etappi.db.test.ts', "'sweep-files'"],
  'npm run etappi -- audit-verify': ['tests/audit-log/commands.db.test.ts', "'audit-verify'"],
  'npm run etappi -- audit-export --organisation kainuu --out tapahtumat.jsonl': [
    'tests/audit-log/commands.db.test.ts',
    "'audit-export', '--organisation'",
  ],
  'node scripts/run.mjs node_modules/vitest/vitest.mjs run tests/setup/env.test.ts': [
    'scripts/check/stages.mts',
    'vitest/vitest.mjs',
  ],
  'node scripts/run.mjs node_modules/@playwright/test/cli.js test tests/e2e/up.e2e.ts': [
    'scripts/check/stages.mts',
    '@playwright/test/cli.js',
  ],
  'npm run bench:short': ['.ci/run', 'npm run bench:short'],
  'npm run bench:all': ['tests/bench/all.mts', 'bench:short (--short)'],
  'npm run bench:pages': ['tests/bench/all/goals.ts', "bench('pages'"],
  'npm run bench:planted': ['tests/bench/all/goals.ts', "bench('planted'"],
  'npm run bench:a11y': ['tests/bench/all/goals.ts', "bench('a11y'"],
  'npm run bench:start': ['tests/bench/all/goals.ts', "bench('start'"],
  'npm run bench:web': ['tests/bench/all/goals.ts', "bench('web'"],
  'npm run bench:queries': ['tests/bench/all/goals.ts', "bench('queries'"],
  'npm run bench:crash': ['tests/bench/all/goals.ts', "bench('crash'"],
  'npm run bench:faults': ['tests/bench/all/goals.ts', "bench('faults'"],
  'npm run bench:drill': ['tests/bench/all/goals.ts', "bench('drill'"],
  'npm run bench:restore': ['tests/bench/all/goals.ts', "bench('restore'"],
  'npm run bench:national': ['tests/bench/all/goals.ts', "bench('national'"],
  'npm run bench:replica': ['tests/bench/all/goals.ts', "bench('replica'"],
  'npm run bench:odd': ['tests/bench/all/goals.ts', "bench('odd'"],
  'npm run bench:order': ['tests/bench/all/goals.ts', "bench('order'"],
  'npm run bench:history': ['tests/bench/all/goals.ts', "bench('history'"],
  'npm run bench:replay': ['tests/bench/all/goals.ts', "bench('replay'"],
  'npm run bench:check': ['tests/bench/all/goals.ts', "bench('check'"],
  'npm run bench:import': ['tests/bench/all/goals.ts', "bench('import'"],
  'npm run bench:packages': ['tests/bench/all/goals.ts', "bench('packages'"],
  'npm run bench:api': ['tests/bench/all/goals.ts', "bench('api'"],
  'npm run bench:pdf': ['tests/bench/all/goals.ts', "bench('pdf'"],
  'npm run bench:autosave': ['tests/bench/all/goals.ts', "bench('autosave'"],
  'npm run bench:exports': ['tests/bench/all/goals.ts', "bench('exports'"],
  'npm run migration -- name_of_the_change': ['tests/setup/migrations.db.test.ts', "'run', 'migration'"],
}

const readme = read('README.md')
const shown = fenced(readme, 'sh')

describe('the README', () => {
  it('shows only commands that a test or CI runs, and each of those', () => {
    expect(shown.length).toBeGreaterThan(10)
    expect([...shown].sort()).toEqual(Object.keys(runBy).sort())
  })

  it.each(Object.entries(runBy))('%s is run', (_, [file, text]) => {
    expect(read(file)).toContain(text)
  })

  it('names npm scripts that exist, and all of them', () => {
    const named = shown.flatMap((line) => /^npm run (?:--silent )?(\S+)/.exec(line)?.[1] ?? [])
    expect([...new Set(named)].sort()).toEqual(Object.keys(JSON.parse(read('package.json')).scripts).sort())
  })

  it('uses the command line as it is, and shows every command', () => {
    const lines = shown.flatMap((line) => /^npm run (?:--silent )?etappi -- (.*)$/.exec(line)?.[1]?.split(' ') ?? [])
    const used = shown.flatMap((line) => {
      const args = /^npm run (?:--silent )?etappi -- (.*)$/.exec(line)?.[1]?.split(' ')
      return args ? [{ args, asked: readArguments(commands, args) }] : []
    })
    expect(lines.length).toBeGreaterThan(0)
    expect(used.filter(({ asked }) => asked.kind === 'wrong')).toEqual([])
    const names = [...new Set(used.flatMap(({ asked }) => (asked.kind === 'run' ? [asked.command.name] : [])))]
    expect(names.sort()).toEqual(commands.map((one) => one.name).sort())
  })

  it('names stages that exist', () => {
    const names = shown.flatMap((line) => /^npm run check -- (.*)$/.exec(line)?.[1]?.split(' ') ?? [])
    expect(names.filter((name) => !stages.some((stage) => stage.name === name))).toEqual([])
  })

  it('describes exactly the settings there are', () => {
    const rows = [...readme.matchAll(/^\| `([A-Z_]+)` \|/gm)].map((match) => match[1])
    expect(rows.sort()).toEqual([...settingNames].sort())
  })

  it('points at files that exist', () => {
    const linked = [...readme.matchAll(/\]\((?!https?:)([^)]+)\)/g)].map((match) => match[1] ?? '')
    const mentioned = [
      ...readme.matchAll(/`((?:lib|prisma|docs|tests|scripts)\/[^`\s]+|\.env\.example|prisma\.config\.ts)`/g),
    ]
    const files = [...linked, ...mentioned.map((match) => match[1] ?? '')]
    expect(files.length).toBeGreaterThan(5)
    expect(files.filter((file) => !fs.existsSync(path.join(root, file)))).toEqual([])
  })
})

describe('the licence', () => {
  it('is the whole EUPL 1.2 and is named in package.json', () => {
    const text = read('LICENSE')
    for (const part of ['EUROPEAN UNION PUBLIC LICENCE v. 1.2', '15.Applicable Law', 'Appendix', 'LiLiQ-R+']) {
      expect(text).toContain(part)
    }
    expect(JSON.parse(read('package.json')).license).toBe('EUPL-1.2')
  })
})
