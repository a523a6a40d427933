import type { ReactNode } from 'react'
import { FinanceHeading } from '@/components/finance/finance-heading'
import { itemAddress } from '@/lib/finance/treasury/addresses'
import type { SupportItemRow } from '@/lib/finance/treasury/model'
import type { Words } from '@/lib/platform/words'
import type { ProjectHeader } from '@/lib/projects/model'

type Props = {
  t: Words
  project: ProjectHeader
  title: string
  intro?: string
  actions?: ReactNode
  /** The support to which the page belongs */
  item?: Pick<SupportItemRow, 'id' | 'name'>
}

/** Where a page under the State Treasury's data is. */
export function TreasuryHeading({ t, project, title, intro, actions, item }: Props) {
  const way = item ? [{ label: item.name, href: itemAddress(project.key, item.id) }] : []
  return (
    <FinanceHeading
      t={t}
      project={project}
      list="treasury"
      title={title}
      intro={intro}
      actions={actions}
      under={[...way, { label: title }]}
    />
  )
}
