import { periodLabel } from '@/components/finance/forms/fields'
import { amountCell } from '@/components/finance/texts'
import { DefinitionList } from '@/components/ui/definition-list'
import { unknownVatLabel, vatBasisLabels } from '@/lib/finance/labels'
import type { PurchaseRow } from '@/lib/finance/model'
import { labelOfPlace, type Places } from '@/lib/finance/places/model'
import type { Words } from '@/lib/platform/words'
import type { PeriodHeader } from '@/lib/projects/model'
import { formatDate } from '@/lib/values/format'

type Props = { t: Words; purchase: PurchaseRow; places: Places; periods: readonly PeriodHeader[] }

/** What was bought, for how much, from whom and by which decision. What is not told is said so. */
export function PurchaseFacts({ t, purchase, places, periods }: Props) {
  const told = (text: string | null | undefined) => text || t('finance.untold')
  const day = (date: string | null) => date && formatDate(date, t.locale)
  const period = periods.find(({ id }) => id === purchase.periodId)
  const { vatBasis, workPackageBasis } = purchase
  const unit = labelOfPlace(places.packages, purchase.workPackageId)
  return (
    <DefinitionList
      items={[
        { term: t('finance.field.amount'), value: amountCell(t, purchase.amount).text },
        { term: t('finance.field.asWritten'), value: told(purchase.amountAsWritten) },
        { term: t('finance.purchase.vat'), value: t(vatBasis === null ? unknownVatLabel : vatBasisLabels[vatBasis]) },
        {
          term: t('finance.purchase.size'),
          value: t(purchase.isSmall ? 'finance.purchase.small' : 'finance.purchase.notSmall'),
        },
        { term: t('finance.field.investment'), value: told(labelOfPlace(places.investments, purchase.investmentId)) },
        {
          term: t('finance.field.package'),
          value: unit && workPackageBasis ? `${unit} (${workPackageBasis})` : told(unit),
        },
        { term: t('finance.field.period'), value: told(period && periodLabel(period.key)) },
        { term: t('finance.purchase.supplier'), value: told(purchase.supplier) },
        { term: t('finance.purchase.contract'), value: told(purchase.contract) },
        { term: t('finance.purchase.contractOn'), value: told(day(purchase.contractOn)) },
        { term: t('finance.purchase.decision'), value: told(purchase.decisionText) },
        { term: t('finance.purchase.decidedOn'), value: told(day(purchase.decidedOn)) },
        { term: t('finance.purchase.caseNumber'), value: told(purchase.caseNumber) },
        { term: t('finance.field.note'), value: told(purchase.note) },
      ]}
    />
  )
}
