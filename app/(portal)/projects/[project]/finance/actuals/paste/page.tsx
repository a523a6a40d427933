import type { Metadata } from 'next'
import { requestWords } from '@/app/locale'
import { FinanceHeading } from '@/components/finance/finance-heading'
import { financeFormWords } from '@/components/finance/forms/words'
import { pasteParts } from '@/components/finance/pastes/paste-parts'
import { RecordForm } from '@/components/ui/record-form'
import { findPaste } from '@/lib/finance/pastes/queries'
import { idHere, keeperHere } from '../../here'
import { preview } from '../actions'

type Props = {
  params: Promise<{ project: string }>
  /** `paste`: what was pasted already and is to be mended */
  searchParams: Promise<{ paste?: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('finance.paste.title') }
}

export default async function PastePage({ params, searchParams }: Props) {
  const [{ viewer, project, t }, { paste }] = await Promise.all([keeperHere(params), searchParams])
  const before = paste ? await findPaste(viewer, project.id, idHere(paste)) : null
  const title = t('finance.paste.title')
  return (
    <>
      <FinanceHeading
        t={t}
        project={project}
        list="actuals"
        title={title}
        intro={t('finance.paste.intro')}
        under={[{ label: title }]}
      />
      <RecordForm
        id="paste"
        action={preview}
        values={{ project: project.key, projectId: project.id }}
        fields={pasteParts(t, project.periods, before)}
        send={t('finance.paste.look')}
        words={financeFormWords(t)}
      />
    </>
  )
}
