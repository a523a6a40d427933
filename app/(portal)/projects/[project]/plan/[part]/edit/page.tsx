import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cellColumns, cellRows } from '@/components/plan/cell-parts'
import { CellsForm } from '@/components/plan/cells-form'
import { planFormWords } from '@/components/plan/words'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageHeading } from '@/components/ui/page-heading'
import { keepCells } from '../../actions'
import { type PartParams, partHere } from '../../load'

type Props = { params: PartParams }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { t, part } = await partHere(params)
  return { title: t('plan.schedule.editOf', { part: part.label }) }
}

export default async function CellsPage({ params }: Props) {
  const { t, part, crumbs, writes, place } = await partHere(params)
  const { table } = part
  if (!writes.plan || table.columns.length === 0 || table.rows.length === 0) notFound()
  const title = t('plan.schedule.editOf', { part: part.label })
  return (
    <>
      <Breadcrumbs label={t('frame.breadcrumbs')} crumbs={[...crumbs, { label: t('plan.schedule.edit') }]} />
      <PageHeading title={title} intro={`${t('plan.schedule.editHelp')} ${t('plan.schedule.keys')}`} />
      <CellsForm
        action={keepCells}
        values={place}
        caption={title}
        rowHeader={t('plan.schedule.action')}
        columns={cellColumns(t, table)}
        rows={cellRows(t, table)}
        send={t('plan.form.save')}
        words={planFormWords(t)}
      />
    </>
  )
}
