import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { largestPackage } from '@/lib/project-packages/format/model'
import { root } from '../../scripts/runtime.mjs'
import { commandLine } from '../support/command-line'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'etappi-package-'))
afterAll(() => fs.rmSync(folder, { recursive: true }))

const run = commandLine({ INIT_CWD: folder })
async function etappi(...args: string[]) {
  const { status, stdout } = await run([...args, '--json'])
  return { status, answer: JSON.parse(stdout) }
}

const example = path.join(root, 'docs/examples/flat-themes.json')
const put = (name: string, content: string): string => {
  fs.writeFileSync(path.join(folder, name), content)
  return name
}

describe('packages on the command line', { timeout: 120_000 }, () => {
  it('are tried out, taken in, taken out again, and known the second time', async () => {
    expect(await etappi('import-project', '--file', example, '--dry-run')).toMatchObject({
      status: 0,
      answer: { data: { outcome: 'tried', key: 'teemat' } },
    })
    expect(await etappi('export-project', '--project', 'teemat', '--out', 'a.json')).toMatchObject({
      status: 1,
      answer: { reason: 'NOT_FOUND' },
    })
    expect(await etappi('import-project', '--file', example)).toMatchObject({
      answer: { data: { outcome: 'imported' } },
    })
    expect(await etappi('export-project', '--project', 'teemat', '--out', 'a.json')).toMatchObject({
      status: 0,
      answer: { data: { key: 'teemat', rows: { workPackages: 3 } } },
    })
    expect(await etappi('import-project', '--file', 'a.json')).toMatchObject({
      answer: { data: { outcome: 'identical' } },
    })
    expect(await etappi('export-project', '--project', 'teemat', '--key', 'toiset', '--out', 'b.json')).toMatchObject({
      status: 0,
    })
    expect(await etappi('import-project', '--file', 'b.json')).toMatchObject({
      answer: { data: { outcome: 'imported', key: 'toiset' } },
    })
    expect(await etappi('import-project', '--file', 'a.json', '--key', 'toiset')).toMatchObject({
      answer: { data: { outcome: 'identical' } },
    })
  })

  it('that cannot be taken say where and why, and a differing project how', async () => {
    const text = fs.readFileSync(example, 'utf8')
    put(
      'bad.json',
      text.replace('"amount": "3000"', '"amount": 3000').replace('"to": "2026-12-31"', '"to": "31.12.2026"'),
    )
    const { status, answer } = await etappi('import-project', '--file', 'bad.json')
    expect({ status, reason: answer.reason, total: answer.data.total }).toEqual({
      status: 1,
      reason: 'UNREADABLE',
      total: 2,
    })
    expect(answer.data.findings.map(({ at }: { at: string }) => at)).toContain('/actuals/1/amount')
    put('other.json', text.replace('Perehdytysrunko', 'Muu keino'))
    expect(await etappi('import-project', '--file', 'other.json')).toMatchObject({
      status: 1,
      answer: { reason: 'DIFFERS', data: { differences: [{ part: 'riskMitigations', count: 1 }] } },
    })
    put('no.json', 'not json')
    expect(await etappi('import-project', '--file', 'no.json')).toMatchObject({
      answer: { data: { findings: [{ problem: 'not_json_file' }] } },
    })
    expect(await etappi('import-project', '--file', 'nowhere.json')).toMatchObject({ answer: { reason: 'NO_FILE' } })
    expect(await etappi('export-project', '--project', 'teemat', '--key', 'Ä', '--out', 'c.json')).toMatchObject({
      answer: { reason: 'BAD_KEY' },
    })
  })

  it('of 200 megabytes are refused before they are read', async () => {
    const file = path.join(folder, 'large.json')
    fs.writeFileSync(file, '')
    fs.truncateSync(file, 200_000_000)
    expect(200_000_000).toBeGreaterThan(largestPackage)
    expect(await etappi('import-project', '--file', 'large.json')).toMatchObject({
      status: 1,
      answer: { reason: 'TOO_LARGE' },
    })
  })
})
