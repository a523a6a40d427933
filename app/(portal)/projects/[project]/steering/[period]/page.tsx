import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requestWords } from '@/app/locale'
import { AnswersFirst } from '@/components/steering/answers-first'
import { BoardHeading } from '@/components/steering/board-heading'
import type { BoardPart } from '@/components/steering/dashboard'
import { drawDashboard } from '@/components/steering/draw-dashboard'
import { ExplorerSection } from '@/components/steering/explorer/explorer-section'
import { NotPublished } from '@/components/steering/not-published'
import { Frozen } from '@/components/ui/frozen'
import { periodText } from '@/lib/steering/figure-texts/model'
import { chooseComparison } from '@/lib/steering/model'
import { parseView, viewQuery } from '@/lib/steering/schema'
import { frozenHere, isPublishedHere, openedHere, projectPageOf, publishedHere, versionHere } from '../here'

type Props = {
  params: Promise<{ project: string; period: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { project, period } = await params
  const [published, t] = await Promise.all([isPublishedHere(project, period), requestWords()])
  return { title: published ? t('steering.title', { period: periodText(period) }) : t('projects.nav.steering') }
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
  const version = shown.version === newest.version ? null : asked.version
  const view = { ...asked, compare: other?.periodKey ?? null, version }
  const [opened, home] = await Promise.all([openedHere(), projectPageOf(viewer, project)])
  const drawn = (part: BoardPart) => async () =>
    drawDashboard({ t, part, view, ...(await frozenHere(viewer, shown, other)) })
  const heading = { home, published, versions, shown, view }
  const of = [shown.snapshotId, other?.snapshotId, t.locale, t.mark]
  return (
    <>
      <Frozen
        opened={opened}
        name={JSON.stringify(['heading', t.locale, heading])}
        draw={() => <BoardHeading t={t} {...heading} />}
      />
      <AnswersFirst />
      <Frozen opened={opened} name={['upper', ...of, version].join(' ')} draw={drawn('upper')} />
      <ExplorerSection t={t} name={of.join(' ')} read={async () => (await frozenHere(viewer, shown, other)).body} />
      <Frozen opened={opened} name={['lower', ...of, viewQuery(view)].join(' ')} draw={drawn('lower')} />
    </>
  )
}
