import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Answer, Autosave } from '@/components/status-reports/form/autosave'
import type { SentField } from '@/components/status-reports/form/field-states'
import { blocksField, longestSection } from '@/lib/final-report/editor/model'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())
const wait = (time: number) => vi.advanceTimersByTimeAsync(time)

/** A section as the forms of the reporting round keep and save a field. */
function section(answer: (sent: SentField) => Answer) {
  const sent: SentField[] = []
  const field = { path: blocksField, kind: 'text' as const, label: '', text: '[]', version: 3, confirmed: true }
  const autosave = new Autosave([{ ...field, reading: null, previous: null }], {
    typed: {},
    time: null,
    longest: longestSection,
    send: async ([one]) => {
      if (!one) throw new Error('nothing sent')
      sent.push(one)
      return answer(one)
    },
  })
  return { autosave, sent }
}

const saved = ({ version }: SentField): Answer => ({
  time: 'klo 14.02',
  fields: [{ path: blocksField, ok: true, version: version + 1, confirmed: true, reading: null }],
})
const stale = (text: string): Answer => ({
  time: 'klo 14.02',
  fields: [
    { path: blocksField, ok: false, reason: 'STALE', current: { text, version: 7, by: 'Johtaja', at: 'klo 14.01' } },
  ],
})

describe('a section is saved like a field', () => {
  it('as large as a section may be', async () => {
    const { autosave, sent } = section(saved)
    autosave.change(blocksField, 'x'.repeat(300_000))
    await wait(1000)
    expect(sent).toHaveLength(1)
    expect(autosave.state().is).toBe('saved')
    expect(autosave.drafts().whole).toBe(true)
  })

  it('goes on where only its version is newer: somebody was made responsible, and nobody wrote', async () => {
    const { autosave, sent } = section((one) => (one.version === 3 ? stale('[]') : saved(one)))
    autosave.change(blocksField, '["minun"]')
    await wait(2500)
    expect(sent.map(({ text, version }) => [text, version])).toEqual([
      ['["minun"]', 3],
      ['["minun"]', 7],
    ])
    expect(autosave.state().is).toBe('saved')
  })

  it('waits where somebody wrote, and sends what the writer has made of both', async () => {
    const { autosave, sent } = section((one) => (one.version === 3 ? stale('["toisen"]') : saved(one)))
    autosave.change(blocksField, '["minun"]')
    await wait(5000)
    expect(autosave.state().is).toBe('conflict')
    expect(sent).toHaveLength(1)
    autosave.resolve(blocksField, '["minun","toisen"]')
    await wait(1000)
    expect(sent[1]).toMatchObject({ text: '["minun","toisen"]', version: 7 })
    expect(autosave.state().is).toBe('saved')
  })
})
