import { DataTable } from '@/components/ui/data-table'
import { Section } from '@/components/ui/section'
import type { Words } from '@/lib/platform/words'
import type { Card } from '@/lib/steering/figures/card/model'

/** How a computed figure comes about, and every row it is made of. */
export function CardComputed({ t, computed }: { t: Words; computed: NonNullable<Card['computed']> }) {
  const { how, terms, unknown } = computed
  return (
    <Section id="computed" title={t('figures.computed.title')} intro={how}>
      {unknown > 0 && <p className="board-quiet">{t('figures.computed.unknown', { count: unknown })}</p>}
      <DataTable
        caption={t('figures.computed.rows', { count: terms.length })}
        columns={[
          { key: 'row', header: t('figures.computed.row') },
          { key: 'value', header: t('figures.computed.value'), numeric: true },
        ]}
        rows={terms.map(({ ref, title, value, note, href }, index) => ({
          key: ref ? `${ref.kind} ${ref.id}` : String(index),
          cells: [
            { text: title, href: href ?? undefined, note: note ?? undefined },
            { text: value.text, unknown: value.unknown },
          ],
        }))}
        empty={<p>{t('figures.computed.none')}</p>}
      />
    </Section>
  )
}
