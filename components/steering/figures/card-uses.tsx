import { CardTexts } from '@/components/steering/figures/card-texts'
import { statusOf } from '@/components/steering/marks'
import { DataTable } from '@/components/ui/data-table'
import { DefinitionList } from '@/components/ui/definition-list'
import { Section } from '@/components/ui/section'
import type { Words } from '@/lib/platform/words'
import type { Card } from '@/lib/steering/figures/card/model'
import type { CardText } from '@/lib/steering/figures/meanings/parts/model'
import { formatDate } from '@/lib/values/format'

/** Where else the figure stands: pages, other figures, decisions, and the final report for those who may read it. */
export function CardUses({ t, card, finalReport }: { t: Words; card: Card; finalReport: readonly CardText[] }) {
  const parts = [
    ['pages', card.pages],
    ['figures', card.figures],
    ['concerns', card.concerns],
    ['decisions', card.decisions],
    ['finalReport', finalReport],
  ] as const
  const shown = parts.filter(([, texts]) => texts.length > 0)
  return (
    <Section id="uses" title={t('figures.uses.title')}>
      {shown.length === 0 && <p>{t('figures.uses.none')}</p>}
      <DefinitionList
        items={shown.map(([key, texts]) => ({ term: t(`figures.uses.${key}`), value: <CardTexts texts={texts} /> }))}
      />
    </Section>
  )
}

/** The same figure in the project's publications. */
export function CardHistory({ t, card: { history, ref } }: { t: Words; card: Card }) {
  return (
    <Section id="history" title={t('figures.history.title')}>
      <DataTable
        caption={t('figures.history.title')}
        hideCaption
        columns={[
          { key: 'publication', header: t('figures.history.publication') },
          { key: 'published', header: t('figures.history.published') },
          { key: 'value', header: t('figures.history.value'), numeric: ref.kind !== 'decision' },
        ]}
        rows={history.map(({ name, at, value, href, current }) => ({
          key: name,
          current,
          cells: [
            { text: name, note: current ? t('figures.history.this') : undefined },
            formatDate(new Date(at), t.locale),
            value === null
              ? { text: t('figures.history.absent'), unknown: true }
              : {
                  text: value.text,
                  unknown: value.unknown,
                  href: current ? undefined : href,
                  status: value.light && statusOf[value.light],
                },
          ],
        }))}
      />
    </Section>
  )
}
