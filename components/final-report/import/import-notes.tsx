import { DataTable } from '@/components/ui/data-table'
import { Section } from '@/components/ui/section'
import { lossLabels, openReasonLabels } from '@/lib/final-report/import/labels'
import type { ImportPlan } from '@/lib/final-report/import/plan/model'
import { type LossGroup, lossGroups } from '@/lib/final-report/import/preview/model'
import type { Loss } from '@/lib/final-report/import/written/model'
import type { Words } from '@/lib/platform/words'
import { formatNumber } from '@/lib/values/format'

/** What of the file cannot come as it is. */
export function ImportLosses({ t, losses }: { t: Words; losses: readonly Loss[] }) {
  return (
    <Section
      id="losses"
      title={t('reportImport.lossesTitle')}
      intro={losses.length > 0 ? t('reportImport.lossesIntro') : undefined}
    >
      <DataTable
        caption={t('reportImport.lossesTitle')}
        hideCaption
        columns={[
          { key: 'what', header: t('reportImport.lossColumn.what') },
          { key: 'count', header: t('reportImport.lossColumn.count'), numeric: true },
          { key: 'where', header: t('reportImport.lossColumn.where') },
        ]}
        rows={lossGroups(losses).map((group) => ({
          key: group.what,
          cells: [
            { text: t(lossLabels[group.what]), note: group.examples.join('; ') || undefined },
            formatNumber(group.count, t.locale),
            placesText(t, group),
          ],
        }))}
        empty={<p>{t('reportImport.lossesNone')}</p>}
      />
    </Section>
  )
}

const mostPlaces = 5

function placesText(t: Words, { places }: LossGroup): string {
  const named = places.slice(0, mostPlaces).map((place) => place || t('reportImport.wholeFile'))
  const rest = places.length - named.length
  return rest === 0 ? named.join('; ') : t('reportImport.moreWhere', { places: named.join('; '), count: rest })
}

/** What is lost, what could be a number of the data, and what stays a typed reference. */
export function ImportNotes({ t, plan: { losses, suggestions, open } }: { t: Words; plan: ImportPlan }) {
  return (
    <>
      <ImportLosses t={t} losses={losses} />
      {suggestions.length > 0 && (
        <Section id="suggestions" title={t('reportImport.suggestionsTitle')} intro={t('reportImport.suggestionsIntro')}>
          <DataTable
            caption={t('reportImport.suggestionsTitle')}
            hideCaption
            columns={[
              { key: 'number', header: t('reportImport.suggestion.number') },
              { key: 'sentence', header: t('reportImport.suggestion.sentence') },
              { key: 'names', header: t('reportImport.suggestion.names') },
            ]}
            rows={suggestions.map(({ text, sentence, names, where }, index) => ({
              key: String(index),
              cells: [text, { text: sentence, note: where }, names.join('; ')],
            }))}
          />
        </Section>
      )}
      {open.length > 0 && (
        <Section id="open" title={t('reportImport.openTitle')} intro={t('reportImport.openIntro')}>
          <DataTable
            caption={t('reportImport.openTitle')}
            hideCaption
            columns={[
              { key: 'text', header: t('reportImport.openColumn.text') },
              { key: 'reason', header: t('reportImport.openColumn.reason') },
              { key: 'where', header: t('reportImport.openColumn.where') },
            ]}
            rows={open.map(({ text, reason, where }, index) => ({
              key: String(index),
              cells: [text, t(openReasonLabels[reason]), where],
            }))}
          />
        </Section>
      )}
    </>
  )
}
