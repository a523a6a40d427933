import { FilterBar } from '@/components/ui/filter-bar'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { filteredOutboxAddress, outboxAddress } from '@/lib/notifications/addresses'
import { mailStateLabels } from '@/lib/notifications/labels'
import { type MailFilter, type MailPage, mailStates } from '@/lib/notifications/mails/model'
import type { Words } from '@/lib/platform/words'
import { formatNumber } from '@/lib/values/format'

/** Filters of the outbox; they live in the address. Each state says how many there are. */
export function MailFilters({ t, filter, counts }: { t: Words; filter: MailFilter; counts: MailPage['counts'] }) {
  const narrowed = filteredOutboxAddress({ ...filter, page: 1 }) !== outboxAddress
  return (
    <FilterBar
      label={t('notifications.outbox.filters')}
      apply={t('ui.apply')}
      clear={narrowed ? { label: t('ui.clear'), href: outboxAddress } : undefined}
    >
      <Select
        id="state"
        name="state"
        label={t('notifications.outbox.state')}
        empty={t('notifications.outbox.anyState')}
        defaultValue={filter.state}
        options={mailStates.map((state) => ({
          value: state,
          label: `${t(mailStateLabels[state])} (${formatNumber(counts[state], t.locale)})`,
        }))}
      />
      <TextInput id="to" name="to" label={t('notifications.outbox.to')} width="normal" defaultValue={filter.to} />
    </FilterBar>
  )
}
