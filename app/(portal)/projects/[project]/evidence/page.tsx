import type { Metadata } from 'next'
import { requestWords } from '@/app/locale'
import { EvidenceOverview } from '@/components/evidence/evidence-overview'
import { ListingLinks } from '@/components/projects/listings/listing-links'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageHeading } from '@/components/ui/page-heading'
import { listProjectEvidence, listTargetEvidence } from '@/lib/evidence/overview/queries'
import { projectAddress } from '@/lib/projects/addresses'
import { projectHere } from '../here'

type Props = { params: Promise<{ project: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await projectHere((await params).project)
  return { title: (await requestWords())('evidence.title') }
}

export default async function EvidencePage({ params }: Props) {
  const [{ project: key }, t] = await Promise.all([params, requestWords()])
  const { viewer, project } = await projectHere(key)
  const [targets, pieces] = await Promise.all([
    listTargetEvidence(viewer, project.id),
    listProjectEvidence(viewer, project.id),
  ])
  return (
    <>
      <Breadcrumbs
        label={t('frame.breadcrumbs')}
        crumbs={[{ label: project.name, href: projectAddress(key) }, { label: t('evidence.title') }]}
      />
      <PageHeading title={t('evidence.title')} intro={t('evidence.overview.intro')} />
      <EvidenceOverview t={t} projectKey={key} targets={targets} pieces={pieces} />
      {pieces.length > 0 && <ListingLinks t={t} project={key} list="evidence" />}
    </>
  )
}
