import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requestWords } from '@/app/locale'
import { ListingLinks } from '@/components/projects/listings/listing-links'
import { RiskRegister } from '@/components/risks/risk-register'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { ButtonLink } from '@/components/ui/button'
import { PageHeading } from '@/components/ui/page-heading'
import { can } from '@/lib/access/model'
import { projectAddress } from '@/lib/projects/addresses'
import { newRiskAddress } from '@/lib/risks/addresses'
import { type Given, readRiskFilter } from '@/lib/risks/filters/model'
import { rightToKeepRisks } from '@/lib/risks/permissions'
import { listRisks } from '@/lib/risks/queries'
import { projectHere } from '../here'

type Props = { params: Promise<{ project: string }>; searchParams: Promise<Given> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await projectHere((await params).project)
  return { title: (await requestWords())('risks.title') }
}

export default async function RisksPage({ params, searchParams }: Props) {
  const [{ viewer, project }, given, t] = await Promise.all([
    projectHere((await params).project),
    searchParams,
    requestWords(),
  ])
  if (!can(viewer, 'project.read', project.id)) notFound()
  const risks = await listRisks(viewer, project.id)
  const writes = rightToKeepRisks(viewer, project.id) !== null
  const crumbs = [{ label: project.name, href: projectAddress(project.key) }, { label: t('risks.title') }]
  return (
    <>
      <Breadcrumbs label={t('frame.breadcrumbs')} crumbs={crumbs} />
      <PageHeading
        title={t('risks.title')}
        intro={t('risks.intro')}
        actions={
          writes &&
          risks.length > 0 && (
            <ButtonLink kind="primary" href={newRiskAddress(project.key)}>
              {t('risks.add')}
            </ButtonLink>
          )
        }
      />
      <RiskRegister t={t} project={project} risks={risks} filter={readRiskFilter(given)} writes={writes} />
      {risks.length > 0 && <ListingLinks t={t} project={project.key} list="risks" />}
    </>
  )
}
