// The operator's command line against the database of a running server: what it does is seen on the pages at once.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { root } from '../../scripts/runtime.mjs'
import { expect, test } from '../support/browser'
import { testSecret } from '../support/test-server'

type Answer = { ok: boolean; reason?: string; data?: Record<string, unknown> }

test.describe.configure({ mode: 'serial' })

function etappi(
  database: { ownerUrl: string; appUrl: string },
  ...args: string[]
): { status: number | null; answer: Answer } {
  const env = {
    ...process.env,
    DATABASE_URL: database.ownerUrl,
    DATABASE_APP_URL: database.appUrl,
    AUTH_SECRET: testSecret,
  }
  const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', 'etappi', '--', ...args, '--json'], {
    cwd: root,
    env,
    encoding: 'utf8',
  })
  if (!stdout) throw new Error(stderr)
  return { status, answer: JSON.parse(stdout) as Answer }
}

test('does not publish what the list finds something in without a reason, and tells the list', ({
  etappi: running,
}) => {
  const args = ['publish', '--project', 'kkk2', '--period', '2025-Q4']
  const { status, answer } = etappi(running.database, ...args)
  expect([status, answer.ok, answer.reason]).toEqual([1, false, 'REASON_MISSING'])
  const found = (answer.data?.findings ?? []) as { rule: string }[]
  const rules = found.map(({ rule }) => rule)
  expect(rules.filter((rule) => rule === 'not_approved')).toHaveLength(29)
  expect(rules).toContain('estimates_differ')
})

test('publishes a period, and each publication is a version of its own', ({ etappi: running }) => {
  const args = ['publish', '--project', 'kkk2', '--period', '2025-Q4', '--reason', 'First version']
  const first = etappi(running.database, ...args)
  expect(first).toMatchObject({ status: 0, answer: { ok: true, data: { period: '2025-Q4', version: 1 } } })
  expect(etappi(running.database, ...args).answer.data).toMatchObject({ version: 2, published: 0 })
})

test('refuses what is not there, with the reason', ({ etappi: running }) => {
  const publish = (project: string, period: string) =>
    etappi(running.database, 'publish', '--project', project, '--period', period)
  expect(publish('none', '2025-Q4')).toMatchObject({ status: 1, answer: { ok: false, reason: 'NOT_FOUND' } })
  expect(publish('kkk2', '1999-Q1')).toMatchObject({ status: 1, answer: { ok: false, reason: 'NOT_FOUND' } })
  const report = etappi(running.database, 'final-report', '--project', 'none', '--out', 'none.pdf')
  expect(report).toMatchObject({ status: 1, answer: { ok: false, reason: 'NOT_FOUND' } })
})

test('writes the final report as a PDF', ({ etappi: running }, info) => {
  const out = info.outputPath('loppuraportti.pdf')
  const { status, answer } = etappi(running.database, 'final-report', '--project', 'kkk2', '--out', out)
  expect([status, answer.ok]).toEqual([0, true])
  const file = fs.readFileSync(out)
  expect(file.subarray(0, 5).toString()).toBe('%PDF-')
  expect(answer.data).toMatchObject({ file: out, bytes: file.length })
  expect(answer.data?.pages).toBeGreaterThan(3)
})

test('writes the final report as a Word file, and knows no other format', ({ etappi: running }, info) => {
  const out = info.outputPath('loppuraportti.docx')
  const write = (format: string) =>
    etappi(running.database, 'final-report', '--project', 'kkk2', '--format', format, '--out', out)
  const { status, answer } = write('docx')
  expect([status, answer.ok]).toEqual([0, true])
  expect(fs.readFileSync(out).subarray(0, 2).toString()).toBe('PK')
  expect(write('odt').status).toBe(1)
})

test('writes the review of a published period as a PDF, all of it or some', ({ etappi: running }, info) => {
  const out = info.outputPath('katsaus.pdf')
  const write = (period: string, ...more: string[]) =>
    etappi(running.database, 'review', '--project', 'kkk2', '--period', period, '--out', out, ...more)
  const { status, answer } = write('2025-Q3')
  expect([status, answer.ok]).toEqual([0, true])
  expect(fs.readFileSync(out).subarray(0, 5).toString()).toBe('%PDF-')
  expect(answer.data?.pages).toBeGreaterThan(40)
  const some = write('2025-Q3', '--sections', 'planChanges', '--locale', 'sv')
  expect(some.answer.data?.pages).toBeLessThan(6)
  expect(write('1999-Q1')).toMatchObject({ status: 1, answer: { ok: false, reason: 'NOT_FOUND' } })
})
