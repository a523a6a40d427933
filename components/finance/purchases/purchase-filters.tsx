import { investmentOptions, packageOptions, periodLabel } from '@/components/finance/forms/fields'
import { FilterBar } from '@/components/ui/filter-bar'
import { type Option, type OptionGroup, Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { unknownVatLabel, vatBasisLabels } from '@/lib/finance/labels'
import { vatBases } from '@/lib/finance/model'
import type { Places } from '@/lib/finance/places/model'
import { type PurchaseFilter, purchaseQuery } from '@/lib/finance/purchases/filters/model'
import type { Words } from '@/lib/platform/words'
import { purchasesAddress } from '@/lib/projects/addresses'
import type { ProjectHeader } from '@/lib/projects/model'

type Props = { t: Words; project: ProjectHeader; places: Places; filter: PurchaseFilter }

/** Filters of the register; they live in the address, the order beside them. */
export function PurchaseFilters({ t, project, places, filter }: Props) {
  const none = { value: 'none', label: t('finance.untold') }
  const given = purchaseQuery({ ...filter, sort: 'no', order: 'ascending' }) !== ''
  const clear = `${purchasesAddress(project.key)}${purchaseQuery({ sort: filter.sort, order: filter.order })}`
  const select = (
    name: 'investment' | 'package' | 'period' | 'amount' | 'vat' | 'size',
    label: string,
    options: readonly (Option | OptionGroup)[],
  ) => (
    <Select
      id={name}
      className="input max-w-72"
      name={name}
      label={label}
      empty={t('finance.purchase.all')}
      defaultValue={filter[name]}
      options={options}
    />
  )
  return (
    <FilterBar
      label={t('finance.purchase.filter')}
      apply={t('ui.apply')}
      clear={given ? { label: t('ui.clear'), href: clear } : undefined}
    >
      {select('investment', t('finance.field.investment'), [...investmentOptions(places), none])}
      {select('package', t('finance.field.package'), [...packageOptions(places), none])}
      {select('period', t('finance.field.period'), [
        ...project.periods.map(({ id, key }) => ({ value: id, label: periodLabel(key) })),
        none,
      ])}
      {select('amount', t('finance.field.amount'), [
        { value: 'known', label: t('finance.purchase.amountKnown') },
        { value: 'unknown', label: t('finance.unknown') },
      ])}
      {select('vat', t('finance.purchase.vat'), [
        ...vatBases.map((basis) => ({ value: basis, label: t(vatBasisLabels[basis]) })),
        { value: 'unknown', label: t(unknownVatLabel) },
      ])}
      {select('size', t('finance.purchase.size'), [
        { value: 'small', label: t('finance.purchase.small') },
        { value: 'other', label: t('finance.purchase.notSmall') },
      ])}
      <TextInput id="text" name="text" label={t('finance.purchase.text')} width="short" defaultValue={filter.text} />
      <input type="hidden" name="sort" value={filter.sort} />
      <input type="hidden" name="order" value={filter.order} />
    </FilterBar>
  )
}
