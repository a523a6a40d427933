import type { Metadata } from 'next'
import { requestWords } from '@/app/locale'
import { investmentParts, knownInvestment } from '@/components/plan/structure/form-parts'
import { PartPage } from '@/components/plan/structure/part-page'
import { dropInvestment, keepInvestment } from '../../actions'
import { partHere } from '../../load'

type Props = { params: Promise<{ project: string; investment: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('structure.investment.edit') }
}

export default async function InvestmentPage({ params }: Props) {
  const asked = await params
  const { t, project, structure, row, uses } = await partHere(asked.project, 'investments', asked.investment)
  return (
    <PartPage
      t={t}
      project={project}
      kind="investment"
      row={row}
      fields={investmentParts(t, structure, row?.id ?? null)}
      known={row ? knownInvestment(row) : {}}
      keep={keepInvestment}
      drop={dropInvestment}
      uses={uses}
    />
  )
}
