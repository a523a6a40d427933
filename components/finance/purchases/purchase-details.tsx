import { ShareList } from '@/components/finance/overview/funding'
import { PurchaseFacts } from '@/components/finance/purchases/purchase-facts'
import { Contractors, PurchaseSplit, ReservedFor } from '@/components/finance/purchases/purchase-parts'
import { Section } from '@/components/ui/section'
import type { PurchaseRow, ReservationRow } from '@/lib/finance/model'
import type { Places } from '@/lib/finance/places/model'
import type { Words } from '@/lib/platform/words'
import type { PeriodHeader } from '@/lib/projects/model'

type Props = {
  t: Words
  purchase: PurchaseRow
  places: Places
  periods: readonly PeriodHeader[]
  /** Of the whole project */
  reservations: readonly ReservationRow[]
}

/** Everything the register tells of a purchase. */
export function PurchaseDetails({ t, purchase, places, periods, reservations }: Props) {
  return (
    <>
      <PurchaseFacts t={t} purchase={purchase} places={places} periods={periods} />
      <Section id="split" title={t('finance.purchase.split')}>
        <PurchaseSplit t={t} purchase={purchase} places={places} />
      </Section>
      <Section id="contractors" title={t('finance.purchase.contractors')}>
        <Contractors t={t} purchase={purchase} />
      </Section>
      <Section id="funding" title={t('finance.shares.title')}>
        <ShareList t={t} shares={purchase.fundingShares} />
      </Section>
      <Section id="reservations" title={t('finance.purchase.reservations')}>
        <ReservedFor t={t} purchase={purchase} rows={reservations} />
      </Section>
    </>
  )
}
