import { createHash } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { packArchive, verifyArchive } from '@/lib/exports/archive/package'
import { renderReport } from '@/lib/exports/typst/render'
import { exportArchive } from '@/lib/final-report/archive/commands'
import { decidedReport, makeReport, type ReportPlace, takeSteps } from '@/tests/support/builders/final-report'
import { commandLine } from '../support/command-line'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'etappi-archive-'))
const file = path.join(folder, 'arkisto.zip')
let place: ReportPlace
let open: ReportPlace
beforeAll(async () => {
  place = await decidedReport()
  await takeSteps(place, ['frozen'])
  open = await makeReport()
}, 60_000)
afterAll(() => fs.rmSync(folder, { recursive: true }))

const run = commandLine({ INIT_CWD: folder })
async function etappi(...args: string[]) {
  const { status, stdout } = await run(['archive', ...args, '--json'])
  return { status, answer: JSON.parse(stdout) }
}

describe('the archive package of a locked report', { timeout: 120_000 }, () => {
  it('holds both PDFs, the data and a manifest, and is the same each time', async () => {
    const make = { render: renderReport, pack: packArchive }
    const [made, again] = [
      await exportArchive(place.auditor, place.projectKey, make),
      await exportArchive(place.director, place.projectKey, make),
    ]
    if (!made.ok || !again.ok) throw new Error('no package')
    const { bytes, manifest, sha256 } = made.value
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256)
    expect(verifyArchive(bytes)).toEqual({ files: 5, manifest, faults: [] })
    expect(again.value.sha256).toBe(sha256)
  })

  it('is written and verified on the command line, and a changed byte is found', async () => {
    const packed = await etappi('--project', place.projectKey, '--out', file)
    expect(packed).toMatchObject({ status: 0, answer: { ok: true, data: { files: 5 } } })
    const { manifest } = packed.answer.data
    expect(await etappi('--verify', file, '--manifest', manifest)).toMatchObject({
      status: 0,
      answer: { data: { faults: [] } },
    })
    expect(await etappi('--verify', file, '--manifest', '0'.repeat(64))).toMatchObject({
      status: 1,
      answer: { reason: 'NOT_WHOLE' },
    })
    const bytes = fs.readFileSync(file)
    const middle = Math.floor(bytes.length / 2)
    bytes[middle] = (bytes[middle] ?? 0) ^ 0xff
    fs.writeFileSync(file, bytes)
    expect(await etappi('--verify', file)).toMatchObject({ status: 1, answer: { ok: false, reason: 'NOT_WHOLE' } })
  })

  it('is not made of a report that is not locked, nor of none', async () => {
    expect(await etappi('--project', open.projectKey, '--out', file)).toMatchObject({
      status: 1,
      answer: { reason: 'WRONG_STATE' },
    })
    expect(await etappi('--project', 'ei-ole', '--out', file)).toMatchObject({
      status: 1,
      answer: { reason: 'NOT_FOUND' },
    })
    expect(await etappi('--out', file)).toMatchObject({ status: 1, answer: { reason: 'WHAT' } })
  })
})
