import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requestWords } from '@/app/locale'
import { ExplorerView } from '@/components/indicators/explorer/explorer-view'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageHeading } from '@/components/ui/page-heading'
import { indicatorsAddress, projectAddress } from '@/lib/projects/addresses'
import { periodText } from '@/lib/steering/figure-texts/model'
import { projectHere } from '../../here'
import { loadExplorer } from './load'

type Props = {
  params: Promise<{ project: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await projectHere((await params).project)
  return { title: (await requestWords())('explorer.title') }
}

export default async function ExplorerPage({ params, searchParams }: Props) {
  const [{ project: key }, asked, t] = await Promise.all([params, searchParams, requestWords()])
  const { viewer, project } = await projectHere(key)
  const explored = await loadExplorer(viewer, project, asked, t)
  if (!explored) notFound()
  const { known } = explored
  const period = known.publication && !known.live ? periodText(known.publication.periodKey) : null
  const list = { label: t('indicators.title'), href: indicatorsAddress(key) }
  const crumbs = [{ label: project.name, href: projectAddress(key) }, list, { label: t('explorer.title') }]
  return (
    <>
      <Breadcrumbs label={t('frame.breadcrumbs')} crumbs={crumbs} />
      <PageHeading
        title={t('explorer.title')}
        intro={period ? t('indicators.introPublished', { period }) : t('explorer.intro')}
      />
      <ExplorerView t={t} project={key} explored={explored} />
    </>
  )
}
