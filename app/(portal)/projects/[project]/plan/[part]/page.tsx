import type { Metadata } from 'next'
import { PartView } from '@/components/plan/part-view'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { ButtonLink } from '@/components/ui/button'
import { PageHeading } from '@/components/ui/page-heading'
import { cellsAddress } from '@/lib/plan/addresses'
import { now } from '@/lib/platform/clock'
import { dateInHelsinki } from '@/lib/values/calendar'
import { type PartParams, partHere } from '../load'

type Props = { params: PartParams }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { t, part } = await partHere(params)
  return { title: t('plan.schedule.of', { part: part.label }) }
}

export default async function PlanPartPage({ params }: Props) {
  const { project, t, part, crumbs, writes } = await partHere(params)
  const { columns, rows } = part.table
  const marks = writes.plan && columns.length > 0 && rows.length > 0
  return (
    <>
      <Breadcrumbs label={t('frame.breadcrumbs')} crumbs={crumbs} />
      <PageHeading
        title={t('plan.schedule.of', { part: part.label })}
        intro={part.schedule.asWritten}
        actions={
          marks && (
            <ButtonLink kind="primary" href={cellsAddress(project.key, part.id)}>
              {t('plan.schedule.edit')}
            </ButtonLink>
          )
        }
      />
      <PartView t={t} projectKey={project.key} part={part} today={dateInHelsinki(now())} writes={writes.plan} />
    </>
  )
}
