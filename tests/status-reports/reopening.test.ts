import { describe, expect, it } from 'vitest'
import { isOpen } from '@/lib/status-reports/fields/model'
import { derive, openedWithin, type ReportEvent, reportStates } from '@/lib/status-reports/model'
import { isText, type LaterPeriod, openReopening, reopeningOf, textPaths } from '@/lib/status-reports/reopening/model'

const id = '0198a000-0000-7000-8000-000000000001'
const later = (key: string, to: string, parts: Partial<LaterPeriod> = {}): LaterPeriod => ({
  key,
  to,
  published: false,
  report: null,
  ...parts,
})

describe('how far a report opens again', () => {
  it('wholly when nothing builds on it', () => {
    expect(reopeningOf([])).toEqual({ scope: 'full' })
    expect(reopeningOf([later('2025-Q4', '2025-12-31')])).toEqual({ scope: 'full' })
    expect(reopeningOf([later('2025-Q4', '2025-12-31', { report: 'not_started' })])).toEqual({ scope: 'full' })
  })

  it.each(reportStates.filter((state) => state !== 'not_started'))(
    'only its texts when a later report is %s',
    (report) => {
      expect(reopeningOf([later('2025-Q4', '2025-12-31', { report })])).toEqual({
        scope: 'texts',
        because: 'report',
        periodKey: '2025-Q4',
      })
    },
  )

  it('only its texts when a later period is published, also when the unit did not report in it', () => {
    expect(reopeningOf([later('2025-Q4', '2025-12-31', { published: true })])).toEqual({
      scope: 'texts',
      because: 'published',
      periodKey: '2025-Q4',
    })
  })

  it('tells the first period that builds on it, in whatever order they come', () => {
    const periods = [
      later('2026-Q1', '2026-03-31', { published: true }),
      later('2025-Q4', '2025-12-31', { report: 'draft' }),
      later('2025-H2', '2025-12-30'),
    ]
    expect(reopeningOf(periods)).toMatchObject({ because: 'report', periodKey: '2025-Q4' })
    expect(reopeningOf(periods.toReversed())).toMatchObject({ because: 'report', periodKey: '2025-Q4' })
  })
})

describe('what is text', () => {
  // Written by hand from the product description.
  const texts = ['overall/reason', `actions/${id}/text`, 'actions/general/text', 'actions/no-7/text', 'results/text']
  const more = ['nextSteps/text', 'deviations/text', `toimintamallit/${id}/change`, 'risks/text']
  const others = ['overall/light', `actions/${id}/state`, 'deviations/planChange', 'overall', 'indicators', 'nothing']
  const figures = ['value', 'n', 'note', 'time'].map((field) => `indicators/${id}/${field}`)

  it.each([...texts, ...more])('%s', (path) => expect(isText(path)).toBe(true))
  it.each([...others, ...figures])('not %s', (path) => expect(isText(path)).toBe(false))

  it('lists every text of a report once, and nothing that is built on', () => {
    const paths = textPaths({
      actionIds: [id],
      toimintamalliIds: [id],
      paths: ['actions/no-7/text', 'results/text', ...others, ...figures],
    })
    expect(paths).toEqual([...texts, ...more].sort())
    for (const path of [...others.slice(0, 3), ...figures]) expect(isOpen(paths, path)).toBe(false)
  })
})

describe('a report under a limited reopening', () => {
  const within = ['actions/general/text', 'nextSteps/text', 'results/text']
  const start: ReportEvent[] = [
    { type: 'opened' },
    { type: 'saved' },
    { type: 'submitted' },
    { type: 'approved' },
    { type: 'published' },
    { type: 'reopened', opens: within },
  ]
  const following = (...events: ReportEvent[]) => derive([...start, ...events])

  it('is written where it opened, and nowhere else', () => {
    expect(following()).toEqual({ state: 'draft', opens: within, writtenIn: 'draft', within })
  })

  it('comes back just as open when it is sent and taken back', () => {
    expect(following({ type: 'submitted' }, { type: 'recalled' })).toMatchObject({ state: 'draft', opens: within })
  })

  it('is returned only within what the reopening opened, however much the return names', () => {
    const everything = ['overall', 'actions', 'results', 'nextSteps', 'indicators', 'deviations']
    expect(following({ type: 'submitted' }, { type: 'returned', opens: everything })?.opens).toEqual(within)
    expect(following({ type: 'submitted' }, { type: 'returned', opens: ['results'] })?.opens).toEqual(['results/text'])
    expect(following({ type: 'submitted' }, { type: 'returned', opens: ['indicators'] })?.opens).toEqual([])
  })

  it('is returned a second time to another part of the reopening, and taken back as that return left it', () => {
    const twice: ReportEvent[] = [
      { type: 'submitted' },
      { type: 'returned', opens: ['results'] },
      { type: 'resubmitted' },
      { type: 'returned', opens: ['actions', 'indicators'] },
    ]
    expect(following(...twice)?.opens).toEqual(['actions/general/text'])
    expect(following(...twice, { type: 'resubmitted' }, { type: 'recalled' })).toMatchObject({
      state: 'returned',
      opens: ['actions/general/text'],
    })
  })

  it('forgets the limit when it is approved and opened wholly, and takes a new one', () => {
    const again: ReportEvent[] = [{ type: 'submitted' }, { type: 'approved' }]
    const whole = following(...again, { type: 'reopened' })
    expect(whole).toEqual({ state: 'draft', opens: null, writtenIn: 'draft' })
    const returned = following(
      ...again,
      { type: 'reopened' },
      { type: 'submitted' },
      { type: 'returned', opens: ['indicators'] },
    )
    expect(returned?.opens).toEqual(['indicators'])
    expect(following(...again, { type: 'reopened', opens: ['risks/text'] })?.opens).toEqual(['risks/text'])
  })

  it('is found as long as it has not been approved', () => {
    expect(openReopening(start)).toMatchObject({ opens: within })
    expect(openReopening([...start, { type: 'submitted' }, { type: 'returned', opens: ['results'] }])).not.toBeNull()
    expect(openReopening([...start, { type: 'submitted' }, { type: 'approved' }])).toBeNull()
    expect(openReopening(start.slice(0, 5))).toBeNull()
  })

  it('narrows fields as well as sections, each place once', () => {
    expect(openedWithin(undefined, ['indicators'])).toEqual(['indicators'])
    expect(openedWithin(['results/text'], ['results', 'results/text'])).toEqual(['results/text'])
    expect(openedWithin(['results'], ['results/text'])).toEqual(['results/text'])
  })
})
