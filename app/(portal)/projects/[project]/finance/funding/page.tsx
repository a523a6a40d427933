import type { Metadata } from 'next'
import { requestWords } from '@/app/locale'
import { FinanceHeading } from '@/components/finance/finance-heading'
import { knownShares, shareGroup } from '@/components/finance/forms/fields'
import { financeFormWords } from '@/components/finance/forms/words'
import { withKnown } from '@/components/ui/record-fields'
import { RecordForm } from '@/components/ui/record-form'
import { readMoney } from '@/lib/finance/overview/queries'
import { keeperHere } from '../here'
import { change } from './actions'

type Props = { params: Promise<{ project: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('finance.shares.edit') }
}

export default async function FundingPage({ params }: Props) {
  const { viewer, project, t } = await keeperHere(params)
  const { shares, version } = await readMoney(viewer, project.id)
  const title = t('finance.shares.edit')
  return (
    <>
      <FinanceHeading t={t} project={project} list="overview" title={title} under={[{ label: title }]} />
      <RecordForm
        id="funding"
        action={change}
        values={{ project: project.key, projectId: project.id, version }}
        fields={withKnown([shareGroup(t, t('finance.shares.title'))], knownShares(shares))}
        send={t('finance.form.save')}
        words={financeFormWords(t)}
      />
    </>
  )
}
