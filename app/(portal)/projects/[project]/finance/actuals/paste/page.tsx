import type { Metadata } from 'next'
import { requestWords } from '@/app/locale'
import { FinanceHeading } from '@/components/finance/finance-heading'
import { financeFormWords } from '@/components/finance/forms/words'
import { pasteParts } from '@/components/finance/pastes/paste-parts'
import { RecordForm } from '@/components/ui/record-form'
import { keeperHere } from '../../here'
import { preview } from '../actions'

type Props = { params: Promise<{ project: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('finance.paste.title') }
}

export default async function PastePage({ params }: Props) {
  const { project, t } = await keeperHere(params)
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
        fields={pasteParts(t, project.periods)}
        send={t('finance.paste.look')}
        words={financeFormWords(t)}
      />
    </>
  )
}
