import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requestWords } from '@/app/locale'
import { FinanceHeading } from '@/components/finance/finance-heading'
import { PasteColumns } from '@/components/finance/pastes/paste-columns'
import { PastePreview } from '@/components/finance/pastes/paste-preview'
import { TakeForm } from '@/components/finance/pastes/take-form'
import { ButtonLink } from '@/components/ui/button'
import { pasteAddress, pasteAnewAddress } from '@/lib/finance/addresses'
import { chosenLayout, readTable, understand } from '@/lib/finance/pastes/model'
import { findPaste, readGround } from '@/lib/finance/pastes/queries'
import { idHere, keeperHere } from '../../../here'
import { take } from '../../actions'

type Props = {
  params: Promise<{ project: string; paste: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('finance.paste.preview') }
}

export default async function PastePreviewPage({ params, searchParams }: Props) {
  const [{ viewer, project, t }, { paste: id }, asked] = await Promise.all([keeperHere(params), params, searchParams])
  const paste = await findPaste(viewer, project.id, idHere(id))
  if (!paste) notFound()
  const ground = await readGround(viewer, project.id, paste.periodId)
  const table = readTable(paste.text)
  const layout = chosenLayout(table, asked)
  const understanding = understand(table, layout, ground)
  const title = t('finance.paste.preview')
  const under = [{ label: t('finance.paste.title'), href: pasteAddress(project.key) }, { label: title }]
  // What has been taken in is not mended here.
  const anew = paste.takenAt === null && (
    <ButtonLink href={pasteAnewAddress(project.key, paste.id)}>{t('finance.paste.pasteAnew')}</ButtonLink>
  )
  const shown = { t, layout, understanding }
  return (
    <>
      <FinanceHeading
        t={t}
        project={project}
        list="actuals"
        title={title}
        intro={t('finance.paste.previewIntro')}
        actions={anew}
        under={under}
      />
      <PasteColumns t={t} table={table} layout={layout} />
      <PastePreview {...shown} places={ground} periods={project.periods} />
      <TakeForm {...shown} take={take} project={project} paste={paste} />
    </>
  )
}
