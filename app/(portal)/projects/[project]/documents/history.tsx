import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { documentCrumbs } from '@/components/final-report/crumbs'
import { SectionHistory } from '@/components/final-report/history/section-history'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { ButtonLink } from '@/components/ui/button'
import { PageHeading } from '@/components/ui/page-heading'
import { sectionAddress } from '@/lib/final-report/addresses'
import { headingText } from '@/lib/final-report/document/model'
import { findVersion, listVersions } from '@/lib/final-report/history/queries'
import { shownVersionSchema } from '@/lib/final-report/history/schema'
import { type DocumentKind, isWritable } from '@/lib/final-report/model'
import { takeBackVersion } from '../final-report/[section]/actions'
import { loadSection, type SectionParams } from './load'

export type HistoryPageProps = { params: SectionParams; searchParams: Promise<{ version?: string | string[] }> }

export async function historyMetadata(kind: DocumentKind, params: SectionParams): Promise<Metadata> {
  const { t, node } = await loadSection(kind, params)
  return { title: t('reportEditor.history.title', { section: headingText(node) }) }
}

/** What a section has been, for those who make the document. */
export async function HistoryPage({ kind, params, searchParams }: HistoryPageProps & { kind: DocumentKind }) {
  const { viewer, project, place, may, t, report, data, node } = await loadSection(kind, params)
  if (!may('discuss')) notFound()
  const versions = await listVersions(viewer, node.id)
  const asked = shownVersionSchema.parse((await searchParams).version ?? versions[0]?.version ?? null)
  const shown = asked === null ? null : await findVersion(viewer, { sectionId: node.id, version: asked })
  const here = sectionAddress(place, node.id)
  const crumbs = documentCrumbs(
    t,
    project,
    kind,
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
        {...{ t, place, report, data, node, versions, shown }}
        action={may('write') && isWritable[report.state] ? takeBackVersion : null}
      />
    </>
  )
}
