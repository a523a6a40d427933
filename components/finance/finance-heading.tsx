import type { ReactNode } from 'react'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageHeading } from '@/components/ui/page-heading'
import { Tabs } from '@/components/ui/tabs'
import { actualsAddress, budgetsAddress, forecastsAddress, reservationsAddress } from '@/lib/finance/addresses'
import { treasuryAddress } from '@/lib/finance/treasury/addresses'
import type { Words } from '@/lib/platform/words'
import { financeAddress, projectAddress, purchasesAddress } from '@/lib/projects/addresses'
import type { ProjectHeader } from '@/lib/projects/model'

const lists = {
  overview: financeAddress,
  budgets: budgetsAddress,
  actuals: actualsAddress,
  forecasts: forecastsAddress,
  purchases: purchasesAddress,
  reservations: reservationsAddress,
  treasury: treasuryAddress,
} as const
export type FinanceList = keyof typeof lists

type Props = {
  t: Words
  project: ProjectHeader
  /** The list the page belongs to */
  list: FinanceList
  title: string
  intro?: string
  actions?: ReactNode
  /** Whether the viewer keeps what the State Treasury is told: nobody else is shown the way there */
  treasury?: boolean
  /** A page under the list, with what lies between */
  under?: readonly { label: string; href?: string }[]
}

/** Where a page of the finances is, and the way to the others. */
export function FinanceHeading({ t, project, list, title, intro, actions, treasury, under }: Props) {
  const { key, name } = project
  const own = list === 'overview' ? [] : [{ label: t(`finance.list.${list}`), href: lists[list](key) }]
  const crumbs = [
    { label: name, href: projectAddress(key) },
    { label: t('finance.title'), href: financeAddress(key) },
    ...own,
    ...(under ?? []),
  ]
  const last = crumbs.at(-1)
  return (
    <>
      <Breadcrumbs
        label={t('frame.breadcrumbs')}
        crumbs={[...crumbs.slice(0, -1), ...(last ? [{ label: last.label }] : [])]}
      />
      <PageHeading title={title} intro={intro} actions={actions} />
      {!under && (
        <Tabs
          label={t('finance.title')}
          tabs={(Object.keys(lists) as FinanceList[])
            .filter((one) => one !== 'treasury' || treasury)
            .map((one) => ({ label: t(`finance.list.${one}`), href: lists[one](key), current: one === list }))}
        />
      )}
    </>
  )
}
