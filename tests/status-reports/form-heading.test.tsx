import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { FormHeading } from '@/components/status-reports/form-heading'
import { words } from '@/lib/platform/words'
import type { ReportView } from '@/lib/status-reports/views/model'

const t = words('fi')
const known = {
  id: 'report',
  state: 'returned',
  scope: 'report',
  opens: null,
  period: {
    id: 'q',
    key: '2025-Q4',
    from: '2025-10-01',
    to: '2025-12-31',
    dueOn: null,
    closesOn: null,
    exception: null,
  },
  previousPeriodKey: null,
  unit: { id: 'unit', code: 'A', number: null, title: 'Yksikkö', name: 'Yksikkö' },
  indicators: [{ id: 'one' }, { id: 'two' }],
  events: [],
}

const heading = (opens: string[] | null) =>
  renderToStaticMarkup(
    <FormHeading
      t={t}
      project={{ key: 'kkk2', name: 'Hanke' }}
      report={{ ...known, opens } as unknown as ReportView}
    />,
  )
const ways = [t('statusReports.grid.open'), t('figureSheets.title')]

it('leads to the other ways of writing values where values may be written', () => {
  for (const opens of [null, ['indicators'], ['results', 'indicators/one/value']])
    for (const way of ways) expect(heading(opens), String(opens)).toContain(way)
})

it('does not where the report came back with other parts open only', () => {
  for (const way of ways) expect(heading(['results', 'nextSteps/text'])).not.toContain(way)
})
