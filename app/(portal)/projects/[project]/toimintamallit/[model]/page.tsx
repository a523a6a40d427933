import type { Metadata } from 'next'
import { requestWords } from '@/app/locale'
import { EvidencePanel } from '@/components/evidence/evidence-panel'
import { DecisionSection } from '@/components/meetings/decision-list'
import { ModelFacts, ModelResults } from '@/components/toimintamallit/model-facts'
import { ModelGaps, OtherAddresses } from '@/components/toimintamallit/model-gaps'
import { ToldIn } from '@/components/toimintamallit/told-in'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { ButtonLink } from '@/components/ui/button'
import { PageHeading } from '@/components/ui/page-heading'
import { Section } from '@/components/ui/section'
import { can } from '@/lib/access/model'
import { toimintamallitAddress } from '@/lib/projects/addresses'
import { editModelAddress, innokylaAddress } from '@/lib/toimintamallit/addresses'
import { projectHere } from '../../here'
import { loadModelPage } from '../load'

type Props = { params: Promise<{ project: string; model: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await projectHere((await params).project)
  return { title: (await requestWords())('toimintamallit.title') }
}

export default async function ToimintamalliPage({ params }: Props) {
  const [{ project: key, model: id }, t] = await Promise.all([params, requestWords()])
  const { viewer, project } = await projectHere(key)
  const shown = await loadModelPage(viewer, { projectId: project.id, id })
  const { row, reports, sections, evidence, decisions, checks, mayKeep } = shown
  const actions = (
    <>
      {mayKeep && <ButtonLink href={editModelAddress(key, id)}>{t('toimintamallit.edit')}</ButtonLink>}
      <ButtonLink href={innokylaAddress(key, id)}>{t('toimintamallit.innokyla.open')}</ButtonLink>
    </>
  )
  const crumbs = [{ label: t('toimintamallit.title'), href: toimintamallitAddress(key) }, { label: row.name }]
  const readsReports = can(viewer, 'report.read', project.id)
  return (
    <>
      <Breadcrumbs label={t('frame.breadcrumbs')} crumbs={crumbs} />
      <PageHeading title={row.name} actions={actions} />
      <ModelGaps t={t} row={row} />
      <Section id="facts" title={t('toimintamallit.facts')}>
        <ModelFacts t={t} row={row} checks={checks} />
        <OtherAddresses t={t} row={row} />
      </Section>
      <Section id="results" title={t('toimintamallit.goalsAndResults')}>
        <ModelResults t={t} row={row} />
      </Section>
      <Section id="told" title={t('toimintamallit.told.title')}>
        <ToldIn t={t} project={key} row={row} {...{ reports, sections, readsReports }} />
      </Section>
      <DecisionSection t={t} projectKey={key} decisions={decisions} />
      <EvidencePanel t={t} projectKey={key} subject={{ kind: 'toimintamalli', id }} rows={evidence} mayKeep={mayKeep} />
    </>
  )
}
