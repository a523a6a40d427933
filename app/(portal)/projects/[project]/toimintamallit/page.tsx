import type { Metadata } from 'next'
import { requestWords } from '@/app/locale'
import { ListingLinks } from '@/components/projects/listings/listing-links'
import { RegisterFilters } from '@/components/toimintamallit/register-filters'
import { RegisterFunnel } from '@/components/toimintamallit/register-funnel'
import { RegisterTable } from '@/components/toimintamallit/register-table'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeading } from '@/components/ui/page-heading'
import { Section } from '@/components/ui/section'
import { can } from '@/lib/access/model'
import { projectAddress } from '@/lib/projects/addresses'
import { newModelAddress } from '@/lib/toimintamallit/addresses'
import { filterRegister, readRegisterFilter, registerFunnel } from '@/lib/toimintamallit/register/model'
import { projectHere } from '../here'
import { loadRegisterPage } from './load'

type Props = {
  params: Promise<{ project: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await projectHere((await params).project)
  return { title: (await requestWords())('toimintamallit.title') }
}

export default async function ToimintamallitPage({ params, searchParams }: Props) {
  const [{ project: key }, given, t] = await Promise.all([params, searchParams, requestWords()])
  const { viewer, project } = await projectHere(key)
  const { rows, checks } = await loadRegisterPage(viewer, project.id)
  const filter = readRegisterFilter(given)
  const shown = filterRegister(rows, filter, t.locale)
  const add = can(viewer, 'toimintamallit.write', project.id) && (
    <ButtonLink href={newModelAddress(key)}>{t('toimintamallit.add')}</ButtonLink>
  )
  const counts = { shown: shown.length, all: rows.length }
  const crumbs = [{ label: project.name, href: projectAddress(key) }, { label: t('toimintamallit.title') }]
  return (
    <>
      <Breadcrumbs label={t('frame.breadcrumbs')} crumbs={crumbs} />
      <PageHeading title={t('toimintamallit.title')} intro={t('toimintamallit.intro')} actions={add} />
      {rows.length === 0 ? (
        <EmptyState title={t('toimintamallit.none')}>{t('toimintamallit.noneHelp')}</EmptyState>
      ) : (
        <>
          <Section id="stage" title={t('toimintamallit.stage')}>
            <RegisterFunnel t={t} funnel={registerFunnel(shown)} />
          </Section>
          <Section id="list" title={t('toimintamallit.list')} intro={t('toimintamallit.shown', counts)}>
            <RegisterFilters t={t} project={key} rows={rows} filter={filter} />
            <RegisterTable t={t} project={key} rows={shown} filter={filter} checks={checks} />
            <ListingLinks t={t} project={key} list="toimintamallit" />
          </Section>
        </>
      )}
    </>
  )
}
