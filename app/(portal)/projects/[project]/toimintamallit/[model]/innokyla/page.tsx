import type { Metadata } from 'next'
import { requestWords } from '@/app/locale'
import { InnokylaChecks, InnokylaText } from '@/components/toimintamallit/innokyla/innokyla-text'
import { LinkLine } from '@/components/toimintamallit/link-check'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageHeading } from '@/components/ui/page-heading'
import { toimintamallitAddress } from '@/lib/projects/addresses'
import { findOverview } from '@/lib/projects/overview/queries'
import { modelAddress } from '@/lib/toimintamallit/addresses'
import { checkOf } from '@/lib/toimintamallit/links/model'
import { listLinkChecks } from '@/lib/toimintamallit/links/queries'
import { projectHere } from '../../../here'
import { loadModel } from '../../load'

type Props = { params: Promise<{ project: string; model: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await projectHere((await params).project)
  return { title: (await requestWords())('toimintamallit.innokyla.title') }
}

export default async function InnokylaPage({ params }: Props) {
  const [{ project: key, model: id }, t] = await Promise.all([params, requestWords()])
  const { viewer, project } = await projectHere(key)
  const row = await loadModel(viewer, { projectId: project.id, id })
  const [overview, checks] = await Promise.all([findOverview(viewer, project.id), listLinkChecks(viewer, project.id)])
  const { programme } = project
  const told = {
    organisation: project.organisationName,
    funder: programme.funder,
    statement: programme.statement[t.locale],
    programme: programme.name,
    name: project.name,
    period: overview?.periodAsWritten ?? null,
  }
  const crumbs = [
    { label: t('toimintamallit.title'), href: toimintamallitAddress(key) },
    { label: row.name, href: modelAddress(key, id) },
    { label: t('toimintamallit.innokyla.title') },
  ]
  return (
    <>
      <Breadcrumbs label={t('frame.breadcrumbs')} crumbs={crumbs} />
      <PageHeading title={t('toimintamallit.innokyla.title')} intro={t('toimintamallit.innokyla.intro')} />
      <InnokylaChecks t={t} row={row} />
      <p>
        <LinkLine t={t} check={checkOf(checks, row.innokylaUrl)} />
      </p>
      <InnokylaText t={t} row={row} project={told} />
    </>
  )
}
