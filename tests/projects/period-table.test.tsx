import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { PeriodTable } from '@/components/projects/period-table'
import { words } from '@/lib/platform/words'
import type { PeriodHeader, ProjectHeader } from '@/lib/projects/model'
import { inProject, viewerWith } from '../support/builders/accounts'

const period = (key: string, more: Partial<PeriodHeader>): PeriodHeader => ({
  id: key,
  key,
  from: '2026-01-01',
  to: '2026-03-31',
  dueOn: '2026-04-20',
  closesOn: '2026-04-30',
  state: 'open',
  ...more,
})

const statesOn = (today: string): string[] => {
  const project = {
    id: 'p',
    key: 'p',
    periods: [
      period('2026-Q1', {}),
      period('2026-Q2', { state: 'planned' }),
      period('2025-Q4', { state: 'published' }),
    ],
  } as ProjectHeader
  const viewer = viewerWith([inProject('director', 'p')])
  const html = renderToStaticMarkup(<PeriodTable t={words('fi')} viewer={viewer} project={project} today={today} />)
  return [...html.matchAll(/<\/th><td[^>]*>([^<]*)<\/td>/g)].map(([, text = '']) => text)
}

describe('the periods of a project', () => {
  it('are told by the same words as in the calendar, a past due day too', () => {
    expect(statesOn('2026-04-20')).toEqual(['Julkaistu', 'Tulossa', 'Avoinna'])
    expect(statesOn('2026-04-21')).toEqual(['Julkaistu', 'Tulossa', 'Määräpäivä ohi'])
    expect(statesOn('2026-05-01')).toEqual(['Julkaistu', 'Tulossa', 'Suljettu'])
  })
})
