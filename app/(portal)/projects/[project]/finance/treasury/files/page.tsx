import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requestWords } from '@/app/locale'
import { FileList } from '@/components/finance/treasury/file-list'
import { FileStanding } from '@/components/finance/treasury/file-standing'
import { MakeFile } from '@/components/finance/treasury/make-file'
import { MonthChecks } from '@/components/finance/treasury/month-checks'
import { MonthChoice } from '@/components/finance/treasury/month-choice'
import { TreasuryHeading } from '@/components/finance/treasury/treasury-heading'
import { Section } from '@/components/ui/section'
import { checkMonth, isError } from '@/lib/finance/treasury/files/checks/model'
import { readMonthView } from '@/lib/finance/treasury/files/queries'
import { now } from '@/lib/platform/clock'
import { dateInHelsinki } from '@/lib/values/calendar'
import { treasuryHere } from '../../here'
import { keepsHere } from '../here'
import { make } from './actions'

type Props = { params: Promise<{ project: string }>; searchParams: Promise<{ month?: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('treasury.file.title') }
}

export default async function FilesPage({ params, searchParams }: Props) {
  const [here, asked] = await Promise.all([treasuryHere(params), searchParams])
  const { viewer, project, t } = here
  const today = dateInHelsinki(now())
  const view = await readMonthView(viewer, project, { asked: asked.month, today })
  if (!view) notFound()
  const { month, months, files, standing } = view
  const findings = checkMonth(view.treasury, month, today)
  return (
    <>
      <TreasuryHeading t={t} project={project} title={t('treasury.file.title')} intro={t('treasury.file.intro')} />
      <MonthChoice t={t} months={months} month={month} />
      <MonthChecks t={t} project={project.key} keeps={keepsHere(here)} {...{ month, findings }} />
      <FileStanding t={t} standing={standing} />
      {!findings.some(isError) && <MakeFile {...{ t, make, project, month }} count={files.length} />}
      <Section id="made" title={t('treasury.file.made')}>
        <FileList t={t} project={project.key} files={files} />
      </Section>
    </>
  )
}
