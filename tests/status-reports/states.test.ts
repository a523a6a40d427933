import { describe, expect, it } from 'vitest'
import {
  derive,
  follow,
  isWritable,
  type ReportEventType,
  type ReportState,
  reportEventTypes,
  reportStates,
  sendingEvent,
  steps,
  worstLight,
} from '@/lib/status-reports/model'

// Written by hand from the product description, not from the code. One letter per state after the event:
// n not started, d draft, s submitted, i in review, r returned, a approved, p published, w where it was written, . impossible
const expected = `
              opened saved submitted review_started recalled returned resubmitted approved published reopened corrected
not_started   n      d     .         .              .        .        .           .        .         .        .
draft         .      d     s         .              .        .        .           .        .         .        .
submitted     .      .     .         i              w        r        .           a        .         .        .
in_review     .      .     .         .              .        r        .           a        .         .        .
returned      .      r     .         .              .        .        s           .        .         .        .
approved      .      .     .         .              .        .        .           .        p         d        a
published     .      .     .         .              .        .        .           .        .         d        p`

const letters: Record<string, string | null> = {
  n: 'not_started',
  d: 'draft',
  s: 'submitted',
  i: 'in_review',
  r: 'returned',
  a: 'approved',
  p: 'published',
  w: 'where_written',
  '.': null,
}

type Table = Record<string, Record<string, string | null>>

/** Cells of a state table that are not what the expected table says, and how many cells were compared. */
function differences(table: Table): { cells: number; wrong: string[] } {
  const [head = '', ...rows] = expected.trim().split('\n')
  const events = head.trim().split(/\s+/)
  const wrong: string[] = []
  let cells = 0
  for (const row of rows) {
    const [state = '', ...marks] = row.trim().split(/\s+/)
    events.forEach((event, index) => {
      cells += 1
      if (table[state]?.[event] !== letters[marks[index] ?? '']) wrong.push(`${state} + ${event}`)
    })
  }
  return { cells, wrong }
}

describe('the state table', () => {
  it('is what the product says, in every cell', () => {
    const { cells, wrong } = differences(steps)
    expect(wrong).toEqual([])
    expect(cells).toBe(reportStates.length * reportEventTypes.length)
    expect(cells).toBe(77)
  })

  it('would be caught with one wrong cell, wherever it is', () => {
    let planted = 0
    for (const state of reportStates) {
      for (const event of reportEventTypes) {
        const other = steps[state][event] === null ? 'approved' : null
        const table = { ...steps, [state]: { ...steps[state], [event]: other } }
        expect(differences(table).wrong).toEqual([`${state} + ${event}`])
        planted += 1
      }
    }
    expect(planted).toBe(77)
  })
})

function standing(...types: (ReportEventType | { type: ReportEventType; opens: string[] })[]) {
  return derive(types.map((event) => (typeof event === 'string' ? { type: event } : event)))
}

describe('what the events add up to', () => {
  it('is not started before anything is written', () => {
    expect(standing()?.state).toBe('not_started')
    expect(standing('opened')?.state).toBe('not_started')
  })

  it('goes through a whole round', () => {
    const states: ReportState[] = []
    const events: ReportEventType[] = ['opened', 'saved', 'submitted', 'review_started', 'approved', 'published']
    events.forEach((_event, index) => {
      const at = standing(...events.slice(0, index + 1))
      if (at) states.push(at.state)
    })
    expect(states).toEqual(['not_started', 'draft', 'submitted', 'in_review', 'approved', 'published'])
  })

  it('opens only what a return names, until the report is sent again', () => {
    const returned = standing('opened', 'saved', 'submitted', { type: 'returned', opens: ['results'] })
    expect(returned).toEqual({ state: 'returned', opens: ['results'], writtenIn: 'returned' })
  })

  it('comes back from a recall no more open than it was sent', () => {
    const first = standing('opened', 'saved', 'submitted', 'recalled')
    expect(first).toMatchObject({ state: 'draft', opens: null })
    const second = standing(
      'opened',
      'saved',
      'submitted',
      { type: 'returned', opens: ['results'] },
      'resubmitted',
      'recalled',
    )
    expect(second).toMatchObject({ state: 'returned', opens: ['results'] })
  })

  it('takes the last of several returns', () => {
    const twice = standing('opened', 'saved', 'submitted', { type: 'returned', opens: ['results'] }, 'resubmitted', {
      type: 'returned',
      opens: ['overall'],
    })
    expect(twice?.opens).toEqual(['overall'])
  })

  it('reopens as a draft, whole or in part', () => {
    expect(standing('opened', 'saved', 'submitted', 'approved', 'reopened')).toMatchObject({
      state: 'draft',
      opens: null,
    })
    const part = standing('opened', 'saved', 'submitted', 'approved', { type: 'reopened', opens: ['results'] })
    expect(part).toMatchObject({ state: 'draft', opens: ['results'] })
  })

  it('is nothing when an event cannot have happened', () => {
    expect(standing('opened', 'approved')).toBeNull()
    expect(standing('opened', 'saved', 'submitted', 'review_started', 'recalled')).toBeNull()
    expect(standing('opened', 'saved', 'submitted', 'approved', 'published', 'saved')).toBeNull()
  })

  it('never leaves the table on random walks', () => {
    let taken = 0
    let seed = 20_251_231
    const random = (below: number) => {
      seed = (seed * 48_271) % 2_147_483_647
      return seed % below
    }
    for (let walk = 0; walk < 300; walk += 1) {
      let at = derive([])
      for (let step = 0; step < 40; step += 1) {
        const type = reportEventTypes[random(reportEventTypes.length)] ?? 'saved'
        const next = at && follow(at, { type, opens: ['results'] })
        if (!at || !next) continue
        taken += 1
        if (type === 'saved') expect(isWritable(at.state)).toBe(true)
        if (type === 'submitted' || type === 'resubmitted') expect(sendingEvent(at.state)).toBe(type)
        at = next
      }
    }
    expect(taken).toBeGreaterThan(1000)
  })
})

describe('the worst light', () => {
  it('is the most serious one, and none when nobody has one', () => {
    expect(worstLight(['green', 'red', 'yellow'])).toBe('red')
    expect(worstLight(['green', null])).toBe('green')
    expect(worstLight([null, null])).toBeNull()
    expect(worstLight([])).toBeNull()
  })
})
