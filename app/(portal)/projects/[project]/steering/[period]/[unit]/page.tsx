import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { requestWords } from '@/app/locale'
import { Frozen } from '@/components/steering/frozen'
import { UnitPage } from '@/components/steering/unit/unit-page'
import { currentViewer } from '@/lib/access/session'
import { findSnapshot } from '@/lib/steering/queries'
import { isOpened, publishedHere } from '../../here'

type Props = { params: Promise<{ project: string; period: string; unit: string }> }

const find = cache(findSnapshot)

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  if (!(await currentViewer())) return {}
  return { title: (await unitHere(params)).unit.title }
}

export default async function SteeringUnitPage({ params }: Props) {
  const [{ body, unit, snapshotId }, t] = await Promise.all([unitHere(params), requestWords()])
  return (
    <Frozen
      opened={await isOpened()}
      name={[snapshotId, unit.id, t.locale].join(' ')}
      draw={async () => <UnitPage t={t} body={body} unit={unit} />}
    />
  )
}

/** A unit of the published period. What is not published, not there, or not the reader's looks the same. */
async function unitHere(params: Props['params']) {
  const { project, period, unit: id } = await params
  const { viewer, published } = await publishedHere(project)
  const shown = published.find((one) => one.periodKey === period)
  const body = shown && (await find(viewer, shown.snapshotId))
  const unit = body?.units.find((one) => one.id === id && one.reports)
  if (!shown || !body || !unit) notFound()
  return { body, unit, snapshotId: shown.snapshotId }
}
