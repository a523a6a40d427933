import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { finalReportCrumbs } from '@/components/final-report/crumbs'
import { originNames, SectionDesk } from '@/components/final-report/editor/section-desk'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { PageHeading } from '@/components/ui/page-heading'
import { sectionAddress } from '@/lib/final-report/addresses'
import { flatSections, headingText } from '@/lib/final-report/document/model'
import { isWritable } from '@/lib/final-report/model'
import { canEditReport } from '@/lib/final-report/permissions'
import { anchorOf } from '@/lib/final-report/references/model'
import { accept } from '../../check/actions'
import { checkOf, loadSection, originsOf, type SectionParams } from '../../load'
import { editTexts } from '../actions'

type Props = { params: SectionParams; searchParams: Promise<{ saved?: string | string[] }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { t, node } = await loadSection(params)
  return { title: t('finalReport.editor.title', { section: headingText(node) }) }
}

export default async function EditSectionPage({ params, searchParams }: Props) {
  const loaded = await loadSection(params)
  const { viewer, project, t, report, data, document, node } = loaded
  const here = sectionAddress(project.key, node.id)
  const check = isWritable[report.state] && canEditReport(viewer, project.id) ? await checkOf(loaded) : null
  if (!check) redirect(here)
  const shown = flatSections(document.sections).find((one) => one.id === anchorOf('section', node.id))
  const saved = (await searchParams).saved === String(node.version)
  const crumbs = finalReportCrumbs(
    t,
    project,
    { label: node.number ?? node.title, href: here },
    { label: t('finalReport.editor.crumb') },
  )
  return (
    <>
      <Breadcrumbs label={t('frame.breadcrumbs')} crumbs={crumbs} />
      <PageHeading
        title={headingText(node)}
        intro={node.prompt ?? undefined}
        actions={<ButtonLink href={here}>{t('finalReport.editor.done')}</ButtonLink>}
      />
      {saved && <Notice kind="success" word={t('finalReport.editor.saved')} live />}
      <SectionDesk
        {...{ t, report, data, node }}
        projectKey={project.key}
        origins={originNames(await originsOf(viewer, node))}
        documents={shown?.blocks ?? []}
        check={check}
        actions={{ edit: editTexts, accept }}
      />
    </>
  )
}
