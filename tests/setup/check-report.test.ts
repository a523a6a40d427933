// The command over a report in a file: it needs no database.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { root } from '../../scripts/runtime.mjs'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'etappi-check-'))
afterAll(() => fs.rmSync(folder, { recursive: true }))

function check(args: string[]) {
  const { DATABASE_URL: _owner, DATABASE_APP_URL: _app, ...env } = process.env
  const { status, stdout, stderr } = spawnSync(
    'node',
    [path.join(root, 'scripts/etappi.mjs'), 'check-report', ...args],
    {
      encoding: 'utf8',
      env: { ...env, DATA_DIR: path.join(folder, 'none'), INIT_CWD: folder },
      maxBuffer: 32 * 1024 * 1024,
    },
  )
  return { status, stdout, stderr }
}

function write(name: string, content: unknown) {
  fs.writeFileSync(path.join(folder, name), typeof content === 'string' ? content : JSON.stringify(content))
}

const report = {
  report: { title: 'Loppuraportti', language: 'fi' },
  sections: [
    {
      id: '1',
      number: '1',
      heading: 'Tulokset',
      kind: 'chapter',
      blocks: [
        { type: 'paragraph', text: 'Kuvassa 1 on polku, ja kuvassa 2 sitä ei ole.', unheard: 'of' },
        { type: 'figure', label: 'Kuva 1', alt: 'Polun kolme vaihetta' },
      ],
    },
  ],
}
const facts = { figures: [{ label: 'Kuva 1', caption: 'Digipolku' }] }

describe('npm run etappi -- check-report --file', { timeout: 120_000 }, () => {
  it('finds the facts beside the report, and tells of each finding where it is', () => {
    write('a-narrative.json', report)
    write('a.json', facts)
    const { status, stdout } = check(['--file', 'a-narrative.json', '--json'])
    expect(status).toBe(0)
    const answer = JSON.parse(stdout)
    expect(answer.data).toMatchObject({
      facts: path.join(folder, 'a.json'),
      words: 10,
      bySeverity: { error: 1, warning: 0, notice: 0 },
      byRule: { 'wrong-reference': 1 },
    })
    expect(answer.findings).toEqual([
      {
        key: expect.any(String),
        rule: 'wrong-reference',
        severity: 'error',
        place: {
          section: '1',
          number: '1',
          title: 'Tulokset',
          block: '1:1',
          at: { line: 0, from: 23, to: 32 },
          text: 'Kuvassa 1 on polku, ja kuvassa 2 sitä ei ole.',
        },
        other: null,
        values: ['kuvassa 2'],
        message: expect.stringContaining('kuvassa 2'),
        accepted: null,
      },
    ])
  })

  it('tells a person the same, in the language asked, with the facts that are named', () => {
    write('b.json', report)
    write('b-facts.json', { figures: [{ label: 'Kuva 1', caption: 'Polun kolme vaihetta' }] })
    const { status, stdout } = check(['--file', 'b.json', '--facts', 'b-facts.json', '--locale', 'en'])
    expect(status).toBe(0)
    expect(stdout).toContain('Error  1  The reference “kuvassa 2” leads nowhere')
    expect(stdout).toMatch(/Warning +1\n/)
    expect(stdout).toContain('b-facts.json')
  })

  it('says when it was checked without data, and what it cannot take', () => {
    write('c.json', report)
    expect(check(['--file', 'c.json']).stdout).toContain('Checked without data')
    write('d.json', { sections: [{ ...report.sections[0], blocks: [{ type: 'film', url: 'x' }] }] })
    const wrong = check(['--file', 'd.json'])
    expect(wrong.status).toBe(1)
    expect(wrong.stderr).toContain('report.sections[0].blocks[0].type')
  })

  it.each([
    ['NOT_JSON', ['--file', 'e.json']],
    ['WHICH_REPORT', []],
  ])('refuses with %s', (reason, args) => {
    write('e.json', '{ not json')
    expect(JSON.parse(check([...args, '--json']).stdout).reason).toBe(reason)
  })
})
