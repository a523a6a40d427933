import { execFileSync } from 'node:child_process'
import os from 'node:os'
import { describe, expect, it } from 'vitest'
import { renderReport } from '@/lib/exports/typst/render'
import { sampleDocument } from './sample-document'

const at = new Date('2025-11-21T10:00:00Z')

const children = () => process.getActiveResourcesInfo().filter((name) => name === 'ProcessWrap').length

describe('making the PDF in a child process', () => {
  it('gives the same bytes for the same report and moment, and other bytes for another', async () => {
    const first = await renderReport(sampleDocument(), at)
    const second = await renderReport(sampleDocument(), at)
    expect(Buffer.from(first.pdf).subarray(0, 8).toString('latin1')).toBe('%PDF-1.7')
    expect(Buffer.compare(Buffer.from(first.pdf), Buffer.from(second.pdf))).toBe(0)
    const other = await renderReport({ ...sampleDocument(), county: 'Toinen alue' }, at)
    expect(Buffer.compare(Buffer.from(first.pdf), Buffer.from(other.pdf))).not.toBe(0)
  })

  it('makes one at a time and leaves no process behind', async () => {
    let most = 0
    const watch = setInterval(() => {
      most = Math.max(most, children())
    }, 20)
    const made = await Promise.all([1, 2, 3].map(() => renderReport(sampleDocument(), at)))
    clearInterval(watch)
    expect(made.map((one) => one.pages)).toEqual([made[0]?.pages, made[0]?.pages, made[0]?.pages])
    expect(most).toBeGreaterThan(0)
    expect(most).toBeLessThanOrEqual(2) // the one before may still be ending
    await expect.poll(children, { timeout: 5000 }).toBe(0)
  })

  it.runIf(process.platform === 'linux')('lets others have the processor first', async () => {
    const niceness = () =>
      execFileSync('ps', ['-o', 'ni=', '--ppid', String(process.pid)], { encoding: 'utf8' }).split(/\s+/)
    const low = String(os.constants.priority.PRIORITY_BELOW_NORMAL)
    expect(niceness()).not.toContain(low)
    const made = renderReport(sampleDocument(), at)
    await expect.poll(niceness, { interval: 5 }).toContain(low)
    await made
  })

  it('gives up in time, and the next report is made all the same', async () => {
    await expect(renderReport(sampleDocument(), at, { seconds: 0.01 })).rejects.toThrow('not ready')
    expect((await renderReport(sampleDocument(), at)).pages).toBeGreaterThan(3)
    await expect.poll(children, { timeout: 5000 }).toBe(0)
  })

  it('says why a report could not be made', async () => {
    const broken = { ...sampleDocument(), title: '' }
    await expect(renderReport(broken, at)).rejects.toThrow(/title/)
  })
}, 30_000)
