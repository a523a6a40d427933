import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { documentCrumbs } from '@/components/final-report/crumbs'
import { DocumentBlockView } from '@/components/final-report/document-block'
import { originNames, SectionDesk } from '@/components/final-report/editor/section-desk'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { ButtonLink } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { Notice } from '@/components/ui/notice'
import { PageHeading } from '@/components/ui/page-heading'
import { sectionAddress } from '@/lib/final-report/addresses'
import { headingText } from '@/lib/final-report/document/model'
import { type DocumentKind, isWritable } from '@/lib/final-report/model'
import { anchorOf } from '@/lib/final-report/references/model'
import { editTexts } from '../final-report/[section]/actions'
import { accept } from '../final-report/check/actions'
import { checkOf, documentHere, type LoadedSection, loadSection, originsOf, type SectionParams } from './load'

export type EditPageProps = { params: SectionParams; searchParams: Promise<{ saved?: string | string[] }> }

export async function editMetadata(kind: DocumentKind, params: SectionParams): Promise<Metadata> {
  if (!(await documentHere(kind, (await params).project)).may('write')) return {}
  const { t, node } = await loadSection(kind, params)
  return { title: t('finalReport.editor.title', { section: headingText(node) }) }
}

/** Where a section is written; who may not write is shown it instead. */
export async function EditPage({ kind, params, searchParams }: EditPageProps & { kind: DocumentKind }) {
  const asked = await params
  const { place: document, may } = await documentHere(kind, asked.project)
  // Nothing is read for who is led elsewhere anyway.
  if (!may('write')) redirect(sectionAddress(document, asked.section))
  const loaded = await loadSection(kind, params)
  const { project, place, t, report, data, node, shown } = loaded
  const here = sectionAddress(place, node.id)
  const check = isWritable[report.state] ? await checkOf(loaded) : null
  if (!check) redirect(here)
  const saved = (await searchParams).saved === String(node.version)
  const crumbs = documentCrumbs(
    t,
    project,
    kind,
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
        {...{ t, place, report, data, node, check }}
        origins={originNames(await originsOf(loaded))}
        documents={shown?.blocks ?? []}
        actions={{ edit: editTexts, accept }}
      />
      <DataHere {...loaded} />
    </>
  )
}

/** What the data add to a chapter of the plan after what is written there. */
function DataHere({ t, node, shown }: LoadedSection) {
  const written = new Set(node.blocks.map(({ id }) => anchorOf('block', id)))
  const added = (shown?.blocks ?? []).filter(({ id, kind }) => !written.has(id) && kind !== 'unanswered')
  if (added.length === 0) return null
  return (
    <Disclosure summary={t('plan.document.dataHere')}>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
        {added.map((block) => (
          <DocumentBlockView key={block.id} block={block} t={t} sources={false} under={shown?.level} />
        ))}
      </div>
    </Disclosure>
  )
}
