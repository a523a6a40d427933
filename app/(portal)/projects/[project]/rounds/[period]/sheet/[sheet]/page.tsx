import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requestWords } from '@/app/locale'
import { SheetPreview } from '@/components/status-reports/sheets/sheet-preview'
import { SheetSteps } from '@/components/status-reports/sheets/sheet-steps'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageHeading } from '@/components/ui/page-heading'
import { markOf } from '@/lib/status-reports/sheets/commands'
import { findSheet } from '@/lib/status-reports/sheets/queries'
import { remove, take } from '../actions'
import { sheetsHere } from '../load'

type Props = { params: Promise<{ project: string; period: string; sheet: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('figureSheets.title') }
}

export default async function FigureSheetPage({ params }: Props) {
  const [{ viewer, t, project, period, crumbs, place }, { sheet: id }] = await Promise.all([sheetsHere(params), params])
  const sheet = await findSheet(viewer, place, id)
  if (!sheet) notFound()
  const changes = sheet.outcome?.changes ?? []
  const seen = changes.length > 0 && sheet.outcome?.problems.length === 0 ? markOf(changes) : null
  return (
    <>
      <Breadcrumbs label={t('frame.breadcrumbs')} crumbs={[...crumbs, { label: sheet.name }]} />
      <PageHeading title={t('figureSheets.preview.title', { name: sheet.name })} />
      <SheetPreview t={t} sheet={sheet} />
      <SheetSteps {...{ t, project, period, sheet, seen, take, remove }} />
    </>
  )
}
