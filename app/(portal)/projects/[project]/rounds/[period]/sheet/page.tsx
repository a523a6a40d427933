import type { Metadata } from 'next'
import { requestWords } from '@/app/locale'
import { RefusedSheet, SentSheets, SheetForms } from '@/components/status-reports/sheets/sheet-files'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageHeading } from '@/components/ui/page-heading'
import { findFigureRows, listSheets } from '@/lib/status-reports/sheets/queries'
import { sheetsHere } from './load'

type Props = {
  params: Promise<{ project: string; period: string }>
  searchParams: Promise<{ file?: string | string[] }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('figureSheets.title') }
}

export default async function FigureSheetsPage({ params, searchParams }: Props) {
  const [{ viewer, t, project, period, crumbs, place }, { file }] = await Promise.all([
    sheetsHere(params),
    searchParams,
  ])
  const [rows, sheets] = await Promise.all([findFigureRows(viewer, place), listSheets(viewer, place)])
  return (
    <>
      <Breadcrumbs label={t('frame.breadcrumbs')} crumbs={crumbs} />
      <PageHeading title={t('figureSheets.title')} intro={t('figureSheets.intro')} />
      <RefusedSheet t={t} reason={typeof file === 'string' ? file : null} />
      <SheetForms t={t} project={project} period={period} rows={rows ?? []} />
      <SentSheets t={t} project={project} period={period} sheets={sheets} />
    </>
  )
}
