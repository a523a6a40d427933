import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requestWords } from '@/app/locale'
import { BoardHeading } from '@/components/steering/board-heading'
import { drawDashboard } from '@/components/steering/draw-dashboard'
import { Frozen } from '@/components/steering/frozen'
import { NotPublished } from '@/components/steering/not-published'
import { periodText } from '@/lib/steering/figure-texts/model'
import { chooseComparison } from '@/lib/steering/model'
import { findLights, findSnapshot } from '@/lib/steering/queries'
import { parseView, viewQuery } from '@/lib/steering/schema'
import { isOpened, isPublishedHere, publishedHere, versionHere } from '../here'

type Props = {
  params: Promise<{ project: string; period: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { project, period } = await params
  if (!(await isPublishedHere(project, period))) return {}
  return { title: (await requestWords())('steering.title', { period: periodText(period) }) }
}

export default async function DashboardPage({ params, searchParams }: Props) {
  const { project, period } = await params
  const [{ viewer, published }, t] = await Promise.all([publishedHere(project), requestWords()])
  const newest = published.find((one) => one.periodKey === period)
  if (!newest) return <NotPublished t={t} period={period} newest={published.at(-1) ?? null} />
  const asked = parseView(await searchParams)
  const chosen = await versionHere(viewer, newest, asked.version)
  if (!chosen) notFound()
  const { shown, versions } = chosen
  const other = chooseComparison(published, shown, asked.compare)
  const view = {
    ...asked,
    compare: other?.periodKey ?? null,
    version: shown.version === newest.version ? null : asked.version,
  }
  return (
    <>
      <BoardHeading t={t} published={published} versions={versions} shown={shown} view={view} />
      <Frozen
        opened={await isOpened()}
        name={[shown.snapshotId, other?.snapshotId, t.locale, viewQuery(view)].join(' ')}
        draw={async () => {
          const body = await findSnapshot(viewer, shown.snapshotId)
          if (!body) notFound()
          return drawDashboard({ t, body, view, earlier: other && (await findLights(viewer, other.snapshotId)) })
        }}
      />
    </>
  )
}
