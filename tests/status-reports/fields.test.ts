import { describe, expect, it } from 'vitest'
import { canBeOpened, cleanText, isOpen, readPath } from '@/lib/status-reports/fields/model'

const id = '0197a000-0000-7000-8000-000000000001'

describe('the address of a field', () => {
  it.each([
    ['overall/light', 'overall', 'light'],
    ['overall/reason', 'overall', 'reason'],
    ['actions/general/text', 'actions', 'text'],
    ['results/text', 'results', 'text'],
    ['nextSteps/text', 'next_steps', 'text'],
    ['deviations/text', 'deviations', 'text'],
    ['deviations/planChange', 'deviations', 'planChange'],
    [`actions/${id}/text`, 'actions', 'text'],
    [`actions/${id}/state`, 'actions', 'state'],
    [`indicators/${id}/value`, 'indicators', 'value'],
    [`indicators/${id}/n`, 'indicators', 'n'],
    [`indicators/${id}/note`, 'indicators', 'note'],
    [`indicators/${id}/time`, 'indicators', 'time'],
    [`toimintamallit/${id}/change`, 'toimintamallit', 'change'],
  ])('%s', (path, section, field) => {
    expect(readPath(path)).toMatchObject({ section, field })
  })

  it('names the row it is about', () => {
    expect(readPath(`actions/${id}/state`)?.actionId).toBe(id)
    expect(readPath(`indicators/${id}/value`)?.indicatorId).toBe(id)
    expect(readPath(`toimintamallit/${id}/change`)?.toimintamalliId).toBe(id)
    expect(readPath('actions/no-12/text')?.actionNo).toBe(12)
  })

  it.each([
    '',
    'overall',
    'overall/lights',
    'constructor',
    'toString',
    `actions/${id}`,
    `actions/${id}/value`,
    `actions/${id}/text/more`,
    'actions/no--1/text',
    'actions/no-1/state',
    'indicators/1/value',
    ` actions/${id}/text`,
  ])('is refused: "%s"', (path) => {
    expect(readPath(path)).toBeNull()
  })
})

describe('what a return opens', () => {
  it('is everything when nothing is named', () => {
    expect(isOpen(null, 'results/text')).toBe(true)
  })

  it('is the section, the row or the field, and nothing that only begins alike', () => {
    expect(isOpen(['actions'], `actions/${id}/text`)).toBe(true)
    expect(isOpen([`actions/${id}`], `actions/${id}/state`)).toBe(true)
    expect(isOpen([`actions/${id}/text`], `actions/${id}/text`)).toBe(true)
    expect(isOpen([`actions/${id}/text`], `actions/${id}/state`)).toBe(false)
    expect(isOpen(['results'], 'resultsAndMore/text')).toBe(false)
    expect(isOpen([], 'results/text')).toBe(false)
  })

  it('can be named only by an address', () => {
    for (const path of ['overall', 'nextSteps', `actions/${id}`, `indicators/${id}`, `toimintamallit/${id}/change`]) {
      expect(canBeOpened(path)).toBe(true)
    }
    for (const path of ['', 'next_steps', 'everything', `actions/${id}/nothing`, 'actions/x']) {
      expect(canBeOpened(path)).toBe(false)
    }
  })
})

describe('typed text', () => {
  it('keeps its spaces and loses what the database cannot hold', () => {
    expect(cleanText('a\r\nb\rc\u0000 d  ')).toBe('a\nb\nc d  ')
  })
})
