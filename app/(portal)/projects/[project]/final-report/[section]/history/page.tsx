import type { Metadata } from 'next'
import { finalReportCrumbs } from '@/components/final-report/crumbs'
import { SectionHistory } from '@/components/final-report/history/section-history'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { ButtonLink } from '@/components/ui/button'
import { PageHeading } from '@/components/ui/page-heading'
import { sectionAddress } from '@/lib/final-report/addresses'
import { headingText } from '@/lib/final-report/document/model'
import { findVersion, listVersions } from '@/lib/final-report/history/queries'
import { shownVersionSchema } from '@/lib/final-report/history/schema'
import { isWritable } from '@/lib/final-report/model'
import { canEditReport } from '@/lib/final-report/permissions'
import { loadSection, type SectionParams } from '../../load'
import { takeBackVersion } from '../actions'

type Props = { params: SectionParams; searchParams: Promise<{ version?: string | string[] }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { t, node } = await loadSection(params)
  return { title: t('reportEditor.history.title', { section: headingText(node) }) }
}

export default async function HistoryPage({ params, searchParams }: Props) {
  const { viewer, project, t, report, data, node } = await loadSection(params)
  const versions = await listVersions(viewer, node.id)
  const asked = shownVersionSchema.parse((await searchParams).version ?? versions[0]?.version ?? null)
  const shown = asked === null ? null : await findVersion(viewer, { sectionId: node.id, version: asked })
  const here = sectionAddress(project.key, node.id)
  const crumbs = finalReportCrumbs(
    t,
    project,
    { label: node.number ?? node.title, href: here },
    { label: t('reportEditor.history.crumb') },
  )
  return (
    <>
      <Breadcrumbs label={t('frame.breadcrumbs')} crumbs={crumbs} />
      <PageHeading
        title={t('reportEditor.history.title', { section: headingText(node) })}
        actions={<ButtonLink href={here}>{t('reportEditor.history.back')}</ButtonLink>}
      />
      <SectionHistory
        {...{ t, report, data, node, versions, shown }}
        projectKey={project.key}
        action={canEditReport(viewer, project.id) && isWritable[report.state] ? takeBackVersion : null}
      />
    </>
  )
}
