import { FilterBar } from '@/components/ui/filter-bar'
import { Select } from '@/components/ui/select'
import { pasteColumnLabels } from '@/lib/finance/labels'
import { pasteColumns } from '@/lib/finance/pastes/cells/model'
import { columnField, headerField, type Layout, type PastedTable } from '@/lib/finance/pastes/model'
import type { Words } from '@/lib/platform/words'

type Props = { t: Words; table: PastedTable; layout: Layout }

/** What each column of a pasted table holds; the choice lives in the address and works without scripts. */
export function PasteColumns({ t, table, layout }: Props) {
  const first = table.rows[0]?.cells ?? []
  return (
    <FilterBar label={t('finance.paste.columns')} apply={t('finance.paste.readAnew')}>
      <Select
        id="header"
        name={headerField}
        label={t('finance.paste.firstRow')}
        defaultValue={layout.header ? 'yes' : 'no'}
        options={[
          { value: 'yes', label: t('finance.paste.firstIsHeader') },
          { value: 'no', label: t('finance.paste.firstIsRow') },
        ]}
      />
      {layout.columns.map((column, at) => (
        <Select
          // biome-ignore lint/suspicious/noArrayIndexKey: columns stand in the order of the sheet and have no other name
          key={at}
          id={`column-${at}`}
          name={columnField(at)}
          className="input max-w-72"
          label={t('finance.paste.column', { no: at + 1, text: shortened(first[at] ?? '') })}
          defaultValue={column}
          empty={t('finance.paste.passOver')}
          options={pasteColumns.map((one) => ({ value: one, label: t(pasteColumnLabels[one]) }))}
        />
      ))}
    </FilterBar>
  )
}

const shortened = (text: string): string => (text.length > 24 ? `${text.slice(0, 23)}…` : text)
